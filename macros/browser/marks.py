"""The shape of each verdict, so that it is never told by colour alone: a small drawing beside the word."""

from __future__ import annotations

RING = '<circle cx="12" cy="12" r="10"/>'
TICK = '<path d="m7 12.5 3.5 3.5L17 8.5"/>'
SHAPES = {
    "yes": RING + TICK,
    "yes-if": '<circle cx="12" cy="12" r="10" stroke-dasharray="4 3"/>' + TICK,
    "ask": '<path d="M4 3h16v13h-9l-5 5v-5H4z"/><path d="M9.5 8a2.5 2 0 1 1 3.5 2c-.7.4-1 .8-1 1.5M12 13.5v.1"/>',
    "no": '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path d="m8.5 8.5 7 7m0-7-7 7"/>',
    "act-now": '<path d="M12 2 23 21H1z"/><path d="M12 9v6m0 3v.1"/>',
    "nothing-to-do": RING + '<path d="M7 12h10"/>',
    "goto": '<path d="M3 12h17m-6-7 7 7-7 7"/>',
}


def mark(verdict: str) -> str:
    """The drawing for a verdict; the word beside it says it all, so a screen reader passes it over."""
    return (
        f'<svg class="dt-mark" viewBox="0 0 24 24" width="40" height="40" aria-hidden="true" focusable="false">'
        f"{SHAPES[verdict]}</svg>"
    )
