"""Packs that people write: begun, checked, kept while unfinished, then saved."""
