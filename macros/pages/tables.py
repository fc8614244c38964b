"""Draws the tables that managers and writers read: which answers rest on which clause, and how long the trees are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.advice.readability import Readability
from macros.browser.html_parts import Setting, element, escape, in_words
from macros.clauses.model import Clause
from macros.project import Project
from macros.proofs import figures
from macros.proofs.coverage import Row
from macros.proofs.figures import Figures
from macros.trees.model import Tree

READING = ("what", "age", "words", "sentences", "longest")
FIGURES = ("tree", "questions", "paths", "deepest", "examples", "median", "nine-in-ten")


def coverage_table(rows: Iterable[Row], trees: Mapping[str, Tree], setting: Setting) -> str:
    """Clauses down, trees across; in each cell how many answers cite the clause, or below them all why none needs to.

    A clause that asks nothing of anybody is left out unless an answer cites it.
    """
    links = (element("a", escape(name.replace("-", " ")), href=f"{setting.base}ask/{name}/") for name in trees)
    heads = "".join(element("th", element("span", link, class_="sideways"), scope="col") for link in links)
    corner = element("th", escape(setting.words["coverage.clause"]), scope="col")
    shown = (row for row in rows if row.cited or row.clause.duties)
    body = "".join(coverage_row(row, trees, setting) for row in shown)
    return table("coverage", element("thead", element("tr", corner + heads)) + element("tbody", body), setting)


def coverage_row(row: Row, trees: Mapping[str, Tree], setting: Setting) -> str:
    """One clause."""
    if row.cited:
        cells = "".join(element("td", str(len(row.cited[name])) if name in row.cited else "") for name in trees)
    else:
        words = (
            setting.words["coverage.waived"].format(reason=row.waived) if row.waived else setting.words["coverage.open"]
        )
        cells = element("td", escape(words), colspan=str(len(trees)), class_="uncited")
    return element("tr", element("th", clause_head(row.clause, setting), scope="row") + cells)


def clause_head(clause: Clause, setting: Setting) -> str:
    """A clause by number and heading, with what it asks."""
    link = element("a", escape(f"{clause.number} {clause.heading}"), href=setting.base + clause.address)
    forces = (in_words("force", force, setting.words) for force in clause.forces)
    return link + element("span", escape(" · ".join(forces)), class_="force-words")


def figures_table(counted: Mapping[str, Figures], trees: Mapping[str, Tree], setting: Setting) -> str:
    """A row for each tree and one for all: what `policy check` prints at its end."""
    heads = "".join(element("th", escape(setting.words[f"figures.{name}"]), scope="col") for name in FIGURES)
    body = "".join(figures_row(name, cells, trees, setting) for name, *cells in figures.table(counted))
    return table("figures", element("thead", element("tr", heads)) + element("tbody", body), setting)


def figures_row(name: str, cells: list[str], trees: Mapping[str, Tree], setting: Setting) -> str:
    """One tree, or all of them."""
    words = escape(trees[name].title if name in trees else setting.words["figures.all"])
    link = element("a", words, href=f"{setting.base}ask/{name}/") if name in trees else words
    return element("tr", element("th", link, scope="row") + "".join(element("td", escape(cell)) for cell in cells))


def reading_tables(project: Project, setting: Setting) -> str:
    """How easily the clauses and the trees read; nothing in a language that we cannot measure."""
    clauses = {str(one.number): (f"{one.number} {one.heading}", one.address) for one in project.policy}
    trees = {name: (tree.title, f"ask/{name}/") for name, tree in project.trees.items()}
    links = {"clauses": clauses, "trees": trees}
    return "".join(
        reading_table(kind, figures, links[kind], setting) for kind, figures in project.readability.items() if figures
    )


def reading_table(
    name: str, figures: Iterable[Readability], links: Mapping[str, tuple[str, str]], setting: Setting
) -> str:
    """The hardest first. ``links`` has each one's words and address by its name."""
    heads = "".join(element("th", escape(setting.words[f"reading.{column}"]), scope="col") for column in READING)
    rows = sorted(figures, key=lambda one: (-(one.age or 0), -one.longest))
    body = "".join(reading_row(one, *links[one.name], setting) for one in rows)
    return table(f"reading-{name}", element("thead", element("tr", heads)) + element("tbody", body), setting)


def reading_row(one: Readability, words: str, address: str, setting: Setting) -> str:
    """One clause or tree. Of few words no age can be told."""
    age = setting.words["reading.too-short"] if one.age is None else str(one.age)
    cells = "".join(element("td", escape(cell)) for cell in (age, str(one.words), str(one.sentences), str(one.longest)))
    return element("tr", element("th", element("a", escape(words), href=setting.base + address), scope="row") + cells)


def table(name: str, content: str, setting: Setting) -> str:
    """A table below its name, in a part of the page of its own: what is too wide for a phone scrolls there."""
    style = f'<link rel="stylesheet" href="{setting.base}assets/stylesheets/tables.css">'
    words = element("p", escape(setting.words[f"{name}.caption"]), id=f"{name}-caption", class_="table-name")
    whole = element("table", content, aria_labelledby=f"{name}-caption")
    return (
        style
        + words
        + element(
            "div", whole, class_=f"wide-table {name}", role="region", aria_labelledby=f"{name}-caption", tabindex="0"
        )
    )
