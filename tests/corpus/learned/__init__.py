"""A small network of our own that finds boxes, for the measure: the program does not use it.

Run by numpy, which the program does not have either; trained by ``tests/corpus/training``. What it
is worth so far, and what it lacks: DECISIONS.md, 30 November 2026.
"""
