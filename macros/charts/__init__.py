"""Draws each tree as a chart, and says the same in a list. Laid out at build by Graphviz; no script in the page."""
