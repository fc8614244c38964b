"""The seven that are measured, and the files that each of them is."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

from bench.files import File, Files, read_folder
from macros.pages.steps import built_steps
from macros.project import Project
from macros.sources import engine_sources

TREE = "friend-request"
PAGE = f"ask/{TREE}/"
HERE = Path(__file__).parent
BUILT_OPTION = "decision-tree .dt-option[data-answer]"
DRAWN_OPTION = "#tree .dt-option[data-answer]"
SCRIPT = re.compile(r"""<script\b[^>]*?\bsrc=["']?(?P<src>[^"'\s>]+)[^>]*>\s*</script>""")
PRELOAD = re.compile(r"""<link\b(?=[^>]*\brel=["']?modulepreload)[^>]*?\bhref=["']?(?P<src>[^"'\s>]+)[^>]*>""")
PACKAGES = {  # Where the contenders' npm packages are served, from where, and what of each may be asked for.
    "bench/pyodide/": (HERE.parent / "node_modules/pyodide", ("pyodide*", "python_stdlib.zip")),
    "bench/pyscript/": (HERE / "node_modules/@pyscript/core/dist", ("*.js", "*.css")),
    "bench/micropython/": (
        HERE / "node_modules/@micropython/micropython-webassembly-pyscript",
        ("micropython.mjs", "micropython.wasm"),
    ),
}


@dataclass(frozen=True)
class Contender:
    """Where its page is; what a reader taps there; and what stands there once Python has computed a step."""

    name: str
    page: str
    option: str
    computed: str = ""
    shows: str = "#tree"  # the part of the page that changes with an answer


LIVE = "decision-tree[data-state=ready] > .dt-live:not([hidden])"
STATIC = Contender("static", f"static/{PAGE}", BUILT_OPTION, shows=".dt-static")
STOCK = Contender("stock", "bench/stock/", DRAWN_OPTION, "#tree .dt-ask")
PYSCRIPT = Contender("pyscript", "bench/pyscript-page/", DRAWN_OPTION, "#tree .dt-ask")
MICROPYTHON = Contender("micropython", "bench/micropython-page/", DRAWN_OPTION, "#tree .dt-ask")
FIRST = Contender("first", PAGE, BUILT_OPTION, f"{LIVE} .dt-ask", ".dt-live")
SECOND = Contender("second", PAGE, BUILT_OPTION, f"{LIVE} .dt-ask", ".dt-live")
NEXT = Contender("next", "", BUILT_OPTION, f"{LIVE} .dt-ask", ".dt-live")  # by a tap in the list of questions
PEERS = (STATIC, STOCK, PYSCRIPT, MICROPYTHON)
ALL = (*PEERS, FIRST, SECOND, NEXT)


def all_files(site: Path, project: Project) -> Files:
    """Everything that is served: our site at the root, the others below bench/ and static/."""
    ours = read_folder(site)
    return {**ours, **without_our_scripts(ours), **packages(), **pages(ours, project)}


def is_ours(path: str) -> bool:
    """Whether a file of the site is neither the theme's nor the runtime's."""
    theme = find_spec("material")
    if theme is None or not theme.submodule_search_locations:
        raise ModuleNotFoundError("The theme is not installed: run make env.")
    return not Path(theme.submodule_search_locations[0], "templates", path).is_file()


def without_our_scripts(site: Files) -> dict[str, File]:
    """The site below static/: each page as it is, but for the scripts that are ours."""
    names = {f"static/{name}": file for name, file in site.items()}
    return {name: File(name, bare(file).encode()) if name.endswith(".html") else file for name, file in names.items()}


def bare(page: File) -> str:
    """A page without the tags that fetch our own scripts."""
    folder = PurePosixPath(page.name).parent

    def keep(tag: re.Match[str]) -> str:
        return "" if is_ours(resolve(folder, tag["src"])) else tag[0]

    return PRELOAD.sub(keep, SCRIPT.sub(keep, page.content.decode()))


def resolve(folder: PurePosixPath, src: str) -> str:
    """The path from the root that an address on a page means."""
    parts: list[str] = [] if src.startswith("/") else [part for part in folder.parts if part != "."]
    for part in PurePosixPath(src.lstrip("/")).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def packages() -> dict[str, File]:
    """The contenders' npm packages, as they are. Pyodide is the one that our own runtime is made from."""
    return {
        prefix + path.name: File(prefix + path.name, path.read_bytes())
        for prefix, (package, patterns) in PACKAGES.items()
        for pattern in patterns
        for path in sorted(package.glob(pattern))
    }


def pages(site: Files, project: Project) -> dict[str, File]:
    """The contenders' own pages, each with what it needs to ask the same question."""
    made = read_folder(HERE / "pages", "bench/")
    styles = "".join(re.findall(r'<link rel="(?:stylesheet|icon)"[^>]*>', site[f"{PAGE}index.html"].content.decode()))
    styles = styles.replace('"../../', '"/')
    for name, file in made.items():
        if name.endswith(".html"):
            text = file.content.decode().replace("<!-- styles -->", styles).replace("<!-- title -->", title(project))
            made[name] = File(name, text.encode())
    engine, steps = engine_zip(engine_sources(project)), json.dumps(stand_in(project)).encode()
    return {
        **made,
        "bench/engine.zip": File("bench/engine.zip", engine),
        "bench/steps.json": File("bench/steps.json", steps),
    }


def title(project: Project) -> str:
    """The question of the page."""
    return project.trees[TREE].title


def engine_zip(sources: Mapping[str, str]) -> bytes:
    """The very same engine and trees, as Python that is not compiled: what one would hand to a stock Pyodide."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted({*sources, "browser/__init__.py", "compiled/__init__.py"}):
            packed.writestr(zipfile.ZipInfo(name), sources.get(name, ""), zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def stand_in(project: Project) -> dict[str, dict[str, Any]]:
    """What MicroPython is given in place of the engine: the steps of the tree, each with its ways on."""
    tree = project.compiled[TREE]
    said: dict[str, dict[str, Any]] = {}
    for built in built_steps(tree):
        if built.step.kind == "outcome":
            said[built.id] = {"outcome": tree.OUTCOMES[built.step.name]["say"]}
            continue
        asked = tree.QUESTIONS[built.step.name]
        words = {**asked["options"], "not-sure": asked["not_sure"] or project.words["ask.not-sure"]}
        ways = {str(answer): [words[str(answer)], way] for answer, way in built.ways.items()}
        first = built.number == 1
        said[built.id] = {"ask": asked["ask"], "question": built.step.name, "ways": ways, "first": first}
    return said
