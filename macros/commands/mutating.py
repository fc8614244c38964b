"""`policy mutants [TREE...]`: which slips of a hand in a tree no claim and no example would notice."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.commands.loading import load_sound
from macros.problems import faults
from macros.proofs.mutants import CAUGHT, LIVING, SAME, UNTRIED, told, try_mutations
from macros.proofs.records import HARMLESS


def mutants(root: Path, asked: argparse.Namespace) -> int:
    """Every slip of the trees named, or of all. Ends with 1 where one goes unseen, or could not be tried."""
    project = load_sound(root, asked.trees)
    if isinstance(project, int):
        return project
    unseen = untried = 0
    for name in dict.fromkeys(asked.trees or project.trees):
        trial = try_mutations(name, project.trees, project.compiled, project.policy)
        harmless = project.records.harmless.get(name, {})
        problems = list(told(trial, harmless))
        unseen += len(faults(problems))
        untried += trial.fates[UNTRIED]
        for problem in problems:
            print(problem)
        tried, living = trial.fates[CAUGHT] + trial.fates[LIVING], trial.fates[LIVING]
        wide = f" {trial.fates[UNTRIED]} untried: the tree is too wide." if trial.fates[UNTRIED] else ""
        same = f"{trial.fates[SAME]} more lead every answer where it led."
        print(f"{name}: {tried} mutants, {living} living; {same}{wide}", flush=True)
    if unseen:
        print(f'If a slip is harmless, say why in {HARMLESS}, below the name of its tree: "NAME OF THE SLIP: reason".')
    if untried:
        print("What is untried may go unseen. Make two trees of the one, and hand over from one to the other.")
    return 1 if unseen or untried else 0
