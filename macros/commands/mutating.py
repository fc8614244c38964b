"""`policy mutants [TREE...]`: which slips of a hand in a tree no claim and no example would notice."""

from __future__ import annotations

import argparse
from pathlib import Path

from macros.commands.loading import load_sound
from macros.problems import faults
from macros.proofs.mutants import CAUGHT, LIVING, SAME, told, try_mutations
from macros.proofs.records import HARMLESS


def mutants(root: Path, asked: argparse.Namespace) -> int:
    """Every slip of the trees named, or of all. Ends with 1 where one goes unseen."""
    project = load_sound(root, asked.trees)
    if isinstance(project, int):
        return project
    unseen = 0
    for name in dict.fromkeys(asked.trees or project.trees):
        trial = try_mutations(name, project.trees, project.compiled, project.policy)
        harmless = project.records.harmless.get(name, {})
        problems = list(told(trial, harmless))
        unseen += len(faults(problems))
        for problem in problems:
            print(problem)
        tried, living = trial.fates[CAUGHT] + trial.fates[LIVING], trial.fates[LIVING]
        print(
            f"{name}: {tried} mutants, {living} living; {trial.fates[SAME]} more lead every answer where it led.",
            flush=True,
        )
    if unseen:
        print(f'If a slip is harmless, say why in {HARMLESS}, below the name of its tree: "NAME OF THE SLIP: reason".')
    return 1 if unseen else 0
