"""A list of people brought in or taken out: columns matched, a dry run, then all at once."""
