"""Records of every path agree with their edition, and one in which anything was changed does not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.browser import explain, machine, record, record_page
from macros.browser.compare.editions import Published
from macros.editions import record_check
from macros.editions.kept_record import Kept, read_kept
from macros.editions.policy_data import policy_data
from macros.editions.publish import as_text
from macros.editions.published_tree import PublishedTree, PublishedWays
from macros.editions.record_check import check_record, facts_of
from macros.editions.record_now import answers_now
from macros.editions.trees_data import trees_data
from macros.problems import Place
from macros.project import Project, load
from macros.sources import edition_facts
from macros.trees.paths import every_path
from tests.browser.records import DAY, changed, record_of
from tests.trees.workshop import ROOT

Json = Any
TREES = sorted(path.stem for path in (ROOT / "decision_trees").glob("*.yml"))
NUMBER = "2024-01"
RECENT = {"request": "personal", "identity": "adult", "link": "earlier", "years": "recent"}
PLACE = Place("record.json")


@cache
def ours() -> Project:
    """Our own project."""
    return load(ROOT)


@cache
def edition() -> Published:
    """It, as an edition publishes it: read back from the text of its two files."""
    return Published(*(json.loads(as_text(data(ours(), NUMBER))) for data in (policy_data, trees_data)))


def check(data: Json, page: str = "", against: Published | None = None) -> list[str]:
    """All that speaks against a record."""
    told = check_record(Kept(PLACE, data, page), against or edition(), ours().words)
    return [f"{problem.code}: {problem.what}" for problem in told]


@pytest.mark.parametrize("name", TREES)
def test_the_record_of_every_path_agrees_with_its_edition(name: str, tmp_path: Path) -> None:
    """And a record that is read back gives the current edition, which is the same, the same outcome."""
    for path in every_path(ours().compiled[name]):
        if path.verdict == "goto":
            continue
        made = record_of(ours(), name, path.answers, NUMBER, note="Asked & answered.\n<b>")
        for form in (record_page.as_data(made), record_page.as_page(made, ours().words, "en")):
            (tmp_path / "file").write_text(form, encoding="utf-8")
            kept, wrong = read_kept(tmp_path / "file", DAY)
            assert (kept and kept.data, wrong) == (made, ())
            assert kept
            assert check_record(kept, edition(), ours().words) == ()
        now = answers_now(made, edition(), edition())
        assert (now.kind, now.ends, now.asks) == ("same", ((path.end, path.verdict),), ())


@pytest.mark.parametrize("name", TREES)
def test_a_published_tree_is_stepped_through_as_the_compiled_one(name: str) -> None:
    compiled, published = ours().compiled[name], PublishedTree(name, edition())
    for path in every_path(compiled):
        given: dict[str, machine.Answer] = {}
        for question, answer in path.answers.items():
            assert machine.replay(published, given).name == question
            given[question] = answer
        assert machine.replay(published, given) == machine.replay(compiled, given)
    for number in {number for ends in compiled.OUTCOMES.values() for number in ends["because"]}:
        cited = {key: compiled.CLAUSES[number][key] for key in ("heading", "force")}
        assert published.CLAUSES[number] == cited


def test_an_edition_tells_of_itself_what_its_readers_page_was_told() -> None:
    facts = edition_facts(ours(), NUMBER)
    assert {key: facts_of(edition())[key] for key in facts} == facts
    assert facts["policy"] == "Social Media Policy"


def leaves(value: Json, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The place of every single value in a record."""
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*at, key))
    else:
        yield at


@pytest.mark.parametrize(
    ("tree", "answers"),
    [("friend-request", RECENT), ("record-it", None), ("set-up-page", None)],
)
def test_no_value_of_a_record_can_be_changed_unseen(tree: str, answers: dict[str, machine.Answer] | None) -> None:
    """Each is put out by a letter, turned round, or taken from another record. Only the day and the note are free."""
    paths = [path for path in every_path(ours().compiled[tree]) if path.verdict != "goto"]
    made = record_of(ours(), tree, answers or paths[0].answers, NUMBER)
    tried = 0
    for at in leaves(made):
        was = made
        for key in at:
            was = was[key]
        for other in (not was,) if isinstance(was, bool) else (f"{was}x", str(was)[1:]) if was else ("x",):
            if at in {("date",), ("note",), ("format",)}:  # the form is the reader's business
                continue
            tried += 1
            assert check(changed(made, at, other)), (at, was, other)
    assert tried > 40


def test_another_verdict_is_told_with_what_it_should_be() -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    assert check(changed(made, ("outcome", "verdict"), "yes")) == [
        'changed-record: outcome, verdict is "yes". In edition 2024-01 it is "no".'
    ]
    assert check(changed(made, ("outcome", "say"), "You may accept."))[0].startswith(
        'changed-record: outcome, say is "You may accept.". In edition 2024-01 it is "Do not accept. '
    )
    (told,) = check(changed(made, ("edition", "fingerprint"), "0" * 16))
    assert told.startswith('changed-record: edition, fingerprint is "0000000000000000". In edition 2024-01 it is "')


def test_other_answers_are_told_by_what_they_lead_to() -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    told = check(changed(made, ("answers", 3, "answer"), "earlier"))
    assert any('outcome, verdict is "no".' in line for line in told), told
    assert check(changed(made, ("answers", 3, "answer"), "never")) == [
        'changed-record: The answer "never" is none that the question "years" takes.'
    ]
    assert check(changed(made, ("answers", 3, "question"), "month")) == [
        'changed-record: The question "month" is not asked there.'
    ]
    assert check({**made, "answers": made["answers"][:3]}) == [
        'changed-record: The answers stop at the question "years", so there is no outcome yet.'
    ]
    assert check(changed(made, ("question", "tree"), "enemy-request")) == [
        'changed-record: Edition 2024-01 has no question "enemy-request".'
    ]


