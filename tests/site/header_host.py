"""Serves the built site as a host does that reads _headers: each file with the headers of every rule for its path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros.serve import Handler

RULE = re.compile(r"/[^\s*]*\*?")
HEADER = re.compile(r"  ([A-Za-z-]+): (\S.*)")
LONGEST, MOST = 2000, 100  # signs in a line, and rules: what Cloudflare Pages reads


def read_headers(text: str) -> dict[str, dict[str, str]]:
    """Each rule with its headers. What no host would understand is an error."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if header := HEADER.fullmatch(line):
            name, value = header.groups()
            assert rules, f"a header without a rule: {line}"
            assert name not in [*rules.values()][-1], f"twice: {line}"
            [*rules.values()][-1][name] = value
        else:
            assert RULE.fullmatch(line), f"neither a rule nor a header: {line}"
            assert line not in rules, f"twice: {line}"
            rules[line] = {}
    return rules


def headers_for(path: str, rules: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What a host sends with a path."""
    given: dict[str, str] = {}
    for rule, headers in rules.items():
        if path == rule or (rule.endswith("*") and path.startswith(rule[:-1])):
            assert not given.keys() & headers.keys(), f"{path} is given a header twice"
            given |= headers
    return given


class HostHandler(Handler):
    """A host's own headers give way to those of the file."""

    @property
    def given(self) -> dict[str, str]:
        """By the rules of the site that is served."""
        text = (Path(self.directory) / "_headers").read_text(encoding="utf-8")
        return headers_for(self.path.partition("?")[0], read_headers(text))

    def send_header(self, keyword: str, value: str) -> None:
        """Each header once."""
        super().send_header(keyword, self.given.get("-".join(map(str.capitalize, keyword.split("-"))), value))

    def end_headers(self) -> None:
        """Those that no host sends by itself; the rest went out as they came up."""
        for name, value in self.given.items():
            if name not in ("Content-Type", "Cache-Control"):
                super().send_header(name, value)
        super().end_headers()
