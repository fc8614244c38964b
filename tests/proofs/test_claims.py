"""What is proved over every path: the claims, the law of "not sure", and that nothing stands idle."""

from __future__ import annotations

import pytest

from tests.trees.workshop import codes, problems_in, tree_from

TREE = """title: Can I accept?
rests-on: [5.2]
questions:
  young:
    ask: Are they young?
    options: { yes: Yes, no: No }
    go: { yes: age, no: account }
  age:
    ask: When were they born?
    kind: date
    ranges: { old-enough: 13 years or over, too-young: under 13 years }
    options: { old-enough: 13 or over, too-young: Under 13 }
    go: { old-enough: account, too-young: refuse }
  account:
    ask: Which profile?
    options: { personal: Mine, work: Work }
    go: { personal: ask-first, work: by-age }
  by-age:
    look:
      - { when: young = no, go: accept }
      - { else: accept-if }
outcomes:
  refuse: { verdict: no, say: No., because: [3.6] }
  ask-first: { verdict: ask, say: Ask., because: [5.2] }
  accept: { verdict: yes, say: Yes., because: [5.9] }
  accept-if: { verdict: yes-if, say: If., because: [5.9, 5.10] }
"""


def claim(*lines: str) -> list[str]:
    """What is told of a tree with one claim."""
    rows = "".join(f"    {line}\n" for line in lines)
    return [str(problem).split(": ", 2)[1] for problem in problems_in(f"{TREE}always:\n  - claim: C\n{rows}")]


def test_the_tree_itself_is_sound() -> None:
    assert tree_from(TREE).first == "young"


@pytest.mark.parametrize(
    "lines",
    [
        ["when: age = too-young", "verdict: no"],
        ["when: age < old-enough", "verdict: no"],
        ["when: account = personal", "verdict: [ask]"],
        ["when: young = yes", "never: yes"],
        ["when: verdict <= yes-if", "given: account = work"],
        ["when: verdict = yes-if", "given: young = yes", "cites: [5.10, 5.9]"],
        ["when: young = not-sure", "verdict: ask", "cites: [5.2]"],
        ["when: verdict in (yes, yes-if) and young = yes", "given: age = old-enough"],
        ["when: not account = work", "never: [yes, yes-if]"],
    ],
)
def test_a_claim_that_holds_is_not_told(lines: list[str]) -> None:
    assert claim(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["when: age = too-young", "verdict: ask"],
        ["when: age > too-young", "verdict: no"],
        ["when: account = work", "never: yes"],
        ["when: verdict <= yes-if", "given: young = no"],
        ["when: verdict = yes-if", "given: young = yes", "cites: [5.2]"],
        ["when: account = work", "given: age = old-enough"],
        ["when: not account = work", "verdict: [ask, yes]"],
    ],
)
def test_a_claim_that_any_path_breaks_is_told(lines: list[str]) -> None:
    assert claim(*lines) == ["claim-broken"]


def test_a_claim_about_no_path_is_told() -> None:
    assert claim("when: age = too-young and account = work", "verdict: no") == ["claim-of-nothing"]


def test_the_shortest_path_that_breaks_a_claim_is_shown() -> None:
    text = TREE + "always:\n  - { claim: C, when: account = work, never: [yes, yes-if] }\n"
    (problem,) = problems_in(text)
    assert "{ young: no, account: work }" in problem.what


def test_not_sure_may_end_in_yes_where_every_known_answer_does() -> None:
    both = TREE.replace("personal: ask-first, work: by-age", "personal: by-age, work: by-age, not-sure: by-age")
    sound = both.replace("  ask-first: { verdict: ask, say: Ask., because: [5.2] }\n", "")
    assert codes(sound) == []


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("personal: ask-first, work: by-age", "personal: ask-first, work: by-age, not-sure: by-age"),
        ("yes: age, no: account", "yes: age, no: account, not-sure: account"),
        ("too-young: refuse", "too-young: refuse, not-sure: account"),
    ],
)
def test_not_sure_never_gets_a_yes_that_a_known_answer_does_not_get(change: str, to: str) -> None:
    assert change in TREE
    assert codes(TREE.replace(change, to)) == ["not-sure-says-yes"]


def test_not_sure_never_gets_a_yes_where_a_known_answer_gets_a_yes_if() -> None:
    text = """title: Can I accept?
rests-on: [5.2]
questions:
  young:
    ask: Are they young?
    options: { yes: Yes, no: No }
    go: { yes: accept-if, no: accept, not-sure: NOT-SURE }
outcomes:
  accept: { verdict: yes, say: Yes., because: [5.9] }
  accept-if: { verdict: yes-if, say: If., because: [5.9] }
"""
    assert codes(text.replace("NOT-SURE", "accept")) == ["not-sure-says-yes"]
    assert codes(text.replace("NOT-SURE", "accept-if")) == []


def test_an_outcome_that_no_answers_lead_to_is_told() -> None:
    text = TREE.replace("{ else: accept-if }", "{ when: age = too-young, go: refuse }\n      - { else: accept-if }")
    assert codes(text) == ["read-too-soon"]
    text = TREE.replace("go: accept }", "go: accept }\n      - { when: young = no, go: never }")
    assert codes(text + "  never: { verdict: no, say: No., because: [3.6] }\n") == ["never-so"]
