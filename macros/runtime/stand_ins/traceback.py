"""Stands in for what draws tracebacks in colour: the interpreter prints a failure by itself where this has nothing."""
