"""A page from a scanner on USB: asked of the system's ``scanimage``, which can open no connection;
on Windows of WIA.

A network scanner is never asked: its owner saves the picture, and gives it like any file.
"""
