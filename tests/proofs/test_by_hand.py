"""Claims that compare two paths, and the law of "not sure", held against every pair of paths by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from macros.browser import machine
from macros.browser.machine import NOT_SURE, CompiledTree
from macros.proofs.prove import prove
from macros.trees.compiler import compile_tree, load_compiled
from macros.trees.conditions import holds
from macros.trees.loader import load_tree
from macros.trees.model import VERDICTS, Claim, Tree
from tests.trees.workshop import PARAMETERS, POLICY

OUTCOMES = {f"{verdict}-end": verdict for verdict in ("yes", "yes-if", "ask", "no", "act-now")}
WHENS = ("", "q0 = a", "q0 != b", "not q0 = a", "q2 = a", "not q2 = b")
Answers = Mapping[str, str]


def made(chance: random.Random) -> str:
    """Four questions; each answer leads on, to a look at the first answer, or to an outcome. And two claims."""
    rows = "".join(question(at, chance) for at in range(4))
    ends = "".join(
        f"  {name}: {{ verdict: {verdict}, say: So., because: [5.9] }}\n" for name, verdict in OUTCOMES.items()
    )
    asked, when = chance.choice(["q0", "q1", "q3"]), chance.choice(WHENS)
    ladder = chance.sample(["a", "b", NOT_SURE], chance.choice([2, 3]))
    line = f"    when: {when}\n" if when else ""
    claims = (
        f"  - claim: Order\n{line}    monotone: {{ {asked}: [{', '.join(ladder)}] }}\n"
        f"  - claim: No difference\n{line}    independent-of: {asked}\n"
    )
    return f"title: T\nrests-on: [5.2]\nquestions:\n{rows}outcomes:\n{ends}always:\n{claims}"


def question(at: int, chance: random.Random) -> str:
    """One question, and a look behind it."""
    on = [f"q{after}" for after in range(at + 1, 4)][:2]
    places = [*on, *on, f"look-{at}", chance.choice(list(OUTCOMES))]
    ways = ", ".join(f"{answer}: {chance.choice(places)}" for answer in ("a", "b", NOT_SURE))
    then = [chance.choice([*on, *OUTCOMES]) for _ in range(2)]
    return (
        f"  q{at}:\n    ask: What?\n    options: {{ a: A, b: B }}\n    go: {{ {ways} }}\n"
        f"  look-{at}:\n    look:\n      - {{ when: q0 = {chance.choice(['a', 'b'])}, go: {then[0]} }}\n"
        f"      - {{ else: {then[1]} }}\n"
    )


def paths(tree: CompiledTree) -> dict[tuple[str, ...], tuple[Answers, str]]:
    """For every combination of answers to all questions: those that were asked for, and the verdict."""
    found: dict[tuple[str, ...], tuple[Answers, str]] = {}
    for combination in product(("a", "b", NOT_SURE), repeat=len(tree.QUESTIONS)):
        step = machine.replay(tree, dict(zip(tree.QUESTIONS, combination, strict=True)))
        asked = {name: str(answer) for name, answer in step.answers.items()}
        found[combination] = (asked, str(tree.OUTCOMES[step.name]["verdict"]))
    return found


def is_broken(claim: Claim, tree: CompiledTree) -> bool:
    """Whether two paths that differ in one answer break the claim, both being spoken of."""
    every = paths(tree)
    (name,) = claim.monotone or map(str, claim.independent_of)
    at = list(tree.QUESTIONS).index(name)
    answers = [str(answer) for answer in claim.monotone.get(name, ())] or ["a", "b"]
    for combination, (one, before) in every.items():
        for first, second in combinations(answers, 2):
            other, later = every[*combination[:at], second, *combination[at + 1 :]]
            differs = VERDICTS[later] < VERDICTS[before] if claim.monotone else later != before
            differs = differs and combination[at] == first and name in one
            if differs and all(
                holds(claim.when, {**path, "verdict": end}, {}) for path, end in ((one, before), (other, later))
            ):
                return True
    return False


def breaks_the_law(tree: CompiledTree) -> bool:
    """Whether "not sure" somewhere gets a yes that a known answer, all else equal, does not get."""
    every = paths(tree)
    return any(
        VERDICTS[verdict] <= VERDICTS["yes-if"]
        and VERDICTS[every[*combination[:at], known, *combination[at + 1 :]][1]] > VERDICTS[verdict]
        for combination, (asked, verdict) in every.items()
        for at, name in enumerate(tree.QUESTIONS)
        for known in ("a", "b")
        if combination[at] == NOT_SURE and name in asked
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6))
def test_the_proofs_say_what_every_pair_of_paths_says(seed: int) -> None:
    tree, problems = load_tree("decision_trees/made.yml", made(random.Random(seed)), PARAMETERS)  # noqa: S311 - a test
    assert isinstance(tree, Tree)
    assert not problems
    compiled = load_compiled(compile_tree(tree, POLICY, {}), "made")
    assume({claim_facts(claim) <= {*compiled.QUESTIONS} for claim in tree.always} == {True})
    _, told = prove(tree, compiled)
    of_nothing = {
        claim.claim
        for claim in tree.always
        for one in told
        if one.code == "claim-of-nothing"
        if claim.claim in one.what
    }
    broken = {
        claim.claim for claim in tree.always for one in told if one.code == "claim-broken" if claim.claim in one.what
    }
    by_hand = {claim.claim for claim in tree.always if is_broken(claim, compiled)}
    assert broken - of_nothing == by_hand - of_nothing
    assert not by_hand & of_nothing
    assert any(one.code == "not-sure-says-yes" for one in told) == breaks_the_law(compiled)


def claim_facts(claim: Claim) -> set[str]:
    """The questions a claim holds against each other."""
    return {*claim.monotone, *map(str, claim.independent_of)}
