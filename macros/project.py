"""A working copy, loaded once: its parameters, its policy, its trees, its words, and all that is wrong with them."""

from __future__ import annotations

import pprint
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.advice.advise import ENGLISH, advise_all
from macros.advice.known_words import KnownWords, know_words
from macros.advice.readability import Readability, of_clauses, of_trees
from macros.browser.machine import CompiledTree
from macros.cards import as_words, read_cards, unknown_trees
from macros.clauses.duty_lists import CountsAs
from macros.clauses.model import Policy
from macros.clauses.reader import read_policy
from macros.finding.beside import duty_documents, term_documents
from macros.finding.documents import Document, documents, vocabulary
from macros.finding.pages import page_documents
from macros.finding.readers_words import ReadersWords, lead_nowhere, read_readers_words
from macros.glossary import Glossary, read_glossary
from macros.leaving import read_leaving
from macros.menu import Menu, read_menu, without_situation
from macros.problems import Place, Problem, did_you_mean, faults
from macros.proofs.coverage import Row, cover
from macros.proofs.diagram import Diagram
from macros.proofs.figures import Figures, count
from macros.proofs.fingerprints import clause_hash, edition_hash, tree_hash
from macros.proofs.folder import read_folder
from macros.proofs.prove import held_to_nothing
from macros.proofs.records import LEDGER, RECORDS, REVIEWED, Records, in_a_row, read_records
from macros.proofs.upkeep import hold_against_policy, upkeep
from macros.register import DRAFT, Edition, parameters_of, read_register
from macros.roles import READINGS, read_counting, readings_in
from macros.trees.compiler import load_compiled
from macros.trees.model import Tree
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Value
from macros.words import FOLDER, read_text, read_words

SETTINGS, TREES, PAGES = "mkdocs.yml", "decision_trees", "docs/ask"
TITLE = "site_name"
KNOWN_WORDS, ADVICE_IN = f"{TREES}/known-words.txt", "lint_language"
KEPT = ((LEDGER, "*.txt"), (RECORDS, "*.yml"), (REVIEWED, "*.yml"))
ENGINE = Path(__file__).parent / "browser"
ASKED = re.compile(r"""\{\{\s*ask\(["'](?P<tree>[^"']*)["']\)""")
SHOWN_AS_IS = "\nrender_macros: false\n"  # A page that shows what a call looks like calls for nothing.
NOT_IN_QUESTIONS = (
    "calendar.",
    "cite.",
    "compare.",
    "duties.",
    "edition.",
    "editions.",
    "feed.",
    "find.",
    "glossary.",
    "history.",
    "notice.",
    "peek.",
    "role.",
    "stretch.",
    "theme.",
)
NULL = ("null", "Null", "NULL", "~")  # YAML's words for nothing


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
        found = documents(self.policy, trees, self.readers_words)
        found += [*duty_documents(self.policy, self.counting, self.words), *term_documents(self.glossary)]
        return (*found, *page_documents(self.root, self.menu, self.parameters))

    def questions_on(self, number: str) -> tuple[tuple[str, str], ...]:
        """The trees that rest on a clause or cite it, each as (id, title)."""
        return self._questions.get(str(number), ())


