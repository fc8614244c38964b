"""A few readers, followed from the first question to the answer: by thumb, by keyboard, with a change of mind."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.site.reader import Reader, Readers

LUNCH_CLUB = ("personal", "adult", "now")  # ends in No, not on your own profile
THUMB = 44  # pixels that a thumb needs
# Python is ready, but slow to draw the first step.
HOLDS_STEPS = """
  const held = [];
  let holds = true;
  window.letGo = () => { holds = false; held.forEach((send) => send()); };
  Worker = class extends Worker {
    postMessage(message) {
      if (holds && message.type === "step") held.push(() => super.postMessage(message));
      else super.postMessage(message);
    }
  };
"""
OUTER = "$focused => $focused.outerHTML.slice(0, 100)"
IS_SEEN = """$focused => {
  const box = $focused.getBoundingClientRect();
  const isOutlined = ($one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle($one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const isOnScreen = box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  return isOnScreen && (isOutlined($focused) || isOutlined($focused.parentElement));
}"""


def tabs_to(reader: Reader, target: Locator) -> None:
    """Press Tab until the target has the focus; it may be no further than the page is long."""
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        assert reader.focused.evaluate(IS_SEEN), f"the focus cannot be seen: {reader.focused.evaluate(OUTER)}"
        if target.evaluate("$target => $target === document.activeElement"):
            return
    pytest.fail("Tab never came there")


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_a_volunteer_with_a_phone_comes_to_a_no_in_a_few_taps(readers: Readers, *, scripts: bool) -> None:
    volunteer = readers(java_script_enabled=scripts)
    volunteer.opens("friend-request")
    if scripts:
        volunteer.waits_for_python()
    assert len(LUNCH_CLUB) <= 4
    for number, answer in enumerate(LUNCH_CLUB):
        before = volunteer.heading.inner_text()
        box = volunteer.choice(answer).bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= THUMB
        # A thumb lands somewhere else each time; twice on one spot at once is a double tap, and one answer.
        side = box["width"] / 5 * (1 + 3 * (number % 2))
        volunteer.choice(answer).tap(position={"x": side, "y": box["height"] / 2})
        expect(volunteer.heading).not_to_have_text(before, use_inner_text=True)
        expect(volunteer.heading).to_be_in_viewport(ratio=1)
    volunteer.is_told("no")
    expect(volunteer.page.locator(".dt-clause-name a:visible").first).to_contain_text("5.2")


def test_a_whole_tree_by_keyboard_alone(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    keys = ["Enter", "Space"]
    for turn, answer in enumerate(("personal", "adult", "earlier")):
        before = reader.heading.inner_text()
        tabs_to(reader, reader.choice(answer))
        reader.page.keyboard.press(keys[turn % 2])
        expect(reader.heading).not_to_have_text(before, use_inner_text=True)
        expect(reader.heading).to_be_focused()
        assert reader.heading.evaluate(IS_SEEN), "the focus on the new question cannot be seen"
    reader.is_asked("years")
    for part, typed in (("day", "1"), ("month", "2"), ("year", "2001")):
        tabs_to(reader, reader.page.locator(f"[name={part}]"))
        reader.page.keyboard.type(typed)
    reader.page.keyboard.press("Enter")
    reader.is_told("yes-if")
    expect(reader.heading).to_be_focused()
    tabs_to(reader, reader.page.locator("[data-change=years]"))
    reader.page.keyboard.press("Space")
    reader.is_asked("years")
    expect(reader.heading).to_be_focused()


def test_by_keyboard_and_links_the_next_tab_stands_in_the_new_question(reader_without_scripts: Reader) -> None:
    reader = reader_without_scripts
    reader.opens("friend-request")
    tabs_to(reader, reader.choice("personal"))
    reader.page.keyboard.press("Enter")
    reader.is_asked("identity")
    first = reader.page.locator(".dt-step:target :is(a, summary)").first
    tabs_to(reader, first)
    tabs_to(reader, reader.choice("adult"))
    reader.page.keyboard.press("Enter")
    reader.is_asked("link")


def test_a_change_keeps_the_later_answers_that_still_fit(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives("ours", "nobody", "tarner-page")
    reader.is_told("yes")
    reader.changes("contents")
    assert reader.given() == []
    reader.gives("someone-else")  # Asks one thing more, about the owner; who is in it and where it goes is known.
    reader.is_asked("credit")
    reader.gives("yes")
    reader.is_told("yes-if")
    assert reader.given() == ["contents", "people", "where", "credit"]


def test_start_again_forgets_every_answer(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives("ours", "nobody", "tarner-page")
    reader.starts_again()
    reader.is_asked("contents")
    assert reader.given() == []
    assert reader.fragment == ""
    reader.gives("ours")
    reader.is_asked("people")


def test_taps_made_before_python_is_there_are_kept(reader: Reader) -> None:
    held: list[Route] = []
    reader.page.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108 - Playwright cannot call a method of a list
    with reader.page.expect_request("**/*.wasm"):
        reader.opens("friend-request")
    reader.waits_for_state("starting")
    reader.gives("personal", "adult")
    reader.choice("none").focus()
    expect(reader.page.locator(".dt-live")).to_be_hidden()
    held[0].continue_()
    reader.waits_for_python()
    reader.is_asked("link")
    assert reader.given() == ["request", "identity"]
    expect(reader.choice("none")).to_be_focused()  # The same answer, now a button.
    reader.page.go_back()
    reader.is_asked("identity")


def test_a_tap_at_the_very_moment_of_the_take_over_is_kept(reader: Reader) -> None:
    reader.page.add_init_script(HOLDS_STEPS)
    reader.opens("friend-request")
    reader.waits_for_state("ready")
    reader.gives("personal")
    reader.page.evaluate("letGo()")
    reader.waits_for_python()
    reader.is_asked("identity")
    assert reader.given() == ["request"]


def test_a_double_tap_is_one_answer(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.choice("personal").evaluate("$button => { $button.click(); $button.click(); }")
    reader.is_asked("identity")
    reader.page.go_back()
    reader.is_asked("request")


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_why_we_ask_unfolds_where_the_writer_says_it(readers: Readers, *, scripts: bool) -> None:
    reader = readers(java_script_enabled=scripts)
    reader.opens("post-photo-video")
    if scripts:
        reader.waits_for_python()
    why = reader.page.locator(".dt-why-text:visible")
    expect(why).to_have_count(0)
    reader.page.locator(".dt-why summary:visible").click()
    expect(why).to_contain_text("background")
    reader.is_asked("contents")
