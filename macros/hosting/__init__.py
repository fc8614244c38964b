"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.content_policy import secure
from macros.hosting.fingerprint import fingerprint_assets
from macros.hosting.headers import write_headers
from macros.hosting.offline import write_list
from macros.hosting.unused import leave_out
from macros.hosting.web_app import WebApp, clear_edition, web_app, write_root

__all__ = [
    "WebApp",
    "clear_edition",
    "fingerprint_assets",
    "leave_out",
    "secure",
    "web_app",
    "write_headers",
    "write_list",
    "write_root",
]
