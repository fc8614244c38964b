"""Makes one document of each list of duties, and of each word that the glossary explains in place of the policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.browser.html_parts import in_words
from macros.clauses.duty_lists import FOLDER, Counting, duties_of, roles_with_lists, slug
from macros.clauses.model import Policy
from macros.finding.documents import Document
from macros.glossary import Glossary, Term


def duty_documents(policy: Policy, counting: Counting, words: Mapping[str, str]) -> Iterator[Document]:
    """The roles that have a page of their own. What they must do is found at the clauses themselves."""
    for role in roles_with_lists(policy, counting):
        name = in_words("role", role, words)
        count = len(duties_of(policy, role, counting))
        yield Document(
            kind="page",
            title=words["duties.title"].format(role=name),
            at=f"{FOLDER}/{slug(role)}/",
            topics=name,
            shown=words["duties.one" if count == 1 else "duties.many"].format(count=count),
        )


def term_documents(glossary: Glossary) -> Iterator[Document]:
    """The words that are ours. Those that a clause defines are found there."""
    return (of_term(term) for term in glossary.terms if term.is_ours)


def of_term(term: Term) -> Document:
    """A word, in the glossary."""
    return Document(
        kind="definition",
        title=term.name[:1].upper() + term.name[1:],
        at=f"glossary/#{term.id}",
        also=" ".join(word.text for word in term.words),
        text=term.means,
    )
