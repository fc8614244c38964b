"""Measures this site beside its peers in a real browser: `make bench`. What and how stands in docs/design/016."""
