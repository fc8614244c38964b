"""A chart shows the tree, the whole tree and nothing else; and the list beside it says exactly the same."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from macros.charts.chart import chart_of, first_sentence, letters
from macros.charts.drawing import draw, top_left
from macros.charts.outline import outline
from macros.charts.plan import plan_of
from macros.trees.model import Tree
from tests.browser.setting import WORDS, Drawn
from tests.charts.drawn import TREES, chart, laid_out, lines_in, lines_of, words_in
from tests.trees.workshop import tree_from

every_tree = pytest.mark.parametrize("tree", TREES.values(), ids=TREES.keys())

SMALL = """title: Small?
rests-on: [4.7]
questions:
  who: {{ ask: {words}, options: {{ a: {words} }}, go: {{ a: end }} }}
outcomes:
  end: {{ verdict: ask, say: {words}, because: [4.7] }}
"""


def picture(tree: Tree) -> str:
    return draw(*laid_out(tree), WORDS)


def the_list(tree: Tree) -> str:
    return outline(chart(tree), WORDS, "../../")


@every_tree
def test_the_picture_and_the_list_have_the_lines_of_the_tree(tree: Tree) -> None:
    for html in (picture(tree), the_list(tree)):
        lines = lines_in(html)
        assert set(lines) == lines_of(tree)
        assert len(lines) == len(set(lines))


@every_tree
def test_the_picture_and_the_list_have_the_same_steps(tree: Tree) -> None:
    for attribute in ("data-question", "data-outcome"):
        drawn, listed = (
            [attrs[attribute] for _, attrs in Drawn(html).elements if attribute in attrs]
            for html in (picture(tree), the_list(tree))
        )
        assert sorted(map(str, drawn)) == sorted(map(str, listed)) != []


@every_tree
def test_each_question_answer_and_outcome_can_be_read_in_both(tree: Tree) -> None:
    shown = chart(tree)
    said = [asked.words for asked in shown.asked.values() if not asked.looks]
    said += [tick for asked in shown.asked.values() for tick in asked.ticks]
    said += [words for way in shown.ways for words in way.words]
    said += [words for end in shown.ends.values() for words in (end.title, end.words)]
    for html in (picture(tree), the_list(tree)):
        read = words_in(html)
        assert [words for words in said if "".join(words.split()) not in read] == []


@every_tree
def test_a_picture_is_told_by_its_title_and_points_to_the_list(tree: Tree) -> None:
    drawn = Drawn(picture(tree))
    (svg,) = drawn.all("svg")
    assert (svg["role"], svg["aria-labelledby"]) == ("img", f"chart-{tree.name}-title chart-{tree.name}-desc")
    assert [drawn.all(tag)[0]["id"] for tag in ("title", "desc")] == str(svg["aria-labelledby"]).split()
    assert f"Chart: {tree.title}" in drawn.texts
    assert WORDS["chart.same"] in drawn.texts


@every_tree
def test_a_strict_content_policy_has_nothing_to_refuse(tree: Tree) -> None:
    for tag, attrs in Drawn(picture(tree) + the_list(tree)).elements:
        assert tag not in ("script", "style", "image", "use", "foreignobject")
        assert not [name for name in attrs if name == "style" or name.startswith("on")]
        assert "://" not in "".join(str(value) for value in attrs.values())


@every_tree
def test_no_box_lies_on_another(tree: Tree) -> None:
    plan, layout = laid_out(tree)
    boxes = []
    for name, block in plan.blocks.items():
        x, y = top_left(layout, name, block)
        boxes.append((x, y, x + block.box.width + block.beside, y + block.height))
    for name, (_, part) in plan.ways.items():
        x, y = layout.middles[name]
        boxes.append((x - part.width / 2, y - part.height / 2, x + part.width / 2, y + part.height / 2))
    for one, other in combinations(boxes, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3], (one, other)
    assert min(box[0] for box in boxes) > -1
    assert max(box[2] for box in boxes) < layout.width + 1
    assert max(box[3] for box in boxes) < layout.height + 1


def test_short_words_cannot_become_markup_either() -> None:
    tree = tree_from(SMALL.format(words='"<b>"'))
    for html in (picture(tree), the_list(tree)):
        assert sum("<b>" in text for text in Drawn(html).texts) >= 3


def test_no_words_can_become_markup() -> None:
    evil = '"</text></svg><script>&amp;]]> -> [label=x] {0}"'
    tree = tree_from(SMALL.format(words=evil))
    for html in (picture(tree), the_list(tree)):
        drawn = Drawn(html)
        assert not drawn.all("script")
        assert "</text></svg><script>&amp;]]>->[label=x]{0}" in "".join("".join(drawn.texts).split())
    assert "label=x" not in plan_of(chart(tree), WORDS).dot


def test_answers_that_lead_the_same_way_are_one_line_and_not_sure_alone_is_drawn_lighter() -> None:
    shown = chart(TREES["kitchen-sink"])
    ways = {(way.start, way.answers): way for way in shown.ways}
    assert ways["what", ("any", "not-sure")].words == ("One or more of these", "I can't tell")
    assert not ways["what", ("any", "not-sure")].is_unsure
    assert ways["how-many", ("not-sure",)].is_unsure
    unsure = Drawn(picture(TREES["kitchen-sink"])).all("g", class_="chart-unsure")
    assert [(group["data-from"], group["data-answer"]) for group in unsure] == [
        ("born", "not-sure"),
        ("how-many", "not-sure"),
    ]


def test_each_verdict_has_its_word_and_its_mark() -> None:
    drawn = picture(TREES["kitchen-sink"])
    for verdict in ("yes", "yes-if", "nothing-to-do", "ask", "no", "act-now", "goto"):
        assert f"chart-end chart-{verdict}" in drawn
        assert "".join(WORDS[f"verdict.{verdict}"].split()) in words_in(drawn)


def test_a_hand_over_is_a_link_in_the_list() -> None:
    links = Drawn(the_list(TREES["kitchen-sink"])).all("a")
    assert {link["href"] for link in links} == {"../../ask/other-tree/"}


def test_a_tree_of_one_question_is_a_chart_too() -> None:
    tree = tree_from(SMALL.format(words="Who?"))
    assert len(lines_in(picture(tree))) == 2


def test_a_chart_is_the_same_in_every_build() -> None:
    tree = TREES["friend-request"]
    assert picture(tree) == picture(replace(tree, outcomes=dict(sorted(tree.outcomes.items()))))


def test_a_question_is_named_by_a_letter_after_all_that_lead_to_it() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    shown = chart(TREES["kitchen-sink"])
    assert {name: asked.letter for name, asked in shown.asked.items()} == {
        "what": "A",
        "born": "B",
        "last-worked": "C",
        "how-many": "D",
        "waiting": "E",
        "settled": "F",
    }
    places = {name: place for place, name in enumerate(shown.asked)}
    assert all(places[way.start] < places[way.end[1]] for way in shown.ways if way.end[0] == "question")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Do not accept. Ask first.", "Do not accept."),
        ("Over 2.5 metres, ask! Now.", "Over 2.5 metres, ask!"),
        ("Accept if all of this is so:\n\n- one", "Accept if all of this is so …"),
        ("Wrapped\nin two lines", "Wrapped in two lines"),
        ("", ""),
    ],
)
def test_an_outcome_says_its_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_titles_of_other_trees_are_asked_for() -> None:
    with pytest.raises(KeyError):
        chart_of(TREES["kitchen-sink"], {}, WORDS)


def test_the_numbers_of_a_picture_are_short() -> None:
    assert not re.search(r"\d\.\d{4}", picture(TREES["friend-request"]))
