"""The ledger: every path once, merged where answers do not matter, and the committed ones as they should be."""

from __future__ import annotations

import pytest

from macros.project import load
from macros.proofs import ledger
from macros.proofs.ledger import stale, write_ledger
from macros.trees.paths import every_path
from tests.proofs.made_trees import made_tree
from tests.trees.workshop import ROOT, kitchen_sink, read

OURS = load(ROOT)
ROW = """title: Can I?
rests-on: [5.2]
questions:
  first:
    ask: First?
    options: { a: A, b: B, c: C }
    go: { a: idle, b: idle, c: refuse, not-sure: refuse }
  idle:
    ask: Idle?
    options: { a: A, b: B }
    go: { a: born, b: born, not-sure: born }
  born:
    ask: Born?
    kind: date
    ranges: { young: under 13 years, old: 13 years or over }
    options: { young: Under 13, old: 13 or over }
    go: { young: refuse, old: fine }
outcomes:
  refuse: { verdict: no, say: No., because: [5.2, 3.6] }
  fine: { verdict: ask, say: Ask., because: [5.9] }
"""


def lines(text: str, name: str = "tree") -> list[str]:
    """The paths in the ledger of a tree."""
    folder = read({name: text})
    return [line for line in write_ledger(folder.trees[name], folder.diagrams[name]).splitlines() if " => " in line][1:]


def test_answers_that_lead_to_the_same_place_stand_together_and_idle_questions_vanish() -> None:
    assert lines(ROW) == [
        "first: a | b, born: young => no: refuse (5.2, 3.6)",
        "first: a | b, born: old => ask: fine (5.9)",
        "first: a | b, born: not-sure => ask: hold-and-ask (5.2)",
        "first: c | not-sure => no: refuse (5.2, 3.6)",
    ]


def test_what_ranges_stand_for_is_said_so_that_a_moved_cut_shows() -> None:
    folder = read({"tree": ROW})
    text = write_ledger(folder.trees["tree"], folder.diagrams["tree"])
    assert "born: young = under 13 years; old = 13 years or over\n" in text


def test_a_hand_over_says_where_to_and_with_what() -> None:
    folder = kitchen_sink()
    text = write_ledger(folder.trees["kitchen-sink"], folder.diagrams["kitchen-sink"])
    outcome = next(one for one in folder.trees["kitchen-sink"].outcomes.values() if one.goto)
    carried = ", ".join(f"{question}: {answer}" for question, answer in outcome.knowing.items())
    assert f"=> goto: {outcome.name}, on to {outcome.goto} knowing {carried}\n" in text


@pytest.mark.parametrize("name", OURS.trees)
def test_every_path_of_ours_is_on_exactly_one_line(name: str) -> None:
    text = write_ledger(OURS.trees[name], OURS.diagrams[name])
    rows = [line.partition(" => ") for line in text.splitlines() if " => " in line][1:]
    for path in every_path(OURS.compiled[name]):
        known = path.known()
        matching = [end for answers, _, end in rows if agrees(answers, known)]
        assert [end.replace(",", " (").split(" (")[0] for end in matching] == [f"{path.verdict}: {path.end}"]


def agrees(answers: str, known: dict[str, str]) -> bool:
    """Whether a line of the ledger is about a path."""
    told = (answer.split(": ") for answer in answers.split(", "))
    return all(known.get(question) in given.split(" | ") for question, given in told)


def test_a_list_that_is_too_long_is_cut_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST_LINES", 3)
    folder = read({"tree": ROW})
    text = write_ledger(folder.trees["tree"], folder.diagrams["tree"])
    assert text.count(" => ") == 1 + 3
    assert "… and 1 more lines. Nobody can read so long a list: let a part of the tree be a tree of its own" in text


def test_a_huge_tree_costs_no_more_than_the_lines_that_are_written() -> None:
    folder = read({"tree": made_tree(60)})
    text = write_ledger(folder.trees["tree"], folder.diagrams["tree"])
    assert text.count("\n") < ledger.MOST_LINES + 20


def test_a_ledger_behind_its_tree_is_one_piece_of_advice() -> None:
    due = {"one": "1", "two": "2", "three": "3"}
    (told,) = stale({"one": "1", "two": "old"}, due)
    assert (told.code, told.level) == ("stale-ledger", "advice")
    assert told.what == "The ledger is behind the trees two and three."
    assert list(stale(due, due)) == []


def test_a_ledger_of_no_tree_is_told() -> None:
    (told,) = stale({"gone": "1"}, {})
    assert told.place.path == "decision_trees/ledger/gone.txt"
