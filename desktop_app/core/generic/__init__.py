"""Any PDF as a form to be asked: facts of its boxes -> questions, and where their answers go.

``build.py`` puts it together; each other file is one idea. Pure: what a PDF says comes as plain
values (``facts.py``), already read in the child process.
"""
