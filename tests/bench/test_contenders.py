"""The peers get the same engine, the same question and nothing of our scripts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path, PurePosixPath

import material
import pytest

from bench.contenders import TREE, bare, engine_zip, is_ours, resolve, stand_in
from bench.files import File
from bench.heap import minimum, number
from bench.machine import machine, processor
from bench.server import Server
from macros.project import Project, load
from macros.sources import engine_sources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


def test_the_page_without_our_scripts_keeps_the_themes() -> None:
    theirs = f'<script src="../../{themes_own()}"></script>'
    ours = '<script src="../../assets/javascripts/note-taps.js"></script>'
    module = "<script type=module src='/assets/javascripts/decision-tree.js'>\n</script>"
    preload = '<link rel="modulepreload" href="../../assets/javascripts/python.js">'
    rest = '<link rel="stylesheet" href="../../assets/stylesheets/policy.css"><script>inline()</script><a href="#x">'
    page = File("ask/friend-request/index.html", f"{ours}{rest}{module}{theirs}{preload}".encode())
    assert bare(page) == rest + theirs


def test_what_is_ours_is_what_the_theme_does_not_bring() -> None:
    assert is_ours("assets/javascripts/decision-tree.js")
    assert is_ours("runtime/1f/decision-tree-worker.js")
    assert not is_ours(themes_own())


def themes_own() -> str:
    """The theme's script, as it is named in this version."""
    folder = Path(str(material.__file__)).parent / "templates"
    return next(folder.glob("assets/javascripts/bundle.*.js")).relative_to(folder).as_posix()


@pytest.mark.parametrize(
    ("src", "path"),
    [("../../assets/a.js", "assets/a.js"), ("a.js", "ask/friend-request/a.js"), ("/assets/a.js", "assets/a.js")],
)
def test_an_address_on_a_page_is_found(src: str, path: str) -> None:
    assert resolve(PurePosixPath("ask/friend-request"), src) == path


def test_the_peers_get_the_very_same_engine(project: Project) -> None:
    sources = engine_sources(project)
    with zipfile.ZipFile(io.BytesIO(engine_zip(sources))) as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == {
            "browser/__init__.py": "",
            **sources,
        }
    assert engine_zip(sources) == engine_zip(sources)


def test_the_stand_in_asks_every_question_of_the_tree(project: Project) -> None:
    said = stand_in(project)
    tree = project.compiled[TREE]
    firsts = [step for step in said.values() if step.get("first")]
    assert [step["question"] for step in firsts] == [tree.FIRST]
    assert {step["question"] for step in said.values() if "ask" in step} == set(tree.QUESTIONS)
    leads = {leads for step in said.values() for _, leads in step.get("ways", {}).values()}
    assert leads | {name for name, step in said.items() if step.get("first")} == set(said)


def test_pyodide_says_how_much_memory_it_begins_with() -> None:
    server = Server.__new__(Server)
    name = "bench/pyodide/pyodide.asm.wasm"
    server.files = {name: File(name, (ROOT / "node_modules/pyodide/pyodide.asm.wasm").read_bytes())}
    assert minimum(server) == 31_457_280


def test_a_number_in_wasm_has_seven_bits_in_a_byte() -> None:
    assert number(b"\xe5\x8e\x26", 0) == (624_485, 3)


def test_the_machine_is_told_in_a_line(tmp_path: Path) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text("processor : 0\nmodel name\t: A  Fast(R)   One\n", encoding="utf-8")
    assert processor(told) == "A Fast(R) One"
    line = machine("Chromium 156")
    assert " cores, " in line
    assert line.endswith(", Chromium 156")
    assert "\n" not in line
