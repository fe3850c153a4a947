"""How a letter's choice says what its dossier noted of the letter before: no answer, or a no."""

from collections.abc import Collection

REPLIES = {"silence": ("silence", "attente"), "refus": ("refus", "rejete")}


def reply_of(noted: str, choices: Collection[str]) -> str:
    """Return the choice that says what was noted; "" when nothing was, or none says it."""
    return next((one for one in REPLIES.get(noted, ()) if one in choices), "")


def says_replies(choices: Collection[str]) -> bool:
    """Tell whether choices can say both."""
    return all(reply_of(noted, choices) for noted in REPLIES)
