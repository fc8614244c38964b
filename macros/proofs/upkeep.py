"""What goes beyond one tree: each held against the policy, and what is kept beside them against how they now are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.clauses.model import Policy
from macros.problems import Problem
from macros.proofs.citations import check_citations
from macros.proofs.coverage import cover, uncovered, wrong_waivers
from macros.proofs.folder import Folder
from macros.proofs.ledger import stale, write_ledger
from macros.proofs.records import HARMLESS, Records, wrong
from macros.proofs.reviewed import look_again


def hold_against_policy(folder: Folder, policy: Policy) -> tuple[Problem, ...]:
    """Every citation that does not go with its verdict."""
    return tuple(problem for tree in folder.trees.values() for problem in check_citations(tree, policy))


def upkeep(folder: Folder, policy: Policy, records: Records) -> tuple[Problem, ...]:
    """What is to be brought up to date: advice, all of it.

    Of trees with faults only the reviews are told, and only where the trees can be read: a changed clause or age may be
    what breaks their examples.
    """
    if not folder.sources:
        return tuple(look_again(folder.trees, policy, records.reviews)) if folder.is_tried else ()
    rows = cover(folder.trees, policy, records.waived)
    return (
        *uncovered(rows),
        *wrong_waivers(rows, records.waived),
        *stale(records.ledgers, ledgers(folder)),
        *look_again(folder.trees, policy, records.reviews),
        *unknown_trees(folder, records),
    )


def ledgers(folder: Folder) -> Mapping[str, str]:
    """The ledger of every tree, as it should read."""
    return {name: write_ledger(folder.trees[name], diagram) for name, diagram in folder.diagrams.items()}


def unknown_trees(folder: Folder, records: Records) -> Iterator[Problem]:
    """Harmless slips of trees that are not there."""
    for name, reasons in records.harmless.items():
        for reason in list(reasons.values())[:1] if name not in folder.trees else ():
            yield wrong(reason.place, f'{HARMLESS} speaks of "{name}", and there is no such tree.', "Take it out.")
