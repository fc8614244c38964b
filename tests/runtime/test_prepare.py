"""The two folders: small, the same everywhere, made once, and able to answer."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from macros.runtime import Runtime, RuntimeProblem, lay_out, node, prepare_runtime
from macros.runtime.library import stand_ins
from macros.runtime.trial import answers_to
from tests.runtime.stand_in import ENGINE, EXERCISE, Making


def files(runtime: Runtime) -> dict[str, bytes]:
    folders = (runtime.runtime_folder, runtime.engine_folder)
    return {path.name: path.read_bytes() for folder in folders for path in sorted(folder.iterdir())}


def inside(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as sheaf:
        return {name: sheaf.read(name) for name in sheaf.namelist()}


def test_the_folders_hold_what_the_worker_asks_for_and_nothing_else(made: Making) -> None:
    assert sorted(files(made.runtime)) == [
        "decision-tree-worker.js",
        "engine.zip",
        "pyodide.asm.mjs",
        "pyodide.asm.wasm",
        "pyodide.mjs",
        "python_stdlib.zip",
    ]


def test_the_finished_worker_answers_from_the_trimmed_library(made: Making) -> None:
    heard = answers_to(
        made.runtime,
        [{"type": "step", "tree": "friend-request"}, {"type": "step", "tree": "colour"}],
    )
    assert heard == [
        {"type": "ready"},
        {"type": "step", "html": "Tea &amp; cake?", "id": 0},
        {"type": "step", "html": "(0.0, 0.0, 1)", "id": 1},
    ]


def test_whatever_goes_wrong_is_told_in_one_line(made: Making) -> None:
    heard = answers_to(made.runtime, [{"type": "step", "tree": "broken"}, {"type": "sing"}])
    assert heard[1:] == [
        {"type": "failed", "why": "ValueError: The engine is broken.", "id": 0},
        {"type": "failed", "why": "No message is of type sing."},
    ]


def test_two_builds_are_the_same_byte_for_byte(made: Making, made_again: Making) -> None:
    assert made.runtime.runtime_url == made_again.runtime.runtime_url
    assert made.runtime.engine_url == made_again.runtime.engine_url
    assert files(made.runtime) == files(made_again.runtime)


def test_the_library_is_trimmed_to_what_is_imported(made: Making) -> None:
    library = inside(files(made.runtime)["python_stdlib.zip"])
    assert {"json/__init__.pyc", "colorsys.pyc"} <= set(library)
    assert all(name.endswith(".pyc") for name in library)
    assert not {"sqlite3/__init__.pyc", "statistics.pyc", "unittest/__init__.pyc"} & set(library)
    assert len(library) < 60


def test_our_stand_ins_are_there_and_what_they_stand_in_for_is_not(made: Making) -> None:
    library = inside(files(made.runtime)["python_stdlib.zip"])
    ours = {path.replace(".py", ".pyc") for path in stand_ins()}
    assert ours <= set(library)
    assert [name for name in library if name.startswith("asyncio/")] == ["asyncio/__init__.pyc"]
    heavy = ("tokenize", "dis", "_colorize", "pyodide/webloop", "ssl", "socket", "threading", "zipfile/__init__")
    assert not {f"{module}.pyc" for module in heavy} & set(library)


def test_what_is_frozen_into_the_interpreter_is_not_sent_again(made: Making) -> None:
    assert not {"os.pyc", "codecs.pyc", "site.pyc"} & set(inside(files(made.runtime)["python_stdlib.zip"]))


def test_the_bytecode_holds_no_docstring_and_no_path_of_this_machine(made: Making) -> None:
    made_files = files(made.runtime)
    everything = b"".join(
        [made_files["decision-tree-worker.js"]]
        + [code for name in ("engine.zip", "python_stdlib.zip") for code in inside(made_files[name]).values()]
    )
    assert b"A docstring nobody needs" not in everything
    assert b"browser/worker.py" in everything
    for place in (made.root, Path(node.HERE), Path.home()):
        assert str(place).encode() not in everything


def test_what_was_made_needs_no_node_and_no_network(made: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "run", lambda *_, **__: pytest.fail("Node was started"))
    said: list[str] = []
    again = prepare_runtime(made.root, ENGINE, say=said.append, exercise=EXERCISE)
    assert (again, said) == (made.runtime, [])


def test_other_words_in_a_tree_change_the_engine_only(made: Making) -> None:
    said: list[str] = []
    words = {"compiled/words.py": "WORDS = {'greeting': 'Coffee?'}\n"}
    other = prepare_runtime(made.root, {**ENGINE, **words}, say=said.append, exercise=EXERCISE)
    assert other.runtime_url == made.runtime.runtime_url
    assert other.engine_url != made.runtime.engine_url
    assert said == ["Compiling the engine and its trees for the browser"]


def test_laid_out_the_files_stand_at_their_addresses(made: Making, tmp_path: Path) -> None:
    for _ in range(2):  # The second time, all is there.
        lay_out(made.runtime, tmp_path)
    assert (tmp_path / made.runtime.runtime_url / "decision-tree-worker.js").is_file()
    assert (tmp_path / made.runtime.engine_url).read_bytes() == files(made.runtime)["engine.zip"]
    assert len(list((tmp_path / "runtime").iterdir())) == 2


def test_an_import_that_nothing_has_exercised_is_caught(made: Making, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "engine.zip", "w") as sheaf:
        sheaf.writestr("browser/__init__.py", "")
        sheaf.writestr("browser/worker.py", "def handle(text):\n    import statistics")
    careless = replace(made.runtime, engine_folder=tmp_path)
    told = answers_to(careless, [{"type": "step", "tree": "average"}])[1]
    assert told["type"] == "failed"
    assert "statistics" in str(told["why"])


def test_a_broken_wasm_file_does_not_hang_the_build(made: Making, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(made.runtime.runtime_folder, folder)
    wasm = folder / "pyodide.asm.wasm"
    wasm.write_bytes(wasm.read_bytes()[:100_000])
    broken = replace(made.runtime, runtime_folder=folder)
    with pytest.raises(RuntimeProblem, match=r"stopped without an answer|not done after"):
        answers_to(broken, [], limit=30)


def test_the_worker_names_the_python_of_the_npm_package(made: Making) -> None:
    lock = json.loads((made.root / "node_modules/pyodide/pyodide-lock.json").read_text(encoding="utf-8"))
    worker = files(made.runtime)["decision-tree-worker.js"].decode()
    for key in ("abi_version", "arch", "platform", "python"):
        assert f'{key}: "{lock["info"][key]}"' in worker
