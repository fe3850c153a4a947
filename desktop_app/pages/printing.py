"""Imprimer et envoyer: which printer, what of a paper, how many copies; trying the printer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop_app import i18n
from desktop_app.core.answers.group import Asked, Step
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.pdf import Part
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Choice,
    Gesture,
    Live,
    Own,
    Page,
    Status,
    Text,
)
from desktop_app.pages.saving import save_pdf
from desktop_app.pages.sheets import into_the_printer
from desktop_app.sentences.lacking_words import lacking
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.irreversible import Irreversible

PRINTER, WHAT, RANGE, SIDES, COPIES = "printer", "what", "range", "sides", "copies"
"""What is asked; the first and those of pages stand in places of the same name."""
FIRST, LAST = "first", "last"
SHEETS, TRIAL, OFFSETS, KIT = "sheets", "trial", "offsets", "kit"
"""Places: of how many sheets come out, of the page to try, of the numbers to write then, of the
picture of what a kit holds."""
ALL, SOME, LETTER = "all", "some", "letter"
MOST_COPIES = 9


@record(frozen=True)
class PrintIt(Gesture):
    """Print what is chosen."""


@record(frozen=True)
class StopPrinting(Gesture):
    """Take it out of the queue."""


@record(frozen=True)
class SearchAgain(Gesture):
    """Look for printers again."""


@record(frozen=True)
class GoOn(Gesture):
    """It is printed: what comes now."""


@record(frozen=True)
class TryPage(Gesture):
    """Print the page to lay over the envelope, or to measure."""


def page(made: Made, *, public: bool = False) -> Page:
    """Return the page before printers are found.

    A paper form is tried before; an envelope may be, below the main action, and what else there is
    to print is pictured there.
    """
    blocks: tuple[Block, ...] = (
        *(Text(f"{one.words}.", one.weight) for one in lacking(made.prepared.document)),
        Live(PRINTER),
        *_what(made),
        Live(RANGE),
        _copies(),
        Live(SIDES),
        *((trial(made),) if made.on_paper else ()),
        Live(SHEETS),
        irreversible.before(Irreversible.PRINT),
        Status(),
    )
    actions = (
        Action(i18n.text("Imprimer"), PrintIt(), "primary"),
        Action(i18n.text("Annuler l’impression"), StopPrinting()),
        Action(i18n.text("Chercher encore"), SearchAgain()),
        save_pdf(public=public),
        Action(i18n.text("C’est imprimé : et maintenant ?"), GoOn()),
        back(),
    )
    return Page(i18n.text("Imprimer et envoyer"), blocks, actions)


def printers(names: Sequence[str], chosen: str) -> tuple[Ask]:
    """Return the choice among the printers found."""
    label = i18n.text("Quelle imprimante ?")
    return (_list(PRINTER, label, {name: name for name in names}, chosen),)


def both_sides() -> tuple[Ask]:
    """Ask whether a printer that can prints on both sides; never by itself."""
    words = i18n.text("Imprimer des deux côtés de la feuille")
    question = Question(
        id=SIDES,
        kind="choices",
        label=i18n.text("Papier"),
        choices=(Option(id=SIDES, label=words),),
    )
    return (Ask(SIDES, (Asked(question),), at_once=True),)


def may_turn(made: Made, chosen: str, pages: tuple[int, int]) -> bool:
    """Tell whether these pages may share sheets: those of a kit are for different hands."""
    first, last = pages
    parts = made.pdf.parts or parts_of(made)
    apart = not parts or any(one.first <= first and last <= one.last for one in parts)
    return last > first and not made.on_paper and (apart or chosen == LETTER)


def kit(made: Made) -> tuple[tuple[Part, str], ...]:
    """Return each part of a letter's kit, with what it is, its sheets, and where it goes."""
    parts = parts_of(made) if made.is_letter else ()
    named, where = _part_names(), _where()
    told = (", ".join(filter(None, (_sheets(one), where.get(one.name)))) for one in parts)
    return tuple(
        (one, f"{named[one.name]} : {words}") for one, words in zip(parts, told, strict=True)
    )


def pictured(made: Made) -> tuple[Block, ...]:
    """Return the picture of what a letter comes with, under its heading."""
    heading = Text(i18n.text("Ce qui va avec la lettre"), "subheading")
    return (heading, Own(KIT)) if kit(made) else ()


def _sheets(part: Part) -> str:
    n = part.last - part.first + 1
    return i18n.plural("{n} feuille", "{n} feuilles", n)


def _where() -> dict[str, str]:
    """Return where each part of a kit goes once it is printed, unless its name says it."""
    posted, kept = i18n.text("dans l’enveloppe"), i18n.text("pour vous")
    return {
        "letter": posted,
        "bordereau": posted,
        "checklist": kept,
        "copy": kept,
        "address": i18n.text("sur l’enveloppe"),
    }


def some_pages(last: int) -> tuple[Ask]:
    """Return the pages to print, of so many."""
    first = _number(FIRST, i18n.text("De la page"), last)
    until = _number(LAST, i18n.text("Jusqu’à la page"), last)
    return (Ask(RANGE, (first, until), {FIRST: "1", LAST: str(last)}, at_once=True),)


