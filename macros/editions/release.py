"""Releases an edition: refuses what must not be published, has mike put it on its branch, and seals it with a tag."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.editions.address import no_public_address
from macros.editions.manifest import aliases, manifest_of, seal
from macros.editions.site_root import CURRENT, files_of_root, write_site_root
from macros.history import (
    PAGES,
    Head,
    branches,
    commit_files,
    editions_published,
    git_text,
    newest_pages,
    set_branch,
    tag,
    tagged,
    take_out,
)
from macros.printing import ASKED_FOR
from macros.problems import Place, Problem, faults
from macros.project import Project
from macros.proofs.records import REFUSED_AT_RELEASE
from macros.register import Edition, is_day
from macros.settings import SETTINGS

SOURCE = "POLICY_SOURCE"  # tells the build that it is a release, and of which commit
ROOT = "POLICY_ROOT"  # and which folder takes what all editions share
BEING_MADE = "gh-pages-being-made"  # a branch that is there only while a release is made
MOST_NAMED = 5


@dataclass(frozen=True)
class Plan:
    """A release that nothing stands in the way of."""

    edition: Edition
    head: Head
    is_current: bool  # It is to become the current one, and is not yet.
    is_published: bool  # An interrupted release is taken up where it stopped.
    is_sealed: bool
    has_pdf: bool = False


def refusals(root: Path, project: Project, number: str, head: Head) -> Iterator[Problem]:
    """Everything that stands in the way of releasing this edition, all at once."""
    yield from faults(project.problems)
    yield from (problem for problem in project.problems if problem.code in REFUSED_AT_RELEASE)
    yield from not_next(project, number)
    yield from no_public_address(root)
    if head.changed:
        named = ", ".join(head.changed[:MOST_NAMED]) + (" …" if len(head.changed) > MOST_NAMED else "")
        fix = "Commit them, or put them back: an edition is made of a commit."
        yield refused("dirty-tree", f"Files differ from the last commit: {named}.", fix)
    yield from already_there(root, number, head)
    if isinstance(newest := newest_pages(root), Problem):
        yield newest


def not_next(project: Project, number: str) -> Iterator[Problem]:
    """The working copy is the text of the newest edition of the register, and of no other."""
    newest = next(iter(project.editions), None)
    place = Place(SETTINGS)
    if newest is None or newest.number != number:
        what = f"The newest edition of the register is {newest.number if newest else 'missing'}, not {number}."
        fix = f'In {SETTINGS}, under "editions", let "{number}:" stand first, with its days.'
        yield Problem(newest.place if newest else place, "not-in-register", what, fix)
    elif not newest.changes:
        fix = 'Add "changes:", and below it at least one line: - what: …'
        yield Problem(newest.place, "not-in-register", f"Edition {number} does not say what changed in it.", fix)


def already_there(root: Path, number: str, head: Head) -> Iterator[Problem]:
    """An edition that exists, and those that the number would sort wrongly among."""
    there = editions_published(root)
    source = manifest_of(root, number).get("source", "")
    if number in there and source != head.commit:
        what = f"Edition {number} is published already, from commit {source[:12] or 'unknown'}."
        yield refused("edition-exists", what, "A published edition never changes: release the next one.")
    later = [name for name in there if is_day(name) and name > number]
    if later:
        what = f"{later[-1]} is published and sorts after {number}, so readers would not see {number} as the newest."
        yield refused("sorts-wrongly", what, "Give this edition a later number.")
    commit, _ = tagged(root, number)
    if commit and commit != head.commit:
        what = f'The tag "{number}" names another commit, {commit[:12]}.'
        yield refused("tag-exists", what, "Release from that commit, or give this edition another number.")


def refused(code: str, what: str, fix: str) -> Problem:
    """Something that stands in the way and in no file."""
    return Problem(Place("."), code, what, fix)


def plan(root: Path, project: Project, head: Head, *, is_current: bool, has_pdf: bool = False) -> Plan:
    """What a release will do."""
    edition = project.editions[0]
    number = edition.number
    is_published = number in editions_published(root)
    is_so = any(aliases(root, branch).get(CURRENT) == number for branch in branches(root))
    return Plan(edition, head, is_current and not is_so, is_published, bool(tagged(root, number)[0]), has_pdf)


def steps(plan: Plan) -> Iterator[str]:
    """The plan in words."""
    number = plan.edition.number
    if plan.is_published:
        yield f"Edition {number} is on the branch {PAGES} already, from this very commit."
    else:
        more = " and its PDF" if plan.has_pdf else ""
        yield f"Build edition {number} from commit {plan.head.commit[:12]}, with its manifest{more}."
        yield f"Put it on the branch {PAGES}, in the folder {number}, and beside it what all editions share."
    if plan.is_current:
        yield f'Let "{CURRENT}" be {number}.'
    if not plan.is_sealed:
        yield f'Seal it with the tag "{number}".'


def carry_out(root: Path, plan: Plan, words: Mapping[str, str]) -> bool:
    """Do it. Each step is whole or not done at all, so whoever is interrupted starts again."""
    number = plan.edition.number
    if not plan.is_published or plan.is_current:
        current = [CURRENT] if plan.is_current else []
        deploy = ["deploy", *properties(plan.edition), number, *current]
        if not publish(root, plan, ["alias", number, CURRENT] if plan.is_published else deploy, words):
            return False
    if not plan.is_sealed:
        tag(root, number, plan.head.commit, f"Edition {number}\n\n{seal(manifest_of(root, number)['bytes'])}")
    return True


def publish(root: Path, plan: Plan, command: Sequence[str], words: Mapping[str, str]) -> bool:
    """Mike's commit and that of the root, made on a branch of their own: readers' branch gets both or neither."""
    set_branch(root, BEING_MADE, str(newest_pages(root)))
    try:
        with tempfile.TemporaryDirectory(prefix="policy-") as folder:
            made, top = Path(folder) / "made", Path(folder) / "top"
            made.mkdir()
            if not run_mike(root, plan, made, *command):
                return False
            take_out(root, BEING_MADE, top)
            write_site_root(top, made, words)
            commit_files(root, BEING_MADE, files_of_root(top), f"What all editions share, as of {plan.edition.number}")
        set_branch(root, PAGES, git_text(root, "rev-parse", BEING_MADE))
    finally:
        set_branch(root, BEING_MADE, "")
    return True


def properties(edition: Edition) -> list[str]:
    """What the list of editions says of this one, for pages that are older than it."""
    days = {"in_force": "in-force", "reviewed": "reviewed", "review_due": "review-due"}
    told = {name: edition.days.get(key, "") for name, key in days.items()}
    return [f"--prop-set-string={name}={day}" for name, day in told.items() if day]


def run_mike(root: Path, plan: Plan, made: Path, command: str, *arguments: str) -> bool:
    """Have mike build and commit, or set an alias. What it says is shown only where it fails."""
    settings = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),  # mkdocs is there
        SOURCE: plan.head.commit,
        ROOT: str(made),
        "SOURCE_DATE_EPOCH": plan.head.made,  # two builds of one commit are the same
        "STRICT": "true",
        **({ASKED_FOR: "true"} if plan.has_pdf else {}),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    start = "import sys; from mike.driver import main; sys.exit(main())"
    options = [f"--branch={BEING_MADE}", "--alias-type=copy", "--update-aliases"]
    ran = subprocess.run(
        [sys.executable, "-c", start, command, *options, *arguments],
        cwd=root,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.stderr.write(ran.stdout + ran.stderr)
    return ran.returncode == 0
