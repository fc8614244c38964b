"""Why an answer came, and what would change it: read with Python and without, and heard by a screen reader."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.reader import Reader, Readers

NO_RISK_ASSESSMENT = ("set-up-page", "yes", "no")


def titles(reader: Reader) -> list[str]:
    """The headings below the verdict, as they are seen."""
    return reader.page.locator("decision-tree h3:visible").all_inner_texts()


@pytest.mark.parametrize("scripts", [False, True], ids=["by links", "with Python"])
def test_the_page_says_what_decided_it_and_what_would_change_it(readers: Readers, *, scripts: bool) -> None:
    reader = readers(java_script_enabled=scripts)
    tree, *answers = NO_RISK_ASSESSMENT
    if scripts:
        reader.opens_with_python(tree)
    else:
        reader.opens(tree)
    reader.gives(*answers)
    reader.is_told("no")
    reader.reads("What would change it: Have a risk assessment done. Then there would be more to answer.")
    assert titles(reader) == ["Why", "What decided it"]
    rows = reader.page.locator(".dt-given:visible dl > div")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("Has a risk assessment been done?")
    expect(rows.last).to_contain_text("Not yet")
    assert reader.given() == (["pm", "risk"] if scripts else [])


def test_what_decided_it_can_be_changed(reader: Reader) -> None:
    tree, *answers = NO_RISK_ASSESSMENT
    reader.opens_with_python(tree)
    reader.gives(*answers)
    reader.changes("risk")
    assert titles(reader) == ["Your answers"]
    reader.gives("yes")
    reader.is_asked("missing")


def test_a_reader_who_was_not_sure_is_told_to_find_out(reader: Reader) -> None:
    reader.opens_with_python("old-enough")
    reader.gives("not-sure")
    reader.reads("What would change it: Find out what you are not sure of, and answer again.")


def test_the_day_that_was_typed_is_shown_again_and_stands_in_no_address(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives("ours", "young-only")
    reader.types_date("9", "2", "2013")
    reader.is_asked("parents")
    reader.reads("(9 February 2013)")
    assert "2013" not in reader.page.url
    assert "2013" not in str(reader.noted())
    reader.page.reload()
    reader.waits_for_python()
    reader.is_asked("parents")
    expect(reader.page.locator("decision-tree")).not_to_contain_text("2013")
