"""Whatever a file holds, the answer is a list of problems, each in its place: never a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.problems import faults
from macros.project import load
from macros.proofs.folder import Folder, read_folder
from tests.trees.workshop import KITCHEN_SINK, OTHER_TREE, PARAMETERS, POLICY, ROOT

PROJECT = load(ROOT)
WORDS = ["no", "5.10", "7", "~", "look", "not-sure", "hold-and-ask", "2026-02-30", "question x", "under 13 years"]
SIGNS = ["", "(((", "{{", "&", "&&", "&a", "*a", "!x", "[]", "{}", "|", ">", "#", "\\", '"', ":", "-", "'", "\t"]
LINES = ["yes: no", "- a", "goto: x", "a = b", "kind: several", "kind: number", "{{ org_short }}"]
TRAPS = ['"\\0"', '"a\\nb"', "\ud800", "\u2028", "\ufeff", "1" * 5000]
PARTS = st.sampled_from([*WORDS, *SIGNS, *LINES, *TRAPS])
OURS = {
    f"decision_trees/{path.name}": path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "decision_trees").glob("*.yml"))
}
SOURCES = [KITCHEN_SINK, *OURS.values()]


def is_named(path: str, texts: Iterable[str]) -> bool:
    """Whether one of some trees hands over to the tree of this file."""
    return any(re.search(rf"goto: {Path(path).stem}\s", text) for text in texts)


def read_whole(text: str) -> Folder:
    """Everything that is ever done with a file of a tree, and what must hold of the problems."""
    files = {"decision_trees/any-file.yml": text, "decision_trees/other-tree.yml": OTHER_TREE}
    while more := {path: OURS[path] for path in OURS if is_named(path, files.values())}.items() - files.items():
        files |= dict(more)
    folder = read_folder(files, PROJECT.policy, {**PARAMETERS, **PROJECT.parameters})
    for problem in folder.problems:
        assert problem.place.path in files
        assert 1 <= problem.place.line <= text.count("\n") + text.count("\r") + 1
        assert problem.place.column >= 1
        assert problem.what
        assert problem.fix
        assert "\n" not in str(problem)
    assert bool(folder.sources) != bool(faults(folder.problems))
    return folder


def deleted(lines: list[str], at: int, _: int, __: str) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def doubled(lines: list[str], at: int, _: int, __: str) -> list[str]:
    return [*lines[:at], lines[at], *lines[at:]]


def swapped(lines: list[str], at: int, to: int, _: str) -> list[str]:
    lines = list(lines)
    lines[at], lines[to] = lines[to], lines[at]
    return lines


def replaced(lines: list[str], at: int, _: int, part: str) -> list[str]:
    head, colon, _tail = lines[at].partition(": ")
    return [*lines[:at], head + colon + part, *lines[at + 1 :]]


def renamed(lines: list[str], at: int, _: int, part: str) -> list[str]:
    _head, colon, tail = lines[at].partition(":")
    return [*lines[:at], part + colon + tail, *lines[at + 1 :]]


def shifted(lines: list[str], at: int, _: int, part: str) -> list[str]:
    return [*lines[:at], " " * (len(part) % 5) + lines[at].lstrip(), *lines[at + 1 :]]


Slip = Callable[[list[str], int, int, str], list[str]]
SLIPS = st.tuples(
    st.sampled_from([deleted, doubled, swapped, replaced, renamed, shifted]),
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    PARTS,
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SOURCES), st.lists(SLIPS, min_size=1, max_size=3))
def test_slips_in_a_tree_are_told(source: str, slips: list[tuple[Slip, int, int, str]]) -> None:
    lines = source.split("\n")
    for slip, at, to, part in slips:
        if lines:
            lines = slip(lines, at % len(lines), to % len(lines), part)
    read_whole("\n".join(lines))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.one_of(PARTS, st.sampled_from(["\n", "  ", ": ", "questions", "options", "a"]), st.text(max_size=8)))
)
@example(["["] * 3000)
@example(["a: {"] * 500)
@example(["- "] * 500)
def test_any_text_at_all_is_told(parts: list[str]) -> None:
    read_whole("".join(parts))


ODD = {
    "a list": "- a\n- b\n",
    "a number": "7\n",
    "a null": "~\n",
    "nothing but space": " \n\n",
    "only a comment": "# a\n",
    "empty questions": "title: A\nrests-on: [4.7]\nquestions: {}\noutcomes: {}\n",
    "null questions": "title: A\nrests-on: [4.7]\nquestions:\noutcomes:\n",
    "a map where text is due": "title: { a: { b: c } }\nrests-on: { a: b }\nquestions: { q: { ask: { a: b } } }\n",
    "text where a map is due": "title: A\nquestions: q\noutcomes: [o]\nalways: x\nexamples: y\n",
    "keys that are no text": "? [a, b]\n: c\n? { d: e }\n: f\n1: 2\ntrue: false\n",
    "a deep nest": "title: " + "{ a: " * 5000,
    "a deep condition": f"questions:\n  q:\n    look:\n      - {{ when: {'(' * 3000}, go: q }}\n",
    "a long condition": f"questions:\n  q:\n    look:\n      - {{ when: a = b{' or a = b' * 3000}, go: q }}\n",
    "a question that leads to itself": "questions:\n  q:\n    look:\n      - { else: q }\n",
    "tabs": "title:\tA\n\tquestions:\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_files_are_told(text: str) -> None:
    assert read_whole(text).problems


def test_a_quote_that_is_closed_far_below_is_told_on_one_line() -> None:
    text = OURS["decision_trees/friend-request.yml"].replace("because: [6.5]", 'because: "6.5, 6.4\n\n      and 6.3"')
    (problem,) = read_whole(text).problems
    assert "brackets" not in problem.fix


@pytest.mark.parametrize("source", SOURCES)
def test_line_ends_and_byte_order_marks_change_nothing(source: str) -> None:
    plain = read_whole(source)
    assert not faults(plain.problems)
    for other in (source.replace("\n", "\r\n"), source.replace("\n", "\r"), "\ufeff" + source):
        assert read_whole(other) == plain


def test_two_hundred_questions_in_a_row_are_no_burden() -> None:
    ask = "    ask: And?\n    options: { yes: Yes }\n"
    rows = [f"  q{at}:\n{ask}    go: {{ yes: q{at + 1}, not-sure: end }}\n" for at in range(200)]
    last = f"  q200:\n{ask}    go: {{ yes: end, not-sure: end }}\n"
    end = "outcomes:\n  end: { verdict: ask, say: Ask., because: [4.7] }\n"
    text = f"title: A\nrests-on: [4.7]\nquestions:\n{''.join(rows)}{last}{end}"
    assert read_folder({"decision_trees/long.yml": text}, POLICY, PARAMETERS).problems == ()


def test_many_ways_to_the_same_question_are_no_burden() -> None:
    rows = [
        f"  q{at}:\n    ask: And?\n    options: {{ a: A, b: B }}\n    go: {{ a: q{at + 1}, b: q{at + 1} }}\n"
        for at in range(60)
    ]
    last = "  q60:\n    ask: And?\n    options: { a: A }\n    go: { a: end }\n"
    end = "outcomes:\n  end: { verdict: ask, say: Ask., because: [4.7] }\n"
    text = f"title: A\nrests-on: [4.7]\nquestions:\n{''.join(rows)}{last}{end}"
    folder = read_folder({"decision_trees/wide.yml": text}, POLICY, PARAMETERS)
    assert {problem.code for problem in folder.problems} == {"idle-question"}
    assert sum(1 for node in folder.diagrams["wide"].nodes if node.kind == "question") == 61
