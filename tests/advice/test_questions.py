"""How a question is asked: what is told, and above all what is not."""

from __future__ import annotations

import pytest

from tests.advice.workshop import advice, told, tree, yes_or_no

TWO = (
    "Are you satisfied who they are, and do you work with them?",
    "Has the owner agreed, and are they content with how it will appear?",
    "Is it true and fair?",
    "Have you read and signed it?",
    "Are they someone you worked with and are still in touch with?",
    "Was the risk agreed and recorded?",
    "Did you ask the owner and tell them what it is for?",
    "Is it yours? Did you take it yourself?",
    "Do you know who they are and how old they are?",
    "Has it been logged and sent to your manager?",
    "Do they know you and trust you?",
    "Will you post it and tag people?",
    "Is it lawful and fair to share it?",
)
NOT_TWO = (
    "Do you and your manager agree?",
    "Does it name children and young people?",
    "Are you in touch between meetings and events?",
    "Do you deal with bread and butter matters?",
    "Is there a record of time and place?",
    "Did a parent and a young person both say yes?",
    "Can it be seen by friends and family?",
    "Are the rules about children and vulnerable adults met?",
    "Is it about a child and supported groups?",
    "Has everybody seen it between breakfast and lunch?",
    "Are they and you linked?",
    "Can they see it and others like it?",
    "Does it show it and the place?",
    "Has a manager both read it and agreed to it?",
)
NEGATIVE = (
    "Is it not allowed?",
    "Haven't they agreed?",
    "Isn't it yours?",
    "Have they never agreed?",
    "Do they have no link to us?",
    "Has the parent not agreed?",
    "Is nobody shown?",
    "Have you not asked?",
    "Do you no longer work with them?",
    "Who hasn't agreed?",
)
NOT_NEGATIVE = (
    "Does it give away anything that shouldn't be public?",
    "Is there anyone who has not agreed?",
    "Is it a day you are not working?",
    "Is it yours or not?",
    "Did they say no?",
    "Do you know whether or not they agreed?",
    "Does it show not only you?",
    "Is it a note?",
    "Does it fit the group: young people, nothing abusive?",
    "Is it another matter?",
    "Is somebody at risk because nobody acted?",
)
OR = (
    "Did they send it, or do you want to add them?",
    "Is it yours or theirs?",
    "Is your profile public or private?",
    "Is it either a photo or a video?",
    "Is it yours or someone else's?",
    "Is it a private chat, or something else?",
    "Is the profile personal or professional?",
    "Are they a child or an adult?",
)
NOT_OR = (
    "Is it abusive or threatening?",
    "Do you work with them, or with their community, at present?",
    "Would it harm us or someone else?",
    "Does it show a child or a vulnerable adult?",
    "Have you told a line manager or another manager?",
)
CONDITION = (
    "Have they agreed, if they are under 16?",
    "If they are under 16, has a parent agreed?",
    "Is it fine unless somebody objects?",
    "May it be shown as long as nobody is named?",
    "Are they a young person? If you can't tell, say yes.",
    'Is it urgent? If in doubt, answer "no".',
)
NOT_CONDITION = (
    "Do you know if they agreed?",
    "Does it look as if they are upset?",
    "Did you know them when you came to us?",
    "Can you tell if it is real?",
    "Would you mind even if it is true?",
    "Have you checked if it is theirs?",
    "Are they linked to us? If you ran a group with them, count that too.",
)


@pytest.mark.parametrize("ask", TWO)
def test_two_questions_in_one_are_told(ask: str) -> None:
    assert "two-questions" in yes_or_no(ask)


@pytest.mark.parametrize("ask", NEGATIVE)
def test_a_question_with_not_is_told(ask: str) -> None:
    assert yes_or_no(ask) == ["negative-question"]


@pytest.mark.parametrize("ask", OR)
def test_a_choice_with_yes_and_no_as_options_is_told(ask: str) -> None:
    assert yes_or_no(ask) == ["or-question"]
    assert told(tree(ask, yes="The one", no="The other")) == []


@pytest.mark.parametrize("ask", CONDITION)
def test_a_condition_hidden_in_a_question_is_told(ask: str) -> None:
    assert "hidden-condition" in yes_or_no(ask)


@pytest.mark.parametrize("ask", [*NOT_TWO, *NOT_NEGATIVE, *NOT_OR, *NOT_CONDITION])
def test_a_plain_question_is_left_alone(ask: str) -> None:
    assert yes_or_no(ask) == []


def test_the_words_are_pointed_at() -> None:
    text = tree("Are they here, and do they agree?")
    (problem,) = advice(text)
    line, column = problem.place.line - 1, problem.place.column - 1
    assert text.splitlines()[line][column:].startswith("and do they agree")
    assert problem.level == "advice"


def test_words_that_run_over_lines_are_pointed_at() -> None:
    text = tree("X").replace("ask: 'X'", "ask: |\n      Are they here,\n      and do they\n      agree?")
    (problem,) = advice(text)
    assert (problem.place.line, problem.place.column) == (7, 7)


def test_words_beside_a_parameter_are_pointed_at_by_their_key() -> None:
    text = tree("Do you work here, and do you like {{ org_short }}?")
    (problem,) = advice(text)
    assert (problem.place.line, problem.place.column) == (5, 5)


def test_another_language_is_left_alone() -> None:
    assert told(tree("Is it not true?", yes="Yes", no="No"), language="off") == []
