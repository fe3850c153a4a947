"""A second reader of safes, written from ``desktop_app/safe/FORMAT.md`` and nothing else.

The standard library and the ``sqlcipher`` program; nothing of ``desktop_app`` but its page and its
schema. It never writes. Where it and the program differ, one of the two, or the page, is wrong.
"""
