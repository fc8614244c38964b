"""Draws an act-now card: one page to print, with the words of its clauses, and room for what the policy leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.browser.html_parts import Setting, element, escape, in_words
from macros.browser.verdicts import SAFEGUARDING
from macros.clauses.model import Clause, Policy
from macros.pages.print_button import print_button
from macros.trees.model import Tree

PART = "; "  # What a clause sets apart so is to be done one after the other: each gets a line of its own on a card.
FEWEST_PARTS = 3


def card_part(clauses: Sequence[Clause], reach: Mapping[str, str], tree: Tree, policy: Policy, setting: Setting) -> str:
    """The block below the title. ``reach`` has whom to reach and where to look; what is empty is a line to fill in."""
    style = f'<link rel="stylesheet" href="{setting.base}assets/stylesheets/card.css">'
    link = element("a", escape(tree.title), href=f"{setting.base}ask/{tree.name}/")
    body = (
        print_button(setting)
        + safety(policy, setting)
        + to_reach(reach, setting)
        + "".join(quote(clause, setting) for clause in clauses)
        + element("p", f"{escape(setting.words['cards.ask'])} {link}", class_="card-ask")
    )
    return style + element("div", body, class_="card")


def safety(policy: Policy, setting: Setting) -> str:
    """The safety note of every answer, in words that fit a card. It is ours, and says so."""
    words = setting.words
    cited = ", ".join(clause_link(policy[number], number, setting) for number in SAFEGUARDING if number in policy)
    lines = [escape(words["cards.tell"]).replace("{clauses}", cited)]
    lines.append(escape(words["safety.ours-lead"].format(lead=words["safety.lead"] or words["safety.another-manager"])))
    if words["safety.note"]:
        lines.append(escape(words["safety.ours-emergency"].format(note=words["safety.note"])))
    strong = element("strong", escape(words["safety.ask"]))
    return element("aside", element("p", f"{strong} {' '.join(lines)} {ours(setting)}"), class_="card-safety")


def ours(setting: Setting) -> str:
    """The mark of what no clause says."""
    return element("small", f"({escape(setting.words['outcome.ours'])})")


def quote(clause: Clause, setting: Setting) -> str:
    """A clause word for word, with its force; and below it, set apart, what its editor's notes say is missing."""
    name = clause_link(clause, f"{clause.number} {clause.heading}", setting)
    force = element(
        "span", escape(" · ".join(in_words("force", force, setting.words) for force in clause.forces)), class_="force"
    )
    text = "".join(
        element("p", escape(part)) if len(parts(part)) < FEWEST_PARTS else steps(part) for part in clause.paragraphs
    )
    notes = "".join(element("p", f"{escape(note.text)} {ours(setting)}", class_="card-note") for note in clause.notes)
    return element("section", element("h2", f"{name} {force}") + text + notes)


def parts(text: str) -> list[str]:
    """A text at its semicolons, which stay."""
    *most, last = text.split(PART)
    return [f"{part}{PART.strip()}" for part in most] + [last]


def steps(text: str) -> str:
    """What is to be done one after the other."""
    return element("ol", "".join(element("li", escape(part)) for part in parts(text)))


def to_reach(reach: Mapping[str, str], setting: Setting) -> str:
    """Whom to reach and where things are kept, from the parameters; an empty one is a line for a pen."""
    empty = element("span", escape(setting.words["cards.fill-in"]), class_="dt-unseen")
    rows = "".join(
        element(
            "div",
            element("dt", escape(label)) + element("dd", escape(told) or empty, class_=None if told else "card-line"),
        )
        for label, told in reach.items()
    )
    heading = element("h2", f"{escape(setting.words['cards.reach'])} {ours(setting)}")
    return element("section", heading + element("dl", rows), class_="card-reach")


def clause_link(clause: Clause, words: str, setting: Setting) -> str:
    """A clause as a link to where it stands."""
    return element("a", escape(words), href=setting.base + clause.address)
