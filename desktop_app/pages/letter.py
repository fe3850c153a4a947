"""Votre lettre, read before it is printed: each paragraph with its reason, and what changes it."""

from collections.abc import Iterable, Iterator

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice, Question
from desktop_app.core.record import record
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import GoPrint
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Live,
    Loss,
    Own,
    Page,
    Row,
    Status,
    Take,
    Text,
)
from desktop_app.pages.saving import save_pdf
from desktop_app.pages.standing import STANDING
from desktop_app.pages.why import why
from desktop_app.sentences import paper_words
from desktop_app.workflow.documents.paragraphs import ReadParagraph

MAKING, SIGNATURE, PAPER, PARAGRAPHS = "making", "signature", "paper", "paragraphs"
"""Places: of how far the making is, of the image of a signature, of the pages, of what they say."""
OLD = "old"
"""The place of what is told where what the letter rests on was read too long ago."""
WRONG = "wrong"
"""The place of what leads to a paragraph that cannot be printed."""
WORDS = "words"
"""What is asked of a paragraph whose words are changed."""
FIRST = 4
"""Blocks of what the letter says that are shown at once: more than a window has room for."""


@record(frozen=True)
class ReadSentences(Gesture):
    """Show what the letter says, paragraph by paragraph, and go there."""


@record(frozen=True)
class TakeOut(Loss):
    """Leave an optional paragraph out of the letter."""

    paragraph: str


@record(frozen=True)
class PutBack(Gesture):
    """Put a paragraph back, in the words that it had."""

    paragraph: str


@record(frozen=True)
class ChangeWords(Gesture):
    """Open a paragraph's words to be changed."""

    paragraph: str


@record(frozen=True)
class LeaveAsBefore(Gesture):
    """Give up what is being typed in a paragraph."""

    paragraph: str


@record(frozen=True)
class OurWords(Gesture):
    """Put our words in place of hers."""

    paragraph: str


@record(frozen=True)
class OwnWords(Gesture):
    """Take again the words that ours replaced."""

    paragraph: str


@record(frozen=True)
class SaveWord(Gesture):
    """Save the letter for a word processor, where a colleague changes it."""


def page(
    paragraphs: Iterable[ReadParagraph] = (), *, public: bool = False, office: bool = False
) -> Page:
    """Return the page while the letter is made; what one came for stands above its pages.

    ``office``: a colleague may change it with a word processor.

    What it says is on these: ``paragraphs`` are those that one reads or changes here.
    """
    actions = (
        Action(i18n.text("Imprimer et envoyer"), GoPrint(), "primary", ready=False),
        save_pdf(public=public, ready=False),
        Action(i18n.text("Lire et changer les phrases"), ReadSentences()),
        *((_for_a_colleague(),) if office else ()),
        back(),
    )
    blocks: tuple[Block, ...] = (
        Status(being_made()),
        Live(WRONG),
        Live(OLD),
        Own(MAKING),
        Row(actions),
        Live(SIGNATURE),
        Live(STANDING),
        Own(PAPER),
        Live(PARAGRAPHS, tuple(said(paragraphs)), FIRST),
    )
    return Page(i18n.text("Votre lettre"), blocks, ())


def _for_a_colleague() -> Action:
    words = i18n.text("Enregistrer pour un traitement de texte")
    return Action(words, SaveWord(), ready=False)


def being_made() -> str:
    """Return what is told until the letter is made."""
    return i18n.text("La lettre se prépare…")


def ready() -> str:
    """Return what is told of a letter that lacks nothing."""
    return i18n.text("La lettre est prête.")


def still_typed(paragraphs: Iterable[ReadParagraph]) -> str:
    """Return what must be done with the first words being typed before the letter is printed."""
    number = next(one.number for one in paragraphs)
    words = i18n.text(
        "Le paragraphe {n} n’est pas fini : « {keep} » ou « {leave} », puis imprimez."
    )
    return words.format(n=number, keep=_keep(), leave=_leave())


def to_change(paragraphs: Iterable[ReadParagraph]) -> tuple[Block, ...]:
    """Return what leads to each of these, to write it otherwise."""
    words = i18n.text("Changer le paragraphe {n}")
    ways = (Action(words.format(n=one.number), ChangeWords(one.id)) for one in paragraphs)
    return tuple(ways)


def _keep() -> str:
    return i18n.text("Garder ces mots")


def _leave() -> str:
    return i18n.text("Laisser comme avant")


def signature(name: str) -> tuple[Card]:
    """Ask whether the image of who signs, of this name, stands on the letter; never by itself."""
    pen = i18n.text("Sans l’image, vous signez au stylo au-dessus du nom.")
    hint = f"{hand_signature()} {pen}"
    words = i18n.text("Mettre l’image de la signature ({name})").format(name=name)
    question = Question(
        id=SIGNATURE,
        kind="choices",
        label=i18n.text("Signature"),
        hint=hint,
        choices=(Choice(id=SIGNATURE, label=words),),
    )
    return (Card("", (Ask(SIGNATURE, (Asked(question),), at_once=True),)),)


