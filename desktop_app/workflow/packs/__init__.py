"""Packs that people write, begun, checked, kept and saved; and those that come on a stick."""
