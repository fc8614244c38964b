"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.libraries import lay_out_libraries
from macros.hosting.ready import Shared, Theme, ready
from macros.hosting.web_app import WebApp, web_app

__all__ = ["Shared", "Theme", "WebApp", "lay_out_libraries", "ready", "web_app"]
