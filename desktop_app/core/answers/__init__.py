"""What a person said, as typed, then checked: a draft becomes answers."""
