"""Definition + Answers + today -> LetterDocument: final text, in French typography."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.core.answers.conditions import PLEADED, Scope, asked, scope
from desktop_app.core.answers.draft import Answers
from desktop_app.core.documents.addresses import recipient_block
from desktop_app.core.documents.model import (
    ComposedParagraph,
    EnclosedPaper,
    LetterDocument,
    Missing,
    Pictures,
)
from desktop_app.core.documents.pleaded import Pleaded, arranged, pleaded, unsaid
from desktop_app.core.errors import AppError
from desktop_app.core.language.template import Rendered, condition_of, text_of
from desktop_app.core.language.typography import french
from desktop_app.core.packs.model import (
    ConditionalText,
    Enclosure,
    LetterDefinition,
    PackHeader,
    Paragraph,
)
from desktop_app.core.packs.pleading import Argued, question_of
from desktop_app.core.packs.resolve import (
    JOINED,
    LATER,
    as_label,
    enclosure_question,
    pages_question,
    questions_of,
)

NO_PICTURES = Pictures()
NO_LETTER = frozenset(
    ("rejet-implicite", "motifs-non-communiques", "delai-prefet-expire", "expiration-du-titre")
)
"""Events from which a delay runs without any letter."""
DECIDED_ON = "date_decision"
"""The question of `forms/common` about a decision that came."""


class ParagraphUnfinished(AppError):
    """A letter of which a paragraph is still being written: it is kept or given up first."""


def compose_letter(
    definition: LetterDefinition,
    answers: Answers,
    today: dt.date,
    pictures: Pictures = NO_PICTURES,
    *,
    late: bool = False,
) -> LetterDocument:
    """Return the letter.

    Args:
        definition: resolved (``packs/resolve.py``).
        answers: made by ``answers/validate.py`` for this definition.
        today: the date written on the letter.
        pictures: the logo of its head, the image of the signature, when there are any.
        late: its last legal day is known, and over: what the law gives in time is not claimed.

    Raises:
        ParagraphUnfinished.
    """
    writer = Writer.of(definition, answers, today, late=late)
    found = pleaded(definition.pleading, answers.removed, writer.holds)
    writer.values[PLEADED] = found.grounds > 0
    silent = unsaid(definition.pleading, found)
    papers = enclosed([one for one in definition.enclosure if one.id not in silent], writer)
    titles = writer.first(definition.recipient.call).rstrip(" ,")
    return LetterDocument(
        pack=definition.id,
        title=french(definition.title),
        sender=writer.lines(definition.sender),
        recipient=recipient_block(writer.lines(definition.recipient.line)),
        place=writer.first(definition.place),
        day=today,
        references=writer.lines(definition.reference),
        subject=writer.text(definition.subject),
        call=f"{titles}," if titles else "",
        paragraphs=tuple(_paragraphs(definition, answers, writer, found, papers)),
        closing=closing(titles, definition.recipient.regards),
        signature=writer.lines(definition.signature),
        enclosures=papers,
        request=writer.text(definition.request),
        registered=definition.registered,
        answers_one=answers_a_letter(definition),
        free_post=definition.free_post,
        copies=writer.lines(definition.copy),
        missing=writer.missing_answers(),
        undecided=(*writer.undecided_answers(), *_no_ground(definition, found)),
        warnings=(*writer.lines(definition.warning), *map(french, found.told)),
        left_out=found.left,
        help_first=tuple(one.title for one in found.printed if one.help_first),
        letterhead=tuple(french(line) for line in definition.letterhead.lines),
        pictures=pictures,
    )


def answers_a_letter(definition: LetterDefinition) -> bool:
    """Tell whether it answers a letter that came, whose envelope is a proof; else it begins, or
    breaks a silence.
    """
    came = any(rule.event not in NO_LETTER for rule in definition.deadline)
    return came or any(one.id == DECIDED_ON for one in questions_of(definition))


def closing(titles: str, regards: str) -> str:
    """Return the closing formula, which repeats the titles of the call."""
    if not regards.startswith(("mes ", "ma ", "mon ")):
        regards = f"{'mes' if regards.split(' ', maxsplit=1)[0].endswith('s') else 'ma'} {regards}"
    addressed = f", {titles}," if titles else ""
    return french(f"Je vous prie d'agréer{addressed} l'expression de {regards}.")


@dataclass(frozen=True, slots=True)
class Writer:
    """Renders the texts of one pack with one set of answers, and notes the blanks it leaves.

    Attributes:
        values: answers and today.
        labels: question id -> what it is called, of the questions asked, in order.
        awaited: the questions whose blank is to be filled by pen even where a whole line would
            be blank: those that are required, or that may be answered "je ne sais pas" and so
            expect something. The others may stay empty, and a line of theirs alone is dropped.
        necessary: the questions that are required and have no answer, not even "je ne sais pas".
        missing: the blanks left so far.
    """

    values: Scope
    labels: dict[str, str]
    awaited: frozenset[str]
    necessary: frozenset[str]
    missing: set[str]

    @classmethod
    def of(
        cls, definition: PackHeader, answers: Answers, today: dt.date, *, late: bool = False
    ) -> "Writer":
        """Return the writer of a definition and its answers."""
        questions = list(asked(definition, answers, today))
        return cls(
            values=scope(definition, answers.values, today, late=late),
            labels={question.id: question.called for question in questions},
            awaited=frozenset(q.id for q in questions if q.required or q.unknown),
            necessary=frozenset(
                q.id for q in questions if q.required and q.id not in answers.values
            ),
            missing=set(),
        )

    def holds(self, condition: str) -> bool:
        """Tell whether a condition of the pack holds."""
        return condition_of(condition).holds(self.values)

    def text(self, source: str) -> str:
        """Return a text of the pack, finished."""
        return self._noted(text_of(source).render(self.values))

    def unnoted(self, source: str) -> str:
        """Return a text of the pack that is not printed: its blanks are nobody's to fill."""
        return french(text_of(source).render(self.values).text)

    def lines(self, candidates: Iterable[ConditionalText]) -> tuple[str, ...]:
        """Return those that hold; one that has nothing to say is dropped."""
        found = []
        for candidate in candidates:
            if not self.holds(candidate.when):
                continue
            rendered = text_of(candidate.text).render(self.values)
            if rendered.text and not self._says_nothing(rendered):
                found.append(self._noted(rendered))
        return tuple(found)

    def first(self, candidates: Iterable[ConditionalText]) -> str:
        """Return the first that holds; empty when none does."""
        for candidate in candidates:
            if self.holds(candidate.when):
                return self.text(candidate.text)
        return ""

    def missing_answers(self) -> tuple[Missing, ...]:
        """Return the blanks left, in the order of the questions."""
        return self._named(self.missing)

    def undecided_answers(self) -> tuple[Missing, ...]:
        """Return the necessary answers that are not there and of which no blank was left."""
        return self._named(self.necessary - self.missing)

    def _named(self, questions: Collection[str]) -> tuple[Missing, ...]:
        return tuple(
            Missing(name, label) for name, label in self.labels.items() if name in questions
        )

    def _says_nothing(self, rendered: Rendered) -> bool:
        blank = rendered.missing and not rendered.written
        return bool(blank) and not self.awaited.intersection(rendered.missing)

    def _noted(self, rendered: Rendered) -> str:
        self.missing.update(rendered.missing)
        return french(rendered.text)


