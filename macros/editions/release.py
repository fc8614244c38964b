"""Releases an edition: refuses what must not be published, has mike put it on its branch, and seals it with a tag."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.editions.manifest import manifest_of, seal
from macros.history import PAGES, Head, editions_published, tag, tagged
from macros.problems import Place, Problem, faults
from macros.project import SETTINGS, Project
from macros.proofs.records import REFUSED_AT_RELEASE
from macros.register import Edition, is_day

CURRENT = "current"
SOURCE = "POLICY_SOURCE"  # tells the build that it is a release, and of which commit
MOST_NAMED = 5


@dataclass(frozen=True)
class Plan:
    """A release that nothing stands in the way of."""

    edition: Edition
    head: Head
    is_current: bool
    is_published: bool  # An interrupted release is taken up where it stopped.
    is_sealed: bool


def refusals(root: Path, project: Project, number: str, head: Head) -> Iterator[Problem]:
    """Everything that stands in the way of releasing this edition, all at once."""
    yield from faults(project.problems)
    yield from (problem for problem in project.problems if problem.code in REFUSED_AT_RELEASE)
    yield from not_next(project, number)
    if head.changed:
        named = ", ".join(head.changed[:MOST_NAMED]) + (" …" if len(head.changed) > MOST_NAMED else "")
        fix = "Commit them, or put them back: an edition is made of a commit."
        yield refused("dirty-tree", f"Files differ from the last commit: {named}.", fix)
    yield from already_there(root, number, head)


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


def plan(root: Path, project: Project, head: Head, *, is_current: bool) -> Plan:
    """What a release will do."""
    edition = project.editions[0]
    is_published = edition.number in editions_published(root)
    return Plan(edition, head, is_current, is_published, bool(tagged(root, edition.number)[0]))


def steps(plan: Plan) -> Iterator[str]:
    """The plan in words."""
    number = plan.edition.number
    if plan.is_published:
        yield f"Edition {number} is on the branch {PAGES} already, from this very commit."
    else:
        yield f"Build edition {number} from commit {plan.head.commit[:12]}, with its manifest."
        yield f"Put it on the branch {PAGES}, in the folder {number}."
    if plan.is_current:
        yield f'Let "{CURRENT}" be {number}.'
    if not plan.is_sealed:
        yield f'Seal it with the tag "{number}".'


def carry_out(root: Path, plan: Plan) -> bool:
    """Do it. Each step is whole or not done at all, so whoever is interrupted starts again."""
    number = plan.edition.number
    if not plan.is_published:
        if not run_mike(
            root, plan, "deploy", *properties(plan.edition), number, *([CURRENT] if plan.is_current else [])
        ):
            return False
    elif plan.is_current and not run_mike(root, plan, "alias", number, CURRENT):
        return False
    if not plan.is_sealed:
        tag(root, number, plan.head.commit, f"Edition {number}\n\n{seal(manifest_of(root, number)['bytes'])}")
    return True


def properties(edition: Edition) -> list[str]:
    """What the list of editions says of this one, for pages that are older than it."""
    days = {"in_force": "in-force", "reviewed": "reviewed", "review_due": "review-due"}
    told = {name: edition.days.get(key, "") for name, key in days.items()}
    return [f"--prop-set-string={name}={day}" for name, day in told.items() if day]


def run_mike(root: Path, plan: Plan, command: str, *arguments: str) -> bool:
    """Have mike build and commit, or set an alias. What it says is shown only where it fails."""
    settings = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),  # mkdocs is there
        SOURCE: plan.head.commit,
        "SOURCE_DATE_EPOCH": plan.head.made,  # two builds of one commit are the same
        "STRICT": "true",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    start = "import sys; from mike.driver import main; sys.exit(main())"
    options = [f"--branch={PAGES}", "--alias-type=copy", "--update-aliases"]
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
