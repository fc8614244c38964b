"""Our own trees, held to what was agreed: each outcome, invariant and scenario, told once more in plain Python."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.browser import machine
from macros.project import load
from macros.trees.paths import Path, every_path
from tests.trees.workshop import ROOT

PROJECT = load(ROOT)
FRIEND, PHOTO = "friend-request", "post-photo-video"
OURS = [FRIEND, PHOTO]
PATHS = {name: list(every_path(PROJECT.compiled[name])) for name in OURS}
YES = {"yes", "yes-if"}

# Each outcome: its verdict, and the clauses it rests on, in the order in which they are quoted.
ENDS = {
    FRIEND: """
        i-add            ask     5.1 5.2 5.10 5.18
        identity         no      6.5
        under13          no      3.4 6.4
        age-unknown      ask     3.4 6.4 3.6
        account          ask     5.1 5.6
        unsure           ask     5.2
        unsure-at-work   ask     5.10 5.4 5.2
        colleague        ask     5.2 5.1 4.2
        private          yes-if  6.5 5.1 5.2 5.3 5.21
        private-young    ask     5.1 6.2 3.6
        before           ask     5.2
        current          no      5.2 4.2 5.4 5.10
        two-years        no      5.2
        former-young     ask     5.2 6.2 5.1 3.6
        former-adult     yes-if  5.2 6.5 5.1 5.3 5.21 4.2 3.6
        no-direct        ask     5.10 5.4
        permission       ask     5.10
        work-young       yes-if  5.10 6.1 6.2 6.5 3.4 5.7 5.8
        work-adult       yes-if  5.10 6.5 5.7 5.8
        work-other       yes-if  6.5 5.4 5.7 5.8
    """,
    PHOTO: """
        unfit            no      5.9 4.8
        unfit-ask        ask     5.9 4.5 5.7 4.7
        nonpublic        no      4.5
        details          no      5.7 4.3
        private-ask      ask     4.5 5.7
        no-prior         no      4.3
        who              ask     4.7
        age-unknown      ask     4.7
        no-parent        no      4.7
        no-own           no      4.7
        check            no      4.7
        elsewhere        ask     4.7
        carer            ask     4.7 3.6
        parent-only      ask     4.7
        withdrawn        no      4.7
        unhappy          ask     4.7 3.6
        adults           ask     4.7 3.6
        owner            ask     8.2
        personal         ask     5.1 5.3 4.7
        theirs-on-personal ask   5.1 5.3 4.7 8.2
        where-unknown    ask     4.7 8.2
        group            yes-if  4.7 8.2 8.1
        byo              yes-if  4.7 A.4 A.7 8.2
        post             yes-if  4.7 8.2 5.9
        post-credit      yes-if  8.2 5.4 5.9
        yes              yes     5.4 5.9 4.10
        hold-and-ask     ask     4.7
    """,
}


# The answers after which nothing more is asked, and the outcomes they may lead to.
LAST = {
    FRIEND: """
        request       i-want-to-add                              i-add
        identity      no not-sure                                identity
        identity      too-young                                  under13
        identity      age-unknown                                age-unknown
        identity      adult old-enough                           account
        link          known-before                               before
        link          now                                        current
        link          colleague-volunteer-trustee                colleague
        link          none                                       private private-young
        link          not-sure                                   unsure
        years         recent                                     two-years
        years         earlier                                    former-young former-adult
        years         not-sure                                   unsure
        link-at-work  not-direct                                 no-direct
        link-at-work  not-sure                                   unsure-at-work
        link-at-work  colleague-volunteer-trustee none           work-other no-direct
        permission    yes                                        work-young work-adult
        permission    no not-sure                                permission
    """,
    PHOTO: """
        contents     unfit                                        unfit
        contents     tarner-information-that-could-harm           nonpublic
        contents     personal-details                             details
        contents     saved-without-permission                     no-prior
        contents     tarner-information-harm-unclear              private-ask
        contents     not-sure                                     unfit-ask
        people       adults-only                                  adults
        people       not-sure                                     who
        youngest     not-sure                                     age-unknown
        parents      some-missing only-child-agreed               no-parent
        parents      taken-back                                   withdrawn
        parents      not-checked                                  check
        parents      said-elsewhere                               elsewhere
        parents      other-adult                                  carer
        parents      not-sure                                     hold-and-ask
        own          some-missing                                 no-own
        own          taken-back                                   withdrawn
        own          not-checked                                  check
        own          said-elsewhere                               elsewhere
        own          parent-only                                  parent-only
        own          nobody                                       adults unhappy age-unknown
        own          all-recorded                                 adults unhappy
        own          not-sure                                     hold-and-ask
        where        tarner-page work-profile                     post yes
        where        supported-group-page                         group
        where        brighton-youth-opportunities                 byo
        where        personal                                     personal theirs-on-personal
        where        not-sure                                     where-unknown
        credit       yes                                          post post-credit group byo
        credit       wants-it-changed says-no cannot-trace        owner
        credit       not-sure                                     owner
    """,
}


@pytest.mark.parametrize("name", OURS)
def test_each_last_answer_leads_to_its_outcomes_and_no_others(name: str) -> None:
    rows = [re.split(r"\s{2,}", row.strip()) for row in LAST[name].strip().splitlines()]
    expected = {(question, answer): set(ends.split()) for question, answers, ends in rows for answer in answers.split()}
    found: dict[tuple[str, machine.Answer], set[str]] = {}
    for path in PATHS[name]:
        found.setdefault(list(path.answers.items())[-1], set()).add(path.end)
    assert found == expected


@pytest.mark.parametrize("name", OURS)
def test_each_outcome_has_its_verdict_and_its_clauses(name: str) -> None:
    rows = [row.split() for row in ENDS[name].strip().splitlines()]
    expected = {end: (verdict, tuple(clauses)) for end, verdict, *clauses in rows}
    assert {path.end: (path.verdict, path.clauses) for path in PATHS[name]} == expected


def test_the_paths_are_as_many_as_they_were() -> None:
    """A change of this number is a change of the policy's answers: look at the difference before changing it."""
    assert {name: len(paths) for name, paths in PATHS.items()} == {FRIEND: 45, PHOTO: 260}


