"""PyScript on Pyodide, with the engine and trees of this site, on the page's main thread."""

import json
from datetime import date

from browser.worker import handle
from pyscript import document, when

answers = {}


def show(**message):
    """Hand a message to the engine, and show what it draws."""
    global answers
    asked = {"type": "step", "tree": "friend-request", "today": date.today().isoformat(), "base": "/", **message}
    step = json.loads(handle(json.dumps(asked)))
    document.querySelector("#tree").innerHTML = step["html"]
    answers = step["answers"]


@when("click", "#tree")
def tapped(event):
    """An answer, or Start again."""
    button = event.target.closest("button")
    if button and button.hasAttribute("data-answer"):
        given = {"question": button.getAttribute("data-question"), "answer": button.getAttribute("data-answer")}
        show(answers=answers, given=given)
    elif button and button.hasAttribute("data-restart"):
        show(answers={})


show(answers={})
