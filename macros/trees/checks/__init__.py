"""What can be wrong with one tree, a file for each part of it and a function for each fault."""

from collections.abc import Iterator

from macros.problems import Problem

Faults = Iterator[Problem]
