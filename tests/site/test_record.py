"""Somebody keeps a record of an answer: by keyboard, as a file that agrees with its edition, by copying, on paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from macros.browser.machine import CompiledTree
from macros.cli import main
from tests.site import faults
from tests.site.barriers import barriers, sideways
from tests.site.conftest import ROOT, Site
from tests.site.reader import Reader
from tests.site.watch import Watch

LUNCH_CLUB = ("personal", "adult", "now")  # ends in No
NOTE = 'Asked in the team meeting. <b onclick="alert(1)">"</b>'
REFUSES_COPIES = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('It is refused.')))"
COUNTS_PRINTS = "window.prints = 0; window.print = () => { window.prints += 1; };"


def opens_panel(reader: Reader) -> None:
    """Tap "Keep a record", by keyboard."""
    reader.page.locator("[data-keep]").focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".rec h3")).to_be_focused()


def saves(page: Page, does: str, folder: Path) -> Path:
    """Tap one of the two buttons that save a file."""
    with page.expect_download() as saved:
        page.locator(f"[data-does={does}]").click()
    path = folder / saved.value.suggested_filename
    saved.value.save_as(path)
    return path


def test_both_files_of_a_record_agree_with_the_edition(
    reader: Reader, watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.page.add_init_script(COUNTS_PRINTS + faults.NEVER_LATE)
    reader.opens_with_python("friend-request")
    reader.gives("personal", "adult", "earlier")
    reader.types_date("9", "3", "2011")
    reader.is_told("yes-if")
    noted, asked = reader.noted_answers(), len(watch.asked)
    opens_panel(reader)
    reader.page.locator("#rec-note").fill(NOTE)
    expect(reader.page.locator(".rec-text")).to_contain_text(NOTE)
    assert (barriers(reader.page, "decision-tree"), sideways(reader.page)) == ([], 0)
    files = {does: saves(reader.page, does, tmp_path) for does in ("data", "page")}
    expect(reader.page.locator(".rec-told")).to_have_text("It is saved. Look among your downloads.")

    # Nothing is sent and nothing is kept: two files come, once, and the history is as it was.
    sent = [url for url in watch.asked[asked:] if not url.startswith("blob:")]
    assert sorted(url.partition("?")[0].rpartition("/")[2] for url in sent) == ["record.css", "record.js"]
    assert reader.noted_answers() == noted
    assert (
        reader.page.evaluate("[sessionStorage, localStorage].map(one => JSON.stringify(one)).join()").count(NOTE) == 0
    )

    monkeypatch.chdir(ROOT)
    made = json.loads(files["data"].read_text(encoding="utf-8"))
    assert (made["note"], made["answers"][-1]["answer"]) == (NOTE, "earlier")
    for file in files.values():
        assert "friend" not in file.name  # A private question.
        text = file.read_text(encoding="utf-8")
        assert "2011" not in text
        assert main(["verify-record", str(file)]) == 0, capsys.readouterr().err
        assert capsys.readouterr().out.startswith("The record agrees with the draft: ")
        file.write_text(text.replace("Yes, if", "Yes"), encoding="utf-8")
        assert main(["verify-record", str(file)]) == 1
    capsys.readouterr()

    reader.page.locator("[data-does=print]").click()
    expect(reader.page.locator(".rec")).to_be_visible()
    assert reader.page.evaluate("window.prints") == 1
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".dt-live > :not(.rec):visible")).to_have_count(0)
    expect(reader.page.locator(".rec-screen")).to_be_hidden()
    expect(reader.page.locator(".rec-paper")).to_contain_text(NOTE)
    reader.page.emulate_media(media="screen")
    reader.page.locator("[data-does=close]").click()
    expect(reader.page.locator(".rec")).to_have_count(0)
    expect(reader.page.locator("[data-keep]")).to_be_focused()
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".dt-clauses:visible")).to_have_count(1)


def test_a_saved_page_is_read_from_a_file_on_a_small_phone(
    reader: Reader, tmp_path: Path, context: Callable[..., BrowserContext]
) -> None:
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)
    opens_panel(reader)
    file = saves(reader.page, "page", tmp_path)
    page = context(java_script_enabled=False).new_page()
    page.goto(file.as_uri())
    expect(page.locator("h1")).to_have_text("Can I accept this friend request?")
    assert sideways(page) == 0
    page = context().new_page()
    page.set_content(file.read_text(encoding="utf-8").replace("default-src 'none';", ""))  # axe is a script
    assert barriers(page) == []


def test_a_second_record_of_a_visit_is_dressed_as_the_first(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)
    opens_panel(reader)
    reader.page.evaluate("window.sameVisit = true")
    expect(reader.page.locator(".rec")).to_have_css("border-top-width", "1px")
    reader.page.locator(".way-up a").click()
    reader.page.locator(".dt-questions a[href$='/post-photo-video/']").click()
    reader.waits_for_python()
    reader.gives("ours", "nobody", "tarner-page")
    opens_panel(reader)
    expect(reader.page.locator(".rec")).to_have_css("border-top-width", "1px")
    expect(reader.page.locator(".rec-paper")).to_be_hidden()
    assert reader.page.evaluate("window.sameVisit"), "the page was loaded anew"


def test_two_fast_taps_open_one_panel(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)
    reader.page.evaluate("const $keep = document.querySelector('[data-keep]'); $keep.click(); $keep.click();")
    expect(reader.page.locator(".rec h3").first).to_be_focused()
    # Once this is answered, so is all that was asked before it.
    reader.page.locator("#rec-note").first.fill(NOTE)
    expect(reader.page.locator(".rec-text").first).to_contain_text(NOTE)
    expect(reader.page.locator(".rec")).to_have_count(1)
    reader.page.locator("[data-does=close]").click()
    expect(reader.page.locator("[data-keep]")).to_be_focused()


def test_where_copying_is_refused_the_text_stands_there_to_be_copied(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)
    opens_panel(reader)
    reader.page.evaluate(REFUSES_COPIES)
    reader.page.locator("[data-does=copy]").click()
    expect(reader.page.locator(".rec-told")).to_contain_text("did not copy it")
    expect(reader.page.locator(".rec-text")).to_be_focused()
    marked = reader.page.evaluate("String(getSelection())")
    assert marked.startswith("Record of an answer\nCan I accept this friend request?\n\nNo\n")
    # Who answers on has closed it, and may keep the next answer.
    reader.changes("link")
    expect(reader.page.locator(".rec")).to_have_count(0)
    assert reader.page.locator("decision-tree").get_attribute("data-keeps") is None


def test_a_python_that_is_gone_is_told_and_the_answer_can_be_printed(reader: Reader, watch: Watch) -> None:
    watch.expects("record.js", "Failed to fetch")
    reader.page.add_init_script(faults.KEEPS_WORKERS + COUNTS_PRINTS)
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)

    def lose(route: Route) -> None:
        route.abort()

    reader.page.route("**/record.js*", lose)
    reader.page.locator("[data-keep]").click()
    reader.page.wait_for_function("window.prints === 1")  # Even the script did not come.
    reader.page.unroute("**/record.js*", lose)
    reader.opens_with_python("friend-request")
    reader.gives(*LUNCH_CLUB)
    reader.page.evaluate("workers.forEach(worker => worker.dispatchEvent(new Event('error', { cancelable: true })))")
    reader.page.locator("[data-keep]").click()
    expect(reader.page.locator(".dt-told")).to_contain_text("A record cannot be made just now.")
    reader.is_told("no")


def paper(reader: Reader) -> None:
    """Look at the page as it is printed."""
    reader.page.emulate_media(media="print")
    reader.page.evaluate("dispatchEvent(new Event('beforeprint'))")


def test_without_python_paper_shows_the_answer_and_the_answers_that_led_there(reader_without_python: Reader) -> None:
    reader = reader_without_python
    reader.opens("friend-request")
    reader.gives("personal", "adult", "earlier")
    reader.page.go_back()
    reader.gives("now")
    paper(reader)
    expect(reader.page.locator(".dt-answer:visible")).to_have_count(1)
    expect(reader.page.locator(".dt-ask:visible")).to_have_count(len(LUNCH_CLUB))
    shown = reader.page.locator(".dt-option:visible")
    answers = [str(option.get_attribute("data-answer")) for option in shown.all()]
    assert sorted(answers) == sorted(LUNCH_CLUB)
    assert "go to" not in reader.page.locator("decision-tree").inner_text()
    reader.page.emulate_media(media="screen")
    reader.starts_again()
    paper(reader)
    expect(reader.page.locator(".dt-step:visible")).to_have_count(reader.page.locator(".dt-step").count())


def test_without_scripts_paper_shows_the_answer_alone(
    reader_without_scripts: Reader, trees: dict[str, CompiledTree]
) -> None:
    reader = reader_without_scripts
    reader.opens("friend-request")
    reader.gives(*LUNCH_CLUB)
    reader.reads("To keep this answer, print this page.")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".dt-step:visible")).to_have_count(1)
    reader.is_told("no")
    expect(reader.page.locator("h1")).to_contain_text(trees["friend-request"].TITLE)


def test_a_private_question_says_that_its_answers_are_not_kept(reader: Reader) -> None:
    words = "Your answers here are not kept."
    reader.opens("friend-request")
    expect(reader.page.locator(".dt-again:visible", has_text=words)).to_have_count(1)
    reader.waits_for_python()
    reader.gives("personal")
    expect(reader.page.locator(".dt-again:visible", has_text=words)).to_have_count(1)
    reader.opens_with_python("post-photo-video")
    expect(reader.page.locator(".dt-again", has_text=words)).to_have_count(0)


def test_what_a_record_needs_is_kept_for_reading_offline(site: Site) -> None:
    kept: dict[str, Any] = json.loads((site.folder / "offline.json").read_text(encoding="utf-8"))["files"]
    names = {address.partition("?")[0] for address in kept}
    assert {"assets/javascripts/record.js", "assets/stylesheets/record.css"} <= names
