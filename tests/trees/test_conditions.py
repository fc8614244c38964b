"""The tiny language of "when" and "given": what it means, and that it always has an answer."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.problems import Place
from macros.trees.condition_reader import NotUnderstood, read_condition
from macros.trees.conditions import Both, Compare, Condition, Either, Not, comparisons, holds

ORDER = {"age": {"young": 0, "old": 1, "older": 2}}
FACTS = {
    "young": ("yes", "no", "not-sure"),
    "account": ("personal", "work"),
    "age": ("young", "old", "older", "not-sure"),
}


def here(column: int) -> Place:
    return Place("tree.yml", 1, column + 1)


def read(text: str) -> Condition:
    return read_condition(text, here)


def so(text: str, **known: str) -> bool:
    return holds(read(text), known, ORDER)


TABLE = [
    ("young = yes", {"young": "yes"}, True),
    ("young = yes", {"young": "no"}, False),
    ("young != yes", {"young": "no"}, True),
    ("young != yes", {"young": "yes"}, False),
    ("young in (yes, not-sure)", {"young": "not-sure"}, True),
    ("young in (yes)", {"young": "no"}, False),
    ("young not in (yes, not-sure)", {"young": "no"}, True),
    ("young not in (yes, not-sure)", {"young": "yes"}, False),
    ("not young = yes", {"young": "no"}, True),
    ("not not young = yes", {"young": "yes"}, True),
    ("age < old", {"age": "young"}, True),
    ("age < old", {"age": "old"}, False),
    ("age <= old", {"age": "old"}, True),
    ("age > old", {"age": "older"}, True),
    ("age > old", {"age": "old"}, False),
    ("age >= old", {"age": "young"}, False),
    ("young=yes and account=work", {"young": "yes", "account": "work"}, True),
    ("young = yes and account = work", {"young": "yes", "account": "personal"}, False),
    ("young = yes or account = work", {"young": "no", "account": "work"}, True),
    ("young = yes or account = work", {"young": "no", "account": "personal"}, False),
]


@pytest.mark.parametrize(("text", "known", "expected"), TABLE)
def test_what_each_sign_means(text: str, known: dict[str, str], *, expected: bool) -> None:
    assert so(text, **known) is expected


@pytest.mark.parametrize("sign", ["=", "!=", "<", "<=", ">", ">="])
def test_a_comparison_with_something_not_known_is_never_so(sign: str) -> None:
    assert not so(f"age {sign} old")
    assert not so(f"age {sign} old", young="yes")


def test_not_sure_stands_outside_every_order() -> None:
    assert not any(so(f"age {sign} old", age="not-sure") for sign in ("<", "<=", ">", ">="))


def test_and_binds_more_tightly_than_or() -> None:
    one, two, three = Compare("a", "=", ("1",)), Compare("b", "=", ("1",)), Compare("c", "=", ("1",))
    assert read("a = 1 or b = 1 and c = 1") == Either((one, Both((two, three))))
    assert read("(a = 1 or b = 1) and c = 1") == Both((Either((one, two)), three))


def test_not_binds_most_tightly() -> None:
    one, two = Compare("a", "=", ("1",)), Compare("b", "=", ("1",))
    assert read("not a = 1 and b = 1") == Both((Not(one), two))
    assert read("not (a = 1 and b = 1)") == Not(Both((one, two)))


def test_spaces_and_lines_do_not_matter() -> None:
    assert read(" a=1\n  and b  in(1 ,2) ") == read("a = 1 and b in (1, 2)")


def test_every_fact_and_value_knows_its_place() -> None:
    first, second = comparisons(read("young = yes and account in (work, personal)"))
    assert [place.column for place in first.places] == [1, 9]
    assert [place.column for place in second.places] == [17, 29, 35]


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("", 0, "I expected the name of a question, not the end."),
        ("young", 5, 'I expected a sign after "young", such as = or "in", not the end.'),
        ("young =", 7, "I expected an answer, not the end."),
        ("young = and", 8, 'I expected an answer, not "and".'),
        ("= yes", 0, 'I expected the name of a question, not "=".'),
        ("young in yes", 9, 'I expected "(", not "yes".'),
        ("young in (yes", 13, 'I expected ")", not the end.'),
        ("young in ()", 10, 'I expected an answer, not ")".'),
        ("young not yes", 10, 'I expected a sign after "young", such as = or "in", not "yes".'),
        ("young = yes account = work", 12, 'I expected "and", "or", or the end, not "account".'),
        ("young = yes; account = work", 11, 'I expected "and", "or", or the end, not ";".'),
        ("(young = yes", 12, 'I expected ")", not the end.'),
        ("__import__('os')", 0, 'I expected the name of a question, not "_".'),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(text: str, column: int, what: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read(text)
    assert (str(caught.value), caught.value.column) == (what, column)


def compares() -> st.SearchStrategy[Condition]:
    return st.sampled_from(sorted(FACTS)).flatmap(
        lambda fact: st.one_of(
            st.builds(
                Compare, st.just(fact), st.sampled_from(["=", "!=", "<", ">="]), st.tuples(st.sampled_from(FACTS[fact]))
            ),
            st.builds(
                Compare,
                st.just(fact),
                st.sampled_from(["in", "not in"]),
                st.lists(st.sampled_from(FACTS[fact]), min_size=1, max_size=3).map(tuple),
            ),
        )
    )


CONDITIONS = st.recursive(
    compares(),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Both(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts))),
    ),
    max_leaves=6,
)


def write(condition: Condition) -> str:
    """A condition as a writer would put it, with every bracket."""
    if isinstance(condition, Not):
        return f"not ({write(condition.inner)})"
    if isinstance(condition, Compare):
        several = f"({', '.join(condition.values)})"
        return f"{condition.fact} {condition.sign} {several if 'in' in condition.sign else condition.values[0]}"
    return f" {'and' if isinstance(condition, Both) else 'or'} ".join(f"({write(part)})" for part in condition.parts)


def slowly(condition: Condition, known: dict[str, str]) -> bool:
    """The meaning of a condition, spelt out once more."""
    if isinstance(condition, Not):
        return not slowly(condition.inner, known)
    if isinstance(condition, Compare):
        if condition.fact not in known:
            return False
        value, values, rank = known[condition.fact], condition.values, ORDER.get(condition.fact, {})
        is_one, ordered = value in values, value in rank and values[0] in rank
        before = ordered and rank[value] < rank[values[0]]
        meanings = {"=": is_one, "in": is_one, "!=": not is_one, "not in": not is_one}
        return {**meanings, "<": before, ">=": ordered and not before}[condition.sign]
    join = all if isinstance(condition, Both) else any
    return join([slowly(part, known) for part in condition.parts])


@given(CONDITIONS)
def test_every_condition_has_an_answer_whatever_is_known(condition: Condition) -> None:
    again = read(write(condition))
    for values in itertools.product(*((None, *FACTS[fact]) for fact in FACTS)):
        known = {fact: value for fact, value in zip(FACTS, values, strict=True) if value}
        assert holds(again, known, ORDER) is slowly(condition, known)
