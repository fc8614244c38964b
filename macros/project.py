"""A working copy, loaded once: its parameters, its policy, its trees, its words, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from macros.advice.advise import ENGLISH, advise_all
from macros.advice.known_words import KnownWords, know_words
from macros.advice.readability import Readability, of_clauses, of_trees
from macros.browser.machine import CompiledTree
from macros.cards import Card, as_words, read_cards, wrong_trees
from macros.clauses.duty_lists import CountsAs
from macros.clauses.model import Policy
from macros.clauses.reader import read_policy
from macros.files import read_text
from macros.finding.beside import duty_documents, term_documents
from macros.finding.documents import Document, documents, vocabulary
from macros.finding.pages import page_documents
from macros.finding.readers_words import ReadersWords, lead_nowhere, read_readers_words
from macros.glossary import Glossary, read_glossary
from macros.leaving import read_leaving
from macros.menu import Menu, read_menu, without_situation
from macros.problems import Problem, faults
from macros.proofs.coverage import Row, cover
from macros.proofs.diagram import Diagram
from macros.proofs.figures import Figures, count
from macros.proofs.folder import Folder, read_folder
from macros.proofs.prove import held_to_nothing
from macros.proofs.records import Records, read_records
from macros.proofs.upkeep import hold_against_policy, upkeep
from macros.register import Edition, parameters_of, read_register
from macros.roles import READINGS, read_counting, readings_in
from macros.settings import SETTINGS, extra_in, parameters_in, read_settings, title_in
from macros.showing import missing_page, no_scope, not_in_menu, unknown_asks
from macros.texts import read_list, read_texts, read_trees
from macros.trees.compiler import load_compiled
from macros.trees.model import Tree
from macros.words import read_words

ADVICE_IN = "lint_language"
Read = TypeVar("Read")


@dataclass(frozen=True)
class Project:
    """Everything a writer wrote. With faults in ``problems``, nothing is compiled and nothing may be published.

    ``is_tried`` says whether claims and examples could be tried; while trees have other faults, they are not.
    """

    root: Path
    parameters: Mapping[str, str]
    policy: Policy
    trees: Mapping[str, Tree]
    words: Mapping[str, str]
    problems: tuple[Problem, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    diagrams: Mapping[str, Diagram] = field(default_factory=dict, compare=False)
    records: Records = field(default_factory=Records)
    is_tried: bool = False
    editions: tuple[Edition, ...] = ()
    menu: Menu = field(default_factory=Menu)
    readers_words: ReadersWords = field(default_factory=ReadersWords)
    title: str = ""
    glossary: Glossary = field(default_factory=Glossary)
    counting: Mapping[str, CountsAs] = field(default_factory=dict)
    readings: frozenset[str] = frozenset()
    known: KnownWords | None = None  # What readers may be trusted with; without a language that we know, nothing.

    @cached_property
    def compiled(self) -> Mapping[str, CompiledTree]:
        """Each tree as a module, ready for the machine."""
        return {name: load_compiled(source, name) for name, source in self.sources.items()}

    @cached_property
    def figures(self) -> Mapping[str, Figures]:
        """What a reader meets in each tree, in numbers."""
        return {name: count(self.trees[name], diagram) for name, diagram in self.diagrams.items()}

    @cached_property
    def readability(self) -> Mapping[str, tuple[Readability, ...]]:
        """How easily the clauses and the trees read, in figures; none in a language that we cannot measure."""
        if not self.known:
            return {"clauses": (), "trees": ()}
        return {"clauses": of_clauses(self.policy, self.known), "trees": of_trees(self.trees, self.known)}

    @cached_property
    def coverage(self) -> tuple[Row, ...]:
        """Which answers rest on which clauses."""
        return cover(self.trees, self.policy, self.records.waived)

    @cached_property
    def _questions(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Clause number to the trees that rest on it."""
        return {
            str(clause.number): tuple(
                (tree.name, tree.title) for tree in self.trees.values() if clause.number in tree.cites
            )
            for clause in self.policy
        }

    @cached_property
    def findable(self) -> tuple[Document, ...]:
        """All that the search finds: clauses, questions in the order of the menu, pages."""
        groups = self.menu.grouped(self.trees).values()
        trees = {name: self.trees[name] for names in groups for name in names}
        found = documents(self.policy, trees, self.readers_words, self.words)
        found += [*duty_documents(self.policy, self.counting, self.words), *term_documents(self.glossary)]
        return (*found, *page_documents(self.root, self.menu, self.parameters))

    def questions_on(self, number: str) -> tuple[tuple[str, str], ...]:
        """The trees that rest on a clause or cite it, each as (id, title)."""
        return self._questions.get(str(number), ())


