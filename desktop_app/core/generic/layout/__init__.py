"""How the boxes of a page hang together: parts, paths, squares of one question, rows of a list."""
