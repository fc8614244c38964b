"""Makes links of words in a page that is being made, and leaves every letter of its text as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

# Where a link would be a link in a link, or would stand in a heading or in code.
LEFT_ALONE = ("a", "code", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "pre")
# From a text, where links begin and end in it, in order, and each link without its words.
Find = Callable[[str], Iterable[tuple[int, int, Element]]]


def link_words(element: Element, find: Find) -> None:
    """Change an element in place. ``find`` is asked of each text in the order in which it is read."""
    if element.tag in LEFT_ALONE:
        return
    element.text, inside = cut(element.text, find)
    for child in list(element):
        link_words(child, find)
        child.tail, after = cut(child.tail, find)
        inside += [child, *after]
    element[:] = inside


def cut(text: str | None, find: Find) -> tuple[str | None, list[Element]]:
    """A text up to its first link, and its links, each with the text behind it."""
    links: list[Element] = []
    before, done = text, 0
    for start, stop, link in find(text or ""):
        between = (text or "")[done:start]
        if links:
            links[-1].tail = between
        else:
            before = between
        link.text, done = (text or "")[start:stop], stop
        links.append(link)
    if links:
        links[-1].tail = (text or "")[done:]
    return before, links
