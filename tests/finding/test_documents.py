"""What can be found: every clause, every question, every page of the menu; and what the policy's texts become."""

from __future__ import annotations

from dataclasses import asdict

from macros.finding.documents import documents, said_for
from macros.finding.index import alike
from macros.finding.pages import of_page
from macros.finding.readers_words import ReadersWords
from macros.problems import Place
from macros.trees.yaml_values import Scalar
from tests.finding.search import ROOT, ours

HERE = Place("en.yml")
SAID = ReadersWords({"selfie": (Scalar("Photo", HERE), Scalar("4.7", HERE)), "pic": (Scalar("photo", HERE),)})
PAGE = """---
card-for: [selfie]
---

# How *we* read this {: #top }

At {{ org }} we read. See [R1](x.md#r1).

| Label | What |
|---|---|
| must | Do |

## Words of force {: #words }

- a list
1. another
More text.

{{ table(
  "x") }}
"""


def test_every_clause_question_and_page_is_there_once() -> None:
    project = ours()
    found = [(one.kind, one.at) for one in project.findable]
    assert len(set(found)) == len(found)
    kinds = [kind for kind, _ in found]
    defined = [clause for clause in project.policy if clause.kind == "definition"]
    explained = [term for term in project.glossary.terms if term.is_ours]
    assert kinds.count("clause") == len(project.policy) - len(defined)
    assert kinds.count("definition") == len(defined) + len(explained)
    assert kinds.count("question") == len(project.trees)
    pages = {at for kind, at in found if kind == "page"}
    assert {
        "ask/",
        "policy/",
        "policy/5-profiles/",
        "duties/line-manager/",
        "act-now/abuse/",
        "how-we-read-this/",
        "editions/",
    } <= pages
    assert not any(at.startswith("guides/") for at in pages)


def test_a_clause_is_found_at_its_heading_with_its_topics_and_its_force() -> None:
    clause = next(one for one in ours().findable if one.number == "5.2")
    assert clause.at == "policy/5-profiles/#friend-requests"
    assert (clause.topics, clause.force) == ("friend request personal account cooling-off", "should not, must")


def test_a_question_has_its_own_words_each_once_and_no_sentence_that_could_be_shown() -> None:
    question = next(one for one in ours().findable if one.at == "ask/friend-request/")
    words = question.text.split()
    assert words == sorted(set(words))
    assert {"profile", "accept", "disclaimer"} <= set(words)
    assert question.shown == ours().trees["friend-request"].scope


def test_readers_words_are_turned_round() -> None:
    assert said_for(SAID) == {"4.7": "selfie"}
    assert alike(SAID) == {"photo": ["selfie", "pic"]}
    clause = next(one for one in documents(ours().policy, {}, SAID, {}) if one.number == "4.7")
    assert clause.also == "selfie"


def test_a_page_is_read_without_its_tables_lists_and_marks() -> None:
    page = of_page("how/we.md", PAGE, {"org": "Tarner"})
    assert {key: value for key, value in asdict(page).items() if value} == {
        "kind": "page",
        "title": "How we read this",
        "at": "how/we/",
        "topics": "Words of force",
        "text": "At Tarner we read. See R1. More text.",
        "shown": "At Tarner we read. See R1. More text.",
    }


def test_a_page_of_the_policy_is_found_by_its_title_alone() -> None:
    text = (ROOT / "docs/policy/5-profiles.md").read_text(encoding="utf-8")
    page = of_page("policy/5-profiles.md", text, ours().parameters)
    assert (page.title, page.text, page.topics) == ("5. Personal and work profiles", "", "")
    assert page.shown.startswith("Personal profiles · 5.1 Keeping personal profiles apart")


def test_an_index_page_is_found_at_its_folder() -> None:
    assert of_page("ask/index.md", "# Ask", {}).at == "ask/"