# Each invariant: the tree, when it applies, and what then always holds of a path. ``got`` gives an answer, or nothing.
Fact = Callable[[Callable[[str], Any], Path], bool]
INVARIANTS: dict[str, tuple[str, Fact, Fact]] = {
    "T01 I1 no acceptance without identity": (
        FRIEND,
        lambda _, path: path.verdict in YES,
        lambda got, _: got("identity") in ("adult", "old-enough"),
    ),
    "T01 I2 too young is always refused": (
        FRIEND,
        lambda got, _: got("identity") == "too-young",
        lambda _, path: path.verdict == "no",
    ),
    "T01 I3 current community, personal profile": (
        FRIEND,
        lambda got, _: got("request") == "personal" and got("link") == "now",
        lambda _, path: path.verdict == "no",
    ),
    "T01 I4 inside two years": (
        FRIEND,
        lambda got, _: got("years") == "recent",
        lambda _, path: path.verdict == "no",
    ),
    "T01 I5 knew them before": (
        FRIEND,
        lambda got, _: got("link") == "known-before",
        lambda _, path: path.verdict == "ask",
    ),
    "T01 I6 a young person only at work, with both notices": (
        FRIEND,
        lambda got, path: path.verdict in YES and got("identity") != "adult",
        lambda got, path: got("request") == "work" and {"6.1", "6.2"} <= set(path.clauses),
    ),
    "T02 I1 under age needs parents": (
        PHOTO,
        lambda got, path: got("youngest") == "under-age" and path.verdict in YES,
        lambda got, _: got("parents") == "all-recorded",
    ),
    "T02 I2 of age needs own consent, the youngest": (
        PHOTO,
        lambda got, path: got("youngest") == "of-age" and path.verdict in YES,
        lambda got, _: got("own") == "all-recorded",
    ),
    "T02 I2 of age needs own consent, the oldest": (
        PHOTO,
        lambda got, path: got("parents") == "all-recorded" and path.verdict in YES,
        lambda got, _: got("own") in ("nobody", "all-recorded"),
    ),
    "T02 I3 a plain yes only with nobody in it and ours": (
        PHOTO,
        lambda _, path: path.verdict == "yes",
        lambda got, _: got("people") == "nobody" and got("contents") == "ours",
    ),
    "T02 I4 age unknown": (
        PHOTO,
        lambda got, _: got("youngest") == "not-sure",
        lambda _, path: path.verdict == "ask",
    ),
    "T02 I4 adults shown": (
        PHOTO,
        lambda got, _: got("people") in ("adults-only", "young-and-adults"),
        lambda _, path: path.verdict not in YES,
    ),
    "T02 I5 document not looked at, for parents": (
        PHOTO,
        lambda got, _: got("parents") == "not-checked",
        lambda _, path: path.verdict == "no",
    ),
    "T02 I5 document not looked at, for themselves": (
        PHOTO,
        lambda got, _: got("own") == "not-checked",
        lambda _, path: path.verdict == "no",
    ),
    "T02 I5 consent taken back": (
        PHOTO,
        lambda got, _: "taken-back" in (got("parents"), got("own")),
        lambda _, path: path.verdict == "no",
    ),
    "T02 a young person who is unhappy about it is never shown without asking": (
        PHOTO,
        lambda got, _: got("people") == "young-person-unhappy",
        lambda _, path: path.verdict in ("ask", "no"),
    ),
    "T02 I6 taken from a profile": (
        PHOTO,
        lambda got, _: got("contents") == "saved-without-permission",
        lambda _, path: path.verdict == "no",
    ),
    "T02 I6 bound for a personal profile": (
        PHOTO,
        lambda got, _: got("where") == "personal",
        lambda _, path: path.verdict == "ask",
    ),
}


