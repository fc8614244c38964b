"""Tells the policy as plain data, policy.json: its editions, its parameters, its sections, and every clause.

What each key means stands in docs/schemas/policy.schema.json.
"""

from __future__ import annotations

from typing import Any

from macros.clauses.model import Clause, Duty, Policy
from macros.project import Project
from macros.proofs.fingerprints import clause_hash
from macros.register import DAYS, DRAFT, Edition

FORMAT = 1  # of both files; another number means that an older reader of them would read them wrongly


def policy_data(project: Project, number: str = DRAFT) -> dict[str, Any]:
    """The policy of a working copy as an edition publishes it; without a number it is the draft of the next."""
    return {
        "$schema": "schemas/policy.schema.json",
        "format": FORMAT,
        "edition": edition_data(project.editions, number),
        "editions": [edition.as_json() for edition in project.editions],
        "parameters": dict(project.parameters),
        "sections": [section_data(project.policy, name) for name in project.policy.sections],
        "clauses": [clause_data(clause) for clause in project.policy],
    }


def edition_data(editions: tuple[Edition, ...], number: str) -> dict[str, str]:
    """Which edition this is, with its days. A draft shows the days of the newest edition, as its text does."""
    known = {edition.number: edition for edition in editions}
    edition = known.get(number) or next(iter(editions), None)
    days = {key: edition.days.get(key, "") if edition else "" for key in DAYS}
    return {"number": number, **days, "approved-by": edition.approved_by if edition else ""}


def section_data(policy: Policy, name: str) -> dict[str, Any]:
    """A section: its page, and the numbers of its clauses in order."""
    clauses = policy.sections[name]
    return {
        "name": name,
        "title": policy.titles.get(clauses[0].page, ""),
        "page": clauses[0].page_address,
        "clauses": [str(clause.number) for clause in clauses],
    }


def clause_data(clause: Clause) -> dict[str, Any]:
    """A clause: what people cite, what it says, whom it binds, and what we noted beside it."""
    return {
        "number": str(clause.number),
        "numbered-by": "us" if clause.number.is_ours else "the policy",
        "id": clause.id,
        "section": clause.number.section,
        "page": clause.page_address,
        "heading": clause.heading,
        "kind": clause.kind or ("duties" if clause.duties else ""),
        "duties": [duty_data(duty) for duty in clause.duties],
        "text": list(clause.paragraphs),
        "written": clause.written,
        "topics": list(clause.topics),
        "see": [str(reference.number) for reference in clause.see],
        "notes": [note.text for note in clause.notes],
        "fingerprint": clause_hash(clause),
    }


def duty_data(duty: Duty) -> dict[str, Any]:
    """Who, with whom, with what force, to do what."""
    return {"who": list(duty.roles), "with": list(duty.alongside), "force": duty.force, "what": duty.action}
