"""Two trees side by side: small ones with one change each, told as a reader of the comparison needs it."""

from __future__ import annotations

from typing import Any

import pytest

from macros.browser.compare.trees import TreeChange, compare_trees
from macros.editions.trees_data import tree_data
from macros.problems import faults
from macros.proofs.folder import read_folder
from tests.browser.compare.made import NEVER
from tests.trees.workshop import PARAMETERS, POLICY

TREE = """title: Can I post this?
rests-on: [5.2]
questions:
  account:
    ask: Whose account is it?
    options: { own: My own, work: For work }
    go: { own: fine, work: age, not-sure: ask-first }
  age:
    ask: How old are they?
    kind: number
    ranges: { young: under 13, old: 13 or over }
    options: { young: Under 13, old: 13 or over }
    go: { young: refuse, old: shown, not-sure: ask-first }
  shown:
    ask: Who is in it?
    kind: several
    options: { children: Children, adults: Adults }
    go: { none: fine, any: ask-first, not-sure: ask-first }
outcomes:
  fine: { verdict: yes, say: Go ahead., because: [5.9] }
  ask-first: { verdict: ask, say: Ask first., because: [5.2] }
  refuse: { verdict: no, say: Do not., because: [3.6] }
"""
OTHER = """title: Is it safe?
rests-on: [5.2]
questions:
  when:
    ask: When was it?
    options: { now: Just now, before: Some time ago }
    go: { now: danger, before: talk, not-sure: talk }
  danger:
    ask: Is anybody in danger?
    options: { yes: Yes, no: No }
    go: { yes: act, no: wait, not-sure: act }
outcomes:
  act: { verdict: act-now, say: Act now., because: [3.6] }
  wait: { verdict: no, say: Wait., because: [3.6] }
  talk: { verdict: ask, say: Talk it over., because: [3.6] }
"""


def published(tree: str, **others: str) -> dict[str, Any]:
    """A folder of trees as it is published."""
    files = {"post": tree, **others}
    paths = {f"decision_trees/{name}.yml": text for name, text in files.items() if text}
    folder = read_folder(paths, POLICY, PARAMETERS)
    assert faults(folder.problems) == ()
    trees = {name: tree_data(folder.trees[name], diagram, NEVER) for name, diagram in folder.diagrams.items()}
    return {"clauses": {str(clause.number): clause.id for clause in POLICY}, "trees": trees}


def changed(old: str, new: str, **others: str) -> TreeChange:
    """What changed in the one tree that changed."""
    (change,) = compare_trees(published(old, **others), published(new, **others))
    return change


def told(change: TreeChange) -> list[str]:
    """The changes of answers, in short."""
    return [f"{one.end.kind}: {one.old} > {one.new}, {one.ways} of {change.ways}" for one in change.answers]


def put(*changes: tuple[str, str], tree: str = TREE) -> str:
    """A tree with some lines changed."""
    for before, after in changes:
        assert before in tree
        tree = tree.replace(before, after)
    return tree


# account: own, not sure; work with age: young, not sure; old with shown: none, any, not sure. Seven ways in all.
@pytest.mark.parametrize(
    ("change", "answers"),
    [
        (("fine: { verdict: yes", "fine: { verdict: ask"), ["tightened: fine > fine, 2 of 7"]),
        (("refuse: { verdict: no", "refuse: { verdict: yes-if"), ["loosened: refuse > refuse, 1 of 7"]),
        (("fine: { verdict: yes", "fine: { verdict: nothing-to-do"), ["otherwise: fine > fine, 2 of 7"]),
        (("go: { own: fine, work", "go: { own: refuse, work"), ["tightened: fine > refuse, 1 of 7"]),
        (("say: Ask first.", "say: Ask your manager."), ["words: ask-first > ask-first, 4 of 7"]),
        (("say: Ask first.", "say: ask first!"), ["editorial: ask-first > ask-first, 4 of 7"]),
        (("because: [3.6]", "because: [3.6, 5.9]"), ["clauses: refuse > refuse, 1 of 7"]),
        (("because: [3.6] }", "because: [3.6], on-work-account: false }"), []),
        # A limit that moves from 13 to 16 cuts the numbers in three: whoever is 13 to 15 was "old".
        (
            ("under 13, old: 13", "under 16, old: 16"),
            ["tightened: fine > refuse, 1 of 10", "tightened: ask-first > refuse, 2 of 10"],
        ),
        # A new tick: whoever ticks only that was "none of these".
        (("adults: Adults }", "adults: Adults, pets: Pets }"), ["tightened: fine > ask-first, 1 of 8"]),
        (("children: Children, adults: Adults }", "adults: Adults }"), ["loosened: ask-first > fine, 1 of 8"]),
    ],
)
def test_each_change_of_an_answer_is_told(change: tuple[str, str], answers: list[str]) -> None:
    new = put(change)
    found = compare_trees(published(TREE), published(new))
    assert [line for one in found for line in told(one)] == answers


