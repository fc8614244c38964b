"""Slips of a hand: each kind is made, those that change nothing do not count, and each that lives has an example."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.browser.machine import CompiledTree
from macros.browser.states import TooWideError
from macros.cli import main
from macros.problems import Place, faults
from macros.project import load
from macros.proofs import mutants, pins, same
from macros.proofs.diagram import draw
from macros.proofs.mutants import (
    SAME,
    UNSOUND,
    UNTRIED,
    Bench,
    Trial,
    compile_quickly,
    proofs,
    told,
    try_mutations,
)
from macros.proofs.mutations import mutations
from macros.proofs.same import difference
from macros.trees.checker import check_graph
from macros.trees.compiler import load_compiled
from macros.trees.examples import try_examples
from macros.trees.model import Text, Tree
from macros.trees.paths import every_path
from tests.trees.workshop import KITCHEN_SINK, OTHER_TREE, POLICY, ROOT, copy_of_ours, read

OURS = load(ROOT)
TREE = """title: Can I?
rests-on: [5.2]
questions:
  age:
    ask: When were they born?
    kind: date
    ranges: { young: under 13 years, old: 13 years or over }
    options: { young: Under 13, old: 13 or over }
    go: { young: refuse, old: account, not-sure: ask-first }
  account:
    ask: Which?
    options: { mine: Mine, work: Work }
    go: { mine: by-age, work: by-age, not-sure: refuse }
  by-age:
    look:
      - { when: account = mine, go: ask-first }
      - { when: account = work and age = old, go: fine }
      - { else: ask-first }
outcomes:
  refuse: { verdict: no, say: No., because: [5.2] }
  ask-first: { verdict: ask, say: Ask., because: [5.2] }
  fine: { verdict: ask, say: Fine., because: [5.2] }
