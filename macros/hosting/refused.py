"""Says what a page brings that no reader's browser will be allowed to load or run: scripts, styles, things from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from macros.hosting.markup import Element

# Attributes that a browser loads from, or sends to. An ordinary link (the href of an `a`) only leads somewhere.
LOADS = ("src", "srcset", "poster", "data", "background", "action", "formaction", "ping")
LOADS_BY_HREF = ("image", "use", "feimage", "script")
LINKS_THAT_ONLY_TELL = {"canonical", "alternate", "next", "prev", "author", "license", "help", "me", "edit"}
NEVER = ("object", "embed", "applet", "base", "frame")
ELSEWHERE = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
RUNS = re.compile(r"javascript:", re.IGNORECASE)
MERMAID = re.compile(r"\bmermaid\b")  # The theme would fetch a program for it from another host.
SCRIPT_FIX = "Take it out: nothing in a page may run."
STYLE_FIX = "Take it out: how pages look is said in overrides/assets/stylesheets."
COPY_FIX = "Put a copy of it into docs and use that, or make an ordinary link of it."


@dataclass(frozen=True)
class Refusal:
    """One thing that may not be: its code, its words, and texts to look for where the writer wrote it, best first."""

    element: Element
    code: str
    what: str
    fix: str
    marks: tuple[str, ...]


def refusals(elements: list[Element], trusted: Container[Element]) -> Iterator[Refusal]:
    """All that a page may not bring."""
    for element in elements:
        if element.is_inline and element not in trusted:
            yield stands_inline(element)
        if element.name in NEVER or MERMAID.search(element.attributes.get("class", "")):
            name = element.name if element.name in NEVER else "mermaid"
            what = f'"{name}" is something no browser is allowed to show here.'
            fix = "Use a picture, or an ordinary link."
            yield Refusal(element, "blocked-element", what, fix, (element.written, name))
        for name, value in element.attributes.items():
            yield from in_attribute(element, name, value)


def stands_inline(element: Element) -> Refusal:
    """A script or a style in the page itself that is not the theme's."""
    first = next((line.strip() for line in element.text.splitlines() if line.strip()), "")
    marks = (element.written + first, first, element.written)
    if element.name == "style":
        return Refusal(element, "inline-style", "A style stands in the page.", STYLE_FIX, marks)
    return Refusal(element, "inline-script", "A script stands in the page.", SCRIPT_FIX, marks)


def in_attribute(element: Element, name: str, value: str) -> Iterator[Refusal]:
    """What one attribute brings. Browsers pass over spaces and line ends in an address."""
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    marks = (element.written, value, f"{name}=", name)
    if name == "style":
        yield Refusal(element, "inline-style", f'"{value}" is a style in the page.', STYLE_FIX, marks)
    elif name.startswith("on"):
        yield Refusal(element, "inline-script", f'"{name}" would run a script.', SCRIPT_FIX, marks)
    elif RUNS.match(address) and not is_link_to_nowhere(element, name):
        yield Refusal(element, "inline-script", f'"{value}" would run a script.', SCRIPT_FIX, marks)
    elif loads(element, name) and any(ELSEWHERE.match(one) for one in addresses(name, address)):
        what = f'"{value}" would be loaded from elsewhere.'
        yield Refusal(element, "from-elsewhere", what, COPY_FIX, (value, *marks))


def is_link_to_nowhere(element: Element, name: str) -> bool:
    """Whether an attribute is no address at all: words may well begin with "javascript:"."""
    return name not in {*LOADS, "href", "xlink:href"} or (name == "data" and element.name != "object")


def loads(element: Element, name: str) -> bool:
    """Whether a browser fetches what an attribute names, or sends something there."""
    if name in {"href", "xlink:href"}:
        tells = LINKS_THAT_ONLY_TELL & set(element.attributes.get("rel", "").lower().split())
        return element.name in LOADS_BY_HREF or (element.name == "link" and not tells)
    return name in LOADS


def addresses(name: str, value: str) -> list[str]:
    """One, or the several that a set of pictures lists."""
    return [one.strip().split(" ")[0] for one in value.split(",") if one.strip()] if name == "srcset" else [value]
