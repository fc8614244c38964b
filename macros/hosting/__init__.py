"""Readies the built site for its host and its readers: what may load, what works offline, what can be installed."""
