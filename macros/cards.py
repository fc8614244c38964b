"""Reads which cards there are: pages in docs/act-now whose front matter names the trees they are for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.clauses.parameters import fill
from macros.problems import Place, Problem, did_you_mean
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Sequence
from macros.words import read_text

FOLDER, KEY = "docs/act-now", "card-for"
FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Card:
    """One page to print and keep: its address from the site's root, its title, the trees it is for."""

    address: str
    title: str
    trees: tuple[Scalar, ...]


def read_cards(root: Path, parameters: Mapping[str, str]) -> tuple[Card, ...]:
    """Every card, in the order of their files."""
    found = (read_card(root, path, parameters) for path in sorted((root / FOLDER).glob("*.md")))
    return tuple(card for card in found if card)


def read_card(root: Path, path: Path, parameters: Mapping[str, str]) -> Card | None:
    """One page; nothing if it says that it is for no tree, as the index does."""
    name = path.relative_to(root).as_posix()
    text = read_text(path, name)[0]
    front, title = FRONT.match(text), TITLE.search(text)
    value = read_yaml(name, "\n" + front[1])[0] if front else None
    trees = value.entries.get(KEY) if isinstance(value, Mapped) else None
    if not isinstance(trees, Sequence) or not title:
        return None
    words = fill(title[1], parameters, Place(name))[0]
    address = f"{FOLDER.removeprefix('docs/')}/{path.stem}/"
    return Card(address, words.strip(), tuple(tree for tree in trees.items if isinstance(tree, Scalar)))


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
