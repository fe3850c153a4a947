"""Papier libre: administrative forms and appeal letters on paper, offline."""

__version__ = "0.1.0"
__made_on__ = "2026-11-24"
"""The day of this version, changed with it: what a person is told of its age."""
