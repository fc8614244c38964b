"""Somebody at a tree's page: what they do there and what they see, in the domain's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

IS_READY = "decision-tree[data-state=ready] > .dt-live:not([hidden])"


@dataclass(frozen=True)
class Reader:
    """Reads a site that is served at ``address``, in one tab of a browser."""

    page: Page
    address: str

    def opens(self, tree: str, fragment: str = "") -> None:
        """Come to the page of a tree, as from a link."""
        self.page.goto(f"{self.address}ask/{tree}/{fragment}")

    def opens_with_python(self, tree: str, fragment: str = "") -> None:
        """The same, and wait until Python has taken over."""
        self.opens(tree, fragment)
        self.waits_for_python()

    def waits_for_python(self) -> None:
        """Wait until Python has taken over."""
        self.page.locator(IS_READY).wait_for()

    def waits_for_state(self, state: str) -> None:
        """Wait until the element tells this state."""
        self.page.locator(f"decision-tree[data-state={state}]").wait_for()

    @property
    def heading(self) -> Locator:
        """The one question or verdict on show."""
        return self.page.locator(".dt-ask:visible, .dt-verdict:visible")

    @property
    def focused(self) -> Locator:
        """What has the keyboard's focus."""
        return self.page.locator(":focus")

    def choice(self, answer: str) -> Locator:
        """The link or button of an answer, by its id."""
        return self.page.locator(f".dt-option[data-answer={answer}]:visible")

    def gives(self, *answers: str) -> None:
        """Choose these answers one after the other, by their ids."""
        for answer in answers:
            before = self.heading.inner_text()
            self.choice(answer).click()
            expect(self.heading).not_to_have_text(before, use_inner_text=True)

    def types_date(self, day: str, month: str, year: str) -> None:
        """Fill in an exact date, and go on."""
        for part, typed in (("day", day), ("month", month), ("year", year)):
            self.page.locator(f"[name={part}]").fill(typed)
        self.page.locator(".dt-continue").click()

    def changes(self, question: str) -> None:
        """Tap Change beside an answer given."""
        self.page.locator(f"[data-change={question}]").click()
        self.is_asked(question)

    def starts_again(self) -> None:
        """Tap Start again."""
        self.page.locator(".dt-restart:visible").click()

    def is_asked(self, question: str) -> None:
        """This question is the one on show."""
        expect(self.heading).to_have_attribute("data-ask", question)

    def is_told(self, verdict: str) -> None:
        """An outcome with this verdict is the one on show."""
        expect(self.page.locator(".dt-answer:visible")).to_have_class(f"dt-answer dt-verdict-{verdict}")

    def reads(self, words: str) -> None:
        """These words stand on the page."""
        expect(self.page.locator("decision-tree")).to_contain_text(words, use_inner_text=True)

    def given(self) -> list[str]:
        """The questions in the list of answers given."""
        buttons = self.page.locator(".dt-given [data-change]:visible").all()
        return [str(button.get_attribute("data-change")) for button in buttons]

    @property
    def fragment(self) -> str:
        """What stands after # in the address."""
        return self.page.url.partition("#")[2]

    def noted_answers(self) -> Any:  # noqa: ANN401 - as below
        """The answers that this entry of the browser's history stands for; a private tree's are in memory alone."""
        return self.page.evaluate("window.held?.get(history.state.answers) ?? history.state.answers")

    def noted(self) -> Any:  # noqa: ANN401 - whatever the page left there
        """What this entry of the browser's history carries."""
        return self.page.evaluate("history.state")


# A new reader, with Playwright's settings for their browser.
Readers = Callable[..., Reader]
