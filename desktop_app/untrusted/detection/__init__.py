"""Finds where a page without fields asks for an answer: pure geometry, no PDF and no library.

``finding.py`` is what the child calls: a sheet (lines and letters of one page) in, marks out.
"""
