"""Gives the site generator what a writer may call in Markdown: ask("friend-request"), questions(), and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mkdocs.exceptions import PluginError

from macros.browser.compare.editions import Published
from macros.browser.html_parts import Setting, element, escape
from macros.charts.layout import ChartProblem
from macros.clauses.model import ROLES
from macros.history import editions_published
from macros.leaving import KEY as LEAVE_TO
from macros.pages import questions_list
from macros.pages.ask import PythonAddresses, ask_page
from macros.pages.card import card_part
from macros.pages.chart import chart_part, draw_charts
from macros.pages.compare import compare_part
from macros.pages.duties import choose_role, duty_page
from macros.pages.editions_list import editions_list
from macros.pages.glossary_list import glossary_list
from macros.pages.review_line import review_line
from macros.pages.steps import carried_here
from macros.pages.tables import coverage_table, figures_table, reading_tables
from macros.pages.whole import whole_head, whole_policy
from macros.problems import Problem, did_you_mean, faults
from macros.project import Project
from macros.register import DRAFT


def define_all(env: Any, project: Project, python: PythonAddresses, editions: Sequence[Published]) -> None:  # noqa: ANN401 - the generator has no types
    """Register every macro. ``env`` is the plugin's environment; its ``page`` is the page being made."""
    define_ask(env, project, python)
    define_tables(env, project)
    define_questions(env, project)
    define_to_print(env, project)
    define_editions(env, project, python, editions)


def setting_of(env: Any, project: Project) -> Callable[[], Setting]:  # noqa: ANN401 - the generator has no types
    """Tells, of the page that is being made, the words and the way to the site's root."""
    return lambda: Setting(project.words, "../" * env.page.url.count("/"))


def define_ask(env: Any, project: Project, python: PythonAddresses) -> None:  # noqa: ANN401 - the generator has no types
    """The macro of a question's page."""
    try:
        charts = draw_charts(project.root, project.trees, project.words)
    except ChartProblem as told:
        raise PluginError(str(told)) from told

    setting = setting_of(env, project)

    def ask(tree: str) -> str:
        if tree not in project.compiled:
            raise PluginError(f'{env.page.file.src_uri}: there is no tree "{tree}" in decision_trees.')
        env.page.meta["reviewed"] = review_line(
            project.trees[tree], project.policy, project.records.reviews.get(tree), project.words
        )
        carried = carried_here(tree, project.compiled.values())
        page = ask_page(project.compiled[tree], setting(), python, carried, project.parameters.get(LEAVE_TO, ""))
        return f"{page}\n{chart_part(charts[tree], setting())}\n"

    env.macro(ask)


def define_tables(env: Any, project: Project) -> None:  # noqa: ANN401 - the generator has no types
    """The macros of what is counted and listed: which answers rest on which clauses, figures, the glossary."""
    setting = setting_of(env, project)

    def coverage() -> str:
        return coverage_table(project.coverage, project.trees, setting())

    def figures() -> str:
        return figures_table(project.figures, project.trees, setting())

    def glossary() -> str:
        return glossary_list(project.glossary, project.policy, setting())

    def reading() -> str:
        return reading_tables(project, setting())

    for macro in (coverage, figures, reading, glossary):
        env.macro(macro)


def define_questions(env: Any, project: Project) -> None:  # noqa: ANN401 - the generator has no types
    """The macros that list the questions."""
    setting = setting_of(env, project)

    def questions() -> str:
        return questions_list.questions_list(project, setting())

    def situations() -> str:
        return questions_list.situations(project, setting())

    def urgent() -> str:
        return questions_list.urgent(project, setting())

    for macro in (questions, situations, urgent):
        env.macro(macro)


def define_to_print(env: Any, project: Project) -> None:  # noqa: ANN401 - the generator has no types
    """The macros of what people print and keep: the duties of a role, the act-now cards, the whole policy."""
    setting = setting_of(env, project)

    def duties(role: str = "") -> str:
        if role and role not in ROLES:
            # A list with nothing in it would say that somebody owes nothing.
            raise PluginError(
                f'{env.page.file.src_uri}: there is no role "{role}". {did_you_mean(role, ROLES)}'.rstrip()
            )
        return duty_page(project, role, setting()) if role else choose_role(project, setting())

    def card(*clauses: str, ask: str, reach: Mapping[str, str]) -> str:
        for kind, names, known in (
            ("clause", clauses, project.policy),
            ("parameter", reach.values(), project.parameters),
            ("tree", [ask], project.trees),
        ):
            if unknown := [name for name in names if name not in known]:
                raise PluginError(f'{env.page.file.src_uri}: there is no {kind} "{unknown[0]}".')
        told = {label: project.parameters[name] for label, name in reach.items()}
        return card_part([project.policy[one] for one in clauses], told, project.trees[ask], project.policy, setting())

    def whole() -> str:
        text = env.render(whole_policy(project.root, project.policy, project.words["whole.contents"]))
        head = whole_head(setting(), env.conf["extra"]["policy_hash"], has_pdf=env.conf["extra"]["has_pdf"])
        return f"{head}\n\n{text}"

    for macro in (duties, card, whole):
        env.macro(macro)


def define_editions(
    env: Any,  # noqa: ANN401 - the generator has no types
    project: Project,
    python: PythonAddresses,
    editions: Sequence[Published],
) -> None:
    """The macros about editions: those at hand, the oldest first; the last is the one that is being made."""
    setting = setting_of(env, project)

    def list_editions() -> str:
        root = env.conf["extra"]["root"]
        readable = {editions[-1].number, *editions_published(project.root)} if root else ()
        here = element("p", escape(project.words["editions.draft"])) if editions[-1].number == DRAFT else ""
        return here + editions_list(project.editions, project.policy, setting(), root=root, readable=readable)

    def compare() -> str:
        return compare_part(editions[:-1], editions[-1], setting(), env.conf["extra"]["root"], python)

    env.macro(list_editions)
    env.macro(compare)


def refuse_faults(project: Project) -> None:
    """Stop a build of something that is wrong, and say all that is."""
    refuse("The policy or its trees have faults:", faults(project.problems))


def refuse(told: str, found: Sequence[Problem]) -> None:
    """Stop the build with these words, if anything was found."""
    if found:
        raise PluginError("\n".join([told, *map(str, found)]))
