"""From one tree to another: what was carried is known there, by links and with Python, and no address tells it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.site.reader import Reader, Readers

WHILE = 1000  # ms
PRIVATE = ("online-abuse", "no", "criticism-only")  # hands over to another private tree, which knows it is no abuse


def hands_over(reader: Reader, tree: str, *answers: str, live: bool = True) -> None:
    """Answer a tree, and follow the link of its hand-over."""
    reader.opens(tree)
    if live:
        reader.waits_for_python()
    reader.gives(*answers)
    reader.is_told("goto")
    reader.page.locator(".dt-goto:visible").click()
    # Until a page has its styles, all its steps are in sight. And the theme changes the address before the page.
    reader.page.wait_for_url(lambda address: f"/ask/{tree}/" not in address, wait_until="load")
    reader.page.locator(f"decision-tree:not([tree={tree}])").wait_for(state="attached")


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_what_is_carried_is_not_asked_again_and_no_address_tells_it(readers: Readers, *, scripts: bool) -> None:
    reader = readers(java_script_enabled=scripts)
    hands_over(reader, *PRIVATE, live=scripts)
    reader.is_asked("complaint")
    assert re.fullmatch(r"|s[0-9a-f]{8}", reader.fragment)
    if scripts:
        reader.waits_for_python()
        assert reader.given() == ["abusive"]
        assert (reader.fragment, reader.noted_answers()) == ("", {"abusive": "no"})
    reader.gives("me")
    reader.is_told("ask")


def test_python_takes_over_with_what_was_carried(reader: Reader) -> None:
    hands_over(reader, *PRIVATE)
    reader.waits_for_python()
    reader.is_asked("complaint")
    assert reader.given() == ["abusive"]
    reader.gives("me")
    reader.changes("abusive")
    reader.gives("yes")
    reader.is_told("goto")


def test_a_tap_before_python_comes_keeps_what_was_carried(readers: Readers) -> None:
    reader = readers()
    reader.page.route("**/engine.zip", lambda _: None)  # It never comes.
    hands_over(reader, *PRIVATE, live=False)
    reader.gives("tarner")
    assert reader.noted_answers() == {"abusive": "no", "complaint": "tarner"}


def test_python_that_comes_while_the_next_page_is_fetched_leaves_its_address_alone(reader: Reader) -> None:
    engine: list[Route] = []
    page: list[Route] = []
    reader.page.context.route("**/engine.zip", hold(engine))
    reader.page.context.route(f"{reader.address}ask/criticism-or-complaint/", hold(page))
    reader.opens("online-abuse")
    reader.gives(*PRIVATE[1:])
    reader.page.wait_for_function("() => document.querySelector('decision-tree').dataset.state === 'starting'")
    reader.page.locator(".dt-goto:visible").click()
    reader.page.wait_for_function("() => location.pathname.includes('criticism')")
    waits_to_hold(reader, engine)
    engine.pop().continue_()
    reader.waits_for_state("ready")
    reader.page.wait_for_timeout(WHILE)  # in which it could take over the wrong page
    page.pop().continue_()
    reader.waits_for_python()
    reader.is_asked("complaint")


def hold(held: list[Route]) -> Callable[[Route], None]:
    """Hold requests back, for Playwright, which cannot call the method of a list."""
    return lambda route: held.append(route)  # noqa: PLW0108 - as said


def waits_to_hold(reader: Reader, held: list[Route]) -> None:
    """Wait until a request is held back."""
    while not held:
        reader.page.wait_for_timeout(50)


def test_back_leads_to_the_tree_that_handed_over(reader: Reader) -> None:
    hands_over(reader, *PRIVATE)
    reader.waits_for_python()
    reader.is_asked("complaint")
    reader.page.go_back()
    reader.is_told("goto")
    reader.page.go_forward()
    reader.is_asked("complaint")


def test_a_circle_ends_where_the_answer_was_carried(reader: Reader) -> None:
    hands_over(reader, "criticism-or-complaint", "yes")
    reader.waits_for_python()
    reader.is_asked("risk")
    reader.gives("no", "criticism-only")
    reader.page.locator(".dt-goto:visible").click()
    reader.is_asked("complaint")
    expect(reader.page.locator(".dt-goto:visible")).to_have_count(0)
