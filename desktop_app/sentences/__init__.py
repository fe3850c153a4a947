"""Facts in sentences, the same for the command line and the window. No Qt here."""
