"""Makes one document of each clause and each question: what it is called, where it stands, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.browser.html_parts import in_words
from macros.clauses.model import Clause, Policy
from macros.finding.readers_words import ReadersWords, is_word
from macros.trees.model import Tree

WORDS = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@dataclass(frozen=True)
class Document:
    """What can be found. ``shown`` is the line below its title, where that is not a sentence of ``text``.

    ``also`` are words that readers say for it, ``rests`` the clauses it rests on.
    """

    kind: str
    title: str
    at: str
    number: str = ""
    topics: str = ""
    also: str = ""
    force: str = ""
    rests: str = ""
    text: str = ""
    shown: str = ""
    is_urgent: bool = False


def documents(
    policy: Policy, trees: Mapping[str, Tree], readers: ReadersWords, words: Mapping[str, str]
) -> list[Document]:
    """The clauses in the order of the policy, then the questions."""
    also = said_for(readers)
    clauses = [of_clause(clause, also.get(str(clause.number), ""), words) for clause in policy]
    return [*clauses, *(of_tree(tree, also.get(name, "")) for name, tree in trees.items())]


def said_for(readers: ReadersWords) -> dict[str, str]:
    """What readers say for a clause or a question: {"5.20": "avatar", "friend-request": "add unfriend"}."""
    said: dict[str, list[str]] = {}
    for word, meant in readers.say.items():
        for one in meant:
            if not is_word(one.text):
                said.setdefault(one.text, []).append(word)
    return {name: " ".join(words) for name, words in said.items()}


def of_clause(clause: Clause, also: str, words: Mapping[str, str]) -> Document:
    """A clause, at its heading, with its force in the words that readers see and type."""
    return Document(
        kind="definition" if clause.kind == "definition" else "clause",
        title=clause.heading,
        at=clause.address,
        number=str(clause.number),
        topics=" ".join(clause.topics),
        also=also,
        force=", ".join(in_words("force", force, words) for force in clause.forces),
        text=clause.text,
    )


def of_tree(tree: Tree, also: str) -> Document:
    """A question, at its first step. Of all that it asks and answers each word counts once."""
    return Document(
        kind="question",
        title=tree.title,
        at=f"ask/{tree.name}/",
        topics=tree.scope,
        also=also,
        rests=" ".join(map(str, tree.rests_on)),
        text=" ".join(sorted(words_of(spoken(tree)))),
        shown=tree.scope,
        is_urgent=tree.urgent,
    )


def spoken(tree: Tree) -> Iterator[str]:
    """All that a reader may meet in a tree."""
    for question in tree.questions.values():
        yield question.ask
        yield from map(str, question.options.values())
    for outcome in tree.outcomes.values():
        yield outcome.say


def words_of(texts: Iterable[str]) -> set[str]:
    """Each word once, in small letters."""
    return {word for text in texts for word in WORDS.findall(text.lower())}


def vocabulary(found: Iterable[Document]) -> set[str]:
    """Every word by which something can be found."""
    return words_of(f"{one.title} {one.topics} {one.text}" for one in found)
