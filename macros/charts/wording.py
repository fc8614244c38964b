"""Says answers and conditions in words: ``young = no`` becomes "C is “No”"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.trees.conditions import Both, Compare, Condition, Not, allowed
from macros.trees.model import ANY, NONE, NOT_SURE, Question, Tree


@dataclass(frozen=True)
class Wording:
    """The words of a tree and of the site, and the letter that stands for each question."""

    tree: Tree
    letters: Mapping[str, str]
    words: Mapping[str, str]

    def answer(self, question: Question, answer: str) -> str:
        """An answer as a reader sees it."""
        if question.kind == "several" and answer in (NONE, ANY):
            return self.words[f"ask.{answer}"]
        if answer == NOT_SURE and NOT_SURE not in question.options:
            return self.words["ask.not-sure"]
        return str(question.options[answer])

    def line(self, question: Question, number: int) -> str:
        """A line of a look. Where several could be so, the first counts, and the number tells which that is."""
        when = question.look[number - 1].when
        if when is None:
            return self.words["chart.otherwise"]
        said = self.condition(when)
        return f"{number}. {said}" if sum(look.when is not None for look in question.look) > 1 else said

    def condition(self, condition: Condition, *, so: bool = True, inside: bool = False) -> str:
        """A condition, or (``so=False``) its contrary. Inside another one it stands in brackets, unless it is plain."""
        if isinstance(condition, Compare):
            return self.compare(condition, so=so)
        if isinstance(condition, Not):
            return self.condition(condition.inner, so=not so, inside=inside)
        joined = self.words["and" if isinstance(condition, Both) == so else "chart.or"]
        parts = [self.condition(part, so=so, inside=len(condition.parts) > 1) for part in condition.parts]
        said = f" {joined} ".join(parts)
        return f"({said})" if inside and len(parts) > 1 else said

    def compare(self, compare: Compare, *, so: bool) -> str:
        """One comparison, spelt out as the answers for which it is so, or as the few for which it is not."""
        question = self.tree.questions[compare.fact]
        values = (*question.answers, NOT_SURE)
        found = allowed(compare, {compare.fact: question.ladder}, set(values))
        yes = [value for value in values if (value in found) == so]
        no = [value for value in values if value not in yes]
        few = yes if len(yes) <= max(len(no), 1) else no
        said = f" {self.words['chart.or']} ".join(
            self.words["chart.quoted"].format(answer=self.answer(question, value)) for value in few
        )
        key = "chart.is" if (few is yes and few) or not no else "chart.is-not"
        return self.words[key].format(question=self.letters[compare.fact], answers=said or self.words["chart.answered"])
