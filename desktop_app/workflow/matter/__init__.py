"""The follow-up of a dossier: what happened, what is awaited, what may be written next."""
