"""Asks a tree in the terminal: the same machine as the page, drawn with letters."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Mapping
from datetime import date

from macros.browser import dates, explain, machine
from macros.browser.machine import NOT_SURE, CompiledTree, Refused
from macros.browser.reasons import change_in_words, in_words
from macros.trees.handovers import carried

WIDTH = 76


def ask(trees: Mapping[str, CompiledTree], name: str, words: Mapping[str, str], today: date) -> int:
    """Ask until there is an outcome. Before a person, a hand-over goes on at once, with the answers it carries."""
    tree = trees[name]
    end = ask_tree(tree, words, today, {})
    while end and tree.OUTCOMES[end]["goto"] and sys.stdin.isatty():
        ends = tree.OUTCOMES[end]
        tree = trees[ends["goto"]]
        end = ask_tree(tree, words, today, carried(tree, ends["knowing"]))
    return 0 if end else 1


def ask_tree(
    tree: CompiledTree, words: Mapping[str, str], today: date, known: Mapping[str, machine.Answer]
) -> str | None:
    """Ask one tree, and tell its outcome. An empty line goes back one question; the end of input stops."""
    print(f"\n{tree.TITLE}\n\nType the number of an answer. An empty line goes back.\n")
    answers = dict(known)
    days: dict[str, date] = {}
    while (step := machine.replay(tree, answers)).kind == "question":
        try:
            typed = input(question(tree, step.name, words)).strip()
        except EOFError:
            return None
        if not typed:
            answers = dict(list(step.answers.items())[:-1])
            continue
        read = machine.read_answer(tree, step.name, choose(tree, step.name, typed), today)
        if isinstance(read, Refused):
            print(f"\n{words[read.words]}")
            continue
        answers = {**step.answers, step.name: read[0]}
        if read[1]:
            days[step.name] = read[1]
    print(outcome(tree, step, words, days))
    return step.name


def question(tree: CompiledTree, name: str, words: Mapping[str, str]) -> str:
    """A question with its answers numbered, and room to type."""
    asked = tree.QUESTIONS[name]
    lines = [asked["ask"], *([f"  {asked['why']}"] if asked["why"] else [])]
    options = {**asked["options"], NOT_SURE: unsure(asked, words)}
    if asked["kind"] == "number":  # A number typed is the number itself, so these are chosen by name.
        lines += [f"  {option}: {said}" for option, said in options.items()]
    else:
        lines += [f"  {at}. {said}" for at, said in enumerate(options.values(), start=1)]
    if asked["kind"] == "date":
        lines.append("  or a date: 2011-02-01")
    return "\n".join(lines) + "\n> "


def unsure(asked: Mapping[str, str], words: Mapping[str, str]) -> str:
    """The words of "I'm not sure" here."""
    return asked["not_sure"] or words["ask.not-sure"]


def choose(tree: CompiledTree, name: str, typed: str) -> object:
    """What was typed, as the machine takes it: an option by its number, several for a tick list, or the answer."""
    asked = tree.QUESTIONS[name]
    if asked["kind"] == "number" and typed.isdecimal():
        return typed
    numbered = {str(at): option for at, option in enumerate([*asked["options"], NOT_SURE], start=1)}
    chosen = [numbered.get(part, part) for part in typed.replace(",", " ").split()]
    if asked["kind"] == "several" and chosen != [NOT_SURE]:
        return [] if typed == "none" else chosen
    return chosen[0] if len(chosen) == 1 else typed


def outcome(tree: CompiledTree, step: machine.Step, words: Mapping[str, str], days: Mapping[str, date]) -> str:
    """The verdict, what to do, what would change it, the clauses quoted, and what decided it."""
    ends = tree.OUTCOMES[step.name]
    if ends["goto"]:
        return f"\n{words['outcome.goto']} {ends['goto_title']}\npolicy ask {ends['goto']}"
    parts = [f"{words['verdict.' + ends['verdict']]}.", wrap(ends["say"] or words["outcome.not-sure-say"])]
    if ends["until"]:
        asked, years, say, otherwise = ends["until"]
        day = dates.write_date(dates.add_years(days[asked], years), words["months"]) if asked in days else ""
        parts.append(wrap(say.replace("{day}", day) if day else otherwise))
    if change := explain.nearest_change(tree, step.answers):
        parts.append(wrap(f"{words['explain.change']} {change_in_words(change, ends['verdict'], words)}"))
    clauses = [
        f"{number} {tree.CLAUSES[number]['heading']}\n{wrap(tree.CLAUSES[number]['text'], '    ')}"
        for number in ends["because"]
    ]
    safety = words["safety.brief"].format(clauses="3.6, 7.3")
    return "\n" + "\n\n".join(
        [
            *parts,
            f"{words['outcome.because']}:",
            *clauses,
            *what_decided(tree, step, words, days),
            wrap(f"{words['safety.ask']} {safety}"),
        ]
    )


def what_decided(
    tree: CompiledTree, step: machine.Step, words: Mapping[str, str], days: Mapping[str, date]
) -> list[str]:
    """The answers that decided it, and those that made no difference; nothing where they cannot be told apart."""
    decided = explain.decided_by(tree, step.answers)
    if decided is None:
        return []
    others = [name for name in step.answers if name not in decided]
    parts = {"explain.decided": decided, "explain.others": others}
    return [
        "\n".join([f"{words[title]}:", *(row(tree, step, name, words, days.get(name)) for name in names)])
        for title, names in parts.items()
        if names
    ]


def row(tree: CompiledTree, step: machine.Step, name: str, words: Mapping[str, str], day: date | None) -> str:
    """A question and the answer given to it."""
    said = in_words(tree, name, step.answers[name], words, day)
    return wrap(tree.QUESTIONS[name]["ask"], "    ") + "\n" + wrap(said, "      ")


def wrap(text: str, indent: str = "") -> str:
    """Text in lines that fit a terminal."""
    return "\n".join(
        textwrap.fill(" ".join(part.split()), WIDTH, initial_indent=indent, subsequent_indent=indent)
        for part in text.split("\n\n")
    )
