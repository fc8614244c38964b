"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.ready import Theme, ready
from macros.hosting.web_app import WebApp, web_app

__all__ = ["Theme", "WebApp", "ready", "web_app"]
