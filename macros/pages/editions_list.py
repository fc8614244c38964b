"""Draws the list of editions: when each was adopted, reviewed and in force, who approved it, what changed and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from macros.browser.html_parts import Setting, element, escape
from macros.clauses.model import Policy
from macros.register import DAYS, Edition, Note, in_words


def editions_list(
    editions: Sequence[Edition], policy: Policy, setting: Setting, *, root: str = "", readable: Collection[str] = ()
) -> str:
    """The newest first. ``readable`` are those that stand beside this one, below ``root``, and get a link."""
    drawn = [edition_part(edition, policy, setting, root if edition.number in readable else "") for edition in editions]
    return ("".join(drawn) or element("p", escape(setting.words["editions.none"]))) + for_programs(setting)


FOR_PROGRAMS = {
    "changes.xml": "feed.link",
    "policy.json": "editions.policy-data",
    "schemas/policy.schema.json": "editions.schema",
    "trees.json": "editions.trees-data",
    "schemas/trees.schema.json": "editions.schema",
}


def for_programs(setting: Setting) -> str:
    """The feed, and the edition as plain data, each with the schema that says what its keys mean."""
    links = (
        element("li", element("a", escape(setting.words[key]), href=setting.base + name) + f" ({escape(name)})")
        for name, key in FOR_PROGRAMS.items()
    )
    return element("h2", escape(setting.words["editions.data"]), id="data") + element("ul", "".join(links))


def edition_part(edition: Edition, policy: Policy, setting: Setting, root: str) -> str:
    """One edition. What is not known of it is not said."""
    name = escape(setting.words["edition.number"].format(number=edition.number))
    if root:
        name = element("a", name, href=f"{setting.base}{root}{edition.number}/")
    days = [(key, in_words(edition.days.get(key, ""), setting.words["months"])) for key in DAYS]
    told = [*days, ("approved-by", edition.approved_by)]
    facts = "".join(
        element("dt", escape(setting.words[f"editions.{key}"])) + element("dd", escape(said))
        for key, said in told
        if said
    )
    notes = "".join(element("li", note_line(note, policy, setting)) for note in edition.changes)
    return (
        element("h2", name, id=f"edition-{edition.number}")
        + (element("dl", facts, class_="edition-facts") if facts else "")
        + (element("ul", notes) if notes else "")
    )


def note_line(note: Note, policy: Policy, setting: Setting) -> str:
    """What changed, why, and in which clauses."""
    links = [clause_link(number, policy, setting) for number in note.clauses]
    where = f" ({', '.join(links)})" if links else ""
    why = " " + escape(setting.words["editions.why"].format(why=note.why)) if note.why else ""
    return escape(note.what) + where + ("." if where and why else "") + why


def clause_link(number: str, policy: Policy, setting: Setting) -> str:
    """A clause's number, as a link where this edition still has it: an old edition's note may name one that is gone."""
    if number not in policy:
        return escape(number)
    return element("a", escape(number), href=setting.base + policy[number].address)