@pytest.mark.parametrize("law", INVARIANTS)
def test_each_invariant_holds_on_every_path_and_speaks_of_some(law: str) -> None:
    name, when, then = INVARIANTS[law]
    spoken_of = [path for path in PATHS[name] if when(path.answers.get, path)]
    assert spoken_of
    assert [path for path in spoken_of if not then(path.answers.get, path)] == []


@pytest.mark.parametrize("name", OURS)
def test_g1_every_question_and_outcome_is_come_to_and_every_path_ends(name: str) -> None:
    tree = PROJECT.trees[name]
    unrouted = (
        {"hold-and-ask"} if name == PHOTO else set()
    )  # In the other tree, every "not sure" leads somewhere better.
    assert {path.end for path in PATHS[name]} == {*tree.outcomes} | unrouted
    asked = {question for path in PATHS[name] for question in path.answers}
    assert asked == {question.name for question in tree.questions.values() if question.ask}


@pytest.mark.parametrize("name", OURS)
def test_g2_every_path_cites_a_clause_that_stands(name: str) -> None:
    assert all(path.clauses for path in PATHS[name])
    assert all(number in PROJECT.policy for path in PATHS[name] for number in path.clauses)


def test_g3_nobody_under_the_age_limit_is_cleared() -> None:
    assert not [path for path in PATHS[FRIEND] if path.answers.get("identity") == "too-young" and path.verdict in YES]


@pytest.mark.parametrize("name", OURS)
def test_g4_a_date_that_is_not_known_never_clears_anything(name: str) -> None:
    dates = [question.name for question in PROJECT.trees[name].questions.values() if question.kind == "date"]
    unknown = [path for path in PATHS[name] if any(path.answers.get(date) == "not-sure" for date in dates)]
    assert unknown
    assert {path.verdict for path in unknown} == {"ask"}


@pytest.mark.parametrize("name", OURS)
def test_g5_each_ask_says_what_to_ask_or_hold(name: str) -> None:
    asks = [outcome.say for outcome in PROJECT.trees[name].outcomes.values() if outcome.verdict == "ask"]
    assert asks
    assert all("line manager" in say for say in asks)


@pytest.mark.parametrize("name", OURS)
def test_g6_no_outcome_makes_up_the_steps_of_an_appendix(name: str) -> None:
    assert not [outcome.name for outcome in PROJECT.trees[name].outcomes.values() if "ppendix" in outcome.say]


@pytest.mark.parametrize("name", OURS)
def test_not_sure_gets_a_yes_only_where_every_known_answer_in_its_place_does(name: str) -> None:
    known = [(dict(path.answers), path.verdict) for path in PATHS[name]]
    for path in PATHS[name]:
        for question in [
            asked for asked, answer in path.answers.items() if answer == "not-sure" and path.verdict in YES
        ]:
            rest = {asked: answer for asked, answer in path.answers.items() if asked != question}
            else_equal = [
                verdict
                for answers, verdict in known
                if answers.get(question, "not-sure") != "not-sure"
                and all(answers.get(asked, answer) == answer for asked, answer in rest.items())
            ]
            assert else_equal
            assert set(else_equal) <= YES


MINE = "request=personal identity=adult"
FORMER = f"{MINE} link=earlier"
THEY = "contents=ours people=young-only"

