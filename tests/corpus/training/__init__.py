"""Trains the small network that finds boxes; nothing here is part of the program.

In an environment of its own: PyTorch, numpy, pillow. See ``README.md``.
"""
