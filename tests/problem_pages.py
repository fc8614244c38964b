"""Writes docs/guides/problems: a page for each problem code, with an example that a test holds true.

The words come from macros/problem_codes.yml, the codes and their levels from the source, and each example from the bad
files beside the tests. `make guides` runs it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.trees.yaml_reader import read_yaml
from macros.trees.yaml_values import Mapped, Scalar

ROOT = Path(__file__).parents[1]
REGISTRY, PAGES = ROOT / "macros/problem_codes.yml", ROOT / "docs/guides/problems"
# Where the codes come from, in the order of the index: each heading with its rooms.
BUILT = "In the pages that were built"
ROOMS: dict[str, tuple[str, ...]] = {
    "In the text of the policy": ("clauses",),
    "In a tree": ("trees",),
    "Proved of a tree": ("proofs",),
    "Advice on writing": ("advice",),
    "In the project": (
        "files.py",
        "settings.py",
        "texts.py",
        "showing.py",
        "register.py",
        "roles.py",
        "leaving.py",
        "glossary.py",
        "menu.py",
        "cards.py",
        "words.py",
        "finding",
    ),
    BUILT: ("hosting",),
}
# Folders of bad files, and what their messages begin with where the path in the message is not the one in the folder.
BAD = ("tests/bad_policies", "tests/bad_trees", "tests/advice/bad", "tests/bad_projects", "tests/hosting/bad")
SOUND = ROOT / "tests/bad_projects/sound"
MESSAGE = re.compile(r"(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<code>[\w-]+): (?P<told>.*)")
# What takes a code, and as which of its arguments.
PLACES = {"Problem": 1, "Refusal": 1, "fault": 1, "advice": 0}
AROUND, MOST_TOLD, WIDEST = 3, 8, 110
HEAD = """---
search: {exclude: true}
render_macros: false
---
<!-- Written by `make guides` from macros/problem_codes.yml and the bad files of the tests. Change those, not this. -->
"""
BEGINNING = """Each line of `policy check`, or of a build that was refused, names a file, a line and a column in it.
Then comes one of these words.
Then it says what is wrong, and the way out.
A fault must be mended before anything is published. Advice stops nothing."""


@dataclass(frozen=True)
class Code:
    """A code as the source has it: the part of the index it belongs to, and whether it is only ever advice."""

    name: str
    part: str
    is_advice: bool


@dataclass(frozen=True)
class Example:
    """A message, and the file it is about: the lines around the spot, as text."""

    message: re.Match[str]
    path: str
    lines: tuple[str, ...]


def codes() -> dict[str, Code]:
    """Every code that the source can tell, in the order of the index."""
    found: dict[str, Code] = {}
    for part, rooms in ROOMS.items():
        paths = [path for room in rooms for path in sorted((ROOT / "macros").glob(room))]
        sources = [file for path in paths for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
        for name, is_advice in sorted(pair for source in sources for pair in codes_in(source)):
            known = found.setdefault(name, Code(name, part, is_advice))
            found[name] = Code(name, known.part, known.is_advice and is_advice)
    return found


def codes_in(source: Path) -> Iterator[tuple[str, bool]]:
    """Every code that a file hands to one of ``PLACES``, and whether it is advice there."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = PLACES.get(called)
            if place is not None and len(node.args) > place:
                is_advice = called == "advice" or any(is_text(each, "advice") for each in node.args)
                yield from ((name, is_advice) for name in names_of(node.args[place], source))


def names_of(code: ast.expr, source: Path) -> Iterator[str]:
    """The code, if it stands there; a name is handed on and told elsewhere. ``unknown-{thing}``: see the calls."""
    if isinstance(code, ast.Constant):
        yield str(code.value)
    elif isinstance(code, ast.JoinedStr):
        begins = str(getattr(code.values[0], "value", ""))
        yield from (name for name in told_by_tests() if name.startswith(begins) and name in entries())
    elif not isinstance(code, ast.Name):
        raise TypeError(f"{source}:{code.lineno}: a code must stand there in full.")


def is_text(node: ast.expr, text: str) -> bool:
    """Whether an argument is this very text."""
    return isinstance(node, ast.Constant) and node.value == text


@cache
def entries() -> dict[str, Mapping[str, str]]:
    """The registry: for each code its texts by key."""
    value, problems = read_yaml(REGISTRY.name, REGISTRY.read_text(encoding="utf-8"))
    if problems or not isinstance(value, Mapped):
        raise ValueError(*map(str, problems))
    return {
        name: {key: text.text for key, text in entry.entries.items() if isinstance(text, Scalar)}
        for name, entry in value.entries.items()
        if isinstance(entry, Mapped)
    }


