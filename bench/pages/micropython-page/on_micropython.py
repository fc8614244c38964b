"""PyScript on MicroPython. It lacks the library that our engine needs, so a small stand-in walks the tree's steps."""

import json

from pyscript import document, when

with open("steps.json") as file:
    STEPS = json.load(file)
FIRST = next(name for name in STEPS if STEPS[name].get("first"))


def escape(text):
    """Text as HTML shows it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def option(question, answer, words, leads):
    """One answer as a button."""
    return (
        '<li><button type="button" class="dt-option" data-question="%s" data-answer="%s" data-leads="%s">'
        "<span>%s</span></button></li>" % (question, answer, leads, escape(words))
    )


def show(name):
    """The question of a step, or its outcome."""
    step = STEPS[name]
    if "ask" in step:
        ways = [option(step["question"], answer, *step["ways"][answer]) for answer in step["ways"]]
        html = '<h2 class="dt-ask">%s</h2><ul class="dt-options">%s</ul>' % (escape(step["ask"]), "".join(ways))
    else:
        html = '<p class="dt-verdict">%s</p><button type="button" data-restart>Start again</button>' % escape(
            step["outcome"]
        )
    document.querySelector("#tree").innerHTML = html


@when("click", "#tree")
def tapped(event):
    """An answer, or Start again."""
    button = event.target.closest("button")
    if button:
        show(button.getAttribute("data-leads") or FIRST)


show(FIRST)