"""
ON_THE_DAY = "  - { name: On the day, today: 2026-11-22, answers: { age: 2013-11-22, account: work }, outcome: fine"
THE_DAY_BEFORE = "  - { name: The day before, today: 2026-11-22, answers: { age: 2013-11-23 }, outcome: refuse"


def tree(text: str = TREE) -> Tree:
    """The tree of a text."""
    return read({"tree": text}).trees["tree"]


def compiled(name: str, text: str) -> CompiledTree:
    """A tree compiled for a trial."""
    folder = read({name: text, "other-tree": OTHER_TREE})
    return compile_quickly(folder.trees[name], {other: one.title for other, one in folder.trees.items()})


def trial(text: str, name: str = "tree") -> Trial:
    """The trial of one tree, with the one beside it that the kitchen sink hands over to."""
    folder = read({name: text, "other-tree": OTHER_TREE})
    assert faults(folder.problems) == ()
    modules = {other: load_compiled(source, other) for other, source in folder.sources.items()}
    return try_mutations(name, folder.trees, modules, POLICY)


def living(text: str) -> set[str]:
    """The names of the slips that nothing notices."""
    return {mutant.mutation.name for mutant in trial(text).living}


def test_every_way_verdict_cut_and_condition_is_changed() -> None:
    made = {mutation.name for mutation in mutations(tree())}
    assert {
        "age young to account",
        "age young to by-age",
        "age young to ask-first",
        "age young to fine",
        "age not-sure to refuse",
        "account mine to refuse",
        "by-age 1 to refuse",
        "by-age 3 to fine",
        "by-age 1 dropped",
        "by-age 1 swapped",
        "by-age 1 turned",
        "by-age 2 dropped",
        "by-age 2 without 1",
        "by-age 2 without 2",
        "age 13 at 12",
        "age 13 at 14",
        "age 13 at 13 and a day",
        "refuse as yes",
        "refuse as yes-if",
        "refuse as nothing-to-do",
        "refuse as ask",
        "refuse as act-now",
    } <= made
    assert "by-age 2 swapped" not in made
    assert "account mine to age" not in made
    assert len({*made}) == len([*mutations(tree())])


def test_a_slip_stands_where_it_would_be_made() -> None:
    for mutation in mutations(tree()):
        line = TREE.splitlines()[mutation.place.line - 1]
        if mutation.kind == "way" and not mutation.spot.startswith("by-age"):
            answer = mutation.spot.split()[1]
            assert line[: mutation.place.column - 1].endswith(f"{answer}: ")
        else:
            assert {"look": "when", "verdict": "verdict", "cut": "ranges", "way": ": "}[mutation.kind] in line


def test_without_claims_and_examples_all_that_matters_lives() -> None:
    assert {"age young to fine", "refuse as ask", "age 13 at 12", "by-age 1 to fine"} <= living(TREE)


def test_slips_that_lead_every_answer_where_it_led_do_not_count() -> None:
    fates = trial(TREE).fates
    same = {"account mine to ask-first", "account work to fine", "by-age 3 to refuse", "by-age 3 to fine"}
    same |= {"by-age 1 dropped", "by-age 1 swapped", "by-age 2 without 1", "by-age 2 without 2"}
    assert fates[SAME] == len(same)
    assert not same & living(TREE)


def test_a_claim_or_an_example_catches_a_slip() -> None:
    claim = "always:\n  - { claim: C, when: age = young, verdict: no }\n"
    assert not {"age young to fine", "refuse as ask"} & living(TREE + claim)
    example = "examples:\n  - { name: E, answers: { age: young }, outcome: refuse, verdict: no }\n"
    assert not {"age young to fine", "refuse as ask"} & living(TREE + example)
    assert "refuse as ask" in living(TREE + example.replace(", verdict: no", ""))


def test_a_cut_is_held_by_an_example_on_each_side() -> None:
    cuts = {name for name in living(TREE) if name.startswith("age 13 at")}
    assert cuts == {"age 13 at 12", "age 13 at 14", "age 13 at 13 and a day"}
    above = f"examples:\n{ON_THE_DAY} }}\n"
    assert {name for name in living(TREE + above) if name.startswith("age 13 at")} == {"age 13 at 12"}
    both = f"{above}{THE_DAY_BEFORE} }}\n"
    assert not {name for name in living(TREE + both) if name.startswith("age 13 at")}


def test_advice_catches_nothing() -> None:
    """With its first line dropped, the look sends "mine" where "work" goes: two idle options, and that is advice."""
    assert "by-age 1 dropped" in living(TREE.replace("account = work and age = old", "age = old"))


@pytest.mark.parametrize("text", [TREE, KITCHEN_SINK.replace("\nalways:", "\nXX").partition("\nXX")[0] + "\n"])
def test_the_example_that_is_offered_is_true_and_catches_its_slip(text: str) -> None:
    found = trial(text, "kitchen-sink")
    assert found.living
    for mutant in found.living:
        with_example = read({"kitchen-sink": f"{text}examples:\n  {mutant.example}\n", "other-tree": OTHER_TREE})
        assert faults(with_example.problems) == (), mutant.example
        again = next(one for one in mutations(with_example.trees["kitchen-sink"]) if one.name == mutant.mutation.name)
        titles = {name: one.title for name, one in with_example.trees.items()}
        assert try_examples(again.tree, compile_quickly(again.tree, titles)), mutant.mutation.name


def test_what_is_told_names_the_spot_once_with_all_that_lives_there() -> None:
    problems = list(told(trial(TREE), {}))
    assert {problem.code for problem in problems} == {"living-mutant"}
    first = problems[0]
    assert str(first.place) == "decision_trees/tree.yml:9:18"
    assert first.what == (
        '"young" of "age" leads to "refuse"; nothing notices if it leads to "account", "ask-first" or "fine" instead.'
    )
    assert first.fix.startswith(
        'Add a claim, or this example: - { name: "…", answers: { age: young }, outcome: refuse, verdict: no }'
    )


def test_a_slip_that_is_too_much_to_compare_is_counted_as_untried(monkeypatch: pytest.MonkeyPatch) -> None:
    before = trial(TREE).fates
    monkeypatch.setattr(same, "MOST_SPOTS", 0)
    now, compared = trial(TREE).fates, {"way", "look"}
    assert 0 < now[UNTRIED] <= sum(mutation.kind in compared for mutation in mutations(tree()))
    assert now[UNSOUND] == before[UNSOUND]
    assert sum(now.values()) == sum(before.values())


def test_a_slip_that_could_not_be_tried_is_printed_and_ends_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copy_of_ours(tmp_path))
    # As if no example caught any, so that all have to be compared.
    monkeypatch.setattr(mutants, "try_examples", lambda *_: ())
    monkeypatch.setattr(mutants, "is_noticed", lambda *_: True)
    monkeypatch.setattr(same, "MOST_SPOTS", 0)
    assert main(["mutants", "old-enough"]) == 1
    told_of = capsys.readouterr().out
    assert re.search(r"old-enough: \d+ mutants, 0 living; .* [1-9]\d* untried: the tree is too wide\.\n", told_of)
    assert told_of.endswith("Make two trees of the one, and hand over from one to the other.\n")


def test_a_slip_without_a_way_to_show_it_lives_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise TooWideError("age")

    monkeypatch.setattr(pins, "spots", give_up)
    found = [mutant for mutant in trial(TREE).living if mutant.mutation.cuts]
    assert {mutant.example for mutant in found} == {""}
    assert "or an example that would. If no harm" in mutants.unseen(found).fix


def test_a_slip_that_was_called_harmless_is_not_told_and_a_reason_for_nothing_is() -> None:
    place = Place("decision_trees/records/mutants.yml")
    reasons = {name: Text("It does no harm.", place) for name in living(TREE)}
    assert list(told(trial(TREE), reasons)) == []
    (problem,) = told(trial(TREE), {**reasons, "age young to nowhere": Text("No.", place)})
    assert (problem.code, problem.level) == ("wrong-record", "advice")


@pytest.mark.parametrize("name", OURS.trees)
def test_a_trial_steps_through_the_very_tree_that_is_published(name: str) -> None:
    """And what is right is not called caught: nothing is noticed in a tree without a slip."""
    titles = {other: one.title for other, one in OURS.trees.items()}
    quick = compile_quickly(OURS.trees[name], titles)
    assert [*every_path(quick)] == [*every_path(OURS.compiled[name])]
    bench = Bench(OURS.trees[name], draw(quick), OURS.trees, OURS.compiled, titles, OURS.policy)
    assert not faults(proofs(OURS.trees[name], bench.original, bench))


def test_trees_that_ask_in_another_order_can_say_the_same() -> None:
    def row(first: str, second: str, *, same: bool = True) -> str:
        return f"""title: Can I?
