"""Reads ranges as a writer says them ("under 13 years", "within 2 years") and proves that they leave no gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from macros.trees.model import Cut, Range

# N is a whole number or the name of a parameter. Each wording says where the range begins and where it ends.
N = r"([a-z][a-z0-9_]*|\d+)"
WORDINGS: tuple[tuple[str, Callable[..., tuple[Cut | None, Cut | None]]], ...] = (
    (rf"under {N}", lambda n: (None, (n, 0))),
    (rf"{N} or over", lambda n: ((n, 0), None)),
    (rf"{N} to {N}", lambda low, high: ((low, 0), (high + 1, 0))),
    (rf"within {N}", lambda n: (None, (n, 1))),
    (rf"more than {N}", lambda n: ((n, 1), None)),
)
SAY = 'Say "under 13 years", "13 years or over", "13 to 25 years", "within 2 years" or "more than 2 years"'


def read_range(text: str, parameters: Mapping[str, str], *, years: bool) -> tuple[Cut | None, Cut | None] | str:
    """Where a range begins and ends, or what is wrong with its wording. Dates are counted in ``years``."""
    said = re.sub(r"\byears?\b ?", "", text.strip()).strip() if years else text.strip()
    if years and said == text.strip():
        return f'"{text}" does not say "years".'
    for wording, cuts in WORDINGS:
        match = re.fullmatch(wording, " ".join(said.split()))
        if match:
            numbers = [read_number(word, parameters) for word in match.groups()]
            unknown = next((word for word, number in zip(match.groups(), numbers, strict=True) if number is None), "")
            return f'"{unknown}" is no number and no parameter with a whole number.' if unknown else cuts(*numbers)
    return f'"{text}" is not a range I know.'


def read_number(word: str, parameters: Mapping[str, str]) -> int | None:
    """A number as written, or the whole number that a parameter holds."""
    value = parameters.get(word, word)
    return int(value) if value.isdecimal() else None


def gaps_and_overlaps(ranges: Mapping[str, Range], unit: str) -> list[tuple[str, str]]:
    """What is wrong between one range and the next: (range id, what). Ranges that tile give nothing."""
    wrong: list[tuple[str, str]] = []
    ordered = sorted(ranges.items(), key=lambda item: item[1].start or (-1, 0))
    end: Cut | None = (-1, 0)
    before = ""
    for name, stretch in ordered:
        start = stretch.start or (-1, 0)
        if end is None or start < end:
            wrong.append((name, f'"{name}" and "{before}" both hold {describe(start, unit)}.'))
        elif start > end:
            wrong.append((name, f"No range holds {describe(end, unit)}."))
        end, before = (stretch.end if end is None or stretch.end is None or stretch.end > end else end), name
    if ordered and end is not None:
        wrong.append((before, f"No range holds {describe(end, unit)}."))
    return wrong


def describe(cut: Cut, unit: str) -> str:
    """The value at a cut, in words."""
    number, strictly = cut
    if number < 0:
        return "the lowest values"
    return f"more than {number} {unit}".rstrip() if strictly else f"{number} {unit}".rstrip()
