"""Finds what is wrong with a tree by looking at its graph: every fault at once, each with the way out.

A tree without faults can be compiled, and every path through it ends in an outcome. Rules about more than one tree
(hand-overs) are in ``handovers``; claims and examples are tried on the compiled tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.clauses.model import Policy
from macros.problems import Place, Problem, did_you_mean
from macros.trees import graph
from macros.trees.conditions import Compare, Condition, comparisons
from macros.trees.model import NOT_SURE, VERDICTS, Question, Target, Text, Tree
from macros.trees.ranges import gaps_and_overlaps

Faults = Iterator[Problem]


def check_tree(tree: Tree, policy: Policy) -> tuple[Problem, ...]:
    """Every structural fault of one tree. What needs sound targets is looked at only when they are sound."""
    found = [problem for rule in FIRST_RULES for problem in rule(tree)] + list(unknown_clauses(tree, policy))
    if not found:
        found = list(cycles(tree))
    if not found:
        found = [problem for rule in GRAPH_RULES for problem in rule(tree)]
    return tuple(sorted(found))


def starts_by_asking(tree: Tree) -> Faults:
    """The first question must ask something: nothing is known yet."""
    first = tree.questions[tree.first]
    if first.look:
        yield Problem(
            first.place,
            "looks-first",
            f'The tree begins with "{first.name}", which asks nothing.',
            'Put a question with "ask" first.',
        )


def ask_or_look(tree: Tree) -> Faults:
    """A question asks or looks, never both; a look ends with "else", and nothing comes after that."""
    for question in tree.questions.values():
        if question.look and (question.ask or question.go or question.options):
            yield Problem(
                question.place,
                "asks-and-looks",
                f'"{question.name}" both asks and looks.',
                "Make two of it: one that asks, and one that looks.",
            )
        elses = [at for at, look in enumerate(question.look) if not look.when]
        if question.look and elses != [len(question.look) - 1]:
            yield Problem(
                question.place,
                "look-without-else",
                f'The look "{question.name}" must end with one "else".',
                "Let the last line be - { else: … }, and only that one.",
            )


def options_have_ways(tree: Tree) -> Faults:
    """Every answer has words and a way on, and every way belongs to an answer."""
    for question in tree.questions.values():
        if not question.look:
            yield from missing_ways(question)
            yield from stray_ways(question)


def missing_ways(question: Question) -> Faults:
    """An answer that leads nowhere, or that a reader could not read."""
    if not question.options:
        yield Problem(
            question.place,
            "no-options",
            f'Question "{question.name}" has no options.',
            'Add "options:", with an id and words for each answer.',
        )
    for option, words in question.options.items():
        if not words.text.strip():
            yield Problem(
                words.place,
                "option-without-words",
                f'Option "{option}" of "{question.name}" has no words.',
                "Write what the reader will see after the colon.",
            )
    for answer in question.answers if question.options else ():
        if answer not in question.go and answer != NOT_SURE:
            place = question.options[answer].place if answer in question.options else question.place
            yield Problem(
                place,
                "dead-end",
                f'Nothing says where "{answer}" of "{question.name}" leads.',
                f'Add "{answer}: …" under "go".',
            )


def stray_ways(question: Question) -> Faults:
    """A way for an answer that the question does not have."""
    for answer, target in question.go.items():
        if answer not in (*question.answers, NOT_SURE):
            yield Problem(
                target.place,
                "unknown-option",
                f'"{question.name}" has no option "{answer}".',
                did_you_mean(answer, question.answers) or 'Add it under "options", or take this line out.',
            )


def known_targets(tree: Tree) -> Faults:
    """Every way leads to a question or an outcome of this tree, and says which where both have the name."""
    for question in tree.questions.values():
        for target in graph.targets(question):
            kind = graph.kind_of(tree, target)
            if kind == "both":
                yield Problem(
                    target.place,
                    "which-target",
                    f'"{target.name}" is a question and an outcome.',
                    f'Say "question {target.name}" or "outcome {target.name}".',
                )
            elif not kind and target.name:
                yield unknown_target(tree, question, target)


def unknown_target(tree: Tree, question: Question, target: Target) -> Problem:
    """A way to somewhere that is not there."""
    answers = [answer for answer, way in question.go.items() if way is target]
    leads = f'Option "{answers[0]}" of "{question.name}"' if answers else f'The look "{question.name}"'
    known = (*tree.questions, *tree.outcomes)
    hint = did_you_mean(target.name, known) or f'Add an outcome "{target.name}", or change the name here.'
    what = f"{target.kind} of that name" if target.kind else "question or outcome of that name"
    return Problem(
        target.place, "unknown-target", f'{leads} goes to "{target.name}", but this tree has no {what}.', hint
    )


def sound_ranges(tree: Tree) -> Faults:
    """Dates and numbers have ranges that tile, each with words; choices and tick lists have none."""
    for question in tree.questions.values():
        counted = question.kind in ("date", "number")
        if question.ranges and not counted:
            yield Problem(
                question.place,
                "ranges-without-kind",
                f'"{question.name}" has ranges but asks for no date or number.',
                'Add "kind: date" or "kind: number".',
            )
        if counted and set(question.ranges) != set(question.options) - {NOT_SURE}:
            yield Problem(
                question.place,
                "ranges-and-options",
                f'The ranges and the options of "{question.name}" differ.',
                "Give each range an option of the same id, with the words a reader chooses.",
            )
        yield from tiling(question)


def tiling(question: Question) -> Faults:
    """No gap between ranges, no overlap, none that holds nothing."""
    for name, stretch in question.ranges.items():
        if stretch.start and stretch.end and stretch.start >= stretch.end:
            yield Problem(
                stretch.place, "range-gap", f'The range "{name}" holds nothing.', "Put the smaller number first."
            )
    for name, what in gaps_and_overlaps(question.ranges, "years" if question.kind == "date" else ""):
        yield Problem(
            question.ranges[name].place, "range-gap", what, "Let each range begin where the one before it ends."
        )


def sound_outcomes(tree: Tree) -> Faults:
    """Every outcome cites; only a yes carries the reminders; a day is counted from a date question."""
    for outcome in tree.outcomes.values():
        if not outcome.because and not outcome.goto:
            yield Problem(
                outcome.place,
                "no-clause",
                f'Outcome "{outcome.name}" rests on no clause.',
                'Add "because: [ … ]" with the clauses it follows from.',
            )
        if outcome.on_work_account and outcome.verdict not in ("yes", "yes-if"):
            yield Problem(
                outcome.place,
                "reminders-without-yes",
                f'Outcome "{outcome.name}" is not a yes.',
                'Take out "on-work-account": the reminders are for those who may go on.',
            )
        if outcome.until:
            asked = tree.questions.get(str(outcome.until.question))
            if not asked or asked.kind != "date":
                yield Problem(
                    outcome.until.question.place,
                    "unknown-fact",
                    f'"{outcome.until.question}" asks for no date.',
                    did_you_mean(str(outcome.until.question), tree.questions) or "Name a question of kind date.",
                )


def known_facts(tree: Tree) -> Faults:
    """Every condition speaks of a question of this tree and of answers it can have."""
    for question in tree.questions.values():
        for look in question.look:
            if look.when:
                yield from unknown_facts(tree, look.when, look.place)
    for claim in tree.always:
        for condition in (claim.when, claim.given):
            if condition:
                yield from unknown_facts(tree, condition, claim.place, verdict=True)
        for verdict in (*claim.verdict, *claim.never):
            if verdict.text not in (*VERDICTS, "goto"):
                yield Problem(
                    verdict.place,
                    "unknown-verdict",
                    f'"{verdict}" is no verdict.',
                    f"Verdicts are: {', '.join(VERDICTS)}.",
                )


def unknown_facts(tree: Tree, condition: Condition, place: Place, *, verdict: bool = False) -> Faults:
    """What a condition names and the tree does not know."""
    for compare in comparisons(condition):
        asked = tree.questions.get(compare.fact)
        if verdict and compare.fact == "verdict":
            yield from unknown_values(compare, (*VERDICTS, "goto"), place)
        elif not asked or not asked.ask:
            yield Problem(
                place,
                "unknown-fact",
                f'No question of this tree is called "{compare.fact}".',
                did_you_mean(compare.fact, [name for name, other in tree.questions.items() if other.ask])
                or "Name a question that asks something.",
            )
        elif compare.sign in ("<", "<=", ">", ">=") and not asked.ranges:
            yield Problem(place, "no-order", f'The answers of "{compare.fact}" have no order.', 'Use = or "in".')
        else:
            yield from unknown_values(compare, (*asked.answers, NOT_SURE), place)


def unknown_values(compare: Compare, values: tuple[str, ...], place: Place) -> Faults:
    """Values that the fact can never have."""
    for value in compare.values:
        if value not in values:
            yield Problem(
                place,
                "unknown-answer",
                f'"{compare.fact}" is never "{value}".',
                did_you_mean(value, values) or f"It can be: {', '.join(values)}.",
            )


def unknown_clauses(tree: Tree, policy: Policy) -> Faults:
    """Every clause that is named stands in the policy."""
    named: list[Text] = [*tree.rests_on]
    named += [clause for outcome in tree.outcomes.values() for clause in outcome.because]
    named += [clause for claim in tree.always for clause in claim.cites]
    for number in named:
        if number.text not in policy:
            yield Problem(
                number.place,
                "unknown-clause",
                f'The policy has no clause "{number}".',
                did_you_mean(number.text, [str(clause.number) for clause in policy])
                or "Look up its number in docs/policy.",
            )


def cycles(tree: Tree) -> Faults:
    """Questions that lead round in a circle."""
    circle = graph.find_cycle(tree)
    if circle:
        yield Problem(
            tree.questions[circle[0]].place,
            "goes-round",
            f"These questions go round in a circle: {' → '.join(circle)}.",
            "Let one of them lead to an outcome.",
        )


def nothing_stranded(tree: Tree) -> Faults:
    """Every question and outcome can be come to."""
    reached = graph.reachable(tree)
    for kind, things in (("question", tree.questions), ("outcome", tree.outcomes)):
        for name, thing in things.items():
            if (kind, name) not in reached:
                yield Problem(
                    thing.place,
                    f"unreachable-{kind}",
                    f'No way leads to {kind} "{name}".',
                    "Let an option go there, or take it out.",
                )


def known_in_time(tree: Tree) -> Faults:
    """A look reads only what has been asked on every path that comes to it."""
    known = graph.surely_known(tree)
    for name, facts in known.items():
        for look in tree.questions[name].look:
            for compare in comparisons(look.when) if look.when else ():
                if compare.fact not in facts:
                    yield Problem(
                        look.place,
                        "read-too-soon",
                        f'"{name}" reads "{compare.fact}", but can be come to before that question is asked.',
                        f'Ask "{compare.fact}" earlier, or look only where it has been asked.',
                    )


FIRST_RULES: tuple[Callable[[Tree], Faults], ...] = (
    starts_by_asking,
    ask_or_look,
    options_have_ways,
    known_targets,
    sound_ranges,
    sound_outcomes,
    known_facts,
)
GRAPH_RULES: tuple[Callable[[Tree], Faults], ...] = (nothing_stranded, known_in_time)
