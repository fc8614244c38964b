"""Stands in for what binds signatures to JavaScript's functions: we hand Python's functions out, and take none in."""

no_default = None
default_signature = None
