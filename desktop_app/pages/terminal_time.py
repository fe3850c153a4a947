"""What is told of the time that is left on a public terminal."""

from desktop_app import i18n


def left(minutes: int) -> str:
    """Return how long one still has; said in time to take one's papers away."""
    told = i18n.plural("Il reste {n} minute.", "Il reste {n} minutes.", minutes)
    take = i18n.text("Emportez ou imprimez vos papiers : ensuite, tout est effacé.")
    return f"{told} {take}"
