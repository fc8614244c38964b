"""Reads a sound tree as a reader would, and advises its writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.advice import length, options, questions, reading, terms
from macros.advice.known_words import KnownWords
from macros.advice.passages import Part, Passage, passages
from macros.problems import Problem, faults
from macros.proofs.diagram import Diagram
from macros.proofs.folder import Folder
from macros.trees.model import Tree

ENGLISH = "en"


def advise_all(folder: Folder, files: Mapping[str, str], known: KnownWords, language: str) -> Iterator[Problem]:
    """Advice on the trees of a folder that have no fault."""
    broken = {problem.place.path for problem in faults(folder.problems)}
    for name, tree in folder.trees.items():
        if (path := tree.place.path) not in broken:
            yield from advise(tree, files[path], folder.diagrams.get(name), known, language)


def advise(
    tree: Tree, source: str, diagram: Diagram | None, known: KnownWords, language: str = ENGLISH
) -> tuple[Problem, ...]:
    """All advice on one tree, in file order. ``source`` is its file's text. Rules on words speak English only."""
    found = passages(tree, source)
    problems = [*on_length(tree, found, diagram)]
    if language == ENGLISH:
        problems += on_words(tree, found, known)
    return tuple(sorted(set(problems)))


def on_length(tree: Tree, found: tuple[Passage, ...], diagram: Diagram | None) -> Iterator[Problem]:
    """What holds in any language."""
    for name in tree.questions:
        yield from options.same_words(parts(found, name, "option"))
    yield from length.long_outcomes(tree, found)
    if diagram:
        yield from length.deep(tree, diagram)
        yield from length.large(tree, diagram)


def on_words(tree: Tree, found: tuple[Passage, ...], known: KnownWords) -> Iterator[Problem]:
    """What is known of English."""
    for name, question in tree.questions.items():
        yield from options.unsure(parts(found, name, "option"))
        yield from options.coaches(parts(found, name, "bring-about"))
        for ask in parts(found, name, "ask"):
            yield from questions.how_it_asks(ask, question.options)
    yield from terms.undefined_terms(found, known)
    yield from terms.acronyms(found, known)
    yield from reading.hard_to_read(tree, found, known)


def parts(found: tuple[Passage, ...], question: str, part: Part) -> list[Passage]:
    """Some words of one question."""
    return [passage for passage in found if passage.step == ("question", question) and passage.part == part]
