"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.lighter import join_styles, lighten

__all__ = ["join_styles", "lighten"]
