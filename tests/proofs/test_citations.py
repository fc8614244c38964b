"""A verdict and the clauses it cites: what is forbidden cannot be the reason for a yes, unless the writer says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.clauses.model import FORCES, Duty, Policy
from macros.problems import Place
from macros.proofs.citations import check_citations
from macros.trees.loader import load_tree
from macros.trees.model import VERDICTS
from tests.trees.workshop import PARAMETERS, clause

TREE = """title: Can I?
rests-on: [4.2]
questions:
  ready:
    ask: Are you ready?
    options: {{ yes: Yes, no: No }}
    go: {{ yes: end, no: end }}
outcomes:
  end:
    verdict: {verdict}
    say: Well.
    because: [{because}]
{although}"""

# The table of the docstring, read the other way: for each verdict, the forces that do not simply fit.
AGAINST = {("yes", "must not"), ("yes-if", "must not"), ("nothing-to-do", "must not"), ("nothing-to-do", "must")}
PERHAPS = {
    ("yes", "should not"),
    ("yes-if", "should not"),
    ("nothing-to-do", "should not"),
    ("yes", "may only"),
    ("nothing-to-do", "may only"),
    ("nothing-to-do", "should"),
    ("nothing-to-do", "instruction"),
}
LOOSE = ("may", "encouraged", "advised")


def policy(**forces: tuple[str, ...]) -> Policy:
    """Clauses 4.1, 4.2, 4.3 with duties of these forces: ``c1=("must",)`` is 4.1."""
    place = Place("docs/policy/made-up.md")
    return Policy(
        tuple(
            replace(
                clause(f"4.{name[1:]}"),
                duties=tuple(Duty(("worker",), (), force, "do it", place) for force in given),
            )
            for name, given in forces.items()
        )
    )


def told(verdict: str, policy: Policy, because: str = "4.1", although: str = "") -> list[tuple[str, str]]:
    """Codes and levels of what is told of a tree with one outcome."""
    more = f"    although: {{ {although} }}\n" if although else ""
    text = TREE.format(verdict=verdict, because=because, although=more)
    tree, problems = load_tree("decision_trees/tree.yml", text, PARAMETERS)
    assert tree
    assert problems == ()
    return [(problem.code, problem.level) for problem in check_citations(tree, policy)]


@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("force", FORCES)
def test_each_force_goes_with_each_verdict_as_the_table_says(verdict: str, force: str) -> None:
    expected = []
    if (verdict, force) in AGAINST:
        expected = [("against-the-clause", "fault")]
    elif (verdict, force) in PERHAPS:
        expected = [("perhaps-against-the-clause", "advice")]
    elif verdict in ("no", "act-now") and force in LOOSE:
        expected = [("binds-without-a-duty", "advice")]
    assert told(verdict, policy(c1=(force,))) == expected


@pytest.mark.parametrize("verdict", VERDICTS)
def test_what_was_explained_is_not_told(verdict: str) -> None:
    for force in FORCES:
        explained = told(verdict, policy(c1=(force,)), although="4.1: It is long over.")
        fits = told(verdict, policy(c1=(force,))) == []
        assert explained == ([("needless-although", "advice")] if fits else [])


def test_a_clause_with_several_duties_fits_if_one_of_them_does() -> None:
    assert told("yes", policy(c1=("must not", "should"))) == []
    assert told("yes", policy(c1=("must not", "should not"))) == [("perhaps-against-the-clause", "advice")]
    assert told("yes", policy(c1=("must not", "must not"))) == [("against-the-clause", "fault")]


def test_a_word_about_one_of_several_duties_is_not_needless() -> None:
    assert told("yes", policy(c1=("must not", "should")), although="4.1: It is over.") == []


def test_every_clause_is_held_against_the_verdict_by_itself() -> None:
    both = policy(c1=("may",), c2=("must not",))
    assert told("yes", both, because="4.1, 4.2") == [("against-the-clause", "fault")]
    assert told("yes", both, because="4.1, 4.2", although="4.2: It is over.") == []


def test_a_ban_needs_one_clause_that_binds() -> None:
    assert told("no", policy(c1=("may",), c2=("should not",)), because="4.1, 4.2") == []
    assert told("no", policy(c1=("may",), c2=("advised",)), because="4.1, 4.2") == [("binds-without-a-duty", "advice")]
    assert told("no", policy(c1=())) == [("binds-without-a-duty", "advice")]
    assert told("ask", policy(c1=())) == []


def test_a_clause_without_duties_stands_against_nothing() -> None:
    assert told("yes", policy(c1=())) == []


def test_although_speaks_only_of_what_is_cited() -> None:
    assert told("yes", policy(c1=("may",)), although="4.2: Never mind.") == [("although-not-cited", "fault")]


def test_a_clause_that_is_not_there_is_left_to_the_checker() -> None:
    assert told("no", policy(c2=("may",))) == []
