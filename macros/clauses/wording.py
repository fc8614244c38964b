"""Takes the Markdown marks from a text, so that it can be quoted in an answer."""

from __future__ import annotations

import html
import re

ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+.!~|-])")
HELD = {chr(0xE000 + ord(sign)): sign for sign in "\\`*_{}[]()<>#+.!~|-&"}
HOLD = {sign: held for held, sign in HELD.items()}

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
CLAUSE = re.compile(r"\[((?:AIM|REV-[0-9]+|A\.[0-9]+|[0-9]+\.[0-9]+))\]", re.IGNORECASE)
ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
LIST = re.compile(r"\{:[^{}]*\}")
EMPHASIS = (
    re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"),
    re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)"),
    re.compile(r"\*(?=\S)(.+?)(?<=\S)\*"),
    re.compile(r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)"),
)


def plain(text: str) -> str:
    """The words alone: ``**Blog**: see [5.2] and [our page](x.md)`` gives ``Blog: see 5.2 and our page``."""
    text = ESCAPED.sub(lambda found: HOLD[found[1]], text)
    text = CODE.sub(lambda found: held(found[2].strip()), text)
    text = ADDRESS.sub(lambda found: held(found[1]), text)
    for marks in (LINK, CLAUSE):
        text = marks.sub(r"\1", text)
    for dropped in (TAG, LIST):
        text = dropped.sub("", text)
    for marks in EMPHASIS:
        text = marks.sub(r"\1", text)
    text = html.unescape(text)
    return " ".join("".join(HELD.get(sign, sign) for sign in text).split())


def held(text: str) -> str:
    """Text in which no mark is a mark any more, until ``plain`` has passed: a name may hold a < of its own."""
    return "".join(HOLD.get(sign, sign) for sign in text)
