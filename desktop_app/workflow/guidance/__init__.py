"""Which way to go: what presses, which delay applies, until when, what remains, what is at hand."""
