"""Papier libre: administrative forms and appeal letters on paper, offline."""

__version__ = "0.1.0"
