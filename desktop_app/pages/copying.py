"""An official form to copy by hand: what to write in each box, in the order of its paper."""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.documents.sheet import Sheet
from desktop_app.pages.page import Block, Box, BoxDone, Card, Listed, Page, Text
from desktop_app.pages.paper import sheet
from desktop_app.pages.sheets import by_pen, copies_only, given_to_be_signed, know, papers
from desktop_app.sentences import prepared_words

NAMED = 6
"""Boxes to leave empty that are named one by one; of more, the first and the last are."""


def copy_sheet(form: FilledForm) -> Sheet:
    """Return the sheet, in French as the form is."""
    with i18n.speaking(i18n.SOURCE_LANGUAGE):
        use, name = i18n.text("À recopier au stylo"), i18n.text("Feuille à recopier")
        return sheet(lambda: copying(form), "copy-sheet", use, name)


def copying(form: FilledForm) -> Page:
    """Return each box of each page, then what to check, to join and to complete."""
    awaited = {missing.question for missing in form.missing}
    values = [one for one in form.values if not form.unseen or _done(one, awaited) != "leave"]
    pages = groupby(values, key=_place)  # of a paper that nobody saw, no box is known to be left
    blanks = tuple(missing.label for missing in form.missing)
    blocks: tuple[Block, ...] = (
        Text(_called(form), "hint"),
        *(Text(words, "hint") for words in unseen(form)),
        *(Card("", (Text(words, "label"),)) for words in superseded(form)),
        *(Card(place, tuple(_boxes(list(values), awaited))) for place, values in pages),
        *_ticked(i18n.text("Avant de poster"), tuple(_checks(form))),
        *_ticked(i18n.text("Les papiers à joindre"), tuple(_papers(form))),
        *_ticked(i18n.text("Il manque"), blanks),
        *((Text(_seen(form), "hint"),) if form.seen_on else ()),
        *know(form.warnings),
    )
    return Page(form.title, blocks, ())


def _place(value: PlacedValue) -> str:
    """Return where a box stands: its page, or the likely part of a paper that we have not got."""
    return value.part or i18n.text("Page {n} du formulaire").format(n=value.page)


def unseen(form: FilledForm) -> tuple[str, ...]:
    """Say of a paper that we have not got what was not seen, and what to do about it."""
    if not form.unseen:
        return ()
    return (prepared_words.not_here(), prepared_words.how_to_copy())


def full_number(form: FilledForm) -> str:
    """Return ``15548*02``: editions are written whole, or by their two digits alone."""
    return form.edition if form.number in form.edition else f"{form.number}*{form.edition}"


def superseded(form: FilledForm) -> tuple[str, ...]:
    """Say that the form was replaced or withdrawn, and what to ask for."""
    number = full_number(form)
    if form.successor:
        words = i18n.text(
            "Formulaire remplacé : demandez le n° {successor}. Le n° {number} peut être refusé."
        )
        return (words.format(successor=form.successor, number=number),)
    if form.withdrawn:
        words = i18n.text(
            "Le formulaire n° {number} n’est plus en service. Demandez au guichet lequel utiliser."
        )
        return (words.format(number=number),)
    return ()


def _called(form: FilledForm) -> str:
    """A form made for one PDF has no number."""
    if not form.number:
        return by_pen()
    if form.unseen:
        return f"{prepared_words.number(form.number, form.named)} {by_pen()}"
    return f"{i18n.text('Formulaire n° {number}.').format(number=full_number(form))} {by_pen()}"


def _checks(form: FilledForm) -> Iterator[str]:
    yield _check_number(form)
    yield i18n.text("Relisez le formulaire, case par case.")
    yield (
        i18n.text("Datez et signez le formulaire.")
        if form.signed_by == "person"
        else given_to_be_signed()
    )
    if any(not paper.later for paper in form.enclosures):
        yield copies_only()
    yield i18n.text("Gardez une photocopie du formulaire rempli.")
    yield i18n.text("Gardez cette feuille : elle ne s’envoie pas.")
    if form.unseen:
        yield prepared_words.get(form.get)
        yield prepared_words.send(form.send)


def _check_number(form: FilledForm) -> str:
    if form.unseen:
        return prepared_words.read_number(form.number)
    number, corner = full_number(form), _corner(form)
    return i18n.text("Vérifiez le numéro de votre formulaire : {number}.").format(
        number=f"{number}, {corner}" if corner else number
    )


def _corner(form: FilledForm) -> str:
    """Return where the paper bears its number; nothing when it is not known."""
    at = form.number_at
    if at is None:
        return ""
    x, y, wide, high = at.box
    right, up = x + wide / 2 > at.page_size[0] / 2, y + high / 2 > at.page_size[1] / 2
    words = {
        (True, True): i18n.text("en haut à droite de la page {n}"),
        (True, False): i18n.text("en haut à gauche de la page {n}"),
        (False, True): i18n.text("en bas à droite de la page {n}"),
        (False, False): i18n.text("en bas à gauche de la page {n}"),
    }
    return words[up, right].format(n=at.page)


def _papers(form: FilledForm) -> Iterator[str]:
    yield from papers(form.enclosures)
    later = i18n.text("Suivra : {paper}")
    yield from (later.format(paper=paper.text) for paper in form.enclosures if paper.later)


def _seen(form: FilledForm) -> str:
    """Return when this edition was last looked at, and from where."""
    assert form.seen_on is not None
    if form.unseen:
        return prepared_words.prepared_on(form.seen_on)
    words = i18n.text("Édition vue le {day}.").format(day=i18n.long_date(form.seen_on))
    source = i18n.text("Source : {source}.").format(source=form.source) if form.source else ""
    return f"{words} {source}".strip()


def _ticked(title: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Text(title, "subheading"), Listed(items)) if items else ()


# ---------------------------------------------------------------- the boxes


def _boxes(values: Sequence[PlacedValue], awaited: Container[str]) -> Iterator[Box]:
    """Yield what to do with each box; boxes to leave empty are told together, so as not to lose
    one's place on the paper."""
    for done, group in groupby(values, key=lambda value: _done(value, awaited)):
        if done == "leave":
            yield _box(done, _together([value.label for value in group]), ())
        else:
            for label, one in groupby(group, _written_at):
                yield _box(done, label, tuple(one))


def _written_at(value: PlacedValue) -> str:
    """Return the words that name a box; a number with a box for each sign has one name."""
    return value.label.rpartition(" : ")[0] if value.comb == 1 else value.label


def _together(names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return " ; ".join(names)
    words = i18n.text("{n} cases, de « {first} » à « {last} »")
    return words.format(n=len(names), first=names[0], last=names[-1])


def _done(value: PlacedValue, awaited: Container[str]) -> BoxDone:
    if value.tick:
        return "tick"
    if value.text:
        return "signs" if value.comb else "write"
    if value.question not in awaited:
        return "leave"
    return "tick by pen" if value.kind == "tick" else "write by pen"


def _box(done: BoxDone, label: str, values: Sequence[PlacedValue]) -> Box:
    say = {
        "tick": i18n.text("Cochez"),
        "leave": i18n.text("Laissez vide"),
        "tick by pen": i18n.text("À cocher au stylo, si c’est votre cas"),
        "write by pen": i18n.text("À remplir au stylo"),
    }
    return Box(done, label, "".join(value.written for value in values), say.get(done, ""))