def test_answers_that_hand_over_to_another_question_are_no_record() -> None:
    paths = ((name, path) for name in TREES for path in every_path(ours().compiled[name]) if path.verdict == "goto")
    name, away = next(paths)
    made = changed(record_of(ours(), "friend-request", RECENT, NUMBER), ("question", "tree"), name)
    answers = [{**made["answers"][0], "question": asked, "answer": given} for asked, given in away.answers.items()]
    assert check({**made, "answers": answers}) == [
        "changed-record: These answers lead on to another question, and to no outcome."
    ]


def test_the_order_of_the_answers_and_one_too_many_are_seen() -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    assert check({**made, "answers": made["answers"][::-1]})
    assert check({**made, "answers": [*made["answers"], made["answers"][0]]})


def test_what_is_said_to_have_decided_it_is_held_against_every_way() -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    assert [answer["decided"] for answer in made["answers"]] == [True] * 4
    told = "changed-record: The answers that are said to have decided it lead to other outcomes too."
    assert check(changed(made, ("answers", 3, "decided"), False)) == [told]  # noqa: FBT003 - a value of a record


@pytest.mark.parametrize("name", TREES)
def test_a_record_cannot_keep_to_itself_what_decided_it(name: str) -> None:
    """In none of our trees, and at no outcome."""
    told = "changed-record: It does not say which answers decided it, and in this tree that is always said."
    paths = {path.end: path for path in every_path(ours().compiled[name]) if path.verdict != "goto"}
    for path in paths.values():
        assert check(silent(record_of(ours(), name, path.answers, NUMBER))) == [told], path


def silent(made: Json) -> Json:
    """A record that does not say what decided it."""
    return {**made, "answers": [{**answer, "decided": None} for answer in made["answers"]]}


def test_where_a_tree_is_too_wide_a_record_need_not_say_what_decided_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page gives up, and so does the check: long before, so that no true record is ever refused."""
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    tree, wide = PublishedTree("friend-request", edition()), 10
    assert explain.decided_by(ours().compiled["friend-request"], RECENT, most=wide) is None
    monkeypatch.setattr(record_check, "FEW_LOOKS", wide)
    assert check(silent(made)) == []
    by_table = explain.none_to_spare(PublishedWays(tree), RECENT, "two-years")
    assert by_table == record.decided_in(made)


def test_an_answer_that_made_no_difference_cannot_be_said_to_have_decided_it() -> None:
    folder = copy.deepcopy(edition().trees)
    assert folder
    for node in folder["trees"]["friend-request"]["nodes"]:
        if node.get("question") == "years":
            node["ways"] = dict.fromkeys(node["ways"], node["ways"]["recent"])
    moot, made = Published(edition().policy, folder), record_of(ours(), "friend-request", RECENT, NUMBER)
    told = 'changed-record: The answer to "years" is said to have decided it, and made no difference.'
    assert check(made, "", moot) == [told]
    assert check(changed(made, ("answers", 3, "decided"), False), "", moot) == []  # noqa: FBT003


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<span>No</span>", "<span>Yes</span>"),
        ("Do not accept. You", "You may accept. You"),
        ("</main>", '<img src="seal.png"></main>'),
        ("</style>", "dd { display: none }</style>"),
        ("</body>", "<p>Signed by the manager.</p></body>"),
        ("default-src 'none'", "default-src *"),
    ],
)
def test_a_page_that_shows_something_else_than_its_data_is_refused(was: str, now: str) -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    page = record_page.as_page(made, ours().words, "en")
    escaped = page.replace("&#x27;", "'")
    assert was in escaped
    assert check(made, page) == []
    told = check(made, escaped.replace(was, now, 1) if was not in page else page.replace(was, now, 1))
    assert [line.partition(",")[0] for line in told] == [
        "changed-page: The page shows something else than the data inside it"
    ]


def test_a_page_in_another_language_and_direction_is_its_page_too() -> None:
    made = record_of(ours(), "friend-request", RECENT, NUMBER)
    assert check(made, record_page.as_page(made, ours().words, "ar", "rtl")) == []


def test_the_words_of_the_edition_count_and_not_todays() -> None:
    """The site's words change, and a record stays as true as it was."""
    folder = copy.deepcopy(edition().trees)
    assert folder
    folder["record"]["words"] |= {"verdict.no": "Nope", "record.clauses": "Rests on"}
    project = replace(ours(), words={**ours().words, "verdict.no": "Nope", "record.clauses": "Rests on"})
    made = record_of(project, "friend-request", RECENT, NUMBER)
    page = record_page.as_page(made, project.words, "en")
    assert check(made, page, Published(edition().policy, folder)) == []
    assert check(made, page) == ['changed-record: outcome, word is "Nope". In edition 2024-01 it is "No".']


def test_an_edition_that_tells_nothing_of_records_cannot_be_asked() -> None:
    folder = {key: value for key, value in (edition().trees or {}).items() if key != "record"}
    told = check(record_of(ours(), "friend-request", RECENT, NUMBER), "", Published(edition().policy, folder))
    assert told == ["unreadable-edition: Edition 2024-01 does not tell the words that its records were written with."]
