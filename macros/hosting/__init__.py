"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.fingerprint import fingerprint_assets
from macros.hosting.offline import write_list
from macros.hosting.web_app import WebApp, clear_edition, web_app, write_root

__all__ = ["WebApp", "clear_edition", "fingerprint_assets", "web_app", "write_list", "write_root"]
