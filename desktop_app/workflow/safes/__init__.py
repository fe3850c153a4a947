"""The safe: made, opened and kept; papers filed in it and found again."""