def load(root: Path) -> Project:
    """Read a working copy and check all of it. Faults are values in ``problems``; nothing is raised for them."""
    settings, problems = read_settings(root)
    extra, found = extra_in(settings), list(problems)
    parameters = parameters_in(extra)
    if faults(found):  # Everything else would be told wrong.
        return Project(root, parameters, Policy(()), {}, {}, problems)
    words = hear(found, read_words(root, parameters))
    editions = hear(found, read_register(SETTINGS, extra))
    parameters |= parameters_of(editions, words.get("months", ""))
    readings = readings_in(read_text(root / READINGS, READINGS)[0] if (root / READINGS).is_file() else "")
    counting = hear(found, read_counting(SETTINGS, extra, readings))
    found += read_leaving(extra)
    policy = hear(found, read_policy(root, parameters))
    glossary = hear(found, read_glossary(root, policy, parameters))
    files = hear(found, read_trees(root))
    folder = read_folder(files, policy, parameters)
    records = hear(found, read_records(hear(found, read_texts(root))))
    cards, menu = hear(found, read_cards(root, parameters)), read_menu(settings)
    readers_words = hear(found, read_readers_words(root))
    found += problems_of_trees(folder, policy, records)
    found += problems_of_showing(root, folder, menu, cards)
    if not faults(folder.problems):
        targets = {*policy.numbers, *folder.trees}
        found += lead_nowhere(readers_words, targets, vocabulary(documents(policy, folder.trees, readers_words, words)))
    known = know_words(policy, parameters, read_list(root))
    language = parameters.get(ADVICE_IN, ENGLISH)
    found += advise_all(folder, files, known, language)
    is_sound = not faults(found)
    return Project(
        root=root,
        parameters=parameters,
        policy=policy,
        trees=folder.trees,
        words=words | as_words(cards),
        problems=tuple(sorted(found)),
        sources=folder.sources if is_sound else {},
        diagrams=folder.diagrams if is_sound else {},
        records=records,
        is_tried=folder.is_tried,
        editions=editions,
        title=title_in(settings),
        menu=menu,
        readers_words=readers_words,
        glossary=glossary,
        counting=counting,
        readings=readings,
        known=known if language == ENGLISH else None,
    )


def hear(found: list[Problem], told: tuple[Read, Iterable[Problem]]) -> Read:
    """Keep what is wrong with a thing that was read, and hand on the thing."""
    found += told[1]
    return told[0]


def problems_of_trees(folder: Folder, policy: Policy, records: Records) -> Iterator[Problem]:
    """What is wrong with the trees by themselves, beside the policy, and beside what was recorded of them."""
    yield from folder.problems
    yield from hold_against_policy(folder, policy)
    yield from upkeep(folder, policy, records)
    for tree in folder.trees.values() if folder.is_tried else ():
        yield from held_to_nothing(tree)


def problems_of_showing(root: Path, folder: Folder, menu: Menu, cards: Sequence[Card]) -> Iterator[Problem]:
    """Where readers would not come to a tree, or to one that is not there."""
    misnamed = {problem.place for problem in folder.problems if problem.code == "bad-id"}
    trees = [tree for tree in folder.trees.values() if tree.place not in misnamed]
    for tree in trees:
        yield from missing_page(root, tree)
    yield from (*not_in_menu(menu, trees), *without_situation(menu), *no_scope(trees))
    if not faults(folder.problems):
        yield from unknown_asks(root, folder.trees)
        yield from wrong_trees(cards, folder.trees)
