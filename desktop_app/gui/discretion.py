"""When names and matters wait for a gesture: in an association, a visitor may see the screen."""

from desktop_app.gui.context import Context


def hides_names(context: Context) -> bool:
    """Tell whether initials stand for names, on a page about everyone, until one asks for them."""
    return context.tools.mode == "association"


def waits_to_be_asked(context: Context) -> bool:
    """Tell whether a page keeps to itself what it knows of everyone, until one asks for it.

    At home the safe is one's own; once a person is chosen, what is shown is hers alone.
    """
    return context.tools.mode == "association" and not context.session.person
