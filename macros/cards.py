"""Reads which cards there are: pages in docs/act-now whose front matter names the trees they are for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.clauses.parameters import fill
from macros.clauses.source import FRONT_MATTER
from macros.files import read_text
from macros.problems import Place, Problem, did_you_mean
from macros.settings import NULL
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Sequence, Value

FOLDER, KEY = "docs/act-now", "card-for"
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
FIX = f"Write the names of their files without .yml, as in {KEY}: [online-abuse, record-it], or take the line out."


@dataclass(frozen=True)
class Card:
    """One page to print and keep: its address from the site's root, its title, the trees it is for."""

    address: str
    title: str
    trees: tuple[Scalar, ...]


def read_cards(root: Path, parameters: Mapping[str, str]) -> tuple[tuple[Card, ...], tuple[Problem, ...]]:
    """Every card, in the order of their files, and what is wrong with any."""
    read = [read_card(root, path, parameters) for path in sorted((root / FOLDER).glob("*.md"))]
    return tuple(card for card, _ in read if card), tuple(problem for _, told in read for problem in told)


def read_card(root: Path, path: Path, parameters: Mapping[str, str]) -> tuple[Card | None, tuple[Problem, ...]]:
    """One page; no card if it does not say which trees it is for, as the index does not."""
    name = path.relative_to(root).as_posix()
    text, unreadable = read_text(path, name)
    front = FRONT_MATTER.match(text)
    if unreadable or not front:
        return None, unreadable
    value, problems = read_yaml(name, "\n" + front["settings"])
    given = value.entries.get(KEY) if isinstance(value, Mapped) else None
    if problems or given is None:
        return None, problems
    trees = names_in(given)
    title = TITLE.search(text, front.end())
    if not trees:
        return None, (Problem(given.place, "wrong-card", f'"{KEY}" does not name trees.', FIX),)
    if not title:
        fix = "Write it below the second ---, as in: # Somebody got into an account"
        return None, (Problem(Place(name), "wrong-card", "This card has no title.", fix),)
    at = Place(name, text.count("\n", 0, title.start()) + 1, title.start(1) - title.start() + 1)
    words, problems = fill(title[1], parameters, at)
    return Card(f"{FOLDER.removeprefix('docs/')}/{path.stem}/", words.strip(), trees), problems


def names_in(given: Value) -> tuple[Scalar, ...]:
    """The names in a list, or the one that stands there without brackets; none where anything else does."""
    items = given.items if isinstance(given, Sequence) else (given,)
    names = tuple(item for item in items if isinstance(item, Scalar) and item.text not in ("", *NULL))
    return names if len(names) == len(items) else ()


def wrong_trees(cards: Collection[Card], trees: Collection[str]) -> Iterator[Problem]:
    """Trees that are not there, and trees that two cards are for."""
    yield from unknown_trees(cards, trees)
    taken: dict[str, Place] = {}
    for tree in (tree for card in cards for tree in card.trees):
        first = taken.setdefault(tree.text, tree.place)
        if first != tree.place:
            what = f'"{tree.text}" has a card already, in {first}.'
            yield Problem(tree.place, "wrong-card", what, "Let one card alone be for it: its answers lead to one.")


def unknown_trees(cards: Collection[Card], trees: Collection[str]) -> Iterator[Problem]:
    """Cards for trees that are not there."""
    for tree in (tree for card in cards for tree in card.trees if tree.text not in trees):
        fix = did_you_mean(tree.text, trees) or "Name a file in decision_trees, without .yml."
        yield Problem(tree.place, "unknown-tree", f'There is no tree "{tree.text}".', fix)


def as_words(cards: Collection[Card]) -> dict[str, str]:
    """What answers need to know of them, as words: the index, and for each tree the address and title of its card."""
    words = {"card.index": f"{FOLDER.removeprefix('docs/')}/"} if cards else {}
    for card in cards:
        for tree in card.trees:
            words |= {f"card.of.{tree.text}": card.address, f"card.of.{tree.text}.title": card.title}
    return words
