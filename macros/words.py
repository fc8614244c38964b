"""Reads the words of a language: every one that a reader sees and that is neither policy nor tree."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from macros.clauses.model import FORCES, ROLES
from macros.clauses.parameters import fill
from macros.files import read_text
from macros.problems import Place, Problem
from macros.settings import SETTINGS, read_settings
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar

FOLDER, ENGLISH = "overrides/locales", "en"

KEYS = Path(__file__).with_name("word_keys.yml")
NAMED = {"force": FORCES, "role": ROLES}
MONTHS, DIRECTIONS = 12, ("ltr", "rtl")


@cache
def needed() -> Mapping[str, tuple[str, ...]]:
    """Each key that a language must have, with the places that are filled in when it is shown."""
    value, _ = read_yaml(KEYS.name, KEYS.read_text(encoding="utf-8"))
    written = value.entries if isinstance(value, Mapped) else {}
    keys = {key: tuple(places.text.split()) for key, places in written.items() if isinstance(places, Scalar)}
    named = [f"{kind}.{name.replace(' ', '-')}" for kind, names in NAMED.items() for name in names]
    return keys | dict.fromkeys(named, ())


def read_words(root: Path, parameters: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words by key, in the language of the site, and all that is wrong with them; of other languages it is advice.

    Beside the words stands what the safety note takes from the parameters.
    """
    language, place = site_language(root)
    others = (path for path in sorted((root / FOLDER).glob("*.yml")) if path.stem != language)
    later = tuple(replace(problem, level="advice") for path in others for problem in read_language(path, parameters)[1])
    path = root / FOLDER / f"{language}.yml"
    if not path.is_file():
        what = f'There are no words for the language "{language}".'
        fix = f"Copy {FOLDER}/{ENGLISH}.yml to {FOLDER}/{language}.yml, and translate what stands behind each colon."
        return {}, (Problem(place, "wrong-words", what, fix), *later)
    words, problems = read_language(path, parameters)
    if words:
        ours = {"lead": "safeguarding_lead", "note": "emergency_note"}
        words |= {f"safety.{key}": parameters.get(parameter, "") for key, parameter in ours.items()}
    return words, problems + later


def site_language(root: Path) -> tuple[str, Place]:
    """What ``language`` says under ``theme`` in mkdocs.yml, and where; without it, English."""
    settings, _ = read_settings(root) if (root / SETTINGS).is_file() else (None, ())
    theme = settings.entries.get("theme") if isinstance(settings, Mapped) else None
    language = theme.entries.get("language") if isinstance(theme, Mapped) else None
    return (language.text, language.place) if isinstance(language, Scalar) else (ENGLISH, Place(SETTINGS))


def read_language(path: Path, parameters: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The words of one file; none where it cannot be read."""
    name = f"{FOLDER}/{path.name}"
    text, unreadable = read_text(path, name)
    if unreadable:
        return {}, unreadable
    value, problems = read_yaml(name, text)
    if problems:
        return {}, problems  # What it lacks is known once it can be read.
    mapped = value if isinstance(value, Mapped) else Mapped({}, {}, Place(name))
    words: dict[str, str] = {}
    wrong: tuple[Problem, ...] = ()
    for key, value in mapped.entries.items():
        if isinstance(value, Scalar):
            words[key], unfilled = fill(value.text, parameters, value.place)
            wrong += unfilled
    wrong += tuple(
        Problem(mapped.keys.get(key, Place(name)), "wrong-words", what, fix) for key, what, fix in wrong_words(words)
    )
    return words, problems + wrong


def wrong_words(words: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """What a language file lacks or spells wrongly, as (key, what is wrong, the way out)."""
    for key, places in needed().items():
        if not words.get(key, "").strip():
            yield key, f'There are no words for "{key}".', "Copy the line from another language, and translate it."
        elif places_in(words[key]) != sorted(places):
            wanted = " and ".join(f"{{{place}}}" for place in places) or "no { }"
            yield key, f'The words for "{key}" need {wanted}.', "Keep the names in { } as they are."
    if len(words.get("months", "").split()) != MONTHS:
        yield "months", "There must be twelve months.", "Write their names in order, with a space between."
    if words.get("direction", "").strip() and words["direction"] not in DIRECTIONS:
        yield "direction", f'"{words["direction"]}" is no direction.', "Write ltr (from left to right) or rtl."
    for key in words:
        if key not in needed():
            yield key, f'Nothing shows the words "{key}".', "Look for a spelling mistake, or take the line out."


def places_in(words: str) -> list[str]:
    """The names in { }, sorted, with whatever stands behind them; a { that is never closed is a name of its own."""
    try:
        parts = [part[1:] for part in string.Formatter().parse(words) if part[1] is not None]
        return sorted(f"{name}{more}{conversion or ''}" for name, more, conversion in parts)
    except ValueError:
        return ["{"]
