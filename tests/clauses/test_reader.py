"""The pages of a policy are read to its clauses, whatever else stands on them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.clauses import Clause, Policy, Reference, read_policy
from macros.clauses.reader import read_page
from macros.clauses.source import read_source
from macros.problems import Place, Problem

PARAMETERS = {"org_short": "Tarner", "cooling_off_years": "2"}

PAGE = """\
---
title: Not policy
# 9.9 A comment of YAML, no clause
---
# 1. Profiles

!!! editors-note "Editor's note"

    About the page, not about a clause.

## Personal profiles {: #personal-profiles .quiet }

### 1.1 Friend requests from {{ org_short }} {: #friend-requests topics="friend request,  cooling-off" \
duties="worker: should not (accept them within {{ cooling_off_years }} years); line manager: may (talk)" \
see="1.2, REV-1" }

Workers should **not** say yes to "personal" requests,
see [1.2] and [our words](#photos).

<!-- ### 1.9 Not a clause yet {: #no } -->

It ends after {{ cooling_off_years }} years.

!!! editors-note "Editor's note"

    The day is *not* said.

    Nor is the hour.

### 1.2 Photos: what & when {: #photos kind="statement" duties="staff: should (check)" } ##

```
### 1.8 Also no clause
```

Any of these:

- a child;
- a crowd,
  however far.

## REV-1 Last review {: #last-review kind="statement" }

In January.
"""


def read(root: Path, *pages: tuple[str, bytes | str]) -> tuple[Policy, tuple[Problem, ...]]:
    folder = root / "docs/policy"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_policy(root, PARAMETERS)


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    policy, problems = read(tmp_path, ("1-profiles.md", PAGE))
    assert problems == ()
    return policy


def test_a_page_gives_its_clauses(policy: Policy) -> None:
    assert list(policy.numbers) == ["1.1", "1.2", "REV-1"]


def test_a_clause_has_all_that_its_heading_says(policy: Policy) -> None:
    clause = policy["1.1"]
    assert clause.id == "friend-requests"
    assert clause.heading == "Friend requests from Tarner"
    assert clause.topics == ("friend request", "cooling-off")
    assert clause.kind is None
    assert [(duty.roles, duty.force, duty.action) for duty in clause.duties] == [
        (("worker",), "should not", "accept them within 2 years"),
        (("line manager",), "may", "talk"),
    ]
    assert clause.page == "policy/1-profiles.md"
    assert clause.place == Place("docs/policy/1-profiles.md", 13, 5)


def test_a_reference_remembers_its_place(policy: Policy) -> None:
    line = PAGE.splitlines()[12]
    column = line.index("1.2") + 1
    expected = [("1.2", column), ("REV-1", column + 5)]
    path = "docs/policy/1-profiles.md"
    assert policy["1.1"].see == tuple(Reference(number, Place(path, 13, at)) for number, at in expected)  # type: ignore[arg-type]


def test_the_text_is_plain_and_the_notes_stand_apart(policy: Policy) -> None:
    clause = policy["1.1"]
    assert clause.paragraphs == (
        'Workers should not say yes to "personal" requests, see 1.2 and our words.',
        "It ends after 2 years.",
    )
    assert [note.text for note in clause.notes] == ["The day is not said. Nor is the hour."]


def test_a_list_gives_a_paragraph_for_each_item(policy: Policy) -> None:
    assert policy["1.2"].paragraphs == ("Any of these:", "a child;", "a crowd, however far.")


def test_a_heading_may_be_closed_with_marks_of_its_own(policy: Policy) -> None:
    assert policy["1.2"].heading == "Photos: what & when"
    assert policy["1.2"].forces == ("statement", "should")


def same(one: Clause, other: Clause) -> bool:
    return (one.heading, one.text, one.duties, one.notes, one.place) == (
        other.heading,
        other.text,
        other.duties,
        other.notes,
        other.place,
    )


@pytest.mark.parametrize(
    "content",
    [
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode(),
        PAGE.rstrip("\n").encode(),
    ],
    ids=["Windows line ends", "old Mac line ends", "byte order mark", "both", "no last line end"],
)
def test_how_a_file_was_saved_changes_nothing(policy: Policy, tmp_path: Path, content: bytes) -> None:
    again, problems = read(tmp_path, ("1-profiles.md", content))
    assert problems == ()
    assert all(same(clause, again[clause.number]) for clause in policy)


def test_faults_keep_their_places_with_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    page = '\ufeff## 1.1 One {: #one kind="x" }\r\n\r\nSee [9.9].\r\n'
    _, problems = read(tmp_path, ("1-one.md", page))
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        ("unknown-kind", 1, 26),
        ("unknown-clause", 3, 6),
    ]


def test_strange_line_separators_do_not_move_the_places(tmp_path: Path) -> None:
    page = '## 1.1 One {: #one kind="statement" }\n\nA form\x0cfeed and a\u2028separator.\nSee [9.9].\n'
    _, (problem,) = read(tmp_path, ("1-one.md", page))
    assert problem.place.line == 4


def test_text_behind_a_note_is_the_clauses_own(tmp_path: Path) -> None:
    page = '## 1.1 One {: #one kind="statement" }\n\nFirst.\n!!! editors-note "Note"\n    Ours.\nSecond.\n'
    policy, problems = read(tmp_path, ("1-one.md", page))
    assert problems == ()
    assert policy["1.1"].paragraphs == ("First.", "Second.")
    assert [note.text for note in policy["1.1"].notes] == ["Ours."]


def test_a_closing_bracket_within_the_list_does_not_end_it(tmp_path: Path) -> None:
    page = '## 1.1 One {: #one duties="worker: should (write } and {{ org_short }})" topics="signs" }\n\nText.\n'
    policy, problems = read(tmp_path, ("1-one.md", page))
    assert problems == ()
    assert (policy["1.1"].duties[0].action, policy["1.1"].topics) == ("write } and Tarner", ("signs",))


def test_pages_make_one_policy_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    clause = '## {} Words {{: #id-{} kind="statement" }}\n\nText.\n'
    names = {"2-b.md": "2.1", "appendix.md": "A.1", "aim.md": "AIM", "review.md": "REV-1", "1-a.md": "1.1"}
    policy, problems = read(
        tmp_path, *((name, clause.format(number, number[0].lower())) for name, number in names.items())
    )
    assert [str(problem) for problem in problems if problem.code != "duplicate-id"] == []
    assert list(policy.numbers) == ["AIM", "1.1", "2.1", "REV-1", "A.1"]


def test_of_two_clauses_with_one_number_the_first_is_kept(tmp_path: Path) -> None:
    page = '## 1.1 One {: #one kind="statement" }\n\nFirst.\n\n## 1.1 Two {: #two kind="statement" }\n\nSecond.\n'
    policy, (problem,) = read(tmp_path, ("1-one.md", page))
    assert policy["1.1"].text == "First."
    assert problem.code == "duplicate-number"


def test_a_repealed_clause_keeps_its_number(tmp_path: Path) -> None:
    page = (
        '## 1.1 One {: #one kind="statement" }\n\nText, see [1.2].\n\n'
        '## 1.2 Repealed {: #two kind="repealed" }\n'
        '## 1.3 Three {: #three kind="statement" see="1.2" }\n\nText.\n'
    )
    policy, problems = read(tmp_path, ("1-one.md", page))
    assert problems == ()
    assert policy["1.2"].forces == ("repealed",)
    assert policy["1.2"].text == ""


def test_a_page_without_clauses_is_no_fault(tmp_path: Path) -> None:
    clause = '## 1.1 One {: #one kind="statement" }\n\nText.\n'
    policy, problems = read(tmp_path, ("1-one.md", clause), ("readings.md", "# How we read this\n\nR1 {: #r1 }\n"))
    assert (len(policy), problems) == (1, ())


def test_a_working_copy_without_pages_is_told(tmp_path: Path) -> None:
    policy, (problem,) = read_policy(tmp_path, PARAMETERS)
    assert len(policy) == 0
    assert str(problem) == (
        "docs/policy:1:1: no-policy: There is no page of policy in this folder. "
        "Write the first one: docs/policy/1-statement.md."
    )


def test_a_gap_of_numbers_is_told_once_however_wide(tmp_path: Path) -> None:
    page = "".join(f'## {number} X {{: #x-{number[2:]} kind="statement" }}\n\nText.\n\n' for number in ("1.1", "1.999"))
    _, (problem,) = read(tmp_path, ("1-one.md", page))
    assert problem.what == "Clauses 1.2 to 1.998 are missing before 1.999."


BITS = st.sampled_from(
    [
        "# ", "### ", "5.2", " 5.2 ", "A.4", "REV-1 ", "AIM ", "{: ", "{", " }", "#id", "{{ org_short }}", "{{", "}}",
        'topics="', 'duties="', 'see="', 'kind="', '"', "\u201c", "worker", ": ", "should (", ")", ";", " with ", ",",
        "\n", "\n\n", "\r\n", "    ", "\t", "!!! editors-note", "```", "<!--", "-->", "---\n", "[5.2]", "[5.99]", "](",
        "](#id)", "](x.md#y)", "**", "`", "\\", "text ", "\x00", "\ufeff", "é", "\u2028", "9" * 20,
    ]
)  # fmt: skip


@settings(deadline=None)
@given(st.text() | st.lists(BITS, max_size=40).map("".join))
def test_any_text_is_a_page_and_its_faults_point_into_it(text: str) -> None:
    source, problems = read_source("policy/x.md", text.encode("utf-8", "surrogatepass"))
    page = read_page(source, PARAMETERS)
    for problem in [*problems, *page.problems]:
        line = (*source.lines, "")[problem.place.line - 1]
        assert 1 <= problem.place.column <= len(line) + 1
        assert problem.what
        assert problem.fix


@settings(deadline=None)
@given(st.lists(st.lists(BITS, max_size=40).map("".join).map(str.encode) | st.binary(), max_size=3))
def test_any_files_are_a_policy(tmp_path_factory: pytest.TempPathFactory, files: list[bytes]) -> None:
    root = tmp_path_factory.mktemp("policy")
    policy, problems = read(root, *((f"{count}.md", content) for count, content in enumerate(files)))
    assert list(policy) == sorted(policy, key=lambda clause: clause.number)
    assert list(problems) == sorted(set(problems))
