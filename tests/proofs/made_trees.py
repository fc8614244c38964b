"""Makes sound trees of any size as YAML: held against counting by hand in tests, and measured by the bench."""

from __future__ import annotations

import random

CLAIMS = """always:
  - claim: Whoever is not sure at the start is told to ask.
    when: q0 = not-sure
    verdict: ask
  - claim: A yes needs the last answer.
    when: verdict = yes
    given: q{last} = a
  - claim: At the end, a is the most permissive answer.
    monotone: {{ q{last}: [a, b] }}
  - claim: No way is longer than the row.
    at-most: {questions}
"""
OUTCOMES = """outcomes:
  fine: { verdict: yes, say: Go ahead., because: [5.9] }
  ask-first: { verdict: ask, say: Ask first., because: [5.2] }
  refuse: { verdict: no, say: Do not., because: [3.6] }
"""


def made_tree(questions: int, seed: int = 0) -> str:
    """A row of questions with three answers each and ways out to a no; every fifth looks back at the one before."""
    chance = random.Random(seed)  # noqa: S311 - a tree for a test is no secret
    rows = "".join(question(at, questions, chance) for at in range(questions))
    claims = CLAIMS.format(last=questions - 1, questions=questions)
    return f"title: How many?\nrests-on: [5.2]\nquestions:\n{rows}{OUTCOMES}{claims}"


def question(at: int, questions: int, chance: random.Random) -> str:
    """One question of the row, and the look behind it where there is one."""
    on = f"q{at + 1}" if at + 1 < questions else "fine"
    looks_back = at % 5 == 4 and at + 1 < questions
    first = f"look-{at}" if looks_back else on
    second = on if at % 5 == 3 else chance.choice([on, on, "refuse"])
    second = "ask-first" if at + 1 == questions else second
    third = chance.choice(["ask-first", "refuse"]) if at else "refuse"
    rows = f"""  q{at}:
    ask: What of number {at}?
    options: {{ a: The first, b: The second, c: The third }}
    go: {{ a: {first}, b: {second}, c: {third} }}
"""
    if looks_back:
        rows += f"  look-{at}:\n    look:\n      - {{ when: q{at - 1} = b, go: ask-first }}\n      - {{ else: {on} }}\n"
    return rows
