"""Stands in for what offers to run text as Python: nothing of it is ever called."""
