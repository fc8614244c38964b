"""Draws "My duties": a page where one picks a role, and for each role its whole list, complete without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from macros.browser.html_parts import Setting, element, escape, in_words
from macros.clauses.duty_lists import (
    EVERYONE,
    FOLDER,
    NOBODY,
    Owed,
    duties_of,
    grouped,
    roles_with_lists,
    slug,
    takes_part,
)
from macros.pages.ask import as_markdown
from macros.pages.duty_rows import capital, group, group_name, reading_link, taking_part
from macros.pages.duty_topics import by_topic, topic_form
from macros.pages.print_button import print_button
from macros.project import Project


def role_name(role: str, setting: Setting) -> str:
    """A role as a heading has it. "nobody named" is a label in the clauses, and needs more words here."""
    return setting.words["duties.nobody"] if role == NOBODY else capital(in_words("role", role, setting.words))


def choose_role(project: Project, setting: Setting) -> str:
    """The roles as links: first those whom a clause names, then those who have only what everyone has."""
    roles = [role for role in roles_with_lists(project.policy, project.counting) if role not in (EVERYONE, NOBODY)]
    own = {role: own_duties(project, role) for role in roles}
    named = [role for role in roles if own[role] or takes_part(project.policy, role, project.counting)]
    others = [role for role in roles if role not in named]
    body = role_links(project, named, setting)
    for title, some in (("duties.only-everyone", others), ("duties.not-a-role", (EVERYONE, NOBODY))):
        if links := role_links(project, [role for role in some if duties_of(project.policy, role, {})], setting):
            body += element("h2", escape(setting.words[title])) + links
    return style(setting) + element("div", body, class_="duty-roles")


def own_duties(project: Project, role: str) -> list[Owed]:
    """The duties of a role beside those of everyone."""
    return [one for one in duties_of(project.policy, role, project.counting) if one.by != EVERYONE]


def role_links(project: Project, roles: Iterable[str], setting: Setting) -> str:
    """A link to each role's list, with how long it is."""
    rows = []
    for role in roles:
        link = element("a", escape(role_name(role, setting)), href=f"{setting.base}{FOLDER}/{slug(role)}/")
        number = how_many(len(duties_of(project.policy, role, project.counting)), setting)
        rows.append(element("li", link + " " + element("span", escape(number), class_="duty-count")))
    return element("ul", "".join(rows)) if rows else ""


def how_many(number: int, setting: Setting) -> str:
    """``1 duty``, ``12 duties``."""
    return setting.words["duties.one" if number == 1 else "duties.many"].format(count=number)


def duty_page(project: Project, role: str, setting: Setting) -> str:
    """A role's page as Markdown: its title, then one block of HTML."""
    policy, counting = project.policy, project.counting
    owed, part = duties_of(policy, role, counting), takes_part(policy, role, counting)
    ids = (f"d{number}" for number in count(1))
    marks = [(one, next(ids)) for _, ones in grouped(owed) for one in ones]
    groups = "".join(
        group(name, [(one, mark) for one, mark in marks if one in ones], project, setting)
        for name, ones in grouped(owed)
    )
    inside = (
        introduction(project, role, owed, setting)
        + akin(project, role, setting)
        + print_button(setting)
        + (to_groups([name for name, _ in grouped(owed)], setting) if len(owed) > 1 else "")
        + (topic_form([one for one, _ in marks], setting) if len(owed) > 1 else "")
        + (groups or element("p", escape(setting.words["duties.none"])))
        + taking_part(part, setting)
        + (by_topic(marks, setting) if len(owed) > 1 else "")
        + (names_nobody(project, setting) if role != NOBODY else "")
    )
    words = setting.words
    told = {"data_shown": words["duties.shown"], "data_all": words["duties.shown-all"]}
    whole = element("duty-list", inside, **told)
    script = element("script", "", type="module", src=f"{setting.base}assets/javascripts/duties.js")
    title = words["duties.title"].format(role=role_name(role, setting))
    return f"# {as_markdown(title)}\n\n{element('div', style(setting) + whole + script)}\n"


def style(setting: Setting) -> str:
    """These pages alone have this style."""
    return f'<link rel="stylesheet" href="{setting.base}assets/stylesheets/duties.css">'


def introduction(project: Project, role: str, owed: Sequence[Owed], setting: Setting) -> str:
    """How many there are, how to read the list, why somebody has another role's duties; on paper, room for a day."""
    words = setting.words
    told = [how_many(len(owed), setting) + ".", words["duties.how-to-read"]]
    if role == NOBODY:
        told.append(words["duties.nobody-means"])
    elif not own_duties(project, role):
        told.append(words["duties.not-named"].format(role=in_words("role", role, words)))
    roles = element("a", escape(words["duties.other-roles"]), href=f"{setting.base}{FOLDER}/")
    body = element("p", escape(" ".join(told)) + ("" if role == NOBODY else f" {roles}"))
    counts = project.counting.get(role)
    if counts and any(one.by == counts.role for one in owed):
        key = "duties.by-reading-means" if counts.reading else "duties.by-word-means"
        text = escape(
            words[key].format(
                role=in_words("role", role, words), other=in_words("role", counts.role, words), reading="{reading}"
            )
        )
        body += element("p", text.replace("{reading}", reading_link(counts.reading, setting)))
    return body + element("p", escape(words["duties.paper-date"]), class_="duty-paper")


def akin(project: Project, role: str, setting: Setting) -> str:
    """Where the clauses say "manager", a line manager is to look there too, and the other way round."""
    lists = roles_with_lists(project.policy, project.counting)
    counts = project.counting.get(role)
    like = [one for one in lists if one != role and (role.endswith(f" {one}") or one.endswith(f" {role}"))]
    like = [one for one in like if not (counts and counts.role == one) and one not in counted_as(project, role)]
    if not like:
        return ""
    links = [
        element("a", f"“{escape(in_words('role', one, setting.words))}”", href=f"{setting.base}{FOLDER}/{slug(one)}/")
        for one in like
    ]
    return element("p", escape(setting.words["duties.akin"]).replace("{roles}", ", ".join(links)))


def counted_as(project: Project, role: str) -> list[str]:
    """The roles that have this one's duties already."""
    return [other for other, one in project.counting.items() if one.role == role]


def to_groups(names: Sequence[str], setting: Setting) -> str:
    """The way to each group of a long list."""
    links = (element("a", escape(group_name(name, setting)), href=f"#{slug(name)}") for name in names)
    return element("p", escape(setting.words["duties.to-group"]) + " " + " · ".join(links), class_="duty-further")


def names_nobody(project: Project, setting: Setting) -> str:
    """The way to the duties of which the policy does not say whose they are."""
    if not duties_of(project.policy, NOBODY, {}):
        return ""
    link = element("a", escape(setting.words["duties.names-nobody"]), href=f"{setting.base}{FOLDER}/{slug(NOBODY)}/")
    return element("p", link, class_="duty-further")
