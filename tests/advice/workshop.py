"""A small tree in which one question or one outcome can be spoilt, and the advice that it then gets."""

from __future__ import annotations

from macros.advice.advise import advise
from macros.advice.known_words import know_words
from macros.clauses.model import Clause, ClauseNumber, Policy
from macros.problems import Place, Problem
from tests.trees.workshop import PARAMETERS, POLICY, read

LISTED = """
# Names
Google
Vetting Office
BBC   # everybody knows it
permission
"""


def definition(number: str, heading: str, text: str) -> Clause:
    """A clause that defines something."""
    place = Place("docs/policy/2-definitions.md")
    return Clause(
        ClauseNumber(number), f"d-{number}", heading, (heading,), "definition", (), (), (text,), (), "x", place
    )


DEFINED = (
    definition("2.4", "What Facebook is", "Facebook: a social network."),
    definition("2.6", "What SNS stands for", "SNS: stands for social networking site(s)."),
    definition("2.9", "What a wiki is", "Wiki: a site that many write."),
)
KNOWN = know_words(Policy((*DEFINED, *POLICY)), PARAMETERS, LISTED)


def advice(text: str, language: str = "en") -> tuple[Problem, ...]:
    """What is advised on a tree that must be sound."""
    folder = read({"tree": text})
    assert [problem for problem in folder.problems if problem.level == "fault"] == []
    return advise(folder.trees["tree"], text, folder.diagrams["tree"], KNOWN, language)


def tree(
    ask: str = "Who is in it?", *, yes: str = "Nobody", no: str = "Somebody", say: str = "Post it.", why: str = ""
) -> str:
    """A tree with the words of one question and of one outcome."""
    return f"""title: Can I post this?
rests-on: [4.7]
questions:
  who:
    ask: {quoted(ask)}
{f"    why: {quoted(why)}" if why else ""}
    options:
      nobody: {quoted(yes)}
      somebody: {quoted(no)}
    go:
      nobody: fine
      somebody: wait
outcomes:
  fine:
    verdict: yes
    say: {quoted(say)}
    because: [4.7]
  wait: {{ verdict: ask, say: Wait., because: [4.7] }}
"""


def quoted(text: str) -> str:
    """A text as YAML takes any: in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def told(text: str, language: str = "en") -> list[str]:
    """The codes of all advice on a tree."""
    return [problem.code for problem in advice(text, language)]


def yes_or_no(ask: str) -> list[str]:
    """The codes of all advice on a question with the options yes and no."""
    return told(tree(ask, yes="Yes", no="No"))
