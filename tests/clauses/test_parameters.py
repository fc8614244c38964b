"""A name or number given once reaches every text; one that nobody gave is told, and left as it was."""

import pytest

from macros.clauses import fill
from macros.problems import Place

GIVEN = {"org_short": "Tarner", "consent_age": "16", "safeguarding_lead": ""}
HERE = Place("decision_trees/photo.yml", 7, 10)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Ask {{ org_short }} first.", "Ask Tarner first."),
        ("{{org_short}}'s, at {{  consent_age }}", "Tarner's, at 16"),
        ("A { single } bracket, } and {% block %}", "A { single } bracket, } and {% block %}"),
        ("", ""),
    ],
)
def test_parameters_are_filled(text: str, filled: str) -> None:
    assert fill(text, GIVEN, HERE) == (filled, ())


def test_an_unknown_parameter_stays_and_is_told_with_the_nearest_name() -> None:
    filled, (problem,) = fill("Ask {{ org_shrt }}.", GIVEN, HERE)
    assert filled == "Ask {{ org_shrt }}."
    assert str(problem) == (
        'decision_trees/photo.yml:7:17: unknown-parameter: There is no parameter "org_shrt". Did you mean "org_short"?'
    )


def test_a_fault_on_a_later_line_has_that_line() -> None:
    _, (problem,) = fill("Ask first.\nThen {{ nobody }}.", GIVEN, HERE)
    assert problem.place == Place("decision_trees/photo.yml", 8, 9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ org_short | upper }}", "unknown-parameter"),
        ("{{ }}", "unknown-parameter"),
        ("Go to {{ safeguarding_lead }}.", "empty-parameter"),
        ("{{ org_short }", "unclosed-parameter"),
        ("{{ org_short", "unclosed-parameter"),
    ],
)
def test_what_is_not_one_name_is_a_fault(text: str, code: str) -> None:
    filled, problems = fill(text, GIVEN, HERE)
    assert filled == text
    assert [problem.code for problem in problems] == [code]
