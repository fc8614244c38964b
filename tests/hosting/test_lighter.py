"""What is sent of a script or a style: all of its code, on the same lines, and none of its comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.hosting.lighter import join_styles, lighten, tight, without_comments

ROOT = Path(__file__).parents[2]
SCRIPT = """// Says what it is for.
/**
 * Asks.
 * @param {string} name */
function ask(name) {
  // Twice.
  return `http://${name}` + "/* no comment */"; // and why
  return "a // b" + `c // d`; // nobody's
}
"""


def test_a_script_keeps_its_code_and_its_lines() -> None:
    lines = without_comments(SCRIPT, is_script=True).split("\n")
    assert lines == [
        *("", "", "", "", "function ask(name) {", ""),
        'return `http://${name}` + "/* no comment */";',
        """return "a // b" + `c // d`; // nobody's""",
        *("}", ""),
    ]


def test_two_comments_do_not_take_what_stands_between_them() -> None:
    assert without_comments("/* One. */\na { b: c; }\n/* Two. */\n", is_script=False) == "\na { b: c; }\n\n"


def test_no_script_of_ours_has_a_text_that_goes_over_lines() -> None:
    """Else a comment behind code could be part of one."""
    scripts = sorted((ROOT / "overrides").rglob("*.js"))
    assert len(scripts) > 10
    for path in scripts:
        code = without_comments(path.read_text(encoding="utf-8"), is_script=True)
        assert [line for line in code.splitlines() if line.count("`") % 2] == [], path.name


@pytest.mark.parametrize("is_script", [True, False])
def test_nothing_that_follows_code_is_taken(*, is_script: bool) -> None:
    code = 'a = "x"; /* one\ntwo */ b = 2;'
    assert without_comments(code, is_script=is_script) == code


def test_a_type_named_in_the_midst_of_code_is_left_out() -> None:
    code = "const $form = /** @type {HTMLFormElement} */ (event.target); /* kept */"
    assert without_comments(code, is_script=True) == "const $form = (event.target); /* kept */"


def test_only_our_own_files_are_written_anew(tmp_path: Path) -> None:
    ours, site = tmp_path / "overrides", tmp_path / "site"
    for folder in (ours, site):
        (folder / "assets").mkdir(parents=True)
        (folder / "assets" / "ours.css").write_text("/* Why. */\n  a { b: c; }", encoding="utf-8")
        (folder / "root.js").write_text("// Why.\na();", encoding="utf-8")
    (site / "assets" / "theirs.js").write_text("// License", encoding="utf-8")
    lighten(site, ours)
    assert (site / "root.js").read_text(encoding="utf-8") == "\na();"
    assert (site / "assets" / "ours.css").read_text(encoding="utf-8") == "\na { b: c; }"
    assert (site / "assets" / "theirs.js").read_text(encoding="utf-8") == "// License"
    assert (ours / "assets" / "ours.css").read_text(encoding="utf-8").startswith("/* Why. */")


def test_every_page_asks_for_one_style_that_holds_them_all_in_their_order(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.css").write_text(f".{name} {{ }}\n", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    pages = {"index.html": "", "sub/index.html": "../", "404.html": "/"}
    for page, base in pages.items():
        links = "\n  ".join(f'<link rel="stylesheet" href="{base}{name}.css">' for name in ("a", "b", "c"))
        (tmp_path / page).write_text(f"<head>{links}</head>", encoding="utf-8")
    join_styles(tmp_path, ["a.css", "b.css", "c.css"])
    for page, base in pages.items():
        expected = f'<head><link rel="stylesheet" href="{base}a.css"></head>'
        assert (tmp_path / page).read_text(encoding="utf-8") == expected
    assert (tmp_path / "a.css").read_text(encoding="utf-8") == ".a{}.b{}.c{}"
    assert not (tmp_path / "b.css").exists()


def test_a_style_loses_its_room_and_nothing_that_tells_something() -> None:
    style = """.a :is(b, c), .d:hover {
  content: "a: b; { c, d }"; margin: 0 auto;
}
@media (min-width: 48rem) {
  .e > .f::before { grid-template: "a b" / 1fr; width: calc(1px + 2px); }
}
"""
    assert tight(style) == (
        '.a :is(b,c),.d:hover{content:"a: b; { c, d }";margin:0 auto}'
        '@media (min-width:48rem){.e>.f::before{grid-template:"a b" / 1fr;width:calc(1px + 2px)}}'
    )