rests-on: [5.2]
questions:
  {first}:
    ask: First?
    options: {{ yes: Yes, no: No }}
    go: {{ yes: {second}, no: {"refuse" if same else "ask-first"}, not-sure: ask-first }}
  {second}:
    ask: Second?
    options: {{ yes: Yes, no: No }}
    go: {{ yes: ask-first, no: refuse, not-sure: ask-first }}
outcomes:
  refuse: {{ verdict: no, say: No., because: [5.2] }}
  ask-first: {{ verdict: ask, say: Ask., because: [5.2] }}
"""

    one, other = (draw(compiled("tree", text)) for text in (row("a", "b"), row("b", "a")))
    found = difference(one, other)
    assert found
    assert sorted(found.values()) == ["no", "not-sure"]
    assert difference(one, draw(compiled("tree", row("a", "b")))) is None
    either = row("a", "b").replace("not-sure: ask-first", "not-sure: refuse")
    turned = row("b", "a").replace("not-sure: ask-first", "not-sure: refuse")
    assert difference(draw(compiled("tree", either)), draw(compiled("tree", turned))) is None


@pytest.mark.parametrize("name", ["old-enough", "install-app", "message-someone", "close-or-hand-over"])
def test_two_trees_differ_exactly_if_two_of_their_paths_agree_in_their_answers_and_not_in_their_end(name: str) -> None:
    """The same by brute force: every path of one held against every path of the other."""
    titles = {other: one.title for other, one in OURS.trees.items()}
    original = compile_quickly(OURS.trees[name], titles)
    ours, fates = list(every_path(original)), set()
    for mutation in mutations(OURS.trees[name]):
        if mutation.kind in {"way", "look"} and not faults(check_graph(mutation.tree)):
            mutant = compile_quickly(mutation.tree, titles)
            pairs = itertools.product(ours, every_path(mutant))
            differ = any(one.end != other.end for one, other in pairs if agree(one.known(), other.known()))
            found = difference(draw(original), draw(mutant))
            assert (found is not None) == differ, mutation.name
            fates.add(differ)
    assert True in fates


def agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether somebody could give all these answers."""
    return all(other.get(name, answer) == answer for name, answer in one.items() if name != "verdict")
