"""What decided an outcome and what would change it, held against a list of all paths that is looked through by hand."""

from __future__ import annotations

import random
from itertools import combinations
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.browser.explain import RANKS, Change, Ways, by_name, decided_by, nearest_change, none_to_spare
from macros.browser.machine import NOT_SURE, CompiledTree
from macros.project import load
from macros.trees.model import VERDICTS
from macros.trees.paths import Path, every_path
from tests.browser.setting import SINK
from tests.proofs.made_trees import made_tree
from tests.trees.workshop import ROOT, compiled_from

OURS = load(ROOT).compiled
TREES = {**OURS, "kitchen-sink": SINK, "made-up": compiled_from(made_tree(6))}


def clashes(tree: CompiledTree, path: Path, others: list[Path]) -> set[frozenset[str]]:
    """For each path that ends elsewhere, the questions it answers otherwise. To force an outcome takes one of each."""
    given = by_name(tree, path.answers)
    return {
        frozenset(name for name, answer in by_name(tree, other.answers).items() if given.get(name, answer) != answer)
        for other in others
        if other.end != path.end
    }


def forces(names: set[str], clashing: set[frozenset[str]]) -> bool:
    """Whether these answers leave no path that ends elsewhere."""
    return all(names & clash for clash in clashing)


def assert_decides(tree: CompiledTree) -> None:
    """What is said to have decided each path does, each of it is needed, and less would not do."""
    paths = list(every_path(tree))
    for path in paths:
        clashing = clashes(tree, path, paths)
        decided = decided_by(tree, path.answers)
        assert decided is not None
        assert list(decided) == [name for name in path.answers if name in decided]
        assert forces(set(decided), clashing), path
        assert not any(forces({*decided} - {name}, clashing) for name in decided), path
        smaller = combinations(path.answers, len(decided) - 1) if decided else ()
        assert not any(forces(set(names), clashing) for names in smaller), path


@pytest.mark.parametrize("name", TREES)
def test_the_fewest_answers_that_force_the_outcome_are_told_on_every_path(name: str) -> None:
    assert_decides(TREES[name])


def chance_tree(seed: int, questions: int) -> CompiledTree:
    """A tree in which all earlier answers may matter, and what follows is left to chance."""
    names = [f"q{at}" for at in range(questions)]
    verdicts = [*RANKS, "goto"]
    outcomes = {f"o{at}": {"verdict": name, "because": (), "goto": ""} for at, name in enumerate(verdicts)}

    def follow(at: int, known: dict[str, str]) -> str:
        chance = random.Random(f"{seed} {sorted(known.items())}")  # noqa: S311 - a tree for a test is no secret
        later = [f"question {name}" for name in names[at + 1 :]]
        some = [f"outcome o{chance.randrange(seed % len(outcomes) + 1)}"]
        return chance.choice([*later, *some])

    asked = {
        name: {
            "kind": "choice",
            "options": {"a": "A", "b": "B"},
            "needs": names[:at],
            "bring_about": ((("b", "not-sure"), "a", f"Do {name}"),),
        }
        for at, name in enumerate(names)
    }
    functions = {f"after_q{at}": lambda known, at=at: follow(at, known) for at in range(questions)}
    return cast("CompiledTree", SimpleNamespace(FIRST="q0", QUESTIONS=asked, OUTCOMES=outcomes, **functions))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), questions=st.integers(1, 5))
def test_they_are_the_fewest_in_a_tree_of_chance(seed: int, questions: int) -> None:
    assert_decides(chance_tree(seed, questions))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), questions=st.integers(1, 5))
def test_where_there_is_no_time_for_the_fewest_none_can_be_spared(seed: int, questions: int) -> None:
    tree = chance_tree(seed, questions)
    paths = list(every_path(tree))
    for path in paths:
        clashing = clashes(tree, path, paths)
        kept = none_to_spare(Ways(tree), by_name(tree, path.answers), path.end)
        assert forces(set(kept), clashing)
        assert not any(forces({*kept} - {name}, clashing) for name in kept)


def test_a_tree_too_wide_to_look_through_is_not_explained_and_holds_nobody_up() -> None:
    deep = compiled_from(made_tree(60))
    answers = {f"q{at}": "a" for at in range(60)}
    assert decided_by(deep, answers) is not None
    assert decided_by(deep, answers, most=100) is None


def test_an_answer_that_makes_no_difference_is_left_out() -> None:
    tree = compiled_from(SMALL)
    assert decided_by(tree, {"who": "child", "site": "ours", "seen": "no"}) == ("who", "seen")
    assert decided_by(tree, {"who": "adult"}) == ("who",)


SMALL = """
title: May I?
rests-on: [5.2]
questions:
  who:
    ask: Who?
    options: { child: A child, adult: An adult }
    go: { child: site, adult: fine }
    bring-about: [{ from: [child], to: adult, do: Bring an adult along }]
  site:
    ask: Where?
    options: { ours: Ours, theirs: Theirs }
    alike: [ours, theirs]
    go: { ours: seen, theirs: seen, not-sure: seen }
  seen:
    ask: Has a manager seen it?
    options: { yes: They have, no: They have not, refused: They said no }
    go: { yes: care, no: not-yet, refused: never }
    bring-about: [{ from: [no, not-sure], to: yes, do: Show it to your manager }]
outcomes:
  fine: { verdict: yes, say: Go ahead., because: [5.9] }
  care: { verdict: yes-if, say: Go ahead with care., because: [5.9] }
  not-yet: { verdict: ask, say: Ask., because: [5.2] }
  never: { verdict: no, say: Do not., because: [3.6] }
"""


