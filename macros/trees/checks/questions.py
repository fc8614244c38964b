"""What can be wrong with a question: what it asks, its options, and that each answer has a way on."""

from __future__ import annotations

from itertools import islice, product

from macros.problems import Problem, did_you_mean, nearest
from macros.trees.checks import Faults
from macros.trees.conditions import Order, comparisons, holds
from macros.trees.model import NOT_SURE, Question, Tree

MOST_COMBINATIONS = 10_000


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
    """A question asks or looks, never both."""
    for question in tree.questions.values():
        for key in ("ask", "why", "kind", "options", "ranges", "go", "alike", "bring-about") if question.look else ():
            if key in question.places:
                yield Problem(
                    question.at(key),
                    "asks-and-looks",
                    f'"{question.name}" looks at what is known, so it has no "{key}".',
                    "Make two of it: one that asks, and one that looks.",
                )


def looks_end(tree: Tree) -> Faults:
    """A look ends with "else", so that it always leads on, and nothing comes after that."""
    for question in tree.questions.values():
        elses = [at for at, look in enumerate(question.look) if look.when is None]
        if question.look and elses != [len(question.look) - 1]:
            missing = "" if elses else first_gap(tree, question)
            what = f'The look "{question.name}" must end with one "else".'
            yield Problem(
                question.at("look"),
                "look-without-else",
                f"{what} Nothing says where {missing} leads." if missing else what,
                "Let the last line be - { else: … }, and only that one.",
            )


def first_gap(tree: Tree, question: Question) -> str:
    """The first combination of answers that no line of a look is for, in words; nothing where there is none."""
    order: Order = {name: other.ladder for name, other in tree.questions.items()}
    lines = [look.when for look in question.look if look.when]
    facts = list(dict.fromkeys(compare.fact for line in lines for compare in comparisons(line)))
    values = [(*tree.questions[fact].answers, NOT_SURE) if fact in tree.questions else () for fact in facts]
    for combination in islice(product(*values), MOST_COMBINATIONS):
        known = dict(zip(facts, combination, strict=True))
        if not any(holds(line, known, order) for line in lines):
            return " and ".join(f"{fact} = {value}" for fact, value in known.items())
    return ""


def options_have_words(tree: Tree) -> Faults:
    """Every question that asks has options, and each has words for the reader."""
    for question in tree.questions.values():
        if not question.look and not {*question.options} - {NOT_SURE}:
            yield Problem(
                question.at("options"),
                "no-options",
                f'Question "{question.name}" has no options.',
                'Add "options:", and below it an id and words for each answer.',
            )
        for option, words in question.options.items():
            if not words.text:
                yield Problem(
                    words.place,
                    "option-without-words",
                    f'Option "{option}" of "{question.name}" has no words.',
                    "Write after the colon what the reader will see.",
                )


def options_have_ways(tree: Tree) -> Faults:
    """Every answer leads somewhere."""
    for question in tree.questions.values():
        strays = [answer for answer in question.go if answer not in question.answers]
        meant = {nearest(stray, question.answers) for stray in strays}
        for answer in question.answers if question.options and not question.look else ():
            if answer not in question.go and answer not in meant:
                yield dead_end(question, answer)
        for answer, target in question.go.items():
            if not target.name:
                yield dead_end(question, answer)


def dead_end(question: Question, answer: str) -> Problem:
    """An answer that leads nowhere."""
    place = question.at(f"options.{answer}" if answer in question.options else "go")
    return Problem(
        question.go[answer].place if answer in question.go else place,
        "dead-end",
        f'Nothing says where "{answer}" of "{question.name}" leads.',
        f'Under "go", write "{answer}:" and the name of a question or an outcome.',
    )


def ways_have_options(tree: Tree) -> Faults:
    """Every way belongs to an answer that the question has."""
    for question in tree.questions.values():
        for answer in question.go if question.options else ():
            if answer not in (*question.answers, NOT_SURE):
                yield Problem(
                    question.at(f"go.{answer}"),
                    "unknown-option",
                    f'"{question.name}" has no option "{answer}".',
                    did_you_mean(answer, question.answers) or way_out(question),
                )


def way_out(question: Question) -> str:
    """What may stand under "go" instead."""
    if question.kind == "several":
        return 'The ways of a tick list are "none", "any" and "not-sure".'
    return 'Add it under "options", or take this line out.'
