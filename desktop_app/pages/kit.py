"""The posting kit around a letter: the list for a court, what to do, her copy, the counter, the
address. In French, as the letter: offices read it too."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.road import Following
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.language.typography import BLANK
from desktop_app.pages.page import Beside, Block, Card, Fact, Listed, Own, Page, Steps, Table, Text
from desktop_app.pages.paper import Options, sheet
from desktop_app.pages.sheets import know, letter_steps, needs_list, papers
from desktop_app.pages.until import until
from desktop_app.sentences.deadline_words import ON_PAPER, warning
from desktop_app.sentences.kit_words import silence_lines


def kit(
    document: LetterDocument,
    deadline: Deadline | None,
    silence: Silence | None,
    steps: Sequence[Following] = (),
) -> tuple[Sheet, ...]:
    """Return the sheets in their order, as things stand on the letter's day.

    ``silence``: what no answer to the letter means; ``steps``: what may follow it.
    """
    with i18n.speaking(i18n.SOURCE_LANGUAGE):
        return tuple(_sheets(document, deadline, silence, steps))


def _sheets(
    document: LetterDocument,
    deadline: Deadline | None,
    silence: Silence | None,
    steps: Sequence[Following],
) -> Iterator[Sheet]:
    if needs_list(document):
        use, name = i18n.text("À mettre dans l’enveloppe"), i18n.text("Bordereau")
        yield sheet(lambda: paper_list(document), "bordereau", use, name, Options(size=12))
    use = i18n.text("À faire, dans l’ordre")
    yield sheet(lambda: checklist(document, deadline), "checklist", use)
    use, name = i18n.text("À garder"), i18n.text("Votre copie")
    made = Options(size=16)
    yield sheet(lambda: own_copy(document, deadline, silence, steps), "copy", use, name, made)
    use = i18n.text("À montrer au guichet")
    yield sheet(lambda: counter(document), "counter", use)
    use, name = i18n.text("Pour l’enveloppe"), i18n.text("L’adresse")
    yield sheet(lambda: envelope(document), "address", use, name)


def paper_list(document: LetterDocument) -> Page:
    """Return the list of the papers joined; what is not known is left to write by pen."""
    joined = [paper for paper in document.enclosures if not paper.later]
    pages = sum(paper.pages for paper in joined)
    known = all(paper.pages for paper in joined)
    total = i18n.text("Total : {papers}, {pages}").format(
        papers=i18n.plural("{n} pièce", "{n} pièces", len(joined)),
        pages=i18n.plural("{n} page", "{n} pages", pages)
        if known
        else i18n.text("{blank} pages").format(blank=BLANK[:8]),
    )
    day = i18n.long_date(document.day)
    place = i18n.text("{place}, le {day}").format(place=document.place, day=day)
    signed = (
        Text(place if document.place else i18n.text("Le {day}").format(day=day)),
        Text(i18n.text("Signature :")),
        Own("room"),
        Text(_name(document)),
    )
    rows = (
        (f"n° {n}", paper.text, "", str(paper.pages or "")) for n, paper in enumerate(joined, 1)
    )
    head = (i18n.text("Pièce"), i18n.text("Titre"), i18n.text("Date"), i18n.text("Pages"))
    return Page(
        i18n.text("Bordereau des pièces jointes"),
        (
            _use(i18n.text("Placez cette feuille sous la lettre, au-dessus des papiers.")),
            Text("\n".join(document.sender[:1])),
            Text(_subject(document)),
            Text(i18n.text("Lettre du {day}").format(day=day)),
            Table(head, tuple(rows)),
            Text(total, "label"),
            Beside((), signed),
        ),
        (),
    )


def checklist(document: LetterDocument, deadline: Deadline | None) -> Page:
    """Return what to do with the printed sheets, then what must be known."""
    registry = deadline is not None and deadline.date_type == "enregistrement"
    told = () if deadline is None else deadline.warnings
    warnings = (*(warning(one) for one in told if one.code in ON_PAPER), *document.warnings)
    return Page(
        i18n.text("Ce qu’il faut faire"),
        (
            _use(i18n.text("Cochez chaque case quand c’est fait. Cette feuille reste chez vous.")),
            day_card(document, deadline),
            Steps(letter_steps(document, registry=registry)),
            *know(warnings),
        ),
        (),
    )


def own_copy(
    document: LetterDocument,
    deadline: Deadline | None,
    silence: Silence | None,
    steps: Sequence[Following] = (),
) -> Page:
    """Return what she keeps: until when, to whom the letter goes, what follows, and its text."""
    return Page(
        i18n.text("Gardez cette feuille"),
        (
            _use(i18n.text("C’est votre copie de la lettre. Ne l’envoyez pas.")),
            day_card(document, deadline),
            *_titled(i18n.text("L’original va à"), _recipient(document)),
            Fact(i18n.text("Posté le"), ""),
            Fact(i18n.text("N° de recommandé"), ""),
            Text(i18n.text("Si personne ne répond"), "subheading"),
            *map(Text, silence_lines(silence)),
            *_steps(steps),
            Text(i18n.text("Le texte de votre lettre"), "subheading"),
            Own("letter"),
        ),
        (),
    )


def _steps(steps: Sequence[Following]) -> Iterator[Text]:
    """Yield what may follow the letter, in the words of the window; these say what one does."""
    if steps:
        yield Text(i18n.text("Et la suite"), "subheading")
    yield from (Text(i18n.pack_text(one.told)) for one in steps)


def counter(document: LetterDocument) -> Page:
    """Return what is shown at a counter, with room for its stamp."""
    who = _titled(i18n.text("Qui je suis"), document.sender)
    references = _titled(i18n.text("Ma référence"), document.references)
    joined = tuple(papers(document.enclosures))
    brought: tuple[Block, ...] = (
        (Text(i18n.text("Les papiers que j’apporte"), "subheading"), Listed(joined))
        if joined
        else ()
    )
    received = (
        Text(i18n.text("Reçu par l’organisme"), "label"),
        Fact(i18n.text("Reçu le"), ""),
        Fact(i18n.text("Par (nom)"), ""),
        Fact(i18n.text("Signature"), ""),
    )
    return Page(
        i18n.text("Feuille pour le guichet"),
        (
            _use(
                i18n.text(
                    "Donnez cette feuille à la personne de l’accueil. "
                    "Faites-la tamponner, puis gardez-la."
                )
            ),
            Beside(who, (*references, Text(_subject(document), "label"))),
            Text(i18n.text("Ce que je demande"), "subheading"),
            Text(document.request, "label"),
            *brought,
            Own("foot"),
            Card("", (Beside(received, (Text(i18n.text("Cachet"), "label"),)),)),
        ),
        (),
    )


def envelope(document: LetterDocument) -> Page:
    """Return the address to copy or to cut out, and where it stands on an envelope."""
    stamp = (
        i18n.text("Pas de timbre : l’envoi est gratuit pour vous.")
        if document.free_post
        else i18n.text("Le timbre en haut à droite.")
    )
    drawn = i18n.text("Dessin d’une enveloppe : l’adresse dans la moitié droite, rien en dessous.")
    where = i18n.text("L’adresse dans la moitié droite. Rien en dessous.")
    drawing = Own("envelope-free" if document.free_post else "envelope", (drawn,))
    label = Own("label", _recipient(document))
    back = _titled(i18n.text("Au dos, votre adresse"), sender_address(document))
    return Page(
        i18n.text("L’adresse à écrire sur l’enveloppe"),
        (
            _use(
                i18n.text(
                    "Enveloppe à fenêtre : vous n’avez rien à écrire, l’adresse de la lettre se "
                    "voit. Sinon, recopiez cette adresse ou collez l’étiquette."
                )
            ),
            Own("address", _recipient(document)),
            Beside((drawing,), (Text(f"{stamp} {where}"),)),
            Beside(
                (Text(i18n.text("Ou une étiquette à coller"), "subheading"), label),
                back if document.sender else (),
            ),
        ),
        (),
    )


def day_card(document: LetterDocument, deadline: Deadline | None) -> Card:
    """Return until when the letter may be sent, as it stands on its day; the day is large."""
    if deadline is None:
        look = i18n.text(
            "S’il y en a une, elle est écrite dans la lettre reçue, souvent à la fin ou au dos."
        )
        return Card("", (Text(i18n.text("Aucune date limite n’a été calculée.")), Text(look)))
    return Card("", until(deadline, document.day))


def sender_address(document: LetterDocument) -> tuple[str, ...]:
    """Keep the sender's lines down to the postcode: the back of an envelope needs no more."""
    kept: list[str] = []
    for line in document.sender:
        kept.append(line)
        if line[:5].isdigit() and not line[:6].isdigit():
            break
    return tuple(kept)


def _recipient(document: LetterDocument) -> tuple[str, ...]:
    """Return whom it goes to; a blank where no answer says it yet."""
    return document.recipient or (BLANK,)


def _titled(title: str, lines: tuple[str, ...]) -> tuple[Text, ...]:
    said = (Text("\n".join(lines)),) if lines else ()
    return (Text(title, "subheading"), *said)


def _use(words: str) -> Text:
    return Text(words, "hint")


def _subject(document: LetterDocument) -> str:
    return i18n.text("Objet : {subject}").format(subject=document.subject)


def _name(document: LetterDocument) -> str:
    return document.signature[-1] if document.signature else BLANK
