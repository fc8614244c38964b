"""Holds two editions against each other: what changed in the clauses, and what changed in the answers.

It reads policy.json and trees.json alone, so it runs at build, in the terminal and in the reader's browser alike.
"""
