"""The pages of "My duties", held against the clauses as they are written, read by other means than the project's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.utils.meta import get_data

from macros.browser.html_parts import Setting
from macros.clauses.duty_lists import slug
from macros.clauses.model import ROLES, Policy
from macros.pages.duties import choose_role, duty_page
from macros.pages.made_pages import in_menu, page_of
from macros.pages.plugin import define_to_print
from macros.project import load
from tests.trees.workshop import ROOT

PROJECT = load(ROOT)
SETTING = Setting(PROJECT.words, "../../")
INSTRUCTION = "(instruction)"
# A role, and whose duties it has besides, by which mark.
COUNTS = {
    "volunteer": ("worker", "worker, by reading R1"),
    "youth worker": ("worker", "as worker"),
    "community development worker": ("worker", "as worker"),
    "co-worker": ("worker", "as worker"),
}
Row = tuple[str, str, str]  # clause number, the sentence, the mark


def written() -> list[tuple[str, set[str], set[str], str]]:
    """(clause, who, with whom, sentence) of every duty, straight from the Markdown."""
    found = []
    for path in sorted((ROOT / "docs/policy").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for name, value in PROJECT.parameters.items():
            text = text.replace("{{ " + name + " }}", value)
        for number, duties in re.findall(r'^#+ (\S+) .*\bduties="([^"]*)"', text, re.MULTILINE):
            for duty in duties.split(";"):
                who, rest = duty.split(":", 1)
                force, action = rest.strip().removesuffix(")").split(" (", 1)
                roles, _, alongside = (part.strip() for part in who.partition(" with "))
                verb = INSTRUCTION if force == "instruction" else force.capitalize()
                found.append((number, set(roles.split(", ")), {alongside} - {""}, f"{verb} {action}"))
    return found


def expected(role: str) -> Counter[Row]:
    """What a role's list must hold, and nothing else."""
    other, mark = COUNTS.get(role, ("", ""))
    rows: Counter[Row] = Counter()
    for number, who, _, sentence in written():
        if role in who:
            rows[number, sentence, ""] += 1
        elif "everyone" in who and role != "nobody named":
            rows[number, sentence, "for everyone"] += 1
        elif other in who:
            rows[number, sentence, mark] += 1
    return rows


class Lists(HTMLParser):
    """The duties on a page, group by group, and what somebody takes part in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.groups: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.ids: list[str] = []
        self.into: list[str] = []
        self.is_heading = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An id, a link, a heading, or an entry of a list."""
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.links += [told["href"] or ""] if tag == "a" else []
        self.is_heading = tag == "h2"
        if tag == "li":
            self.into.append("")
        if tag == "span" and told.get("class") == "duty-from":
            self.into[-1] += "\n"

    def handle_data(self, data: str) -> None:
        """The words of a heading, or of an entry."""
        if self.is_heading:
            self.into = self.groups.setdefault(data, [])
            self.is_heading = False
        elif self.into:
            self.into[-1] += data


def rows(page: str) -> Counter[Row]:
    """What the page lists as duties."""
    found: Counter[Row] = Counter()
    for heading, items in Lists(page.partition("<details")[0]).groups.items():
        for item in items if heading != "You take part in" else ():
            sentence, source = item.strip().split("\n")
            marks = [one for one in source.split(" · ")[1:] if not one.startswith(("with ", "how we read it"))]
            number = source.split()[0]
            if heading == "Instruction":
                sentence = f"{INSTRUCTION} {sentence[0].lower()}{sentence[1:]}"
            found[number, re.sub(r"\s+", " ", sentence).strip(), "".join(marks)] += 1
    return found


def lowered(wanted: Counter[Row]) -> Counter[Row]:
    """An instruction begins with a capital on the page."""
    found: Counter[Row] = Counter()
    for (number, sentence, mark), count in wanted.items():
        verb, _, action = sentence.partition(" ")
        is_one = verb == INSTRUCTION
        found[number, f"{verb} {action[0].lower()}{action[1:]}" if is_one else sentence, mark] += count
    return found


@pytest.mark.parametrize("role", ROLES)
def test_each_list_holds_the_duties_that_the_clauses_put_on_the_role_and_no_other(role: str) -> None:
    wanted = lowered(expected(role))
    assert rows(duty_page(PROJECT, role, SETTING)) == wanted
    assert wanted, "on our site everyone has the duties of everyone"


