"""Each clause with a duty is cited by some answer, or waived with a reason."""

from __future__ import annotations

from macros.problems import Place, Problem
from macros.proofs.coverage import Row, as_json, cover, uncovered, wrong_waivers
from macros.trees.model import Text
from tests.trees.workshop import POLICY, read

TREE = """title: Can I?
rests-on: [6.5]
questions:
  ready:
    ask: Are you ready?
    options: { yes: Yes, no: No }
    go: { yes: fine, no: wait }
outcomes:
  fine: { verdict: ask, say: Ask., because: [3.6, 5.9, 3.6] }
  wait: { verdict: no, say: Wait., because: [3.6] }
"""
TREES = read({"tree": TREE}).trees


def rows(**waived: str) -> tuple[Row, ...]:
    """The rows of the small policy; ``c5_2="…"`` waives 5.2."""
    return cover(TREES, POLICY, reasons(waived))


def reasons(waived: dict[str, str]) -> dict[str, Text]:
    """Reasons by clause."""
    return {name[1:].replace("_", "."): Text(text, Place("waived.yml")) for name, text in waived.items()}


def wrong(**waived: str) -> list[Problem]:
    """What is told of some waivers."""
    return list(wrong_waivers(rows(**waived), reasons(waived)))


def test_a_row_names_each_outcome_once_and_to_rest_on_a_clause_is_not_to_cite_it() -> None:
    cited = {str(row.clause.number): row.cited for row in rows() if row.cited}
    assert cited == {"3.6": {"tree": ("fine", "wait")}, "5.9": {"tree": ("fine",)}}


def test_open_clauses_are_told_in_one_line_for_each_page() -> None:
    (problem,) = uncovered(rows(c5_2="Nobody asks.", c4_2="Nor this."))
    assert (problem.code, problem.level) == ("uncited-clause", "advice")
    assert problem.what == "No answer cites clauses 4.7, 4.8, 5.10, 5.17, 5.21, 6.5 and 7.3."


def test_a_clause_without_a_duty_needs_no_answer() -> None:
    assert "4.1" not in next(uncovered(rows())).what


def test_a_waiver_that_is_not_needed_is_told() -> None:
    assert [problem.what for problem in wrong(c3_6="Never.")] == ['3.6 is cited after all, by "fine" of "tree".']
    assert [problem.what for problem in wrong(c4_1="Never.")] == [
        "4.1 asks nothing of anybody, so no answer needs to cite it."
    ]
    assert [(problem.what, problem.fix) for problem in wrong(c5_22="Never.")] == [
        ('The policy has no clause "5.22".', 'Did you mean "5.2"?')
    ]
    assert {problem.level for problem in wrong(c3_6="", c9_9="")} == {"advice"}


def test_for_programs_each_clause_has_its_forces_its_outcomes_and_its_reason() -> None:
    told = {row["clause"]: row for row in as_json(rows(c5_2="Nobody asks."))}
    assert list(told) == [str(clause.number) for clause in POLICY]
    assert told["3.6"] == {
        "clause": "3.6",
        "forces": ["should not"],
        "cited": {"tree": ["fine", "wait"]},
        "waived": None,
    }
    assert told["5.2"]["waived"] == "Nobody asks."