def test_the_ranks_are_those_of_the_verdicts() -> None:
    assert RANKS == VERDICTS


def test_what_would_change_it_is_the_nearest_marked_answer() -> None:
    marked = compiled_from(SMALL)
    only_talk = compiled_from(
        SMALL.replace("    bring-about: [{ from: [child], to: adult, do: Bring an adult along }]\n", "")
    )
    answers = {"who": "child", "site": "ours", "seen": "no"}
    assert nearest_change(marked, answers) == Change("Bring an adult along", "yes")
    assert nearest_change(only_talk, answers) == Change("Show it to your manager", "yes-if")
    # After a refusal nobody is told to ask again: the writer names the answers from which it can be brought about.
    assert nearest_change(only_talk, {**answers, "seen": "refused"}) == Change()


@pytest.mark.parametrize(
    ("best", "change"),
    [("yes-if", Change("Bring a child")), ("ask", Change("Bring a child")), ("no", Change()), ("act-now", Change())],
)
def test_a_change_that_leads_on_counts_only_if_something_better_can_follow(best: str, change: Change) -> None:
    tree = compiled_from(LEADS_ON.replace("BEST", best))
    assert nearest_change(tree, {"who": "adult"}) == change


LEADS_ON = """
title: May I?
rests-on: [5.2]
questions:
  who:
    ask: Who?
    options: { child: A child, adult: An adult }
    go: { child: seen, adult: refuse, not-sure: refuse }
    bring-about: [{ from: [adult], to: child, do: Bring a child }]
  seen:
    ask: Has a manager seen it?
    options: { yes: They have, no: They have not }
    go: { yes: best, no: worst, not-sure: worst }
outcomes:
  best: { verdict: BEST, say: Well., because: [5.9] }
  refuse: { verdict: no, say: Do not., because: [3.6] }
  worst: { verdict: act-now, say: Tell them., because: [3.6] }
"""


def test_what_the_reader_is_not_sure_of_could_be_found_out() -> None:
    plain = compiled_from("\n".join(line for line in SMALL.splitlines() if "bring-about" not in line))
    assert nearest_change(plain, {"who": NOT_SURE}) == Change(unsure=True)
    assert nearest_change(plain, {"who": "child", "site": NOT_SURE, "seen": "no"}) == Change()
    assert nearest_change(plain, {"who": "child", "site": "ours", "seen": NOT_SURE}) == Change(unsure=True)


def test_a_yes_with_conditions_is_changed_only_by_what_leads_to_a_yes() -> None:
    answers = {"who": "child", "site": "ours", "seen": "yes"}
    assert nearest_change(compiled_from(SMALL), answers) == Change("Bring an adult along", "yes")
    only_talk = compiled_from(
        SMALL.replace("    bring-about: [{ from: [child], to: adult, do: Bring an adult along }]\n", "")
    )
    assert nearest_change(only_talk, answers) is None


def agree(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two sets of answers say the same wherever both say something."""
    return all(one[name] == other[name] for name in one.keys() & other.keys())


def by_hand(tree: CompiledTree, path: Path, paths: list[Path]) -> set[Change]:
    """Every change that the marked options of a path allow, read off the list of all paths."""
    given, rank = by_name(tree, path.answers), RANKS.get(path.verdict, 0)  # a hand-over has none
    found: set[Change] = set()
    for name, answer in given.items():
        for starts, option, words in tree.QUESTIONS[name].get("bring_about", ()):
            changed = {**given, name: option}
            fits = [one for one in paths if agree(changed, by_name(tree, one.answers))]
            whole = {one.verdict for one in fits if set(one.answers) <= set(changed)}
            better = {one.verdict for one in fits if RANKS.get(one.verdict, rank) < rank}
            if answer in starts and better:
                found.add(Change(words, whole.pop() if whole else ""))
    return found


def assert_changes(tree: CompiledTree) -> None:
    """On each path only marked options are offered, of these the best of the nearest, and nothing where none helps."""
    paths = list(every_path(tree))
    for path in paths:
        change = nearest_change(tree, path.answers)
        possible = by_hand(tree, path, paths)
        if path.verdict == "yes-if":
            possible = {one for one in possible if RANKS.get(one.verdict) == 0}
            assert change in possible or (change is None and not possible), path
        elif path.verdict not in ("ask", "no"):
            assert change is None
        elif possible:
            assert change in possible, path
            assert distance(change) == min(map(distance, possible)), path
        else:
            assert change is not None
            assert not change.instruction, path
            assert not change.unsure or NOT_SURE in path.answers.values()


def distance(change: Change) -> tuple[bool, int]:
    """An answer at once before more questions, then by the verdict."""
    return not change.verdict, RANKS.get(change.verdict, 0)


@pytest.mark.parametrize("name", TREES)
def test_on_every_path_the_best_of_the_nearest_marked_answers_is_offered(name: str) -> None:
    assert_changes(TREES[name])


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), questions=st.integers(1, 5))
def test_it_is_the_best_of_the_nearest_in_a_tree_of_chance(seed: int, questions: int) -> None:
    assert_changes(chance_tree(seed, questions))
