"""Reads the words that readers type into the search and what these mean here: overrides/locales/search/en.yml."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.clauses.model import NUMBER
from macros.files import read_text
from macros.problems import Place, Problem, did_you_mean
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Sequence, Value
from macros.words import FOLDER, site_language

SAY, IGNORE = "readers-say", "ignore"
WORD = re.compile(r"[^\W_]+")
CLAUSE = re.compile(NUMBER, re.IGNORECASE)
STEM = 5  # letters: an ending may differ


@dataclass(frozen=True)
class ReadersWords:
    """For each word of a reader what it should find, with places; and the words that tell nothing."""

    say: Mapping[str, tuple[Scalar, ...]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()


def read_readers_words(root: Path) -> tuple[ReadersWords, tuple[Problem, ...]]:
    """The words, and what is written wrongly. Without the file the search knows only the policy's own words."""
    name = f"{FOLDER}/search/{site_language(root)[0]}.yml"
    if not (root / name).is_file():
        return ReadersWords(), ()
    text, unreadable = read_text(root / name, name)
    value, problems = read_yaml(name, text) if not unreadable else (None, unreadable)
    if problems or value is None:
        return ReadersWords(), problems
    entries = value.entries if isinstance(value, Mapped) else {}
    wrong = [] if isinstance(value, Mapped) else [malformed(value.place, "This file must have keys with values.")]
    wrong += [
        malformed(value.keys[key], f'This file has no key "{key}".')
        for key in entries
        if key not in (SAY, IGNORE) and isinstance(value, Mapped)
    ]
    say = entries.get(SAY)
    lists = dict(say.entries) if isinstance(say, Mapped) else {}
    if say is not None and not isinstance(say, Mapped):
        wrong.append(malformed(say.place, f'"{SAY}" must be words, each with a list behind it.'))
    wrong += [problem for key, meant in lists.items() for problem in wrong_entry(key, meant, say)]
    wrong += list(wrong_list(entries.get(IGNORE), IGNORE))
    ignored = tuple(one.text.lower() for one in texts(entries.get(IGNORE)))
    return ReadersWords({key.lower(): texts(meant) for key, meant in lists.items()}, ignored), tuple(wrong)


def wrong_entry(key: str, meant: Value, say: Value | None) -> Iterator[Problem]:
    """What is wrong with one word of a reader."""
    if not WORD.fullmatch(key) and isinstance(say, Mapped):
        yield malformed(say.keys[key], f'"{key}" is not one word of letters and figures.')
    yield from wrong_list(meant, key)


def wrong_list(value: Value | None, key: str) -> Iterator[Problem]:
    """A list must hold something, and nothing but texts."""
    if value is not None and (
        not isinstance(value, Sequence) or not value.items or len(texts(value)) < len(value.items)
    ):
        yield malformed(value.place, f'Behind "{key}" there must be a list of words.')


def malformed(place: Place, what: str) -> Problem:
    """What cannot be used."""
    return Problem(
        place, "wrong-readers-word", what, 'Write it like the others: selfie: [photo, "4.7", post-photo-video]'
    )


def texts(value: Value | None) -> tuple[Scalar, ...]:
    """The words of a list."""
    items = value.items if isinstance(value, Sequence) else ()
    return tuple(one for one in items if isinstance(one, Scalar) and one.text.strip())


def is_word(meant: str) -> bool:
    """Whether it is a word, and not the number of a clause or the name of a question."""
    return WORD.fullmatch(meant) is not None and not CLAUSE.fullmatch(meant)


def lead_nowhere(readers: ReadersWords, names: Collection[str], words: Collection[str]) -> Iterator[Problem]:
    """Clauses and questions that are not there, and words that stand nowhere, whatever their ending."""
    stems = {word[:STEM] for word in words}
    for key, meant in readers.say.items():
        for one in meant:
            if is_word(one.text) and one.text.lower()[:STEM] not in stems:
                what = f'"{key}" should find the word "{one.text}", which stands nowhere.'
                fix = did_you_mean(one.text.lower(), words) or "Choose a word of the policy or of its questions."
                yield Problem(one.place, "unknown-in-search", what, fix, "advice")
            elif not is_word(one.text) and one.text not in names:
                what = f'"{key}" should find "{one.text}", and there is no clause or question of that name.'
                fix = did_you_mean(one.text, names) or "Name a clause by its number, or a file in decision_trees."
                yield Problem(one.place, "unknown-in-search", what, fix, "advice")
