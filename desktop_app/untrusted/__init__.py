"""The child process that alone opens files from elsewhere, and what it may answer.

``documents.py`` is what the rest of the program calls; ``child.py`` is what runs in the child.
"""
