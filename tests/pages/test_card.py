"""An act-now card: the clauses word for word, what is ours marked as ours, and a line for what nobody has told."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from macros.browser import verdicts
from macros.browser.html_parts import Setting
from macros.cards import read_cards
from macros.pages.card import card_part
from macros.project import Project, load
from tests.trees.workshop import ROOT, copy_of_ours

PROJECT = load(ROOT)
CALL = re.compile(r'card\((?P<clauses>(?:"[^"]+", )+)ask="(?P<tree>[^"]+)", reach=\{(?P<reach>.*?)\}\)', re.DOTALL)
FILES = {path.stem: CALL.search(path.read_text(encoding="utf-8")) for path in (ROOT / "docs/act-now").glob("*.md")}
MUST = {"abuse": "7.1", "break-in": "7.2", "young-person": "3.6"}  # the clause that comes first


def drawn(name: str, project: Project = PROJECT) -> str:
    """A card as its page calls for it."""
    call = FILES[name]
    assert call
    clauses = [project.policy[number] for number in re.findall(r'"([^"]+)"', call["clauses"])]
    reach = {label: project.parameters[key] for label, key in re.findall(r'"([^"]+)": "([^"]+)"', call["reach"])}
    setting = Setting(project.words, "../../")
    return card_part(clauses, reach, project.trees[call["tree"]], project.policy, setting)


def text(html: str) -> str:
    """What a reader reads."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.mark.parametrize("name", MUST)
def test_each_section_is_a_clause_word_for_word_with_its_notes_as_ours(name: str) -> None:
    sections = re.findall(r"<section>(.*?)</section>", drawn(name))
    numbers = []
    for section in sections:
        number = re.search(r">([0-9.]+) ", section)
        assert number
        clause = PROJECT.policy[number[1]]
        notes = "".join(f" {note.text} (not from the policy)" for note in clause.notes)
        wanted = f"{clause.number} {clause.heading} {' · '.join(clause.forces)} {clause.text}{notes}"
        assert text(section).strip() == wanted
        numbers.append(number[1])
    assert numbers[0] == MUST[name]
    assert {"3.6", "7.3"} <= set(numbers)


def test_the_break_in_card_keeps_the_order_of_the_clause() -> None:
    steps = [text(step).strip() for step in re.findall(r"<li>(.*?)</li>", drawn("break-in"))]
    assert [step.split()[0] for step in steps] == ["If", "take", "and"]
    assert " ".join(steps) == PROJECT.policy["7.2"].text


def test_the_safety_note_is_marked_as_ours_and_names_the_safeguarding_lead() -> None:
    note = drawn("abuse").partition("<section>")[0]
    assert "Go to another manager." in text(note)
    assert "call 999" in text(note)
    assert "(not from the policy)" in text(note)


def test_an_empty_parameter_is_a_line_and_a_filled_one_is_told(tmp_path: Path) -> None:
    root = copy_of_ours(tmp_path)
    settings = root / "mkdocs.yml"
    told = settings.read_text(encoding="utf-8").replace('incident_form: ""', 'incident_form: "the <office> & hall"')
    settings.write_text(told, encoding="utf-8")
    ours, theirs = drawn("abuse"), drawn("abuse", load(root))
    assert (ours.count("card-line"), theirs.count("card-line")) == (6, 5)
    assert "the &lt;office&gt; &amp; hall" in theirs


def test_every_tree_with_a_card_has_it_at_its_answers_that_cannot_wait() -> None:
    assert {card.address: [tree.text for tree in card.trees] for card in read_cards(ROOT, PROJECT.parameters)[0]} == {
        "act-now/abuse/": ["online-abuse", "record-it"],
        "act-now/break-in/": ["account-break-in"],
        "act-now/young-person/": ["worried-about-young-person"],
    }
    assert PROJECT.words["card.of.online-abuse.title"] == "Abuse or bullying online"


def test_a_card_for_a_tree_that_is_not_there_is_told_with_its_place(tmp_path: Path) -> None:
    root = copy_of_ours(tmp_path)
    page = root / "docs/act-now/break-in.md"
    page.write_text(page.read_text(encoding="utf-8").replace("account-break-in]", "acount-break-in]"), encoding="utf-8")
    told = [problem for problem in load(root).problems if problem.code == "unknown-tree"]
    assert [(str(problem.place), problem.what) for problem in told] == [
        ("docs/act-now/break-in.md:3:12", 'There is no tree "acount-break-in".')
    ]


def front_matter(root: Path, text: str) -> Path:
    """A project with one card, which begins with this."""
    page = root / "docs/act-now/break-in.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"{text}\n# Somebody got into {{{{ what }}}}\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "text",
    [
        "---\ncard-for: [account-break-in]\n---",
        "---\n# For the hall\ncard-for: account-break-in # alone\n---",
        "--- \ncard-for:\n  - account-break-in\n---\t",
    ],
)
def test_a_card_may_name_its_tree_in_any_form_and_its_title_stands_below(tmp_path: Path, text: str) -> None:
    (card,), told = read_cards(front_matter(tmp_path, text), {"what": "an account"})
    assert (card.title, [tree.text for tree in card.trees], told) == (
        "Somebody got into an account",
        ["account-break-in"],
        (),
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ncard-for: [account-break-in\n---", "not-yaml", 2),
        ("---\ncard-for: [a-tree]\ncard-for: [a-tree]\n---", "key-twice", 3),
        ("---\ncard-for: [a-tree]\n---\n", "unknown-parameter", 5),
    ],
)
def test_what_cannot_be_read_of_a_card_is_told_with_its_place(tmp_path: Path, text: str, code: str, line: int) -> None:
    told = read_cards(front_matter(tmp_path, text), {})[1]
    assert [(problem.code, problem.place.line) for problem in told] == [(code, line)]


def test_what_cannot_wait_leads_to_its_card_and_every_safety_note_to_all_of_them() -> None:
    setting = Setting(PROJECT.words)
    for name, tree in PROJECT.compiled.items():
        card = PROJECT.words.get(f"card.of.{name}")
        for end, ends in tree.OUTCOMES.items():
            shown = verdicts.outcome(tree, end, setting)
            assert shown.count('href="../../act-now/"') == 1, (name, end)
            links = re.findall(r'href="\.\./\.\./(act-now/[^"]+)"', shown)
            assert links == ([card] if card and ends["verdict"] == "act-now" else []), (name, end)
