"""Stands in for what lets Python import JavaScript's objects as modules: the engine never does."""


def register_js_finder() -> None:
    """Nothing is looked for."""


def register_windows_finder() -> None:
    """As above."""


def register_js_module(_name: str, _module: object) -> None:
    """As above."""


def unregister_js_module(_name: str) -> None:
    """As above."""


def register_module_not_found_hook(_packages: object) -> None:
    """No package could be suggested."""


def add_note_to_module_not_found_error(_error: ModuleNotFoundError) -> None:
    """As above."""
