"""What is said of a letter of one's own: its answers and conditions in words, never in signs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.authoring import letter as letters
from desktop_app.core.authoring.letter import EditedLetter
from desktop_app.core.authoring.tokens import SignWords, UnknownWords, printed
from desktop_app.core.checks import letterhead
from desktop_app.core.errors import Problem
from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, joined_lines, text_of, tidy
from desktop_app.core.packs.model import Paragraph
from desktop_app.sentences.condition_words import condition_words, label_of
from desktop_app.sentences.sign_words import Questions, sign_words
from desktop_app.workflow.packs.editing_letter import Fault, OpenLetter


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


def row(hand: OpenLetter, index: int) -> ParagraphRow:
    """Return a paragraph of the letter in hand, ready to be shown."""
    one, questions, typing = (
        hand.letter.paragraphs[index],
        hand.editing.questions,
        hand.editing.typing,
    )
    if typing is not None and typing[0] == index:  # kept aside
        _, source, signs = typing
    else:
        signs = sign_words(letters.as_seen(one.text), questions)
        source = letters.in_words(one, signs)
    when = condition_of(one.when).expression
    faults = hand.faults.get(index, ())
    return ParagraphRow(
        number=index + 1,
        text=readable(one, questions),
        source=source,
        sometimes=condition_words(when, questions) if when is not None else "",
        signs=signs,
        wrong=" ".join(map(fault_words, faults)),
        mark=next(
            ((one.start, one.end) for one in faults if isinstance(one, UnknownWords)), (0, 0)
        ),
        first=index == 0,
        last=index == len(hand.letter.paragraphs) - 1,
        open=index == hand.open,
    )


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
                said.append(printed(joined_lines(piece.text)))
            case syntax.Shown():
                names = syntax.names_in(piece)
                told = " ".join(f"[{label_of(name, questions)}]" for name in names)
                said.append(f" {told}" if "".join(said).endswith("]") else told)
            case syntax.Block():
                ways = (*(words for _, words in piece.branches), piece.otherwise)
                shown = (_in_words(way, questions).strip(" ,\n") for way in ways)
                found = [words for words in shown if words]
                told = i18n.text("(selon les réponses : {words})")
                said.append(" " + told.format(words=" / ".join(found)) if found else "")
    return "".join(said)


def fault_words(fault: Fault) -> str:
    """Return why a paragraph cannot stand."""
    match fault:
        case UnknownWords():
            return _unknown(fault)
        case syntax.Refused(code="template-syntax"):
            return i18n.text(
                "Erreur : il manque une partie d’un choix. Chaque [si …] va avec un [fin du si]."
            )
        case syntax.Refused():
            return i18n.sentence(fault.code, fault.parameters)
    words = i18n.sentence(fault.code, fault.parameters)
    return f"{words} {_near(fault.suggestion)}" if fault.suggestion else words


def _unknown(unknown: UnknownWords) -> str:
    if not unknown.words:
        return i18n.text(
            "Erreur : un crochet « [ » n’est pas fermé, ou est vide. "
            "Pour un crochet ordinaire, écrivez « [[ »."
        )
    words = i18n.text("Erreur : « [{words}] » n’est pas une réponse de cette lettre.")
    words = words.format(words=unknown.words)
    return f"{words} {_near(f'[{unknown.near}]')}" if unknown.near else words


def _near(words: str) -> str:
    return i18n.text("Vouliez-vous écrire « {near} » ?").format(near=words)


def told(letter: EditedLetter, problems: Iterable[Problem]) -> list[str]:
    """Return what is to correct, and where, in the words of the check."""
    said = []
    for problem in problems:
        index = letters.paragraph_of(letter, problem)
        where = i18n.text("Paragraphe {n}").format(n=index + 1) if index is not None else ""
        where, words = where or problem.place, fault_words(problem)
        said.append(i18n.labelled(where, words) if where else words)
    return said


def head_faults(lines: Sequence[str]) -> list[str]:
    """Return what the head of the page cannot hold, in words."""
    found = []
    for place, code, limit in letterhead.faults(lines):
        words = i18n.sentence(code, {"limit": limit})
        where = i18n.text("Ligne {n}").format(n=place[0] + 1) if place else ""
        found.append(i18n.labelled(where, words) if where else words)
    return found
