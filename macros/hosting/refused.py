"""Says what a page may not bring: scripts and styles of its own, and things from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from macros.hosting.markup import Element

# Attributes that a browser loads from, or sends to. An ordinary link (the href of an `a`) only leads somewhere.
LOADS = ("src", "srcset", "poster", "background", "action", "formaction", "ping")
HREFS = ("href", "xlink:href")
LOADS_BY_HREF = ("image", "use", "feimage", "script")
LINKS_THAT_ONLY_TELL = {"canonical", "alternate", "next", "prev", "author", "license", "help", "me", "edit"}
LOADING = ("script", "style", "link", "img")
NEVER = ("object", "embed", "applet", "base", "frame")
ELSEWHERE = re.compile(r"[\\/]{2}|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
RUNS = re.compile(r"javascript:", re.IGNORECASE)
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
    if elements and not begins_with_charset(elements):
        what = 'The page does not begin its head with <meta charset="utf-8">.'
        fix = "Write that before all that the page loads: what it may load is written behind it."
        yield Refusal(elements[0], "no-charset", what, fix, ("<head", elements[0].written))
    for element in elements:
        if element.is_inline and element not in trusted:
            yield stands_inline(element)
        if element.name in NEVER:
            what = f"<{element.name}> is something that no page here may have."
            fix = "Use a picture, or an ordinary link to the file."
            yield Refusal(element, "blocked-element", what, fix, (element.written, f"<{element.name}"))
        for name, value in element.attributes.items():
            yield from in_attribute(element, name, value)


def begins_with_charset(page: list[Element]) -> bool:
    """Whether a page says how it is written before it loads anything: there the policy belongs."""
    first = next((one for one in page if one.name in LOADING or is_charset(one)), None)
    return first is not None and is_charset(first)


def is_charset(element: Element) -> bool:
    """As in <meta charset="utf-8">."""
    return element.name == "meta" and "charset" in element.attributes


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
    marks = (element.written, f'{name}="{value}"', f"{name}=", value)
    if name == "style":
        yield Refusal(element, "inline-style", f'"{value}" is a style in the page.', STYLE_FIX, marks)
    elif name.startswith("on"):
        yield Refusal(element, "inline-script", f'"{name}" would run a script.', SCRIPT_FIX, marks)
    elif RUNS.match(address) and name in {*LOADS, *HREFS}:
        yield Refusal(element, "inline-script", f'"{value}" would run a script.', SCRIPT_FIX, marks)
    elif loads(element, name) and any(ELSEWHERE.match(one) for one in addresses(name, address)):
        what = f'"{value}" would be loaded from elsewhere.'
        yield Refusal(element, "from-elsewhere", what, COPY_FIX, (value, *marks))


def loads(element: Element, name: str) -> bool:
    """Whether a browser fetches what an attribute names, or sends something there."""
    if name in HREFS:
        tells = LINKS_THAT_ONLY_TELL & set(element.attributes.get("rel", "").lower().split())
        return element.name in LOADS_BY_HREF or (element.name == "link" and not tells)
    return name in LOADS


def addresses(name: str, value: str) -> list[str]:
    """One, or the several that a set of pictures lists."""
    return [one.strip().split(" ")[0] for one in value.split(",") if one.strip()] if name == "srcset" else [value]
