"""À propos: which version this is, how old it is, and what to do when it is too old."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.page import Action, Block, Page, Role, Text
from desktop_app.sentences import delivery_words as words_of

if TYPE_CHECKING:
    from desktop_app.workflow.packs.arriving import Age


def page(found: "Age") -> Page:
    """Return the page; what is too old says so first."""
    role: Role = "error" if found.old or found.months < 0 else "body"
    first, *others = words_of.what_to_do(found)
    told: tuple[Block, ...] = (
        Text(words_of.age(found)),
        Text(first, role),
        *(Text(one) for one in others),
        Action(i18n.text("Installer ce qui vient d’une clé USB"), to.Arriving()),
        Text(words_of.never_by_itself(), "hint"),
        Text(words_of.free(), "hint"),
    )
    return Page(i18n.text("À propos de Papier libre"), told, (back(),))