def _no_ground(definition: LetterDefinition, found: Pleaded) -> Iterator[Missing]:
    """Yield that a paper which must plead pleads nothing: it is written all the same."""
    pleading = definition.pleading
    if pleading.required and pleading.argued and not found.grounds:
        yield Missing(question_of(pleading.argued[0].id), pleading.required)


def _paragraphs(
    definition: LetterDefinition,
    answers: Answers,
    writer: Writer,
    found: Pleaded,
    papers: tuple[EnclosedPaper, ...],
) -> Iterable[ComposedParagraph]:
    paragraphs, said = arranged(definition, found)
    proofs = _proofs(papers)
    for paragraph in paragraphs:
        if paragraph.id in answers.removed or not writer.holds(paragraph.when):
            continue
        if paragraph.id in answers.writing:
            raise ParagraphUnfinished
        composed = _composed(paragraph, answers, writer)
        if composed.text and paragraph.id in said:
            composed = _proved(composed, said[paragraph.id], proofs)
        if composed.text:
            yield composed


def _proofs(papers: tuple[EnclosedPaper, ...]) -> Mapping[str, str]:
    """Return how an argument names each paper: by its number in the list, or as one to come."""
    joined = [one.id for one in papers if not one.later]
    numbered = {name: f"Pièce n° {number}." for number, name in enumerate(joined, 1)}
    return {one.id: numbered.get(one.id, "La pièce qui le prouve suivra.") for one in papers}


def _proved(
    paragraph: ComposedParagraph, argued: Argued, proofs: Mapping[str, str]
) -> ComposedParagraph:
    """Return an argument with the paper that proves it, if that one is in the envelope."""
    proof = french(proofs.get(argued.enclosure, ""))
    if not proof:
        return paragraph
    if paragraph.edited:  # her words are left as they are
        return replace(paragraph, ours=f"{paragraph.ours} {proof}")
    return replace(paragraph, text=f"{paragraph.text} {proof}")


def _composed(paragraph: Paragraph, answers: Answers, writer: Writer) -> ComposedParagraph:
    own = answers.edited.get(paragraph.id)
    return ComposedParagraph(
        id=paragraph.id,
        text=writer.text(paragraph.text) if own is None else french(own),
        meaning=paragraph.meaning,
        basis=paragraph.basis,
        optional=paragraph.optional,
        heading=writer.text(paragraph.heading) if paragraph.heading else "",
        edited=own is not None,
        ours="" if own is None else writer.unnoted(paragraph.text),
    )


def enclosed(enclosures: Iterable[Enclosure], writer: Writer) -> tuple[EnclosedPaper, ...]:
    """Return the papers joined, then those that will follow, in the order of the pack."""
    now: list[EnclosedPaper] = []
    later: list[EnclosedPaper] = []
    for paper in enclosures:
        said = writer.values.get(enclosure_question(paper.id))
        if said == JOINED:
            pages = writer.values.get(pages_question(paper.id))
            counted = pages if isinstance(pages, int) else 0
            now.append(replace(_paper(paper, writer), pages=counted))
        elif said == LATER:
            later.append(replace(_paper(paper, writer), later=True))
    return (*now, *later)


def _paper(paper: Enclosure, writer: Writer) -> EnclosedPaper:
    words, label = writer.text(paper.text), as_label(paper.text)
    return EnclosedPaper(paper.id, words, label=label, original=paper.original)
