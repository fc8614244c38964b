"""Terms that look defined and letters that stand for words: told only if nobody could look them up."""

from __future__ import annotations

import pytest

from tests.advice.workshop import advice, told, tree

FINE = (
    "Ask on Facebook first.",  # defined
    "Look at the wiki on Google.",  # listed
    "Call the Vetting Office.",
    "Ask Tarner first. Then wait: Wait longer.",  # a parameter; beginnings of sentences
    'See the question "Can I accept this request?" on this site.',  # a title
    'Say "no thanks" to them, or press "go on".',  # spoken
    "The site networking rules (5.2, A.4) hold.",
    "You may post, I think.",
    "Ask the BBC.",
    "Look for a Social Networking Site, an SNS.",
    "Ask the Designated Safeguarding Lead (DSL).",
    "Ask the DSL. That is the Designated Safeguarding Lead.",
    "Do NOT post. It is not yours.",
    "Post on a WIKI or a wiki.",
)
TERMS = (
    ("Ask the Designated Lead first.", "Designated Lead"),
    ("Only a Vetted Person may post.", "Vetted Person"),
    ('Only a "cleared member" may post.', "cleared member"),
    ("Post it, says Regulation.", "Regulation"),
    ("Is it a Work Account of yours?", "Work Account"),
)


@pytest.mark.parametrize("say", FINE)
def test_what_everybody_can_look_up_is_left_alone(say: str) -> None:
    assert told(tree(say=say)) == []


@pytest.mark.parametrize(("say", "term"), TERMS)
def test_a_term_that_nobody_defined_is_told(say: str, term: str) -> None:
    (problem,) = advice(tree(say=say))
    assert problem.code == "undefined-term"
    assert f'"{term}"' in problem.what


def test_letters_that_nobody_explained_are_told_once_and_where() -> None:
    text = tree("Does the LADO know?", say="Tell the LADO. Use an SNS.")
    (problem,) = advice(text)
    assert (problem.code, problem.place.line, problem.place.column) == ("unexplained-acronym", 5, 20)
