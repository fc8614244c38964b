"""A little theme, and pages made with it as the generator makes them."""

from __future__ import annotations

from pathlib import Path

import markdown

OWN_SCRIPT = 'at = new URL("{{ base_url }}", location)'
CHARSET = '<meta charset="utf-8">'
TEMPLATE = f"""<!doctype html>
<html>
  <head>
    {CHARSET}
    <script>{OWN_SCRIPT}</script>
  </head>
  <body><article>{{{{ content }}}}</article></body>
</html>
"""


def theme(root: Path) -> Path:
    """The folder of its templates, as deep as a real one."""
    folder = root / "theme"
    (folder / "partials").mkdir(parents=True)
    (folder / "partials" / "frame.html").write_text(TEMPLATE, encoding="utf-8")
    return folder


def publish(root: Path, name: str, text: str) -> Path:
    """Write docs/NAME.md, and its page into the site; the page."""
    source, page = root / "docs" / f"{name}.md", root / "site" / name / "index.html"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text, encoding="utf-8")
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(made(text, ".."), encoding="utf-8")
    return page


def made(text: str, base: str) -> str:
    """Markdown as a page."""
    content = markdown.markdown(text, extensions=["attr_list"])
    return TEMPLATE.replace("{{ base_url }}", base).replace("{{ content }}", content)
