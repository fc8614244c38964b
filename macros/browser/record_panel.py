"""Draws the panel in which a reader keeps a record: the note, what can be done with it, and what it says."""

from __future__ import annotations

from .html_parts import Setting, element, escape
from .record import LONGEST_NOTE

# What a button does, as record.js knows it.
DOES = ("print", "copy", "page", "data")
# What may have to be told later; record.js puts it into the panel's live region.
TOLD = ("copied", "refused", "saved", "failed")


def panel(setting: Setting, part: str, text: str) -> str:
    """The panel, with the record as it stands: ``part`` for paper, ``text`` to be looked at, and copied by hand."""
    words = setting.words
    title = element("h3", escape(words["record.keep"]), tabindex="-1", id="rec-title")
    made = element("p", escape(words["record.made"]))
    told = {f"data_{name}": words[f"record.{name}"] for name in TOLD}
    inside = title + made + note(setting) + buttons(setting)
    inside += element("p", "", role="status", class_="rec-told", **told)
    see = element("summary", escape(words["record.see"]))
    inside += element("details", see + element("pre", escape(text), tabindex="0", class_="rec-text"))
    shut = element("button", escape(words["record.close"]), type="button", class_="dt-keep", data_does="close")
    screen = element("div", inside + element("p", shut), class_="rec-screen")
    # Paper shows this instead of the answer.
    return screen + element("div", part, class_="rec-paper")


def note(setting: Setting) -> str:
    """The field for a note. No name is asked for anywhere."""
    label = element("label", escape(setting.words["record.note"]), for_="rec-note")
    hint = element("p", escape(setting.words["record.no-names"]), id="rec-hint", class_="dt-hint")
    field = element(
        "textarea",
        "",
        id="rec-note",
        rows="3",
        maxlength=str(LONGEST_NOTE),
        autocomplete="off",
        aria_describedby="rec-hint",
    )
    return label + hint + field


def buttons(setting: Setting) -> str:
    """What can be done with the record."""
    every = (
        element("button", escape(setting.words[f"record.{does}"]), type="button", class_="dt-option", data_does=does)
        for does in DOES
    )
    return element("div", "".join(every), class_="rec-buttons")
