"""Two editions of one form: what is the same on both, and what of one serves on the other."""
