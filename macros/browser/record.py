"""Makes the record of an answer that a reader may keep: what was asked, answered and told, as plain values.

It holds the ranges of dates and numbers, never the exact ones. A record can be made once more from its own answers,
which is how ``policy verify-record`` tells a true one from one that was changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .machine import HOLD_AND_ASK, Answer, Answers, CompiledTree, replay
from .reasons import in_words
from .verdicts import REMINDERS, SAFEGUARDING

Json = Mapping[str, Any]
Words = Mapping[str, str]

FORMAT = 1  # another number means that an older reader of it would read it wrongly
LONGEST_NOTE = 1_000
# All words of the site that a record is written with.
WORDS = (
    *("ask.any", "ask.given", "ask.none", "ask.not-sure", "explain.decided", "explain.others", "months"),
    *("outcome.not-sure-say", "outcome.ours", "outcome.reminders", "reminder.", "safety.", "verdict."),
    *("record.check", "record.clauses", "record.draft", "record.edition", "record.made-on", "record.noted"),
    *("record.proves", "record.title"),
    *("force.", "clause.definition", "clause.statement", "clause.repealed"),  # what is said of a clause
)


def words_of(words: Words) -> dict[str, str]:
    """Those of the site's words that a record is written with."""
    return {key: text for key, text in sorted(words.items()) if key.startswith(WORDS)}


@dataclass(frozen=True)
class Occasion:
    """What a record tells besides the answers: the facts of the edition, the site's words, the day, and a note."""

    facts: Json
    words: Words
    day: date
    note: str = ""


def make(tree: CompiledTree, answers: Answers, decided: Iterable[str] | None, on: Occasion) -> dict[str, Any]:
    """The record. ``decided`` names the questions whose answers forced the outcome; None where nobody can say."""
    stands = replay(tree, answers)
    if stands.kind == "question" or tree.OUTCOMES[stands.name]["goto"]:
        raise ValueError(f'There is no answer yet: these lead to "{stands.name}".')
    ends = tree.OUTCOMES[stands.name]
    forced = None if decided is None else set(decided)
    facts, words = on.facts, on.words
    return {
        "format": FORMAT,
        "policy": {"title": facts["policy"], "organisation": facts["organisation"]},
        "edition": {"number": facts["number"], "fingerprint": facts["fingerprint"]},
        "question": {"tree": tree.TREE, "title": tree.TITLE, "fingerprint": facts["questions"].get(tree.TREE, "")},
        "answers": [answer_data(tree, name, answer, forced, words) for name, answer in stands.answers.items()],
        "outcome": {
            "name": stands.name,
            "verdict": ends["verdict"],
            "word": words[f"verdict.{ends['verdict']}"],
            "say": ends["say"] or (words["outcome.not-sure-say"] if stands.name == HOLD_AND_ASK else ""),
            "until": ends["until"][3] if ends["until"] else "",  # how to count it: the day itself would tell the date
            "reminders": [f"{words[f'reminder.{one}']} ({one})" for one in REMINDERS if ends["on_work_account"]],
        },
        "clauses": [
            {"number": number, "heading": tree.CLAUSES[number]["heading"], "force": tree.CLAUSES[number]["force"]}
            for number in ends["because"]
        ],
        "date": on.day.isoformat(),
        "note": clean(on.note),
    }


def answer_data(tree: CompiledTree, name: str, answer: Answer, forced: set[str] | None, words: Words) -> dict[str, Any]:
    """One answer: by its id, and in the words that the reader saw. A tick list has a list of ids."""
    return {
        "question": name,
        "ask": tree.QUESTIONS[name]["ask"],
        "answer": answer if isinstance(answer, str) else list(answer),
        "said": in_words(tree, name, answer, words),
        "decided": None if forced is None else name in forced,
    }


def answers_in(record: Json) -> dict[str, Answer]:
    """The answers of a record as the machine takes them."""
    given = {told["question"]: told["answer"] for told in record["answers"]}
    return {name: answer if isinstance(answer, str) else tuple(answer) for name, answer in given.items()}


def decided_in(record: Json) -> tuple[str, ...] | None:
    """The questions that a record says decided it; None where it says nothing of that."""
    told = {answer["question"]: answer["decided"] for answer in record["answers"]}
    return None if None in told.values() else tuple(name for name, decided in told.items() if decided)


def safety(record: Json, words: Words) -> Iterator[str]:
    """The safety note: in full where the answer is to act now and cites 3.6, as on the page."""
    cited = {clause["number"] for clause in record["clauses"]}
    is_urgent = record["outcome"]["verdict"] == "act-now" and SAFEGUARDING[0] in cited
    tell = words["safety.tell" if is_urgent else "safety.brief"].format(clauses=", ".join(SAFEGUARDING))
    yield f"{words['safety.ask']} {tell}"
    if is_urgent:
        lead = words["safety.ours-lead"].format(lead=words["safety.lead"] or words["safety.another-manager"])
        emergency = words["safety.ours-emergency"].format(note=words["safety.note"]) if words["safety.note"] else ""
        yield from (f"{one} ({words['outcome.ours']})" for one in (lead, emergency) if one)


def clean(note: str) -> str:
    """What a reader wrote, without signs that cannot be seen, or that turn the text around them about."""
    text = note.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST_NOTE]
    return "".join(sign for sign in text if sign == "\n" or not is_hidden(ord(sign))).strip()


def is_hidden(sign: int) -> bool:
    """Control signs, halves of signs, and those that change the direction of writing."""
    ranges = ((0x00, 0x1F), (0x7F, 0x9F), (0x202A, 0x202E), (0x2066, 0x2069), (0xD800, 0xDFFF))
    return any(low <= sign <= high for low, high in ranges)
