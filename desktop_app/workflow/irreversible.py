"""What cannot be undone: a closed list. Each says so before it is done, in the words of
``pages/irreversible.py``; everything else that changes a safe is undone by ``workflow/undoing.py``.
"""

from enum import Enum, auto


class Irreversible(Enum):
    """A gesture without a reverse."""

    PRINT = auto()
    """Paper that came out of a printer."""
    COPY_OUT = auto()
    """A copy that left: a saved PDF, an export, a backup carried elsewhere."""
    KEYS = auto()
    """Who may open: a phrase changed, somebody added or taken away."""
    ROTATE = auto()
    """A safe put under a new key."""
    REVEAL = auto()
    """The safe's own key, seen by a person: who has it needs no phrase."""
    RESTORE = auto()
    """A backup brought back."""
    ERASE = auto()
    """Erased for good: the bin emptied, one thing or all."""
    ERASE_MATTER = auto()
    """A whole matter erased from the page that hides, past the bin, from the safe's own backups."""
    END_SESSION = auto()
    """The end of a session on a public terminal."""
