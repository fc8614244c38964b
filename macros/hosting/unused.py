"""Takes out of the built site what the theme put there and no page ever asks for."""

from __future__ import annotations

import shutil
from pathlib import Path

# Maps for those who mend the theme; its styles, its icon and its search, in whose place our own stand.
NEVER_ASKED_FOR = (
    "assets/javascripts/**/*.map",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
    "assets/stylesheets/*.map",
    "assets/stylesheets/main.*.min.css",
    "assets/stylesheets/palette.*.min.css",
    "assets/images/favicon.png",
)


def leave_out(site: Path) -> None:
    """Delete it."""
    for pattern in NEVER_ASKED_FOR:
        for path in site.glob(pattern):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