def messages() -> Iterator[tuple[Path, re.Match[str]]]:
    """Every message that a test holds true, with the file it stands in; a file named after its code comes first."""
    texts = [path for folder in BAD for path in (ROOT / folder).glob("*.txt")]
    for path in sorted(texts, key=lambda path: (len(path.stem), path.stem)):
        for line in path.read_text(encoding="utf-8").splitlines():
            if match := MESSAGE.fullmatch(line):
                yield path, match


@cache
def told_by_tests() -> set[str]:
    """The codes that the tests hold a message of."""
    return {match["code"] for _, match in messages()}


def examples() -> dict[str, list[Example]]:
    """The messages of each code with their files, the best example first."""
    found: dict[str, list[Example]] = {}
    for text, match in messages():
        found.setdefault(match["code"], []).append(Example(match, match["path"], excerpt(text, match)))
    for name, told in found.items():
        told.sort(key=lambda example: name not in example.path and name not in example.message["told"])
    return found


def excerpt(text: Path, match: re.Match[str]) -> tuple[str, ...]:
    """The lines around the spot of a message, numbered, with a mark at its line."""
    name = Path(match["path"]).name
    places = [text.with_suffix("") / match["path"], text.with_suffix("") / name, text.with_name(name)]
    file = next((path for path in [*places, SOUND / match["path"]] if path.is_file()), None)
    if not file or (file.parent == text.parent and file.stem != text.stem):
        return ()
    lines = file.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n").split("\n")
    at = int(match["line"])
    around = range(max(1, at - AROUND), min(len(lines), at + AROUND) + 1)
    return tuple(f"{'>' if n == at else ' '}{n:4}  {visible(lines[n - 1])}".rstrip() for n in around)


def visible(line: str) -> str:
    """A line with a sign for each letter that cannot be seen, and cut where it is very long."""
    seen = "".join(letter if letter.isprintable() else "\ufffd" for letter in line.expandtabs(4))
    return seen if len(seen) <= WIDEST else f"{seen[:WIDEST]} …"


def page(code: Code, entry: Mapping[str, str], told: list[Example]) -> str:
    """The page of one code."""
    level = "Advice: it stops nothing." if code.is_advice else "A fault: nothing is published until it is mended."
    parts = [
        f"{HEAD}# {code.name}",
        f"**{entry['what']}**",
        level,
        f"## Why it matters\n\n{entry['why']}",
        f"## The way out\n\n{entry['do']}",
        f"## An example\n\n{shown(told[0], told_by(code)) if told else entry['no-example']}",
    ]
    others = list(dict.fromkeys(example.message["told"] for example in told[1:]))
    others = [other for other in others if other != told[0].message["told"]][:MOST_TOLD]
    if others:
        said = "\n".join(f"- {as_code(other)}" for other in others)
        parts.append(f"## It can also say\n\n{said}")
    parts.append("[All problems](index.md)")
    return "\n\n".join(parts) + "\n"


def told_by(code: Code) -> str:
    """The command that tells it: what stands in a page is known only when the page is built."""
    return "`policy build`" if code.part == BUILT else "`policy check`"


def shown(example: Example, by: str) -> str:
    """An example as Markdown: the lines of the file, and the message in full."""
    message = f"{by} says:\n\n{as_code(example.message[0])}"
    if not example.lines:
        return message
    lines = "\n".join(example.lines)
    return f"In `{example.path}`:\n\n```text\n{lines}\n```\n\n{message}"


def as_code(text: str) -> str:
    """Text as it is, on lines that may be broken. Two signs on each side, since it may have single ones inside."""
    return f"`` {text} ``"


def index(known: Mapping[str, Code], registry: Mapping[str, Mapping[str, str]]) -> str:
    """The page of all codes, in their parts."""
    parts = [
        f"{HEAD}# What `policy check` can say",
        BEGINNING,
    ]
    for part in ROOMS:
        lines = [
            f"- [{code.name}]({code.name}.md): {registry[code.name]['what']}{' (Advice.)' if code.is_advice else ''}"
            for code in sorted(known.values(), key=lambda code: code.name)
            if code.part == part
        ]
        parts.append("\n".join([f"## {part}\n", *lines]))
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    known, registry, told = codes(), entries(), examples()
    written = {f"{name}.md": page(code, registry[name], told.get(name, [])) for name, code in known.items()}
    return {"index.md": index(known, registry), **written}


def write() -> None:
    """Write every page, and take away those of codes that are gone."""
    PAGES.mkdir(parents=True, exist_ok=True)
    due = pages()
    for path in PAGES.glob("*.md"):
        if path.name not in due:
            path.unlink()
    for name, text in due.items():
        (PAGES / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
