"""Which paper is made for who is received: what is begun for her, or one that is looked for."""

from collections.abc import Iterable

from desktop_app import i18n
from desktop_app.pages.finding import searched
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.page import Block, Choice, Live, Page, Text
from desktop_app.workflow.interview.saving import Unfinished

BEGUN, SEARCH = "begun", "situations"
"""The places of what is begun for her, and of the box in which one looks for a paper."""
MOST = 6


def page() -> Page:
    """Return the page, while the safe is read."""
    told = i18n.text("Tapez ce qu’il faut faire, ou le numéro du formulaire.")
    blocks: tuple[Block, ...] = (Live(BEGUN), Text(told, "hint"), searched(SEARCH))
    return Page(i18n.text("Feuille de bureau"), blocks, (back(),), (told,))


def begun(found: Iterable[Unfinished]) -> tuple[Block, ...]:
    """Return what is begun for her, the one saved last first."""
    choices = tuple(Choice(_words(one), TakeUp(one.id), "reprendre") for one in found)
    return (Text(i18n.text("Déjà commencé"), "subheading"), *choices) if choices else ()


def _words(one: Unfinished) -> str:
    title = i18n.pack_text(one.title)
    if not one.missing:
        return title
    answers = i18n.plural("{n} réponse", "{n} réponses", one.missing)
    return i18n.text("{title} : il manque {answers}").format(title=title, answers=answers)
