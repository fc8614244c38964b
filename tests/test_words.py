"""The words of a language: none missing, none unknown, and none used that is not asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.words import needed, read_words, wrong_words

ROOT = Path(__file__).parent.parent
USED = re.compile(r"""words\[f?["']([^"'\]]+)["']\]|["'](error\.[a-z]+)["']""")


def language(folder: Path, text: str) -> Path:
    """A project whose English is this text."""
    (folder / "overrides/locales").mkdir(parents=True)
    (folder / "overrides/locales/en.yml").write_text(text, encoding="utf-8")
    return folder


def test_our_english_is_whole() -> None:
    assert read_words(ROOT, {"org_short": "Tarner"})[1] == ()


def test_every_word_that_the_code_shows_is_asked_for() -> None:
    sources = [*ROOT.glob("macros/**/*.py"), *ROOT.glob("overrides/**/*.html")]
    keys = {a or b for path in sources for a, b in USED.findall(path.read_text(encoding="utf-8"))}
    ours = {key for key in keys if not key.startswith(("safety.lead", "safety.note", "card."))}  # from the parameters
    patterns = [re.sub(r"\\\{\w+\\\}", r"[\\w.-]+", re.escape(key)) for key in ours]
    assert len(patterns) > 30
    assert [pattern for pattern in patterns if not any(re.fullmatch(pattern, key) for key in needed())] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("ask.continue: Continue", ""), 'There are no words for "ask.continue".'),
        (("Continue", '""'), 'There are no words for "ask.continue".'),
        (("{clauses}", ""), 'The words for "outcome.because-of" need {clauses}.'),
        (("{clauses}", "{clauses} {"), 'The words for "outcome.because-of" need {clauses}.'),
        (("{clauses}", "{clauses!x}"), 'The words for "outcome.because-of" need {clauses}.'),
        (("{clauses}", "{clauses:d}"), 'The words for "outcome.because-of" need {clauses}.'),
        (("November December", "November"), "There must be twelve months."),
        (("{{ org_short }}", "{{ org }}"), 'There is no parameter "org".'),
        (("direction: ltr", "direction: left"), '"left" is no direction.'),
        (("ask.continue:", "ask.contine:"), 'Nothing shows the words "ask.contine".'),
    ],
)
def test_what_is_wrong_with_a_language_is_told_with_its_place(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    english = (ROOT / "overrides/locales/en.yml").read_text(encoding="utf-8")
    _, problems = read_words(language(tmp_path, english.replace(*change)), {})
    assert message in [problem.what for problem in problems]


def test_the_safety_note_takes_its_names_from_the_parameters() -> None:
    words, _ = read_words(ROOT, {"safeguarding_lead": "Ann", "emergency_note": "call 112"})
    assert (words["safety.lead"], words["safety.note"]) == ("Ann", "call 112")


def test_a_language_without_a_word_misses_them_all() -> None:
    missing = {key for key, _, _ in wrong_words({})}
    assert missing == set(needed())


def second(folder: Path, text: str, *, is_chosen: bool) -> Path:
    """A project in English with a Welsh file beside it."""
    language(folder, (ROOT / "overrides/locales/en.yml").read_text(encoding="utf-8"))
    (folder / "overrides/locales/cy.yml").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"theme:\n  language: {'cy' if is_chosen else 'en'}\n", encoding="utf-8")
    return folder


def test_the_language_of_the_site_chooses_the_file(tmp_path: Path) -> None:
    welsh = (ROOT / "overrides/locales/en.yml").read_text(encoding="utf-8").replace(": Continue", ": Ymlaen")
    assert read_words(second(tmp_path, welsh, is_chosen=True), {"org_short": "Tarner"})[0]["ask.continue"] == "Ymlaen"


@pytest.mark.parametrize(("is_chosen", "level"), [(True, "fault"), (False, "advice")])
def test_what_a_second_language_lacks_stops_only_a_site_that_shows_it(
    tmp_path: Path, level: str, *, is_chosen: bool
) -> None:
    welsh = (ROOT / "overrides/locales/en.yml").read_text(encoding="utf-8").replace("ask.continue: Continue\n", "")
    _, (problem,) = read_words(second(tmp_path, welsh, is_chosen=is_chosen), {"org_short": "Tarner"})
    assert (problem.place.path, problem.level) == ("overrides/locales/cy.yml", level)
    assert problem.what == 'There are no words for "ask.continue".'


def test_a_language_without_a_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    (second(tmp_path, "", is_chosen=True) / "overrides/locales/cy.yml").unlink()
    words, (problem,) = read_words(tmp_path, {"org_short": "Tarner"})
    assert words == {}
    assert str(problem) == (
        'mkdocs.yml:2:13: wrong-words: There are no words for the language "cy". '
        "Copy overrides/locales/en.yml to overrides/locales/cy.yml, and translate what stands behind each colon."
    )


def test_the_theme_finds_every_word_it_asks_for() -> None:
    """Its own templates and ours; what only other features of it show is not asked for."""
    ours = [path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html")]
    asked = {f"theme.{key}" for text in ours for key in re.findall(r"""lang\.t\(["']([\w.]+)""", text)}
    assert {"theme.footer", "theme.nav"} <= asked
    assert asked - set(needed()) == set()
