"""Reads mkdocs.yml: the parameters that a writer set under ``extra``, and what the policy is called."""

from __future__ import annotations

from pathlib import Path

from macros.files import read_text
from macros.problems import Place, Problem
from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar, Value

SETTINGS, TITLE = "mkdocs.yml", "site_name"
NULL = ("null", "Null", "NULL", "~")  # YAML's words for nothing


def load_parameters(root: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The parameters under ``extra`` in mkdocs.yml, as text."""
    settings, problems = read_settings(root)
    return parameters_in(extra_in(settings)), problems


def read_settings(root: Path) -> tuple[Value | None, tuple[Problem, ...]]:
    """What stands in mkdocs.yml, or the fault that nothing stands under ``extra``."""
    text, unreadable = read_text(root / SETTINGS, SETTINGS)
    if unreadable:
        return None, unreadable
    value, problems = read_yaml(SETTINGS, text)
    # The generator's own tags (!ENV) are fine in its settings file.
    kept = tuple(problem for problem in problems if problem.code not in ("yaml-tag", "yaml-anchor"))
    if extra_in(value) is None and not kept:
        what = 'There are no parameters: nothing stands below "extra:".'
        fix = 'Write "extra:" at the start of a line, and each parameter below it, set in by two spaces: org_short: …'
        kept = (Problem(Place(SETTINGS), "no-parameters", what, fix),)
    return value, kept


def extra_in(settings: Value | None) -> Mapped | None:
    """What stands under ``extra``."""
    extra = settings.entries.get("extra") if isinstance(settings, Mapped) else None
    return extra if isinstance(extra, Mapped) else None


def title_in(settings: Value | None) -> str:
    """What the policy is called: the name of the site."""
    name = settings.entries.get(TITLE) if isinstance(settings, Mapped) else None
    return name.text if isinstance(name, Scalar) else ""


def parameters_in(extra: Mapped | None) -> dict[str, str]:
    """The texts under ``extra``. Mappings there are the theme's, or the register of editions, and are passed over."""
    entries = extra.entries if extra else {}
    texts = {name: value.text for name, value in entries.items() if isinstance(value, Scalar)}
    return {name: "" if text in NULL else text for name, text in texts.items()}
