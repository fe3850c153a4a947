"""The bank of arguments: what may be said against a decision, before which judge, in what order."""
