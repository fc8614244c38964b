"""Draws the duties of a role, group by group: each as a sentence of its own, with the clause it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from macros.browser.html_parts import Setting, element, escape, in_words
from macros.clauses.duty_lists import EVERYONE, Owed, slug
from macros.pages.clause_facts import listed
from macros.project import Project


def group(name: str, marks: Sequence[tuple[Owed, str]], project: Project, setting: Setting) -> str:
    """All duties of one force."""
    rows = "".join(row(one, project, setting, id_=mark) for one, mark in marks)
    heading = element("h2", escape(group_name(name, setting)), id=slug(name))
    return element("section", heading + element("ul", rows), class_="duty-group")


def group_name(name: str, setting: Setting) -> str:
    """A force as a heading; what encourages, advises and asks stands together."""
    words = setting.words
    return words["duties.group-encouraged"] if name == "encouraged" else capital(in_words("force", name, words))


def row(one: Owed, project: Project, setting: Setting, *, id_: str | None = None) -> str:
    """One duty as a sentence that stands by itself, then its clause and what else is to be said of it."""
    told = [clause_link(one, setting)]
    if one.duty.alongside:
        told.append(escape(setting.words["clause.alongside"].format(roles=listed(one.duty.alongside, setting.words))))
    told += [escape(mark) for mark in [why_listed(one, setting)] if mark]
    if readings := [reading for reading in one.readings if reading in project.readings]:
        links = ", ".join(reading_link(reading, setting) for reading in readings)
        told.append(escape(setting.words["duties.readings"]).replace("{readings}", links))
    source = element("span", " · ".join(told), class_="duty-from")
    return element("li", sentence(one, setting) + " " + source, id=id_, data_topics="|".join(one.clause.topics))


def sentence(one: Owed, setting: Setting) -> str:
    """The force, then what to do, in the words of the clause. An instruction has no word of force, and gets none."""
    force, action = one.duty.force, one.duty.action
    if force == "instruction":
        return element("span", escape(action[:1].upper() + action[1:]), class_="duty-do")
    strong = element("strong", escape(capital(in_words("force", force, setting.words))))
    return element("span", f"{strong} {escape(action)}", class_="duty-do")


def why_listed(one: Owed, setting: Setting) -> str:
    """The mark of a duty whose clause names another role."""
    if one.by == EVERYONE:
        return setting.words["duties.for-everyone"]
    if not one.by:
        return ""
    key = "duties.by-reading" if one.reading else "duties.by-word"
    return setting.words[key].format(role=in_words("role", one.by, setting.words), reading=one.reading)


def clause_link(one: Owed, setting: Setting) -> str:
    """The clause, by number and heading."""
    return element("a", escape(f"{one.clause.number} {one.clause.heading}"), href=setting.base + one.clause.address)


def taking_part(part: Sequence[Owed], setting: Setting) -> str:
    """What others do with this role: set apart, since it is no duty of its own."""
    if not part:
        return ""
    heading = element("h2", escape(setting.words["duties.part"]), id="part")
    lead = element("p", escape(setting.words["duties.part-means"]))
    rows = "".join(part_row(one, setting) for one in part)
    return element("section", heading + lead + element("ul", rows), class_="duty-part")


def part_row(one: Owed, setting: Setting) -> str:
    """Somebody else's duty: whose it is, then the duty, then its clause."""
    who = listed(one.duty.roles, setting.words)
    whose = element("span", escape(f"{who[:1].upper()}{who[1:]}:"), class_="duty-who")
    source = element("span", clause_link(one, setting), class_="duty-from")
    return element("li", f"{whose} {sentence(one, setting)} {source}")


def reading_link(reading: str, setting: Setting) -> str:
    """One of our readings, as a link to what it says."""
    return element("a", escape(reading), href=f"{setting.base}how-we-read-this/#{reading.lower()}")


def capital(words: str) -> str:
    """With a capital letter, where the script has any."""
    return words[:1].upper() + words[1:]