def load(root: Path) -> Project:
    """Read a working copy and check all of it. Faults are values in ``problems``; nothing is raised for them."""
    settings, problems = read_settings(root)
    extra, menu = extra_in(settings), read_menu(settings)
    parameters = parameters_in(extra)
    if faults(problems):  # Everything else would be told wrong.
        return Project(root, parameters, Policy(()), {}, {}, problems)
    words, more = read_words(root, parameters)
    editions, misread = read_register(SETTINGS, extra)
    parameters |= parameters_of(editions, words.get("months", ""))
    readings = readings_in(read_text(root / READINGS, READINGS)[0] if (root / READINGS).is_file() else "")
    counting, miscounted = read_counting(SETTINGS, extra, readings)
    policy, policy_problems = read_policy(root, parameters)
    glossary, unclear = read_glossary(root, policy, parameters)
    problems = (*problems, *more, *misread, *miscounted, *read_leaving(extra), *policy_problems, *unclear)
    files, unreadable = read_trees(root)
    folder = read_folder(files, policy, parameters)
    cited = hold_against_policy(folder, policy)
    texts, torn = read_texts(root)
    unheld = [told for tree in folder.trees.values() if folder.is_tried for told in held_to_nothing(tree)]
    cards = read_cards(root, parameters)
    words |= as_words(cards)
    records, wrong = read_records(texts)
    kept = upkeep(folder, policy, records)
    misnamed = {problem.place for problem in folder.problems if problem.code == "bad-id"}
    named = [tree for tree in folder.trees.values() if tree.place not in misnamed]
    pages = [problem for tree in named for problem in missing_page(root, tree)] + not_in_menu(menu, named)
    pages += without_situation(menu) + no_scope(named)
    readers_words, misspelt = read_readers_words(root)
    if not faults(folder.problems):
        pages += [*unknown_asks(root, folder.trees), *unknown_trees(cards, folder.trees)]
        words_found = vocabulary(documents(policy, folder.trees, readers_words))
        misspelt += tuple(lead_nowhere(readers_words, {*policy.numbers, *folder.trees}, words_found))
    known = know_words(policy, parameters, read_list(root))
    language = parameters.get(ADVICE_IN, ENGLISH)
    advice = advise_all(folder, files, known, language)
    found = (*folder.problems, *cited, *pages, *torn, *wrong, *kept, *unheld, *advice, *misspelt)
    problems = tuple(sorted((*problems, *unreadable, *found)))
    sources = {} if faults(problems) else folder.sources
    diagrams = folder.diagrams if sources else {}
    return Project(
        root=root,
        parameters=parameters,
        policy=policy,
        trees=folder.trees,
        words=words,
        problems=problems,
        sources=sources,
        diagrams=diagrams,
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


def read_trees(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The text of every file in the folder of trees, by its path."""
    files: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    for path in sorted(
        path for path in (root / TREES).glob("*") if path.is_file() and path.suffix.lower() in (".yml", ".yaml")
    ):
        name = path.relative_to(root).as_posix()
        text, unreadable = read_text(path, name)
        if path.suffix != ".yml":
            fix = f"Rename it to {path.stem}.yml: until then it is no tree."
            unreadable = (Problem(Place(name), "not-yml", "The name of this file does not end in .yml.", fix),)
        problems += unreadable
        if not unreadable:
            files[name] = text
    return files, problems


def read_list(root: Path) -> str:
    """The writers' list of words that everybody knows, if they keep one."""
    return read_text(root / KNOWN_WORDS, KNOWN_WORDS)[0] if (root / KNOWN_WORDS).is_file() else ""


def read_texts(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The text of every ledger and every record, by its path. What cannot be read is advice, never a fault."""
    texts: dict[str, str] = {}
    torn: list[Problem] = []
    files = [path for folder, kind in KEPT for path in (root / folder).glob(kind)]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        try:  # A folder, a link to nowhere, a file that is somebody else's.
            text, unreadable = read_text(path, name) if path.is_file() else ("", (no_file(name),))
        except OSError:
            text, unreadable = "", (no_file(name),)
        torn += [replace(problem, level="advice") for problem in unreadable]
        if not unreadable:
            texts[name] = text
    return texts, tuple(torn)


def no_file(name: str) -> Problem:
    """A record that is there by its name only."""
    return Problem(Place(name), "wrong-record", "This is no file that can be read.", "Take it out.")


def missing_page(root: Path, tree: Tree) -> tuple[Problem, ...]:
    """A tree that readers could not come to: nothing shows it."""
    page, call = f"{PAGES}/{tree.name}.md", f'{{{{ ask("{tree.name}") }}}}'
    shown = (root / page).is_file() and f'ask("{tree.name}")' in read_text(root / page, page)[0].replace("'", '"')
    fix = f"Make the file {page} with one line: {call}"
    return () if shown else (Problem(tree.place, "no-page", f'The tree "{tree.name}" has no page of its own.', fix),)


def not_in_menu(menu: Menu, trees: Iterable[Tree]) -> list[Problem]:
    """Trees whose page the menu leaves out, where there is a menu: readers come to them only by a link."""
    out = [tree.name for tree in trees if menu.pages and tree.name not in menu.situations]
    if not out:
        return []
    what = f"The menu does not lead to the page{'s' if out[1:] else ''} of the {in_a_row(out, 'tree')}."
    fix = f"In {SETTINGS}, under nav, add a line{' for each' if out[1:] else ''}: - ask/{out[0]}.md"
    return [Problem(Place(SETTINGS), "not-in-menu", what, fix, "advice")]


def no_scope(trees: Iterable[Tree]) -> list[Problem]:
    """Trees of which the list of questions can show nothing but the title."""
    what, fix = "This tree does not say what it is about.", 'Add a line below the title, "scope: …", in a few words.'
    return [Problem(tree.place, "no-scope", what, fix, "advice") for tree in trees if not tree.scope]


def unknown_asks(root: Path, trees: Mapping[str, Tree]) -> Iterator[Problem]:
    """Pages that call for a tree which is not there."""
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.relative_to(root).as_posix()
        text = read_text(path, page)[0]
        for number, line in enumerate(() if SHOWN_AS_IS in text else text.splitlines(), start=1):
            for called in ASKED.finditer(line):
                if called["tree"] not in trees:
                    fix = did_you_mean(called["tree"], trees) or "Name a file in decision_trees, without .yml."
                    place = Place(page, number, called.start("tree") + 1)
                    yield Problem(place, "unknown-tree", f'There is no tree "{called["tree"]}".', fix)


def load_parameters(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The parameters under ``extra`` in mkdocs.yml, as text."""
    settings, problems = read_settings(root)
    return parameters_in(extra_in(settings)), problems


def read_settings(root: Path) -> tuple[Value | None, tuple[Problem, ...]]:
    """What stands in mkdocs.yml, or the fault that nothing stands under ``extra``."""
    text, unreadable = read_text(root / SETTINGS, SETTINGS)
    if unreadable:
        return None, unreadable
    value, problems = read_yaml(SETTINGS, text)
    # The generator's own tags (!ENV) are fine in its settings file.
    kept = tuple(problem for problem in problems if problem.code not in ("yaml-tag", "yaml-anchor"))
    if extra_in(value) is None and not kept:
        what = 'There are no parameters: nothing stands below "extra:".'
        fix = 'Write "extra:" at the start of a line, and each parameter below it, set in by two spaces: org_short: …'
        kept = (Problem(Place(SETTINGS), "no-parameters", what, fix),)
    return value, kept


def extra_in(settings: Value | None) -> Mapped | None:
    """What stands under ``extra``."""
    extra = settings.entries.get("extra") if isinstance(settings, Mapped) else None
    return extra if isinstance(extra, Mapped) else None


def title_in(settings: Value | None) -> str:
    """What the policy is called: the name of the site."""
    name = settings.entries.get(TITLE) if isinstance(settings, Mapped) else None
    return name.text if isinstance(name, Scalar) else ""


def parameters_in(extra: Mapped | None) -> dict[str, str]:
    """The texts under ``extra``. Mappings there are the theme's, or the register of editions, and are passed over."""
    entries = extra.entries if extra else {}
    texts = {name: value.text for name, value in entries.items() if isinstance(value, Scalar)}
    return {name: "" if text in NULL else text for name, text in texts.items()}


def engine_sources(project: Project, number: str = DRAFT) -> dict[str, str]:
    """The Python that goes to the browser: the engine, the compiled trees, the words of the site, and the edition."""
    engine = {f"browser/{path.name}": path.read_text(encoding="utf-8") for path in sorted(ENGINE.glob("*.py"))}
    trees = {f"compiled/{name.replace('-', '_')}.py": source for name, source in project.sources.items()}
    words = {key: text for key, text in project.words.items() if not key.startswith(NOT_IN_QUESTIONS)}
    told = as_module(WORDS=words, EDITION=edition_facts(project, number))
    return {**engine, "compiled/__init__.py": "", "compiled/words.py": told, **trees}


def edition_facts(project: Project, number: str) -> dict[str, Any]:
    """What a record of an answer tells of the edition it was made in. ``questions`` has a hash of each tree."""
    trees = {name: tree_hash(tree) for name, tree in project.trees.items()}
    clauses = {str(clause.number): clause_hash(clause) for clause in project.policy}
    return {
        "policy": project.title,
        "organisation": project.parameters.get("org_name", ""),
        "number": number,
        "fingerprint": edition_hash(clauses, trees),
        "questions": trees,
    }


def comparing_sources(project: Project) -> dict[str, str]:
    """The Python that the browser fetches besides, only to compare editions; and every word of the site."""
    room = {
        f"browser/compare/{path.name}": path.read_text(encoding="utf-8") for path in sorted(ENGINE.glob("compare/*.py"))
    }
    return {**room, "compared/__init__.py": "", "compared/words.py": as_module(WORDS=project.words)}


def as_module(**values: Mapping[str, Any]) -> str:
    """Some values as a module of Python: the words, and what tells of the edition."""
    parts = [f"{name} = {pprint.pformat(dict(value), width=120)}\n" for name, value in values.items()]
    return "\n".join([f'"""The words of the site, from {FOLDER}."""\n', *parts])
