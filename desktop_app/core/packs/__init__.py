"""Packs as values: read from TOML, resolved, written; the bodies that they name."""
