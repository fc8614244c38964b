"""Where "Leave quickly" leads: a whole address, or nothing in any of the words that YAML has for it."""

from __future__ import annotations

import pytest

from macros.leaving import read_leaving
from macros.settings import extra_in, parameters_in
from macros.trees.yaml_reader import read_yaml


@pytest.mark.parametrize("written", ["", '""', "~", "null", "Null", "NULL"])
def test_nothing_is_no_fault_and_leaves_the_link_out(written: str) -> None:
    extra = extra_in(read_yaml("mkdocs.yml", f"extra:\n  leave_to: {written}\n")[0])
    assert read_leaving(extra) == ()
    assert parameters_in(extra)["leave_to"] == ""


@pytest.mark.parametrize("written", ["www.example.org", "http://example.org/", "[https://example.org/]", "none"])
def test_what_is_no_address_is_told(written: str) -> None:
    (told,) = read_leaving(extra_in(read_yaml("mkdocs.yml", f"extra:\n  leave_to: {written}\n")[0]))
    assert told.code == "wrong-address"
