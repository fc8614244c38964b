"""What no page asks for is left out of the site, and nothing else."""

from __future__ import annotations

from pathlib import Path

from macros.hosting.unused import leave_out

UNUSED = (
    "assets/javascripts/bundle.1.min.js.map",
    "assets/javascripts/lunr/min/lunr.fr.min.js",
    "assets/javascripts/lunr/wordcut.js",
    "assets/javascripts/workers/search.1.min.js",
    "assets/stylesheets/main.1.min.css",
    "assets/images/favicon.png",
)
USED = ("assets/javascripts/bundle.1.min.js", "assets/stylesheets/policy.css", "assets/images/photo.png", "index.html")


def test_only_what_is_never_asked_for_is_left_out(tmp_path: Path) -> None:
    for name in (*UNUSED, *USED):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    leave_out(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {*USED}
    assert not (tmp_path / "assets/javascripts/lunr").exists()
