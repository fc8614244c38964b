"""Advice on how a question is asked: one thing at a time, without "not", and so that its options answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.advice.passages import Passage
from macros.advice.sentences import Sentence, sentences, wants_yes_or_no
from macros.problems import Problem
from macros.trees.model import Text

HELPERS = "is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|will|would|shall"
PRONOUNS = "you|they|he|she|it|we|i|this|that|these|those|there"
NEAR = "about|above|after|against|all|around|at|before|behind|beside|both|by|for|from|in|near|of|on|over|to|under|with"
# What may follow "and" where it only adds another thing: it and others.
NOUNS = "the|a|an|its|their|your|his|her|our|my|this|that|these|those|all|any|other|others|you|me|us|i|we|they|both"
OPPOSITES = (
    "public or private|private or public|personal or work|work or personal|personal or professional"
    "|professional or personal|before or after|a child or an adult|an adult or a child|true or false|right or wrong"
).replace(" ", r"\ ")
SUBJECTS = f"{PRONOUNS}|the|a|an|your|their|its|his|her|our|any|anyone|anybody|anything|someone|somebody|everyone"

# What joins two questions into one, whatever the options.
TWO = re.compile(
    rf"\band,? (?:(?:{HELPERS}) (?:{SUBJECTS})|how|what|when|where|which|who|whose|why|whether)\b[^,?]*", re.IGNORECASE
)
# What joins two things that a yes would have to answer both of.
BOTH = re.compile(
    rf"""
      \band\ (?:{HELPERS})\b[^,?]*                                   # ... and is your friend
    | \band\ (?:not|also|then)\b[^,?]*
    | \band\ \w{{3,}}ed\ (?:it|them|him|her|to|by|with|on|your|their|the|this|that)\b   # ... and told them
    | \b\w{{3,}}ed\ and\ \w{{3,}}ed(?=\?)                            # agreed and recorded?
    | (?<=^is\ it\ )[\w-]+\ and\ [\w-]+(?=\?|\ to\b|\ for\b)      # Is it true and fair?
    | (?<=^are\ they\ )[\w-]+\ and\ [\w-]+(?=\?|\ to\b|\ for\b)
    | \band\ (?!(?:{NEAR})\b)[\w-]+\ (?:it|them|him|you)\b         # read and signed it, ... and tell them
    | (?<=\ it\ )and\ (?!(?:{NEAR}|{NOUNS})\b)[\w-]+             # post it and tag people
    | \b\w{{3,}}ed\ and\ [\w-]+\ (?:to|by|with|on)\b               # logged and sent to
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Which of the two? A yes does not say.
EITHER = re.compile(
    rf"""
      \bor,?\ (?:{HELPERS})\ (?:{SUBJECTS})\b[^,?]*                  # ... or do you want to add them?
    | \bor\ (?:some(?:one|body)\ else's|something\ else)(?=\?)
    | \beither\ [^?]*\ or\ [^,?]*
    | \b(?:yours|mine|ours|theirs|his|hers)\ or\ (?!not\b)[^,?]*
    | \b(?:{OPPOSITES})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Where a part of the question begins that only describes something: a "not" in there denies nothing that is asked.
DESCRIBES = re.compile(r"\b(?:that|who|whose|which|whom|what|if|whether|because|where|when|why|how)\b", re.IGNORECASE)
DENIES = re.compile(
    rf"""
      ^(?:(?:and|but|so|who|which|what|why)\ )?(?:{HELPERS})n't\b             # Haven't they ...?
    | (?<!\bor\ )(?<!\bis\ )(?<!\bare\ )(?<!\bwas\ )(?<!\bwere\ )(?<!\bdo\ )(?<!\bdoes\ )(?<!\bdid\ )(?<!\bhas\ )
      (?<!\bhave\ )(?<!\bhad\ )(?<!\bcan\ )(?<!\bwill\ )(?<!\bshould\ )(?<!\bmust\ )\bnot\b(?!\ (?:only|sure|yet\ sure))
    | \b(?:never|neither|nobody|nothing|nowhere|none|no\ one)\b
    | (?<!\bsay\ )(?<!\bsaid\ )(?<!\banswer\ )(?<!\bor\ )\bno\b(?![.,])
    """,
    re.IGNORECASE | re.VERBOSE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|provided|providing|assuming|as long as|so long as|except when)\b[^,?]*", re.IGNORECASE
)
# "Do you know if ..." only asks.
ASKS_WHETHER = re.compile(
    r"\b(?:know|knew|known|ask|asked|asking|tell|told|check|checked|see|say|said|sure|wonder|clear|decide|decided"
    r"|find out|found out|matter|doubt|even|as|what|look|looks|feel|feels)\s+$",
    re.IGNORECASE,
)
SAY_YES = re.compile(r"\b(?:say|choose|answer|tick|pick|put|take)\b[\s\"']*(?:yes|no)\b", re.IGNORECASE)


def how_it_asks(ask: Passage, options: Mapping[str, Text]) -> Iterator[Problem]:
    """All advice on the words of one question."""
    yes_or_no = wants_yes_or_no(options)
    asked = [sentence for sentence in sentences(ask.text) if sentence.is_question]
    yield from two_questions(ask, asked, yes_or_no=yes_or_no)
    for sentence in asked:
        yield from denied(ask, sentence)
    if yes_or_no:
        for sentence in asked:
            yield from either(ask, sentence)
        yield from conditions(ask, asked)


def two_questions(ask: Passage, asked: list[Sentence], *, yes_or_no: bool) -> Iterator[Problem]:
    """Two questions where there is room for one answer."""
    fix = "Ask one thing. Make a question of the other, or let the options name what can be so."
    if len(asked) > 1:
        second = asked[1]
        what = f'Two questions are asked at once: "{short(second.text)}" is the second.'
        yield ask.advice("two-questions", second.start, second.text, what, fix)
        return
    for sentence in asked:
        if re.search(r"\bboth\b", sentence.text, re.IGNORECASE):
            continue  # The writer says so: a yes means both.
        found = TWO.search(sentence.text) or (BOTH.search(sentence.text) if yes_or_no else None)
        if found:
            what = f'Two things are asked at once: "{short(found[0])}".'
            yield ask.advice("two-questions", sentence.start + found.start(), found[0], what, fix)


def denied(ask: Passage, sentence: Sentence) -> Iterator[Problem]:
    """A question that denies what it asks: nobody knows what a no to a no means."""
    if sentence.text[:1].islower():
        return  # What follows a colon only lists.
    begins = sentence.text.split(" ", 1)
    first, rest = begins[0], begins[1] if len(begins) > 1 else ""
    describes = DESCRIBES.search(rest)
    asks = sentence.text[: len(first) + 1 + describes.start()] if describes else sentence.text
    found = DENIES.search(asks)
    if found:
        what = f'This question is asked with "{found[0]}": what does a no to it mean?'
        fix = "Ask what is so, not what is not so."
        yield ask.advice("negative-question", sentence.start + found.start(), found[0], what, fix)


def either(ask: Passage, sentence: Sentence) -> Iterator[Problem]:
    """A question that offers a choice, with yes and no as its options."""
    found = EITHER.search(sentence.text)
    if found:
        what = f'This question asks which of two it is ("{short(found[0])}"), but its options say yes and no.'
        fix = "Let each option say what is so, or ask about one of the two."
        yield ask.advice("or-question", sentence.start + found.start(), found[0], what, fix)


def conditions(ask: Passage, asked: list[Sentence]) -> Iterator[Problem]:
    """A condition in a yes-or-no question, or a word on when to say yes: a yes then means more than one thing."""
    for sentence in asked:
        for found in CONDITION.finditer(sentence.text):
            if not ASKS_WHETHER.search(sentence.text[: found.start()]):
                what = f'A yes or no does not tell whether the condition is met: "{short(found[0])}".'
                fix = "Ask about the condition in a question of its own, or make an option of it."
                yield ask.advice("hidden-condition", sentence.start + found.start(), found[0], what, fix)
    for sentence in sentences(ask.text):
        found_yes = None if sentence.is_question else SAY_YES.search(sentence.text)
        if found_yes:
            what = f'"{short(found_yes[0])}" gives one option two meanings.'
            fix = 'Take it out. If it is for people who are not sure: let "not-sure" under "go" lead there too.'
            yield ask.advice("hidden-condition", sentence.start + found_yes.start(), found_yes[0], what, fix)


def short(text: str) -> str:
    """At most a line of words that are quoted."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]} …"  # noqa: PLR2004 - as much as one reads
