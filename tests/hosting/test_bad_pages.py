"""What a writer's page may not bring is told in the writer's words, with the line they wrote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.hosting.content_policy import secure
from tests.hosting.workshop import publish, theme

FOLDER = Path(__file__).parent / "bad"
CASES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("case", CASES)
def test_a_bad_page_is_told_and_no_page_is_changed(case: str, tmp_path: Path) -> None:
    good = publish(tmp_path, "good", "# A page\n\n`<script>` in words, and [a link](https://elsewhere.example/).")
    if (FOLDER / f"{case}.md").is_file():
        publish(tmp_path, case, (FOLDER / f"{case}.md").read_text(encoding="utf-8"))
    else:
        for place in ("docs", "site"):  # The generator copies a page that is HTML already.
            shutil.copy(FOLDER / f"{case}.html", tmp_path / place)
    before = good.read_text(encoding="utf-8")
    told = secure(tmp_path / "site", [theme(tmp_path)], tmp_path)
    assert [*map(str, told)] == (FOLDER / f"{case}.txt").read_text(encoding="utf-8").splitlines()
    assert good.read_text(encoding="utf-8") == before


def test_a_script_from_another_host_in_the_settings_is_told_once_however_many_pages_have_it(tmp_path: Path) -> None:
    tag = '<script src="https://count.example/c.js"></script>'
    (tmp_path / "mkdocs.yml").write_text("extra_javascript:\n  - https://count.example/c.js\n", encoding="utf-8")
    for name in ("one", "two"):
        page = publish(tmp_path, name, "Words.")
        page.write_text(page.read_text(encoding="utf-8").replace("</head>", f"{tag}</head>"), encoding="utf-8")
    (told,) = secure(tmp_path / "site", [theme(tmp_path)], tmp_path)
    assert (str(told.place), told.code) == ("mkdocs.yml:2:5", "from-elsewhere")


def test_what_nobody_wrote_is_told_at_the_built_page(tmp_path: Path) -> None:
    page = publish(tmp_path, "one", "Words.")
    (tmp_path / "docs" / "one.md").unlink()
    page.write_text(page.read_text(encoding="utf-8").replace("<p>", '<p style="color: red">'), encoding="utf-8")
    (told,) = secure(tmp_path / "site", [theme(tmp_path)], tmp_path)
    assert (str(told.place), told.code) == ("one/index.html:7:18", "inline-style")
