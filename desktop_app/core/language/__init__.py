"""The language of packs: what a text or a condition may say, and how French is set."""
