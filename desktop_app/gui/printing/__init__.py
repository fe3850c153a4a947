"""Printing from memory: no copy on disk. ``ways.py`` tells which way this system prints."""
