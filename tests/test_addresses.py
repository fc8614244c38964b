"""One answer to whether an address leads readers anywhere, for editions, citations, and what is printed."""

from __future__ import annotations

import pytest

from macros.addresses import is_public
from macros.pages.cite import Source

HERE = (
    "",
    "http://127.0.0.1:8000/",
    "http://127.8.0.1/",
    "http://[::1]:8000/",
    "http://0.0.0.0:8000/",
    "http://[::]/",
    "http://localhost/policy/",
    "http://LOCALHOST:8000/",
    "http://policy.localhost/",
    "file:///home/us/site/",
    "ftp://example.org/",
    "example.org/policy/",
    "https://",
    "http://[",
)
THERE = (
    "https://example.org/policy/",
    "http://example.org:8000/",
    "http://192.168.1.20/",
    "https://localhost.example/",
)


@pytest.mark.parametrize("address", HERE)
def test_an_address_of_this_machine_or_none_at_all_leads_no_reader(address: str) -> None:
    assert is_public(address) is False
    assert Source("", "Our rules", "2024-01", address).lasting == ""


@pytest.mark.parametrize("address", THERE)
def test_an_address_of_another_machine_does(address: str) -> None:
    assert is_public(address) is True
    assert Source("", "Our rules", "2024-01", address).lasting == address