def test_the_more_permissive_stands_first_then_the_larger_step() -> None:
    new = put(
        ("young: refuse, old", "young: fine, old"),
        ("go: { own: fine, work: age, not-sure: ask-first }", "go: { own: refuse, work: age, not-sure: refuse }"),
        ("none: fine, any: ask-first", "none: fine, any: refuse"),
    )
    assert told(changed(TREE, new)) == [
        "loosened: refuse > fine, 1 of 7",
        "tightened: fine > refuse, 1 of 7",
        "tightened: ask-first > refuse, 2 of 7",
    ]


def test_other_names_for_the_same_are_no_change_of_any_answer() -> None:
    new = put(
        ("  account:\n", "  whose:\n"),
        ("own: My own", "mine: My own"),
        ("go: { own: fine", "go: { mine: fine"),
        ("young: under 13", "child: under 13"),
        ("young: Under 13", "child: Under 13"),
        ("young: refuse", "child: refuse"),
        ("  refuse: {", "  no-way: {"),
        ("child: refuse", "child: no-way"),
    )
    change = changed(TREE, new)
    assert told(change) == []
    assert [(one.kind, one.name, one.was) for one in change.questions] == [
        ("changed", "whose", "account"),
        ("changed", "age", ""),
    ]


def test_options_that_changed_their_ids_are_known_by_their_words() -> None:
    new = put(("{ own: My own, work: For work }", "{ work: My own, own: For work }"))
    assert told(changed(TREE, new)) == [
        "loosened: refuse > fine, 1 of 11",
        "loosened: ask-first > fine, 3 of 11",
        "tightened: fine > refuse, 1 of 11",
        "tightened: fine > ask-first, 3 of 11",
    ]


def test_a_question_that_came_in_splits_the_ways_through_it() -> None:
    asked = "    ask: Are you sure?\n    options: { yes: Yes, no: No }\n"
    asked = f"  sure:\n{asked}    go: {{ yes: fine, no: refuse, not-sure: ask-first }}\n"
    new = put(("go: { own: fine", "go: { own: sure"), ("  age:\n", f"{asked}  age:\n"))
    change = changed(TREE, new)
    assert told(change) == ["tightened: fine > refuse, 1 of 9", "tightened: fine > ask-first, 1 of 9"]
    assert [(one.kind, one.name) for one in change.questions] == [("added", "sure")]
    assert [(one.asked_by, one.question, one.new) for one in change.answers[0].given] == [
        ("both", "account", "own"),
        ("new", "sure", "no"),
    ]
    back = changed(new, TREE)
    assert told(back) == ["loosened: refuse > fine, 1 of 9", "loosened: ask-first > fine, 1 of 9"]
    assert [(one.kind, one.name) for one in back.questions] == [("dropped", "sure")]


def test_an_option_that_came_in_says_what_it_can_lead_to() -> None:
    new = put(
        ("work: For work }", "work: For work, club: A club's }"), ("work: age, not", "work: age, club: shown, not")
    )
    change = changed(TREE, new)
    (question,) = change.questions
    assert told(change) == []
    assert [(one.kind, one.name, one.leads) for one in question.options] == [("added", "club", ("yes", "ask"))]
    (back,) = changed(new, TREE).questions
    assert [(one.kind, one.name, one.leads) for one in back.options] == [("dropped", "club", ("yes", "ask"))]


