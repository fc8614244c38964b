"""Back, Forward, reload and a shared link keep a reader's place; no answer to a private tree is in the address."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import SAVES_DATA
from tests.site.reader import Reader, Readers

PHOTO = ("ours", "young-only")
WAYS = {"friend-request": ("personal", "adult", "earlier"), "post-photo-video": (*PHOTO, "under-age")}
HASH = re.compile("s[0-9a-f]{8}")


@pytest.mark.parametrize("tree", ["friend-request", "post-photo-video"])
def test_back_and_forward_by_links(reader_without_scripts: Reader, tree: str) -> None:
    reader = reader_without_scripts
    reader.opens(tree)
    questions = follow(reader, *WAYS[tree])
    for question in reversed(questions[:-1]):
        reader.page.go_back()
        reader.is_asked(question)
    for question in questions[1:]:
        reader.page.go_forward()
        reader.is_asked(question)


@pytest.mark.parametrize("tree", ["friend-request", "post-photo-video"])
def test_back_and_forward_with_python(reader: Reader, tree: str) -> None:
    reader.opens_with_python(tree)
    questions = follow(reader, *WAYS[tree])
    for count, question in reversed(list(enumerate(questions[:-1]))):
        reader.page.go_back()
        reader.is_asked(question)
        assert reader.given() == questions[:count]
    for count, question in enumerate(questions[1:], start=1):
        reader.page.go_forward()
        reader.is_asked(question)
        assert reader.given() == questions[:count]


def follow(reader: Reader, *answers: str) -> list[str]:
    """Give these answers, and tell which questions were asked, the one on show included."""
    questions = []
    for answer in answers:
        questions.append(str(reader.heading.get_attribute("data-ask")))
        reader.gives(answer)
    return [*questions, str(reader.heading.get_attribute("data-ask"))]


def test_a_reload_keeps_the_place_and_the_address_holds_no_date(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives(*PHOTO)
    reader.types_date("7", "8", "2009")
    reader.is_asked("own")
    assert reader.fragment == "contents=ours&people=young-only&youngest=of-age"
    assert "2009" not in str(reader.noted())
    reader.page.reload()
    reader.waits_for_python()
    reader.is_asked("own")
    assert reader.given() == ["contents", "people", "youngest"]


def test_a_shared_link_opens_where_it_was_shared(reader: Reader, readers: Readers) -> None:
    reader.opens_with_python("post-photo-video")
    reader.gives(*PHOTO)
    friend = readers()
    friend.opens_with_python("post-photo-video", f"#{reader.fragment}")
    friend.is_asked("youngest")
    friend.gives("of-age")
    friend.page.go_back()
    friend.is_asked("youngest")


def test_a_shared_link_that_no_longer_fits_goes_as_far_as_it_can(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video", "#contents=ours&gone=yes&people=nobody&where=elsewhere&credit=yes")
    reader.is_asked("where")
    assert reader.fragment == "contents=ours&people=nobody"


def test_a_link_made_to_do_harm_is_only_a_link_that_does_not_fit(reader: Reader) -> None:
    reader.opens_with_python("post-photo-video", '#contents=<img/src=x>&"]<script>alert(1)</script>=1&__class__=no')
    reader.is_asked("contents")
    assert reader.page.locator("decision-tree :is(img, script)").count() == 0
    assert reader.fragment == ""


def test_nothing_of_a_private_tree_stands_in_the_address(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    bare = reader.page.url
    for answer in ("personal", "old-enough", "earlier", "earlier"):
        reader.gives(answer)
        assert reader.page.url == bare
    reader.page.go_back()
    reader.is_asked("years")
    assert reader.page.url == bare


def test_a_private_tree_starts_again_after_a_reload(reader: Reader) -> None:
    reader.opens_with_python("friend-request")
    reader.gives("personal", "adult")
    reader.page.reload()
    reader.waits_for_python()
    reader.is_asked("request")
    assert reader.given() == []


@pytest.mark.parametrize("is_live", [True, False], ids=["with Python", "by links"])
def test_no_answer_to_a_private_tree_stands_in_the_history(readers: Readers, *, is_live: bool) -> None:
    """Not in an entry of an earlier load either: a browser may keep them all, and Back leads to them."""
    reader = readers()
    if not is_live:
        reader.page.add_init_script(SAVES_DATA)
    reader.opens("friend-request")
    if is_live:
        reader.waits_for_python()
    states = [reader.noted()]
    for answer in WAYS["friend-request"]:
        reader.gives(answer)
        reader.page.wait_for_function("history.state?.answers")
        states.append(reader.noted())
    reader.page.go_back()
    reader.is_asked("link")
    assert reader.noted_answers() == {"request": "personal", "identity": "adult"}
    # The next load of the page, and back to an entry of the one before.
    reader.page.reload()
    reader.is_asked("request")
    reader.page.go_back()
    states.append(reader.noted())
    reader.is_asked("request" if is_live else "identity")
    told = str(states)
    assert "friend-request" in told
    assert [word for word in ("personal", "adult", "earlier", "identity") if word in told] == []


def test_the_answers_of_a_private_tree_do_not_come_by_a_link(reader: Reader) -> None:
    reader.opens_with_python("friend-request", "#request=personal&identity=adult")
    reader.is_asked("request")
    assert reader.fragment == ""


@pytest.mark.parametrize("tree", ["friend-request", "post-photo-video"])
def test_by_links_an_address_is_a_hash_that_tells_nothing(reader_without_scripts: Reader, tree: str) -> None:
    reader = reader_without_scripts
    reader.opens(tree)
    for answer in WAYS[tree]:
        reader.gives(answer)
        assert HASH.fullmatch(reader.fragment)


def test_a_bare_link_to_an_answer_says_whose_answer_it_is(reader_without_scripts: Reader, readers: Readers) -> None:
    reader_without_scripts.opens("friend-request")
    reader_without_scripts.gives("i-want-to-add")
    for friend in (readers(java_script_enabled=False), readers()):
        friend.opens("friend-request", f"#{reader_without_scripts.fragment}")
        friend.is_told("ask")
        friend.reads("one of the answers to the question: Can I accept this friend request?")
        friend.page.get_by_role("link", name="Can I accept this friend request?").locator("visible=true").last.click()
        friend.is_asked("request")
