"""What is shown of a letter's paragraphs: answers and conditions in words, never signs. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring import tokens
from desktop_app.core.language import syntax
from desktop_app.core.language.template import joined_lines, text_of, tidy
from desktop_app.core.packs.model import Paragraph
from desktop_app.sentences.condition_words import label_of
from desktop_app.sentences.sign_words import Questions, SignWords, sign_words


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """One paragraph, ready to be shown.

    Attributes:
        text: as in the letter, its blanks in words.
        source: as its author types it, its signs in words.
        sometimes: when it stands in the letter; "" when it always does.
        signs: the words of its signs, as the source shows them.
        wrong: what is to correct; "" when nothing is.
        mark: where in the source it is to be corrected: start and end.
        open: its words are being changed.
    """

    number: int
    text: str
    source: str
    sometimes: str
    signs: SignWords
    wrong: str
    mark: tuple[int, int]
    first: bool
    last: bool
    open: bool


class CannotStand(Exception):
    """Words typed that the letter cannot hold: why, and where in them."""

    def __init__(self, why: str, mark: tuple[int, int] = (0, 0)) -> None:
        super().__init__(why)
        self.why, self.mark = why, mark


def source_of(paragraph: Paragraph, signs: SignWords) -> str:
    """Return a paragraph as its author types it."""
    return tokens.shown(letters.as_seen(paragraph.text), signs.words)


def signs_in(paragraph: Paragraph, questions: Questions) -> SignWords:
    """Return the words of a paragraph's signs, as ``source_of`` shows them."""
    return sign_words(letters.as_seen(paragraph.text), questions)


def text_typed(typed: str, signs: SignWords) -> str:
    """Return the text of a pack that typed words stand for.

    Raises:
        CannotStand.
    """
    try:
        text = letters.as_typed(tokens.read(typed, signs.words))
    except tokens.UnknownWords as unknown:
        raise CannotStand(_unknown(unknown), (unknown.start, unknown.end)) from unknown
    try:
        text_of(text)
    except syntax.Refused as refused:
        raise CannotStand(_refused(refused)) from refused
    return text


def readable(paragraph: Paragraph, questions: Questions) -> str:
    """Return a paragraph as it reads in the letter, its blanks in words."""
    if not paragraph.text.strip():
        return i18n.text("(paragraphe sans texte)")
    try:
        return tidy(_in_words(text_of(paragraph.text).pieces, questions))
    except syntax.Refused:
        return paragraph.text


def _in_words(pieces: Iterable[syntax.Piece], questions: Questions) -> str:
    said = []
    for piece in pieces:
        match piece:
            case syntax.Words():
                said.append(joined_lines(piece.text))
            case syntax.Shown():
                names = syntax.names_in(piece)
                said.append(" ".join(f"[{label_of(name, questions)}]" for name in names))
            case syntax.Block():
                ways = (*(words for _, words in piece.branches), piece.otherwise)
                shown = (_in_words(way, questions).strip(" ,\n") for way in ways)
                found = [words for words in shown if words]
                told = i18n.text("(selon les réponses : {words})")
                said.append(" " + told.format(words=" / ".join(found)) if found else "")
    return "".join(said)


def _unknown(unknown: tokens.UnknownWords) -> str:
    if not unknown.words:
        return i18n.text(
            "Erreur : un crochet « [ » n’est pas fermé, ou est vide. "
            "Pour un crochet ordinaire, écrivez « [[ »."
        )
    words = i18n.text("Erreur : « [{words}] » n’est pas une réponse de cette lettre.")
    words = words.format(words=unknown.words)
    if not unknown.near:
        return words
    near = i18n.text("Vouliez-vous écrire « [{near}] » ?").format(near=unknown.near)
    return f"{words} {near}"


def _refused(refused: syntax.Refused) -> str:
    if refused.code != "template-syntax":
        return i18n.sentence(refused.code, refused.parameters)
    return i18n.text(
        "Erreur : il manque une partie d’un choix. Chaque [si …] va avec un [fin du si]."
    )
