"""Draws "My duties": a page where one picks a role, and for each role its whole list, complete without scripts."""

from __future__ import annotations

from collections import Counter
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
from macros.pages.clause_facts import listed
from macros.project import Project


def role_name(role: str, setting: Setting) -> str:
    """A role as a heading has it. "nobody named" is a label in the clauses, and needs more words here."""
    return setting.words["duties.nobody"] if role == NOBODY else capital(in_words("role", role, setting.words))


def capital(words: str) -> str:
    """With a capital letter, where the script has any."""
    return words[:1].upper() + words[1:]


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


def print_button(setting: Setting) -> str:
    """For those who do not look for it in their browser. It is shown where scripts run: on-demand.js."""
    return element("button", escape(setting.words["paper.print"]), type="button", data_print=True)


def to_groups(names: Sequence[str], setting: Setting) -> str:
    """The way to each group of a long list."""
    links = (element("a", escape(group_name(name, setting)), href=f"#{slug(name)}") for name in names)
    return element("p", escape(setting.words["duties.to-group"]) + " " + " · ".join(links), class_="duty-further")


def reading_link(reading: str, setting: Setting) -> str:
    """One of our readings, as a link to what it says."""
    return element("a", escape(reading), href=f"{setting.base}how-we-read-this/#{reading.lower()}")


def topic_form(owed: Sequence[Owed], setting: Setting) -> str:
    """Choose a topic: for scripts, which show it. Without them "By topic" below leads to each duty."""
    words = setting.words
    counted = Counter(topic for one in owed for topic in one.clause.topics)
    options = element("option", escape(words["duties.all-topics"]), value="") + "".join(
        element("option", escape(f"{topic} ({counted[topic]})"), value=topic) for topic in in_order(counted)
    )
    label = escape(words["duties.topic"]) + " " + element("select", options, name="topic")
    form = element("form", element("label", label), class_="duty-topics", hidden=True)
    return form + element("p", "", class_="duty-told", role="status")


def in_order(topics: Iterable[str]) -> list[str]:
    """Topics as a reader looks for them."""
    return sorted(topics, key=str.casefold)


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


def by_topic(marks: Sequence[tuple[Owed, str]], setting: Setting) -> str:
    """Each topic with a link to each of its duties: what the choice above does, without scripts."""
    rows = []
    for topic in in_order({topic for one, _ in marks for topic in one.clause.topics}):
        links = [
            element("a", escape(str(one.clause.number)), href=f"#{mark}")
            for one, mark in marks
            if topic in one.clause.topics
        ]
        rows.append(element("li", f"{escape(topic)}: {', '.join(links)}"))
    summary = element("summary", escape(setting.words["duties.by-topic"]))
    return element("details", summary + element("ul", "".join(rows)), class_="duty-by-topic")


def names_nobody(project: Project, setting: Setting) -> str:
    """The way to the duties of which the policy does not say whose they are."""
    if not duties_of(project.policy, NOBODY, {}):
        return ""
    link = element("a", escape(setting.words["duties.names-nobody"]), href=f"{setting.base}{FOLDER}/{slug(NOBODY)}/")
    return element("p", link, class_="duty-further")
