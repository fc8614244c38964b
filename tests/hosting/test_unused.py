"""What no page asks for is left out of the site, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.hosting.unused import leave_out

UNUSED = ("assets/javascripts/bundle.1.min.js.map", "assets/stylesheets/main.1.min.css", "assets/images/favicon.png")
USED = ("assets/javascripts/bundle.1.min.js", "assets/stylesheets/policy.css", "assets/images/photo.png", "index.html")
LANGUAGE = "assets/javascripts/lunr/min/lunr.fr.min.js"


@pytest.mark.parametrize(("languages", "keeps"), [(["en"], False), (["fr"], True), (["en", "fr"], True)])
def test_only_what_is_never_asked_for_is_left_out(tmp_path: Path, languages: list[str], *, keeps: bool) -> None:
    for name in (*UNUSED, *USED, LANGUAGE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "search").mkdir()
    index = json.dumps({"config": {"lang": languages}, "docs": []})
    (tmp_path / "search" / "search_index.json").write_text(index, encoding="utf-8")
    leave_out(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {*USED, "search/search_index.json", *((LANGUAGE,) if keeps else ())}
