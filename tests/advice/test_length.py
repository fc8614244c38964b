"""Length: of an outcome, of the longest way, of the page."""

from __future__ import annotations

from tests.advice.workshop import advice, told, tree

WORDS = "Post it now. " * 20


def chain(count: int) -> str:
    """A tree that asks so many questions one after the other."""
    names = [f"q{number}" for number in range(count)]
    asked = "".join(
        f"  {name}: {{ ask: Is it {name}?, options: {{ a: A, b: B }}, go: {{ a: {after}, b: fine }} }}\n"
        for name, after in zip(names, [*names[1:], "wait"], strict=True)
    )
    outcomes = "".join(
        f"  {name}: {{ verdict: {verdict}, say: Go., because: [4.7] }}\n"
        for name, verdict in (("fine", "yes"), ("wait", "ask"))
    )
    return f"title: How?\nrests-on: [4.7]\nquestions:\n{asked}outcomes:\n{outcomes}"


def test_sixty_words_are_enough() -> None:
    assert told(tree(say=WORDS)) == []
    (problem,) = advice(tree(say=f"{WORDS} Now (5.2)."))
    assert (problem.code, problem.place.line) == ("long-outcome", 16)
    assert problem.what.startswith('Outcome "fine" has 61 words.')


def test_seven_questions_are_enough() -> None:
    assert told(chain(7)) == []
    (problem,) = advice(chain(8))
    assert (problem.code, problem.place.line) == ("many-questions", 11)
    assert "q0, q1, q2, q3, q4, q5, q6, q7." in problem.what


def wide(facts: int) -> str:
    """A tree that asks one thing more while it still knows so many answers, then looks at them all."""
    known = [f"k{number}" for number in range(facts)]
    asked = "".join(
        f"  {name}: {{ ask: Is it {name}?, options: {{ a: A, b: B }}, go: {{ a: {after}, b: {after} }} }}\n"
        for name, after in zip([*known, "last"], [*known[1:], "last", "sum"], strict=True)
    )
    # In twos, so that what one answer means hangs on another.
    ends = ("fine", "wait", "stop")
    looks = "".join(
        f"      - {{ when: {one} = a and {two} = a and last = a, go: {end} }}\n"
        for one, two, end in zip(known, known[1:], ends * facts, strict=False)
    )
    outcomes = "".join(
        f"  {name}: {{ verdict: {verdict}, say: Go., because: [4.7] }}\n"
        for name, verdict in zip(ends, ("yes", "ask", "no"), strict=True)
    )
    sum_up = f"  sum:\n    look:\n{looks}      - {{ else: stop }}\n"
    return f"title: How?\nrests-on: [4.7]\nquestions:\n{asked}{sum_up}outcomes:\n{outcomes}"


def test_a_page_of_too_many_steps_is_told_with_what_makes_them() -> None:
    assert told(wide(4)) == []
    (problem,) = [problem for problem in advice(wide(7)) if problem.code == "large-page"]
    assert problem.what.startswith("The page of this tree has ")
    assert '"last" stands there ' in problem.what
    assert problem.place.line == 11
