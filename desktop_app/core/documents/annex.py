"""The words of a form's annex, where what has no room in its box goes; in French, as the form."""

TITLE = "Annexe"
SEE = ("voir annexe", "annexe", "A")
"""What stands in a box while texts have no number yet; the longest that has room is written."""
INTRODUCTION = "Suite des réponses qui ne tiennent pas dans les cases du formulaire."


def heading(number: int, page: int, label: str = "") -> str:
    """Return what stands above a text: its number, the page of its box, what is printed there."""
    words = f"Annexe {number} — page {page}"
    return f"{words} — {label}" if label else words


def page_number(page: int) -> str:
    """Return the words at the foot of a page of the annex."""
    return f"Annexe, page {page}"


def see(number: int) -> tuple[str, ...]:
    """Return what stands in the box once a text has its number."""
    return (f"voir annexe {number}", f"annexe {number}", f"ann. {number}", f"A{number}")
