"""Until when: days computed from the law's data, each with its steps."""
