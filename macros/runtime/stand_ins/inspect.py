"""Stands in for the library's inspect, which dataclasses ask for the help text of each class they make.

Without a signature they write the name alone. The real one brings a tokenizer, a disassembler and their tables along.
"""


def signature(*_: object, **__: object) -> None:
    """Dataclasses take this for "it has none"."""
    raise ValueError("The browser's Python knows no signatures.")


def iscoroutinefunction(_: object) -> bool:
    """Asked of each function that is handed to JavaScript; none of ours waits."""
    return False
