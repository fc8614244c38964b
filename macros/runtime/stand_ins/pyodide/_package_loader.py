"""Stands in for Pyodide's loader of packages: none is ever loaded, so only two folders and one call are asked for."""


class Folder:
    """A path that Pyodide's own scripts read as text."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Folder("/lib/python3.14/site-packages")
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