def test_a_question_of_another_kind_without_a_common_answer_is_another_question() -> None:
    new = put(
        ("    options: { own: My own, work: For work }\n", "    kind: several\n    options: { a: One, b: Two }\n"),
        ("go: { own: fine, work: age, not", "go: { none: fine, any: age, not"),
    )
    assert [(one.kind, one.name) for one in changed(TREE, new).questions] == [
        ("added", "account"),
        ("dropped", "account"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        # All that can come of the other tree is stricter than a yes.
        ("fine: { verdict: yes, say: Go ahead., because: [5.9] }", "fine: { goto: safe }", "tightened"),
        ("fine: { goto: safe }", "fine: { verdict: yes, say: Go ahead., because: [5.9] }", "loosened"),
        # It can come to "ask" again, and to worse.
        ("ask-first: { verdict: ask, say: Ask first., because: [5.2] }", "ask-first: { goto: safe }", "otherwise"),
        # It can come to something more permissive than a no, and to something stricter.
        ("refuse: { verdict: no, say: Do not., because: [3.6] }", "refuse: { goto: safe }", "otherwise"),
        # With this answer carried along, only a no or worse can come of it.
        (
            "ask-first: { verdict: ask, say: Ask first., because: [5.2] }",
            "ask-first: { goto: safe, knowing: { when: now } }",
            "tightened",
        ),
        ("refuse: { goto: safe }", "refuse: { goto: safe, knowing: { when: now } }", "otherwise"),
    ],
)
def test_a_hand_over_is_as_permissive_as_what_can_come_of_it(before: str, after: str, kind: str) -> None:
    name = before.split(":", maxsplit=1)[0]
    line = next(row.strip() for row in TREE.splitlines() if row.startswith(f"  {name}:"))
    old, new = put((line, before)), put((line, after))
    change = changed(old, new, safe=OTHER)
    assert {one.end.kind for one in change.answers} == {kind}


def test_a_change_behind_a_hand_over_is_told_of_the_tree_it_is_in() -> None:
    handing = put(("refuse: { verdict: no, say: Do not., because: [3.6] }", "refuse: { goto: safe }"))
    safer = OTHER.replace("verdict: no", "verdict: act-now")
    (change,) = compare_trees(published(handing, safe=OTHER), published(handing, safe=safer))
    assert (change.name, told(change)) == ("safe", ["tightened: wait > wait, 1 of 5"])


def test_trees_that_came_or_went_are_told_last() -> None:
    old, new = published(TREE), published(put(("title: Can I", "title: May I")), safe=OTHER)
    assert [(one.kind, one.name, bool(one.retitled)) for one in compare_trees(old, new)] == [
        ("changed", "post", True),
        ("added", "safe", False),
    ]
    assert [(one.kind, one.name) for one in compare_trees(new, old)] == [("changed", "post"), ("dropped", "safe")]


def test_a_clause_that_only_has_another_number_is_no_other_reason() -> None:
    old, new = published(TREE), published(TREE)
    new["clauses"] = {"5.2": "clause-5-2", "5.10": old["clauses"]["5.9"], "3.6": "clause-3-6"}
    new["trees"]["post"]["outcomes"]["fine"]["because"] = ["5.10"]
    assert compare_trees(old, new) == ()


def test_whoever_gives_the_changed_answers_is_described_as_one() -> None:
    (change,) = changed(TREE, put(("refuse: { verdict: no", "refuse: { verdict: yes-if"))).answers
    assert [[given.new for given in answers] for answers in change.always] == [["work"], ["young"]]
    assert change.is_all
    # "Yes" comes from one's own account, and from work where nobody is in the picture: no one sentence says just that.
    (change,) = changed(TREE, put(("fine: { verdict: yes", "fine: { verdict: ask"))).answers
    assert [[given.new for given in answers] for answers in change.always] == [["own", "work"]]
    assert not change.is_all