def test_the_lists_are_those_that_were_counted_by_hand() -> None:
    told = {role: sum(rows(duty_page(PROJECT, role, SETTING)).values()) for role in ROLES}
    assert {role: told[role] for role in ("worker", "volunteer", "line manager", "trustee", "nobody named")} == {
        "worker": 53, "volunteer": 54, "line manager": 6, "trustee": 3, "nobody named": 1,
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_takes_part_in_stands_apart(role: str) -> None:
    groups = Lists(duty_page(PROJECT, role, SETTING).partition("<details")[0]).groups
    part = [item.split("\n")[1].split()[0] for item in groups.get("You take part in", [])]
    assert part == [
        number for number, _, alongside, _ in sorted(written(), key=lambda one: order(one[0])) if role in alongside
    ]


def order(number: str) -> int:
    """The place of a clause in the policy."""
    return [str(one) for one in PROJECT.policy.numbers].index(number)


def test_each_duty_stands_under_its_force_and_links_to_its_clause() -> None:
    page = duty_page(PROJECT, "worker", SETTING)
    groups = Lists(page.partition("<details")[0]).groups
    for heading, items in groups.items():
        firsts = {"Encouraged, advised or asked": ("Encouraged", "Advised", "Asked")}.get(heading, (heading,))
        if heading != "Instruction":
            assert all(item.startswith(tuple(f"{first} " for first in firsts)) for item in items), heading
    assert list(groups) == [
        "Must", "Must not", "Should", "Should not", "May only", "May", "Encouraged, advised or asked", "Instruction",
    ]  # fmt: skip
    links = Lists(page).links
    for number, who, _, _ in written():
        clause = PROJECT.policy[number]
        if "worker" in who:
            assert f"../../{clause.page.removesuffix('.md')}/#{clause.id}" in links


def test_by_topic_leads_to_each_duty_of_the_topic() -> None:
    page = duty_page(PROJECT, "volunteer", SETTING)
    lists = Lists(page)
    topics = dict(re.findall(r"<li>([^<:]+): (.*?)</li>", page.partition("<details")[2]))
    assert len(lists.ids) == len(set(lists.ids))
    assert re.findall(r">([^<]+)<", topics["photos"]) == ["4.7"]
    assert {link[1:] for link in lists.links if link.startswith("#")} <= set(lists.ids)
    options = dict(re.findall(r'<option value="([^"]+)">[^<]*\((\d+)\)<', page))
    assert options == {topic: str(links.count("<a ")) for topic, links in topics.items()}
    for topic, number in options.items():
        assert sum(topic in found.split("|") for found in re.findall(r'data-topics="([^"]*)"', page)) == int(number)


def test_who_is_only_named_is_told_that_no_clause_names_them_alone() -> None:
    for role in ("trustee", "parent or carer"):
        assert f"No clause puts a duty on “{role}” alone" in duty_page(PROJECT, role, SETTING)
    assert "No clause puts a duty" not in duty_page(PROJECT, "line manager", SETTING)


def test_the_choice_has_every_role_once() -> None:
    links = re.findall(r'href="\.\./\.\./duties/([^"]+)/"', choose_role(PROJECT, SETTING))
    assert sorted(links) == sorted(slug(role) for role in ROLES)
    assert links.index("worker") < links.index("trustee") < links.index("nobody-named")


def test_a_fork_with_other_clauses_has_other_pages_and_its_words_are_escaped() -> None:
    clause = PROJECT.policy["9.1"]
    duty = replace(clause.duties[0], roles=("trustee",), action="read <b> & sign")
    fork = replace(PROJECT, policy=Policy((replace(clause, duties=(duty,), topics=('a "b"',)),)), counting={})
    assert re.findall(r"duties/([^\"]+)/\"", choose_role(fork, SETTING)) == ["trustee"]
    page = duty_page(fork, "trustee", SETTING)
    assert "read &lt;b&gt; &amp; sign" in page
    assert 'data-topics="a &quot;b&quot;"' in page
    assert "\n" not in page.split("\n\n", 1)[1].strip(), "a blank line would end the block of HTML in Markdown"


def test_the_menu_takes_the_pages_in_where_the_index_stands() -> None:
    menu = [{"Home": "index.md"}, {"Ask": ["ask/index.md"]}, {"My duties": "duties/index.md"}]
    pages = ["duties/index.md", "duties/worker.md"]
    assert in_menu(menu, pages) == [*menu[:2], {"My duties": pages}]
    assert in_menu(None, pages) is None


def test_no_sign_in_its_words_breaks_what_stands_above_a_page() -> None:
    said = 'A "path" C:\\dir {role}: {count}'
    page = page_of("worker", replace(PROJECT, words={**PROJECT.words, "duties.description": said}))
    text, above = get_data(page)
    assert text == '{{ duties("worker") }}\n'
    assert above["description"].startswith('A "path" C:\\dir worker: ')


def test_a_misspelt_role_stops_the_build_and_never_makes_an_empty_list() -> None:
    macros: dict[str, Callable[[str], str]] = {}
    page = SimpleNamespace(file=SimpleNamespace(src_uri="duties/manager.md"), url="duties/manager/")
    env = SimpleNamespace(page=page, macro=lambda macro: macros.update({macro.__name__: macro}))
    define_to_print(env, PROJECT)
    assert "line manager" in macros["duties"]("line manager").casefold()
    with pytest.raises(PluginError) as told:
        macros["duties"]("line-manager")
    assert str(told.value) == 'duties/manager.md: there is no role "line-manager". Did you mean "line manager"?'
