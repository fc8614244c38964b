"""The check by hand, on a few kinds of page with each change; `make accessibility` looks at all kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.site.by_hand import all_of, keyboard
from tests.site.conftest import SAVES_DATA, Site

KINDS = ("ask/", "ask/friend-request/", "policy/1-statement/", "editions/")


@pytest.mark.parametrize("where", KINDS)
def test_nothing_is_found_by_hand(context: Callable[..., BrowserContext], site: Site, where: str) -> None:
    window = context(bypass_csp=True, reduced_motion="reduce")
    window.add_init_script(SAVES_DATA)
    page = window.new_page()
    page.goto(site.address + where)
    assert all_of(page) == {}
    # With letters of twice the size the top of the page would take a third of a phone.
    page.set_viewport_size({"width": 360, "height": 640})
    expect(page.locator(".top")).to_have_css("position", "relative")


def test_a_stop_that_cannot_be_seen_is_found(context: Callable[..., BrowserContext], site: Site) -> None:
    page = context(bypass_csp=True).new_page()
    page.goto(f"{site.address}404.html")
    page.add_style_tag(content=".site-name { outline: none !important }")
    page.add_style_tag(content=".foot a { display: block; overflow: hidden; block-size: 0; padding: 0 }")
    wrong = " ".join(keyboard(page))
    assert "Social Media Policy shows no focus" in wrong
    assert "has no size" in wrong
