"""Tells an address that leads readers to the site from one that leads only whoever sits at this machine."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_public(address: str) -> bool:
    """Whether this is a web address of another machine than the one that asks."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all, such as "http://["
        return False
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        return not (ipaddress.ip_address(host).is_loopback or ipaddress.ip_address(host).is_unspecified)
    except ValueError:
        return True
