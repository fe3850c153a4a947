"""Every real form of the corpus, filled in every field with hard values, judged by poppler.

``./start corpus`` prints the table (``python -m tests.corpus``). Nothing of the corpus is ever
committed.
"""
