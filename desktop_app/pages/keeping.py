"""What is said everywhere of papers that nothing but this computer opens."""

from desktop_app import i18n


def only_here() -> str:
    """Return what the bar says until a phrase or words exist."""
    return i18n.text("Gardé pour cet ordinateur seulement")


def loses() -> str:
    """Say what is lost with the account of this computer."""
    return i18n.text(
        "Seul ce compte, sur cet ordinateur, ouvre vos papiers. Si vous le perdez, ils sont perdus."
    )
