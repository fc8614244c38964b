"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""

from macros.hosting.content_policy import secure
from macros.hosting.headers import write_headers
from macros.hosting.unused import leave_out

__all__ = ["leave_out", "secure", "write_headers"]