# Each scenario: the tree, the day, the answers as people would give them, and where these lead.
SCENARIOS: dict[str, tuple[str, str, str, str]] = {
    "T01 S1 a woman from the lunch club asks my own Facebook": (FRIEND, "2026-11-22", f"{MINE} link=now", "no current"),
    "T01 S2 two years and a day ago": (FRIEND, "2026-11-22", f"{FORMER} years=2024-11-21", "yes-if former-adult"),
    "T01 exactly two years ago": (FRIEND, "2026-11-22", f"{FORMER} years=2024-11-22", "no two-years"),
    "T01 from 29 February to 1 March": (FRIEND, "2026-03-01", f"{FORMER} years=2024-02-29", "no two-years"),
    "T01 from 29 February to 2 March": (FRIEND, "2026-03-02", f"{FORMER} years=2024-02-29", "yes-if former-adult"),
    "T01 S3 a 15-year-old from my group asks my work profile": (
        FRIEND,
        "2026-11-22",
        "request=work identity=old-enough link-at-work=direct permission=yes",
        "yes-if work-young",
    ),
    "T01 S4 a trustee asks my personal page": (
        FRIEND,
        "2026-11-22",
        f"{MINE} link=colleague-volunteer-trustee",
        "ask colleague",
    ),
    "T01 13 today": (
        FRIEND,
        "2026-11-22",
        "request=personal identity=old-enough link=none",
        "ask private-young",
    ),
    "T01 13 tomorrow": (FRIEND, "2026-11-22", "request=work identity=too-young", "no under13"),
    "T02 S1 two 14-year-olds": (
        PHOTO,
        "2026-11-22",
        f"{THEY} youngest=2012-06-09 parents=all-recorded own=nobody where=tarner-page",
        "yes-if post",
    ),
    "T02 S2 he is 16 tomorrow": (
        PHOTO,
        "2026-11-22",
        f"{THEY} youngest=2010-11-23 parents=only-child-agreed own=all-recorded",
        "no no-parent",
    ),
    "T02 he is 16 today": (
        PHOTO,
        "2026-11-23",
        f"{THEY} youngest=2010-11-23 parents=only-child-agreed own=all-recorded where=work-profile",
        "yes-if post",
    ),
    "T02 one is 15 and one is 16": (
        PHOTO,
        "2026-11-22",
        f"{THEY} youngest=2011-01-01 parents=all-recorded own=some-missing",
        "no no-own",
    ),
    "T02 S3 the empty hall": (PHOTO, "2026-11-22", "contents=ours people=nobody where=tarner-page", "yes yes"),
    "T02 S4 saved from a member's own Instagram": (
        PHOTO,
        "2026-11-22",
        "contents=saved-without-permission people=young-only",
        "no no-prior",
    ),
}


@pytest.mark.parametrize(
    ("name", "given", "most"),
    [
        (FRIEND, f"{MINE} link=now", 3),
        (FRIEND, "request=work identity=old-enough link-at-work=direct permission=yes", 4),
        (PHOTO, "contents=saved-without-permission", 1),
        (PHOTO, "contents=ours people=nobody where=tarner-page", 3),
        (PHOTO, f"{THEY} youngest=under-age parents=all-recorded own=nobody where=tarner-page", 6),
    ],
)
def test_a_volunteer_needs_no_more_taps_than_these(name: str, given: str, most: int) -> None:
    answers = dict(pair.split("=") for pair in given.split())
    step = machine.replay(PROJECT.compiled[name], answers)
    assert step.kind == "outcome"
    assert len(answers) == most


@pytest.mark.parametrize("name", OURS)
def test_no_path_is_long(name: str) -> None:
    assert max(len(path.answers) for path in PATHS[name]) <= {FRIEND: 4, PHOTO: 7}[name]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_each_scenario_ends_as_agreed(scenario: str) -> None:
    name, today, given, expected = SCENARIOS[scenario]
    tree = PROJECT.compiled[name]
    answers: dict[str, machine.Answer] = {}
    for question, _, answer in (pair.partition("=") for pair in given.split()):
        read = machine.read_answer(tree, question, answer, date.fromisoformat(today))
        assert not isinstance(read, machine.Refused)
        answers[question] = read[0]
    step = machine.replay(tree, answers)
    assert f"{tree.OUTCOMES[step.name]['verdict']} {step.name}" == expected


def test_the_friend_request_is_private_and_the_photo_is_not() -> None:
    assert PROJECT.compiled[FRIEND].PRIVATE
    assert not PROJECT.compiled[PHOTO].PRIVATE


def test_reminders_belong_to_each_yes_on_a_work_account() -> None:
    told = {
        name: {end for end, one in PROJECT.compiled[name].OUTCOMES.items() if one["on_work_account"]} for name in OURS
    }
    assert told == {FRIEND: {"work-young", "work-adult", "work-other"}, PHOTO: {"post", "post-credit", "yes"}}
