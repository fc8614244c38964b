"""Takes out of the built site what the theme put there and no page ever asks for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

# Maps for those who mend the theme; its styles and its icon, in whose place our own stand.
NEVER_ASKED_FOR = (
    "assets/javascripts/**/*.map",
    "assets/stylesheets/*.map",
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
    "assets/images/favicon.png",
)
INDEX, LANGUAGES = "search/search_index.json", "assets/javascripts/lunr"


def leave_out(site: Path) -> None:
    """Delete it. The search loads its languages, unless the only one is English."""
    for pattern in NEVER_ASKED_FOR:
        for path in site.glob(pattern):
            path.unlink()
    index = site / INDEX
    if index.is_file() and json.loads(index.read_text(encoding="utf-8"))["config"]["lang"] == ["en"]:
        shutil.rmtree(site / LANGUAGES, ignore_errors=True)
