"""The safe: making it without fright, opening it, keeping it well. One page per file."""
