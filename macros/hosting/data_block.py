"""Writes data for programs as it may stand in a page, in a script element that nothing runs."""

from __future__ import annotations

import json


def as_text(data: object) -> str:
    """JSON in which nothing can end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
