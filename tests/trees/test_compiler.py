"""The Python that a tree becomes: readable, always the same, importing nothing, and safe whatever the words."""

from __future__ import annotations

import ast
import subprocess
import sys

from macros.trees.compiler import load_compiled
from tests.trees.workshop import HERE, KITCHEN_SINK, OTHER_TREE, ROOT, kitchen_sink, read

GOLDEN = HERE / "kitchen-sink.compiled.txt"
SINK = kitchen_sink().sources["kitchen-sink"]

SMALL = """title: {title}
rests-on: [4.7]
questions:
  who:
    ask: {ask}
    options: {{ a: {words} }}
    go: {{ a: end, not-sure: end }}
outcomes:
  end: {{ verdict: ask, say: {say}, because: [4.7] }}
"""


def test_the_kitchen_sink_becomes_exactly_this() -> None:
    assert GOLDEN.read_text(encoding="utf-8") == SINK


def test_the_same_tree_becomes_the_same_python_in_any_process() -> None:
    code = "from tests.trees.workshop import kitchen_sink; print(kitchen_sink().sources['kitchen-sink'], end='')"
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        told = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert told.stdout == SINK


def test_it_imports_nothing_and_names_nothing_but_its_own() -> None:
    parsed = ast.parse(SINK, feature_version=(3, 11))
    assert not [node for node in ast.walk(parsed) if isinstance(node, (ast.Import, ast.ImportFrom))]
    called = {
        node.func.id for node in ast.walk(parsed) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called == {"ticked", "LookupError"}
    assert not [node for node in ast.walk(parsed) if isinstance(node, ast.Attribute)]


def test_it_says_where_it_comes_from() -> None:
    header = ast.get_docstring(ast.parse(SINK)) or ""
    assert header.startswith('Can I use everything "at once"?')
    assert "Compiled from decision_trees/kitchen-sink.yml, edition draft. Edit the YAML, not this." in header


def test_a_tree_without_tick_lists_has_no_helper_for_them() -> None:
    assert (
        "ticked" not in read({"other-tree": SMALL.format(title="T", ask="A", words="W", say="S")}).sources["other-tree"]
    )
    assert "def ticked(answer):" in kitchen_sink().sources["other-tree"]


def test_no_words_can_become_code() -> None:
    evil = '\'""" + __import__("os").abort() + """ \\ {0} %s # \'\' \\N{BULLET}\''
    source = read({"tree": SMALL.format(title=evil, ask=evil, words=evil, say=evil)}).sources["tree"]
    compiled = load_compiled(source, "tree")
    assert compiled.TITLE == compiled.QUESTIONS["who"]["ask"] == compiled.OUTCOMES["end"]["say"]
    assert compiled.TITLE.startswith('"""')
    assert compiled.TITLE.endswith("\\N{BULLET}")
    assert {
        node.func.id
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    } == {"LookupError"}


def test_an_id_that_is_code_is_refused_before_it_is_compiled() -> None:
    option = """'a" or __import__("os").abort() or "'"""
    text = SMALL.format(title="T", ask="A", words="W", say="S").replace("{ a: ", f"{{ {option}: ")
    folder = read({"tree": text})
    assert {problem.code for problem in folder.problems} == {"bad-id"}
    assert folder.sources == {}


def test_the_order_of_ranges_is_that_of_their_numbers_not_of_the_file() -> None:
    assert 'known["how-many"] in ("few", "some")' in SINK
    turned = KITCHEN_SINK.replace(
        "      few: under 10\n      some: 10 to 99\n", "      some: 10 to 99\n      few: under 10\n"
    )
    assert turned != KITCHEN_SINK
    source = read({"kitchen-sink": turned, "other-tree": OTHER_TREE}).sources["kitchen-sink"]
    assert source[source.index("def ") :] == SINK[SINK.index("def ") :]


def test_a_question_that_asks_the_same_of_both_kinds_of_name_is_told_apart() -> None:
    compiled = load_compiled(SINK, "kitchen-sink")
    follow = compiled.__dict__["after_last_worked"]
    assert follow({"last-worked": "recent"}) == "question waiting"
    assert compiled.__dict__["after_waiting"]({"waiting": "yes"}) == "outcome waiting"