def hand_signature() -> str:
    """Return what an image does not replace everywhere."""
    return i18n.text("Certains organismes demandent une signature à la main.")


# ---------------------------------------------------------------- the paragraphs


def open_at_once(paragraphs: Iterable[ReadParagraph]) -> bool:
    """Tell whether the paragraphs are shown unasked: one was changed or is not finished, or what
    they mean is told in another language than the letter's.
    """
    changed = (one.opened or one.edited or one.removed or one.lost for one in paragraphs)
    return any(changed) or bool(paper_words.language_of_letters())


def said(paragraphs: Iterable[ReadParagraph]) -> Iterator[Block]:
    """Yield what the letter says, a card a paragraph; nothing before it is read."""
    read = list(paragraphs)
    cards = [_card(one) for one in read]
    if cards:
        title = i18n.text("Ce que dit votre lettre, paragraphe par paragraphe")
        yield Text(title, "subheading")
        if told := paper_words.language_of_letters():
            yield Text(told, "hint")
    yield from cards
    if law := tuple(_law(read)):
        yield why(i18n.text("Les textes de loi de la lettre"), law)


def came_back(paragraphs: Iterable[ReadParagraph], name: str) -> str:
    """Return what comes back once what is done to this paragraph is undone."""
    numbers = (one.number for one in paragraphs if one.id == name)
    return i18n.text("le paragraphe {n}").format(n=next(numbers, ""))


def ask_of(paragraph: str) -> str:
    """Return the name of the group that asks for the words of a paragraph."""
    return f"{WORDS} {paragraph}"


def paragraph_of(asked: str) -> str:
    """Return the paragraph of such a group."""
    return asked.removeprefix(f"{WORDS} ")


def _card(paragraph: ReadParagraph) -> Card:
    """Return a paragraph; heard with the first thing that can be done: what "Le modifier" is of."""
    number = i18n.text("Paragraphe {n}").format(n=paragraph.number)
    told = tuple(_told(paragraph))
    about = "\n".join(" ".join(filter(None, one.words.splitlines())) for one in told)
    return Card("", (Text(number, "hint"), *told, *_changing(paragraph, about)))


def _told(paragraph: ReadParagraph) -> Iterator[Text]:
    if paragraph.removed:
        yield Text(i18n.text("Retiré de la lettre."), "error")
    else:
        yield Text(i18n.cited(paragraph.text))
    if paragraph.edited:
        yield Text(i18n.text("Avec vos mots."), "date")
    if paragraph.lost:
        lost = i18n.text("Vos mots ne disent plus : {facts}. Vérifiez s’ils sont utiles.")
        yield Text(lost.format(facts=" · ".join(paragraph.lost)), "error")
    meaning = i18n.pack_text(paragraph.meaning)
    yield Text(i18n.text("Pourquoi : {meaning}").format(meaning=meaning), "hint")


def _law(paragraphs: Iterable[ReadParagraph]) -> Iterator[str]:
    """Yield on which articles each paragraph rests, and which a lawyer must still read again."""
    for one in paragraphs:
        told = []
        if one.basis:
            articles = i18n.cited(", ".join(one.basis))
            told.append(i18n.text("Textes : {articles}").format(articles=articles))
        if one.doubts:
            told.append(i18n.sentence("point-a-verifier", {"day": min(one.doubts)}))
        if told:
            number = i18n.text("Paragraphe {n}").format(n=one.number)
            yield i18n.labelled(number, " ".join(told))


def _changing(paragraph: ReadParagraph, about: str) -> Iterator[Block]:
    """Yield what may be done with a paragraph, or the box in which its words are changed."""
    if not paragraph.opened:
        yield _row(paragraph, _offered(paragraph), about)
        return
    ask, label = ask_of(paragraph.id), i18n.text("Vos mots pour ce paragraphe")
    question = Question(id=WORDS, kind="long_text", label=label)
    yield Ask(ask, (Asked(question, empty="words-empty"),), {WORDS: paragraph.words})
    yield _row(paragraph, ((_keep(), Take(ask)), (_leave(), LeaveAsBefore(paragraph.id))))


def _offered(paragraph: ReadParagraph) -> Iterator[tuple[str, Gesture]]:
    name = paragraph.id
    if paragraph.removed:
        yield i18n.text("Le remettre"), PutBack(name)
        return
    if paragraph.optional:
        yield i18n.text("Le retirer"), TakeOut(name)
    yield i18n.text("Le modifier"), ChangeWords(name)
    if paragraph.edited:
        yield i18n.text("Remettre nos mots"), OurWords(name)
    if paragraph.own:
        yield i18n.text("Reprendre mes mots"), OwnWords(name)


def _row(paragraph: ReadParagraph, offered: Iterable[tuple[str, Gesture]], about: str = "") -> Row:
    """Return these side by side, each with its paragraph; ``about`` is heard with the first."""
    which = i18n.text("paragraphe {n}").format(n=paragraph.number)
    return Row(
        tuple(
            Action(words, does, name=i18n.labelled(words, which), about="" if place else about)
            for place, (words, does) in enumerate(offered)
        )
    )
