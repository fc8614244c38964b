"""Offers to print a page that people print: for those who do not look for it in their browser."""

from __future__ import annotations

from macros.browser.html_parts import Setting, element, escape


def print_button(setting: Setting) -> str:
    """It is shown where scripts run, and on-demand.js hears it."""
    return element("button", escape(setting.words["paper.print"]), type="button", data_print=True)
