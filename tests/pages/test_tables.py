"""The two tables: which answers rest on which clause, and how long the questions are."""

from __future__ import annotations

from html.parser import HTMLParser

from macros.browser.html_parts import Setting
from macros.pages.tables import coverage_table, figures_table
from macros.problems import Place
from macros.project import load
from macros.proofs.coverage import cover
from macros.proofs.figures import count
from macros.trees.model import Text
from tests.trees.workshop import POLICY, ROOT, kitchen_sink

WORDS = load(ROOT).words
SETTING = Setting(WORDS, "../")
SINK = kitchen_sink()
REASON = Text("Nobody <asks>.", Place("waived.yml"))


class Table(HTMLParser):
    """The cells of a table, row by row, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.heads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row, a cell or a link."""
        told = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
        if tag == "th":
            self.heads.append(told["scope"] or "")
        if tag == "a":
            self.links.append(told["href"] or "")

    def handle_data(self, data: str) -> None:
        """Words in a cell."""
        if self.rows:
            self.rows[-1][-1] += data


def coverage() -> Table:
    """The table of the small policy and the kitchen sink."""
    return Table(coverage_table(cover(SINK.trees, POLICY, {"5.21": REASON}), SINK.trees, SETTING))


def test_each_row_is_a_clause_and_each_column_a_question() -> None:
    table = coverage()
    assert table.rows[0] == [WORDS["coverage.clause"], "kitchen sink", "other tree"]
    assert {len(row) for row in table.rows} == {3, 2}
    assert table.heads == ["col"] * 3 + ["row"] * (len(table.rows) - 1)
    assert "../ask/kitchen-sink/" in table.links
    assert "../policy/made-up/#clause-5-2" in table.links


def test_a_cell_counts_the_answers_that_cite_the_clause() -> None:
    rows = {row[0].split()[0]: row[1:] for row in coverage().rows}
    cells = [
        (number, at, cell) for number, row in rows.items() if len(row) == len(SINK.trees) for at, cell in enumerate(row)
    ]
    for number, at, cell in cells[2:]:
        outcomes = [*SINK.trees.values()][at].outcomes.values()
        citing = [one for one in outcomes if number in map(str, one.because)]
        assert cell == (str(len(citing)) if citing else "")
    assert "2" in {cell for _, _, cell in cells}, "else this test shows nothing"


def test_a_clause_that_no_answer_cites_says_why_or_that_it_is_open() -> None:
    rows = {row[0].split()[0]: row[1:] for row in coverage().rows}
    assert rows["5.21"] == ["No answer needs to cite it. Nobody <asks>."]
    assert [WORDS["coverage.open"]] in rows.values()


def test_a_clause_that_asks_nothing_is_left_out() -> None:
    assert "4.1" not in [row[0].split()[0] for row in coverage().rows]


def test_a_wide_table_scrolls_in_a_part_of_its_own_that_has_a_name() -> None:
    text = coverage_table((), {}, SETTING)
    assert '<p id="coverage-caption" class="table-name">' in text
    assert 'role="region" aria-labelledby="coverage-caption" tabindex="0"' in text
    assert "\n" not in text, "a blank line would end the block of HTML in Markdown"


def test_the_figures_are_those_of_the_check() -> None:
    counted = {name: count(SINK.trees[name], diagram) for name, diagram in SINK.diagrams.items()}
    table = Table(figures_table(counted, SINK.trees, SETTING))
    assert [row[0] for row in table.rows[1:]] == [
        *(tree.title for tree in SINK.trees.values()),
        WORDS["figures.all"],
    ]
    sink = counted["kitchen-sink"]
    assert table.rows[1][1:4] == [str(sink.questions), f"{sink.paths:,}", str(sink.deepest)]
