"""Tells programs what each page of the policy is, as schema.org's Legislation: the page, and every clause on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.editions.status import first_day
from macros.hosting.data_block import as_text

Json = Mapping[str, Any]


def legislation(policy: Json, title: str, address: str, language: str) -> dict[str, str]:
    """For each page of the policy its data, ready to stand in a script element that nothing runs."""
    edition = policy["edition"]
    whole = {"@type": "Legislation", "name": title, "legislationIdentifier": edition["number"], "url": address}
    told = {}
    for section in policy["sections"]:
        clauses = [clause for clause in policy["clauses"] if clause["page"] == section["page"]]
        page = address + section["page"]
        data = {
            "@context": "https://schema.org",
            "@type": "Legislation",
            "name": section["title"],
            "url": page,
            "inLanguage": language,
            "isPartOf": whole,
            **days(edition),
            "hasPart": [clause_data(clause, page) for clause in clauses],
        }
        told[section["page"]] = as_text(data)
    return told


def days(edition: Json) -> dict[str, str]:
    """The days that are known."""
    named = {"legislationDate": "adopted", "legislationDateVersion": "in-force", "dateModified": "reviewed"}
    return {name: first_day(edition[key]) for name, key in named.items() if edition[key]}


def clause_data(clause: Json, page: str) -> Json:
    """One clause."""
    repealed = {"legislationLegalForce": "https://schema.org/NotInForce"} if clause["kind"] == "repealed" else {}
    return {
        "@type": "Legislation",
        "legislationIdentifier": clause["number"],
        "name": clause["heading"],
        "url": f"{page}#{clause['id']}",
        **({"text": "\n\n".join(clause["text"])} if clause["text"] else {}),
        **repealed,
    }
