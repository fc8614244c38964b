"""Tries a tree's examples and claims on the compiled code, through the same machine the reader gets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.browser import machine
from macros.browser.machine import CompiledTree, Refused
from macros.problems import Problem, did_you_mean
from macros.trees.conditions import Order, holds
from macros.trees.model import HOLD_AND_ASK, VERDICTS, Claim, Example, Tree
from macros.trees.paths import Path, TooManyPathsError, every_path

ANY_DAY = date(2026, 1, 1)


def try_examples(tree: Tree, compiled: CompiledTree) -> tuple[Problem, ...]:
    """Every example that does not end where it says."""
    return tuple(problem for example in tree.examples for problem in try_example(tree, compiled, example))


def try_example(tree: Tree, compiled: CompiledTree, example: Example) -> Iterator[Problem]:
    """One example: its answers are read as the page reads them, then replayed. Answers not asked for are left aside."""
    wanted = example.outcome.text
    if wanted not in tree.outcomes and wanted != HOLD_AND_ASK:
        yield Problem(
            example.outcome.place,
            "unknown-target",
            f'This tree has no outcome "{wanted}".',
            did_you_mean(wanted, tree.outcomes),
        )
        return
    read = read_answers(tree, compiled, example)
    if isinstance(read, Problem):
        yield read
        return
    step = machine.replay(compiled, read)
    if step.kind == "question":
        yield Problem(
            example.place,
            "example-unfinished",
            f'The example "{example.name}" stops at the question "{step.name}".',
            f'Add an answer for "{step.name}".',
        )
        return
    verdict = compiled.OUTCOMES[step.name]["verdict"]
    said = example.verdict.text if example.verdict else verdict
    if step.name != wanted or said != verdict:
        yield Problem(
            example.outcome.place,
            "example-fails",
            f'The example "{example.name}" ends in "{step.name}" ({verdict}), not in "{wanted}" ({said}).',
            f"Its way: {in_words(step)}. Change the tree, or the example.",
        )


def read_answers(tree: Tree, compiled: CompiledTree, example: Example) -> dict[str, machine.Answer] | Problem:
    """The answers of an example as the machine takes them, or the first that it cannot take."""
    answers: dict[str, machine.Answer] = {}
    for question, given in example.answers.items():
        if question not in compiled.QUESTIONS:
            return Problem(
                example.place,
                "unknown-fact",
                f'No question of this tree is called "{question}".',
                did_you_mean(question, compiled.QUESTIONS) or "Take it out.",
            )
        today = read_today(example)
        if today is None and is_day(given):
            return Problem(
                example.place,
                "example-without-today",
                f'The example "{example.name}" has a date but no "today".',
                'Add "today: 2026-11-22", the day the example happens.',
            )
        read = machine.read_answer(
            compiled, question, list(given) if isinstance(given, tuple) else given, today or ANY_DAY
        )
        if isinstance(read, Refused):
            return Problem(
                example.place,
                "unknown-answer",
                f'"{question}" has no answer "{given}".',
                did_you_mean(str(given), tree.questions[question].answers)
                or f"Its answers are: {', '.join((*tree.questions[question].answers, machine.NOT_SURE))}.",
            )
        answers[question] = read[0]
    return answers


def is_day(given: object) -> bool:
    """Whether an example's answer is an exact day, 2011-02-01."""
    return isinstance(given, str) and given.replace("-", "").isdecimal() and given.count("-") == 2  # noqa: PLR2004


def read_today(example: Example) -> date | None:
    """The day an example happens on."""
    try:
        return date.fromisoformat(example.today.text) if example.today else None
    except ValueError:
        return None


def in_words(step: machine.Step) -> str:
    """The answers that led to a step, as an example would have them."""
    return ", ".join(f"{question}: {answer}" for question, answer in step.answers.items())


def try_claims(tree: Tree, compiled: CompiledTree) -> tuple[Problem, ...]:
    """Every claim that some path breaks, with the shortest such path; and every claim that speaks of no path at all."""
    if not tree.always:
        return ()
    try:
        paths = list(every_path(compiled))
    except TooManyPathsError as error:
        return (
            Problem(
                tree.place, "too-many-paths", str(error), "Make two trees of it, and hand over from one to the other."
            ),
        )
    order: Order = {
        name: {span: rank for rank, span in enumerate(question.ranges)} for name, question in tree.questions.items()
    }
    return tuple(
        problem for claim in tree.always for problem in try_claim(claim, paths, {**order, "verdict": VERDICTS})
    )


def try_claim(claim: Claim, paths: list[Path], order: Order) -> Iterator[Problem]:
    """One claim over all paths."""
    spoken_of = [path for path in paths if holds(claim.when, path.known(), order)]
    if not spoken_of:
        yield Problem(
            claim.place,
            "claim-of-nothing",
            f'The claim "{claim.claim}" speaks of no path at all.',
            'Look at "when": no path through the tree is like that.',
        )
    broken = sorted((path for path in spoken_of if not keeps(claim, path, order)), key=lambda path: len(path.answers))
    if broken:
        way = ", ".join(f"{question}: {answer}" for question, answer in broken[0].answers.items())
        yield Problem(
            claim.place,
            "claim-broken",
            f'The claim "{claim.claim}" is broken by {{ {way} }}, which ends in '
            f'"{broken[0].outcome}" ({broken[0].verdict}).',
            "Change the tree, or the claim.",
        )


def keeps(claim: Claim, path: Path, order: Order) -> bool:
    """Whether a path does what a claim says."""
    return (
        (not claim.verdict or path.verdict in map(str, claim.verdict))
        and path.verdict not in map(str, claim.never)
        and (not claim.given or holds(claim.given, path.known(), order))
        and set(map(str, claim.cites)) <= set(path.clauses)
    )
