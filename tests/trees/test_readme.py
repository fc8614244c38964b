"""decision_trees/README.md is kept true: its tree works, its words are the loader's, and every key has its line."""

from __future__ import annotations

import re

import pytest

from macros.trees import case_reader, loader, outcome_reader, question_reader
from macros.trees.condition_reader import read_condition
from macros.trees.model import KINDS, VERDICTS
from macros.trees.ranges import read_range
from tests.trees.workshop import PARAMETERS, POLICY, ROOT, clause, problems_in

README = (ROOT / "decision_trees/README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
FIRST = BLOCKS[0]
ROWS = re.findall(r"^\| `([^|]+)` \|", README, re.MULTILINE)


@pytest.fixture(autouse=True)
def _clause_of_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy of these tests lacks a clause that the example cites."""
    monkeypatch.setitem(POLICY._by_number, "8.2", clause("8.2"))


def test_the_first_tree_is_whole_and_sound() -> None:
    assert problems_in(FIRST, "share-a-post") == ()


def test_its_claim_is_proved_and_its_example_is_tried() -> None:
    assert [problem.code for problem in problems_in(FIRST.replace("yes: ask-first", "yes: ours"))] == ["claim-broken"]
    wrong = FIRST.replace("answers: { people: no, ours: yes }", "answers: { people: yes }")
    assert [problem.code for problem in problems_in(wrong)] == ["example-fails"]


def test_the_mistake_it_shows_is_told_like_that() -> None:
    (shown,) = re.findall(r"^decision_trees/share-a-post.*$", README, re.MULTILINE)
    (told,) = problems_in(FIRST.replace("yes: ask-first", "yes: askfirst"), "share-a-post")
    assert str(told) == shown


@pytest.mark.parametrize(
    "keys",
    [
        loader.TREE_KEYS,
        question_reader.QUESTION_KEYS,
        outcome_reader.OUTCOME_KEYS,
        outcome_reader.UNTIL_KEYS,
        case_reader.CLAIM_KEYS,
        case_reader.EXAMPLE_KEYS,
        VERDICTS,
    ],
)
def test_every_key_has_its_line_in_the_order_of_the_loader(keys: tuple[str, ...]) -> None:
    at = ROWS.index(next(iter(keys)))
    while ROWS[at : at + len(keys)] != list(keys):
        at = ROWS.index(next(iter(keys)), at + 1)


def test_every_kind_is_named() -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `kind`"))
    assert re.findall(r"`(\w+)`", row) == ["kind", *KINDS]


def test_every_wording_of_a_range_is_read() -> None:
    table = [row for row in ROWS if re.search(r"\byears?\b", row)]
    assert len(table) == 6
    for wording in table:
        assert read_range(wording, PARAMETERS, years=True)
    (line,) = [line for line in README.splitlines() if line.startswith("For a number, leave `years` out")]
    for wording in re.findall(r"`([^`]*\d[^`]*)`", line):
        assert read_range(wording, PARAMETERS, years=False)


def test_every_condition_it_shows_is_understood() -> None:
    shown = [row for row in ROWS if re.search(r" (=|!=|<|in) ", row)]
    written = re.findall(r'(?:when|given): (?:"([^"]*)"|([^,}(\n]*(?:\([^)]*\))?[^,}\n]*))', "".join(BLOCKS))
    shown += [quoted or plain for quoted, plain in written]
    assert len(shown) > 8
    for text in shown:
        assert read_condition(text.strip(), lambda _: clause("4.7").place)


def test_its_sentences_are_short() -> None:
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    sentences = [line for line in prose.splitlines() if line and line[0] not in "|#"]
    assert [line for line in sentences if len(line.split()) > 30] == []
