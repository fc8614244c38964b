"""How easily clauses and trees read, in figures."""

from __future__ import annotations

import json

import pytest

from macros.advice.readability import Readability, hardest, measure, middle
from macros.advice.reading import reading_age
from macros.advice.sentences import words
from macros.browser.html_parts import Setting
from macros.cli import main
from macros.pages.tables import reading_table
from macros.project import load
from tests.trees.workshop import ROOT

PROJECT = load(ROOT)
KNOWN = PROJECT.known
EASY = "We can go to the park now. It is not far, and we can all get there on foot. Then we play."
HARD = (
    "Proportionate precautionary considerations necessitate comprehensive organisational reconsideration, "
    "notwithstanding countervailing administrative inconveniences experienced by participating representatives."
)


def test_words_and_sentences_are_counted() -> None:
    assert KNOWN
    found = measure("x", EASY, KNOWN)
    assert (found.words, found.sentences, found.longest) == (22, 3, 12)


def test_hard_words_and_long_sentences_ask_for_older_readers() -> None:
    assert KNOWN
    easy, hard = measure("x", EASY, KNOWN), measure("x", HARD, KNOWN)
    assert (easy.age or 99) < 8
    assert (hard.age or 0) > 18


def test_of_few_words_no_age_is_told() -> None:
    assert KNOWN
    assert measure("x", "Take the personal information out.", KNOWN).age is None


def test_each_clause_and_each_tree_has_its_figures() -> None:
    assert KNOWN
    found = {one.name: one for one in PROJECT.readability["clauses"]}
    assert list(found) == [str(clause.number) for clause in PROJECT.policy if clause.text]
    assert found["9.1"].age == reading_age(PROJECT.policy["9.1"].text, KNOWN)
    assert found["9.1"].words == len(words(PROJECT.policy["9.1"].text))
    assert [one.name for one in PROJECT.readability["trees"]] == list(PROJECT.trees)
    assert all(one.age is not None and one.age <= 12 for one in PROJECT.readability["trees"])


def test_the_middle_and_the_hardest_pass_over_what_has_no_age() -> None:
    some = tuple(Readability(name, 20, 1, 20, age) for name, age in (("a", 9), ("b", None), ("c", 15), ("d", 11)))
    assert middle(some) == 11
    assert [one.name for one in hardest(some, 2)] == ["c", "d"]
    assert (middle(()), hardest((), 2)) == (0, [])


def test_the_check_tells_them_and_never_as_a_fault(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["readability"]
    assert told == {kind: [one.as_json() for one in ones] for kind, ones in PROJECT.readability.items()}
    assert told["clauses"][0].keys() == {"name", "words", "sentences", "longest-sentence", "reading-age"}
    assert main(["check"]) == 0
    assert "clauses: half of them at" in capsys.readouterr().out


def test_the_table_has_the_hardest_first_and_escapes_its_words() -> None:
    some = (Readability("a", 5, 1, 5, None), Readability("b", 30, 2, 20, 14))
    links = {"a": ("A <b>", "policy/x/#a"), "b": ("B", "policy/x/#b")}
    table = reading_table("clauses", some, links, Setting(PROJECT.words, "../../"))
    assert table.index(">B<") < table.index("A &lt;b&gt;")
    assert "<td>14</td><td>30</td><td>2</td><td>20</td>" in table
    assert "too short" in table
