"""Votre formulaire, in one of three ways: on its PDF, onto the paper form, or copied by hand."""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import NOT_PREPARED, Prepared, Question
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.pdf import Abbreviation
from desktop_app.core.record import record
from desktop_app.pages.editions import other_edition
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import GoPrint
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Gesture,
    Live,
    Own,
    Page,
    Row,
    Status,
    Text,
)
from desktop_app.pages.saving import save_pdf
from desktop_app.pages.standing import STANDING
from desktop_app.pages.wanted import blank, may_drop
from desktop_app.sentences import edition_words, prepared_words
from desktop_app.workflow.documents.editions import OtherEdition
from desktop_app.workflow.documents.forms import Filled
from desktop_app.workflow.documents.rendering import Made

EDITION, FRESH, MAKING, DIFFERS, SHORTER, TOLD, PAPER = (
    "edition", "fresh", "making", "differs", "shorter", "told", "paper",
)  # fmt: skip
"""Places: of the edition to choose, of how fresh it is, of how far the making is, of what another
edition has, of the boxes that are too small, of what is not on the pages, of the pages."""
SHORT = "short"


@record(frozen=True)
class FillPdf(Gesture):
    """Fill the official PDF that is at hand."""


@record(frozen=True)
class PrintOnPaper(Gesture):
    """Print the answers onto the paper form."""


@record(frozen=True)
class CopyByHand(Gesture):
    """Show what is to be copied by hand."""


@record(frozen=True)
class WriteRequest(Gesture):
    """Write the letter that holds the request of a form whose paper is not at hand."""


@record(frozen=True)
class FillFound(Gesture):
    """Fill only the boxes that were found again on another edition."""


@record(frozen=True)
class AnswerNew(Gesture):
    """Answer for the new boxes of another edition too."""


def page(
    *,
    replaced: str,
    opened: bool,
    held: bool,
    prepared: Prepared = NOT_PREPARED,
    public: bool = False,
) -> Page:
    """Return the ways; ``replaced``: by what the form is; ``opened``: its PDF was, here.

    ``held``: its PDF is at hand; else it is asked for. ``prepared``: we have not got the paper.
    """
    own = i18n.text("Remplir le PDF que j’ai ouvert")
    on_blank = own if opened else i18n.text("J’ai le PDF officiel : le remplir")
    actions = (  # above the pages: below them, they would be screens away
        Action(i18n.text("Imprimer"), GoPrint(), "primary", ready=False),
        save_pdf(public=public, ready=False),
        back(),
    )
    blocks: tuple[Block, ...] = (
        *((Text(replaced, "date"),) if replaced else ()),
        Live(EDITION),
        *(_without_paper(prepared) if prepared else _ways(on_blank, held=held)),
        *(() if held else (may_drop(),)),
        Live(FRESH),
        Status(),
        Own(MAKING),
        Live(DIFFERS),
        Live(SHORTER),
        Row(actions),
        Live(STANDING),
        Live(TOLD),
        Own(PAPER),
    )
    first = (replaced, prepared_words.not_here() if prepared else "")
    return Page(i18n.text("Votre formulaire"), blocks, (), lead=tuple(filter(None, first)))


def _ways(on_blank: str, *, held: bool) -> tuple[Block, ...]:
    return (
        Text(i18n.text("Comment avez-vous ce formulaire ?"), "subheading"),
        Choice(on_blank, FillPdf() if held else blank()),
        Choice(i18n.text("J’ai le formulaire en papier : imprimer dessus"), PrintOnPaper()),
        Choice(i18n.text("Je vais le recopier à la main"), CopyByHand()),
    )


def _without_paper(prepared: Prepared) -> tuple[Block, ...]:
    """Return what can be done before the paper is at hand, and once it is."""
    letter = Choice(i18n.text("Écrire aussi la demande sur papier libre"), WriteRequest(), "lettre")
    alone = Text(prepared_words.alone(prepared.alone), "hint")
    return (
        Text(prepared_words.not_here(), "date"),
        Text(prepared_words.get(prepared.get)),
        Text(prepared_words.send(prepared.send)),
        Choice(i18n.text("Voir la feuille à recopier"), CopyByHand()),
        *((letter, Text(prepared_words.why_letter(), "hint")) if prepared.letter else (alone,)),
        Choice(i18n.text("J’ai maintenant ce formulaire en PDF : l’ouvrir"), blank()),
    )