def trial(made: Made) -> Live:
    """Return the page to try: for a letter, the envelope's window; for a paper form, its boxes."""
    measured = i18n.text(
        "Imprimez la page d’essai sur une feuille blanche, mesurez, écrivez l’écart ici."
    )
    hint, words = (
        (
            i18n.text("L’adresse doit se voir dans la fenêtre de votre enveloppe."),
            i18n.text("Essayer l’enveloppe à fenêtre"),
        )
        if made.is_letter
        else (
            f"{measured} {into_the_printer()}",
            i18n.text("Imprimer la page d’essai"),
        )
    )
    return Live(TRIAL, (Text(hint, "hint"), Choice(words, TryPage()), Live(OFFSETS)))


def parts_of(made: Made) -> tuple[Part, ...]:
    """Return the parts of a document that can be printed by themselves; none when it is one."""
    parts = made.pdf.parts
    if not parts and (annex := made.proof.annex_pages):
        last = made.pdf.pages - annex
        parts = (Part("form", 1, last), Part("annex", last + 1, made.pdf.pages))
    return parts if len(parts) > 1 else ()


def choices(made: Made) -> dict[str, str]:
    """Return what can be printed, by name, in words; one choice only needs no question."""
    named, parts = _part_names(), parts_of(made)
    letter = [one.name for one in parts if one.name == LETTER]
    offered = {name: named[name] for name in letter}
    offered[ALL] = i18n.text("Tout")
    for part in parts:
        offered.setdefault(part.name, named[part.name])
    if made.pdf.pages > 1:
        offered[SOME] = i18n.text("Quelques pages")
    return offered


def pages_of(made: Made, chosen: str, first: int, last: int) -> tuple[int, int]:
    """Return the first and the last page of a choice; of some pages, those typed."""
    if chosen == SOME:
        return first, max(first, last)
    found = {part.name: part for part in parts_of(made)}
    if chosen not in found:
        return 1, made.pdf.pages
    part, listed = found[chosen], found.get("bordereau")
    goes_along = chosen == LETTER and listed is not None and listed.first == part.last + 1
    return part.first, listed.last if goes_along and listed else part.last


def sheets_told(sheets: int, *, both: bool = False) -> str:
    """Say how many sheets come out, and whether on one side: that is what we ask for at first."""
    if both:
        return i18n.plural(
            "{n} feuille sera imprimée, des deux côtés.",
            "{n} feuilles seront imprimées, des deux côtés.",
            sheets,
        )
    return i18n.plural(
        "{n} feuille sera imprimée, d’un seul côté.",
        "{n} feuilles seront imprimées, d’un seul côté.",
        sheets,
    )


def price_words(sides: int, price: int) -> str:
    """Return what so many printed pages cost; "" where no ``price`` (in cents a page) is told."""
    if not price:
        return ""
    total = i18n.amount(Decimal(price * sides) / 100)
    return i18n.text("Prix : {price}.").format(price=total)


def if_printed(sides: int, price: int) -> str:
    """Return how many pages a paper has, and what printing it here would cost."""
    pages = i18n.plural("Ce papier a {n} page.", "Ce papier a {n} pages.", sides)
    if not price:
        return pages
    total = i18n.amount(Decimal(price * sides) / 100)
    cost = i18n.text("L’imprimer ici coûterait {price}.").format(price=total)
    return f"{pages} {cost}"


def to_confirm(sides: int, price: int) -> str:
    """Ask whether so many pages are printed, on a computer of many: paper is paid, or scarce."""
    pages = i18n.plural("{n} page sera imprimée.", "{n} pages seront imprimées.", sides)
    asked = i18n.text("Imprimer maintenant ?")
    return " ".join(filter(None, (pages, price_words(sides, price), asked)))


def confirmed(sides: int) -> str:
    """Return what says yes to it."""
    return i18n.plural("Imprimer {n} page", "Imprimer {n} pages", sides)


def declined() -> str:
    """Return what says no to it."""
    return i18n.text("Ne pas imprimer")


def nothing_printed() -> str:
    """Return what is said once one said no."""
    return i18n.text("Rien n’est imprimé.")


def _what(made: Made) -> tuple[Ask, ...]:
    """Ask what is printed; one choice only needs no question."""
    offered = choices(made)
    label = i18n.text("Que voulez-vous imprimer ?")
    return (_list(WHAT, label, offered, next(iter(offered))),) if len(offered) > 1 else ()


def _copies() -> Ask:
    asked = _number(COPIES, i18n.text("Combien d’exemplaires ?"), MOST_COPIES)
    return Ask(COPIES, (asked,), {COPIES: "1"}, at_once=True)


def _number(name: str, label: str, most: int) -> Asked:
    question = Question(id=name, kind="integer", label=label, minimum="1", maximum=str(most))
    return Asked(question, step=Step())


def _list(name: str, label: str, offered: Mapping[str, str], chosen: str) -> Ask:
    choices = tuple(Option(id=one, label=words) for one, words in offered.items())
    question = Question(id=name, kind="choice", label=label, choices=choices)
    return Ask(name, (Asked(question, closed=True),), {name: chosen}, at_once=True)


def _part_names() -> dict[str, str]:
    return {
        "letter": i18n.text("La lettre"),
        "bordereau": i18n.text("Le bordereau des pièces"),
        "checklist": i18n.text("Ce qu’il faut faire"),
        "copy": i18n.text("Votre copie"),
        "counter": i18n.text("La feuille pour le guichet"),
        "address": i18n.text("L’adresse"),
        "form": i18n.text("Le formulaire"),
        "annex": i18n.text("L’annexe"),
    }
