"""A tree as a graph: which step follows which, what is surely known at each, and what each still needs to know."""

from __future__ import annotations

from collections.abc import Iterator

from macros.trees.conditions import comparisons
from macros.trees.model import HOLD_AND_ASK, NOT_SURE, Question, Target, Tree

# A step is ("question", name) or ("outcome", name).
Node = tuple[str, str]


def kind_of(tree: Tree, target: Target) -> str:
    """Whether a target is a question or an outcome; "" for neither, "both" where its bare name could be either."""
    if target.kind:
        return target.kind if target.name in (tree.questions if target.kind == "question" else tree.outcomes) else ""
    is_question, is_outcome = target.name in tree.questions, target.name in tree.outcomes
    if is_question and is_outcome:
        return "both"
    return "question" if is_question else "outcome" if is_outcome else ""


def resolve(tree: Tree, target: Target) -> Node:
    """The step a target names. The checker has seen to it that there is exactly one."""
    return kind_of(tree, target), target.name


def targets(question: Question) -> Iterator[Target]:
    """Every way out of a question, as it stands in the file."""
    yield from question.go.values()
    yield from (look.go for look in question.look)


def ways(tree: Tree, question: Question) -> Iterator[Node]:
    """The steps that can follow a question, the standard one for "not sure" included."""
    for target in targets(question):
        if kind_of(tree, target) in ("question", "outcome"):
            yield resolve(tree, target)
    if not question.look and NOT_SURE not in question.go:
        yield "outcome", HOLD_AND_ASK


def reachable(tree: Tree, start: Node | None = None) -> set[Node]:
    """Every step that can be reached from the first question, or from another step."""
    seen: set[Node] = set()
    waiting = [start or ("question", tree.first)]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += [] if node[0] == "outcome" else ways(tree, tree.questions[node[1]])
    return seen


def find_cycle(tree: Tree) -> list[str]:
    """Questions that lead round to the first of them again, or nothing."""
    done: set[str] = set()
    for start in tree.questions:
        path: list[str] = []
        waiting = [(start, 0)]
        while waiting:
            name, depth = waiting.pop()
            done.update(path[depth:])
            del path[depth:]
            if name in path:
                return [*path[path.index(name) :], name]
            if name not in done:
                path.append(name)
                waiting += [(after, len(path)) for after in questions_after(tree, name)]
        done.update(path)
    return []


def questions_after(tree: Tree, name: str) -> list[str]:
    """The questions that can follow a question, the last in the file first."""
    return [after for kind, after in ways(tree, tree.questions[name]) if kind == "question"][::-1]


def in_order(tree: Tree) -> list[str]:
    """The questions that can be reached, each after all that lead to it. The tree must have no cycle."""
    order: list[str] = []
    seen: set[str] = set()
    waiting = [(tree.first, False)]
    while waiting:
        name, is_done = waiting.pop()
        if is_done:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            waiting += [(name, True), *((after, False) for after in questions_after(tree, name))]
    return order[::-1]


def surely_known(tree: Tree) -> dict[Node, frozenset[str]]:
    """For each step, the questions that have been answered on every path that leads to it."""
    known: dict[Node, frozenset[str]] = {("question", tree.first): frozenset()}
    for name in in_order(tree):
        question = tree.questions[name]
        then = known["question", name] | (frozenset() if question.look else {name})
        for after in ways(tree, question):
            known[after] = known.get(after, then) & then
    return known


def still_needed(tree: Tree) -> dict[str, tuple[str, ...]]:
    """For each question, the earlier answers that something further on still looks at, in the order of the file."""
    needs: dict[str, set[str]] = {}
    for name in reversed(in_order(tree)):
        question = tree.questions[name]
        later = {fact for kind, after in ways(tree, question) if kind == "question" for fact in needs[after]}
        looked = {compare.fact for look in question.look if look.when for compare in comparisons(look.when)}
        needs[name] = (later - (set() if question.look else {name})) | looked
    return {name: tuple(fact for fact in tree.questions if fact in needs[name]) for name in needs}
