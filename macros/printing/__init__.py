"""Prints the whole policy: finds a Chromium on this machine, and has it make a tagged PDF."""

from macros.printing.pdf import ASKED_FOR, missing_browser, print_page

__all__ = ["ASKED_FOR", "missing_browser", "print_page"]