def being_made() -> str:
    """Return what is told until the form is made."""
    return i18n.text("Le formulaire se prépare…")


def ready() -> str:
    """Return what is told of a form that lacks nothing."""
    return i18n.text("Le formulaire est prêt.")


def which_edition(editions: Sequence[str]) -> tuple[Ask, ...]:
    """Return the choice among the known editions; nothing where there is one."""
    if len(editions) < 2:
        return ()
    label = i18n.text("Quelle édition est imprimée sur votre formulaire ?")
    choices = tuple(Option(id=one, label=one) for one in editions)
    question = Question(id=EDITION, kind="choice", label=label, choices=choices)
    typed = {EDITION: editions[0]}
    return (Ask(EDITION, (Asked(question, closed=True),), typed, at_once=True),)


def differs(other: OtherEdition, *, asks: bool) -> tuple[str, Card]:
    """Return which edition a PDF is, and what differs; ``asks``: new boxes may be asked about."""
    found = Choice(i18n.text("Remplir seulement les cases retrouvées"), FillFound())
    new = Choice(i18n.text("Répondre aussi pour les cases nouvelles"), AnswerNew())
    ways = (new, found) if asks and other.comparison.new else (found,)
    return edition_words.other_edition(other)[0], other_edition(other, ways)


def left(made: Made | Filled, *, numbered: bool) -> tuple[Text, ...]:
    """Return what is not on the pages, and what the person does with it.

    ``numbered``: the number of the form is outlined there.
    """
    unplaced = getattr(made.prepared, "unplaced", ())
    lines = [edition_words.to_fill(made.other)] if made.other is not None else []
    lines.append(edition_words.unplaced([one.label for one in unplaced]))
    words = i18n.text("Le numéro du formulaire est entouré sur la page.")
    where = (Text(words, "hint"),) if numbered else ()
    return (*(Text(line) for line in lines if line), *where)


# ---------------------------------------------------------------- boxes that are too small


def box_id(box: Abbreviation) -> str:
    """Return the name of the group that asks about a box."""
    return f"{SHORT} {box.page} {box.field} {box.refused} {box.value}"


def shorter(boxes: Sequence[Abbreviation], *, by_hand: bool) -> Iterator[Block]:
    """Yield one card for each box too small, in the order of the paper.

    ``by_hand``: they are copied, so that there is no annex.
    """
    if not boxes:
        return
    words = i18n.plural(
        "{n} case est trop petite : choisissez comment l’écrire.",
        "{n} cases sont trop petites : choisissez comment les écrire.",
        len(boxes),
    )
    yield Text(words, "subheading")
    for box in boxes:
        yield _box(box, *_otherwise(box, by_hand=by_hand))


def _box(box: Abbreviation, otherwise: str, meaning: str) -> Card:
    """Return both texts, and what is chosen so far: the whole, until she says otherwise."""
    where = {"label": i18n.pack_text(box.label or box.field), "page": box.page}
    whole = i18n.text("En entier : {text}").format(text=box.value)
    short = i18n.text("En abrégé : {text}").format(text=box.proposal)
    # The one that stands is last: once it has the focus, the whole card is in view.
    choices = (
        Option(id=SHORT, label=i18n.text("Écrire en abrégé")),
        Option(id="whole", label=otherwise),
    )
    question = Question(
        id=SHORT,
        kind="choice",
        label=i18n.text("{label} (page {page})").format(**where),
        hint=f"{whole}\n{short}",
        choices=choices,
    )
    typed = {SHORT: SHORT if box.agreed else "whole"}
    ask = Ask(box_id(box), (Asked(question),), typed, at_once=True)
    return Card("", (ask, Text(meaning, "hint")))


def _otherwise(box: Abbreviation, *, by_hand: bool) -> tuple[str, str]:
    """Return the other choice, which stands without her consent, and what it means."""
    if by_hand:
        return (
            i18n.text("Garder la réponse entière"),
            i18n.text("Écrivez petit, ou finissez sur une feuille jointe."),
        )
    if box.refused:
        return (
            i18n.text("Ne pas l’écrire : je corrigerai ma réponse"),
            i18n.text("Cette case n’accepte pas la réponse entière."),
        )
    return (
        i18n.text("Mettre en entier dans l’annexe"),
        i18n.text("L’annexe est une page de plus, jointe au formulaire."),
    )
