"""A clause is quoted in answers as words, without the marks of Markdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.clauses.wording import plain


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**Social media**: services", "Social media: services"),
        ("*may* and _should_ and __must__ and **very *much* so**", "may and should and must and very much so"),
        ("`x` and ``a ` b``", "x and a ` b"),
        ("see [our page](https://example.org/a_b_c)", "see our page"),
        ("see [our page][page] and ![a cat](cat.png)", "see our page and a cat"),
        ("as [5.2], [AIM], [rev-1] and [A.4] say", "as 5.2, AIM, rev-1 and A.4 say"),
        ("as [the aim][AIM] says", "as the aim says"),
        ("he said [sic] that", "he said [sic] that"),
        ("<https://example.org/_x_>", "https://example.org/_x_"),
        ("one<br>two <b>bold</b> &amp; 2 < 3 > 1", "onetwo bold & 2 < 3 > 1"),
        (r"not \*this\* and not \[5.2\]", "not *this* and not [5.2]"),
        ("`**kept**` here", "**kept** here"),
        ("a_name_with_bars and 2 * 3 * 4", "a_name_with_bars and 2 * 3 * 4"),
        ("a link{: .quiet } ends", "a link ends"),
        ('"personal" friend requests, (a) and (b)', '"personal" friend requests, (a) and (b)'),
        ("many   spaces\nand lines", "many spaces and lines"),
        ("https://www.facebook.com/TarnerCommunityProject/", "https://www.facebook.com/TarnerCommunityProject/"),
        ("@tarnerbtn", "@tarnerbtn"),
    ],
)
def test_marks_are_taken_away_and_words_stay(written: str, words: str) -> None:
    assert plain(written) == words


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>\\&;{}:!#.5\n\ue042")) | st.text())
def test_any_text_has_words(text: str) -> None:
    assert "\n" not in plain(text)
