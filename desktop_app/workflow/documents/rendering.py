"""A finished letter or form, made and read back."""

import datetime as dt
from dataclasses import dataclass

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.fitting import fitted
from desktop_app.core.documents.model import (
    FilledForm,
    LetterDocument,
    NumberPlace,
    PrintedPicture,
)
from desktop_app.core.pdf import Pdf, Proof
from desktop_app.workflow.documents.editions import OtherEdition
from desktop_app.workflow.documents.forms import Way, copy_by_hand, fill_pack, fill_paper
from desktop_app.workflow.documents.preparing import (
    PreparedForm,
    PreparedLetter,
    prepare_letter,
    write_kit,
)
from desktop_app.workflow.interview.definitions import form_of, password_of
from desktop_app.workflow.people.signatures import SignatureMissing, of_signatory, picture_of
from desktop_app.workflow.safes.archive import DocumentNotProved
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Made:
    """A paper in memory, read back by another engine.

    ``pdf`` is what is printed: a letter with its kit, a filled form, the answers alone for the
    paper form (``way``), or the sheet to copy by hand (which holds no value to read back on an
    official page: its proof counts none). ``other`` is the unknown edition that was filled in part.
    """

    prepared: PreparedLetter | PreparedForm
    pdf: Pdf
    proof: Proof
    way: Way = "blank"
    other: OtherEdition | None = None

    @property
    def on_paper(self) -> bool:
        return self.way == "paper"

    @property
    def is_letter(self) -> bool:
        return isinstance(self.prepared, PreparedLetter)

    @property
    def signed(self) -> bool:
        """It bears the image of a signature."""
        document = self.prepared.document
        return isinstance(document, LetterDocument) and document.pictures.signature is not None

    @property
    def proved(self) -> bool:
        """Every value was read back on the page."""
        return self.proof.proved

    @property
    def unwritten(self) -> frozenset[str]:
        """The paragraphs of a letter of which a line was not read back."""
        document = self.prepared.document
        paragraphs = document.paragraphs if isinstance(document, LetterDocument) else ()
        return self.proof.unwritten(one.id for one in paragraphs)


def make_letter(
    tools: Tools,
    draft: Draft,
    today: dt.date,
    *,
    signature: PrintedPicture | None = None,
) -> Made:
    """Make the letter of a draft, with its kit.

    ``signature``: the image of one, when the person asks for it on this letter.

    Raises:
        InvalidAnswers: with every problem.
        MissingGlyphs, AddressTooWide: what must be changed for paper.
    """
    fit = fitted(tools.catalogue.letter(draft.pack), draft)
    prepared = prepare_letter(tools.catalogue, tools.law, fit, today, signature=signature)
    kit = write_kit(tools.letters, tools.sheets, prepared)
    return Made(prepared, kit, tools.letters.proof(prepared.document, kit))


def with_signature(tools: Tools, safe: Safe, made: Made, draft: Draft, person: str) -> Made:
    """Make a letter again with the image that the safe keeps of who signs it.

    Raises:
        SignatureMissing: it keeps none.
    """
    document = made.prepared.document
    assert isinstance(document, LetterDocument)
    found = of_signatory(safe, document.signature, person)
    if found is None:
        raise SignatureMissing
    picture = picture_of(safe, found.document, tools.clean_picture)
    return make_letter(tools, draft, document.day, signature=picture)


def make_on_blank(
    tools: Tools, draft: Draft, today: dt.date, blank: bytes, *, carry_over: bool = False
) -> Made:
    """Fill the official PDF that the person has.

    ``carry_over``: also an edition that is not known, where it is like the one that is.

    Raises:
        FormEditionUnknown: it is such an edition, and this was not asked.
        FormOtherEdition, FormOtherPdf, PdfRefused: the PDF is not the one, or cannot be used.
        InvalidAnswers: with every problem.
    """
    made = fill_pack(
        tools.forms,
        tools.catalogue,
        tools.law,
        _fit(tools, draft),
        blank=blank,
        today=today,
        password=password_of(draft),
        carry_over=carry_over,
    )
    assert made.prepared is not None
    return Made(made.prepared, made.pdf, made.proof, other=made.other)


def make_on_paper(tools: Tools, draft: Draft, today: dt.date, *, edition: str = "") -> Made:
    """Set only the answers, at their places, to be printed onto the paper form.

    ``edition`` is the one printed on that paper; the pack's own when empty.
    """
    fit = _fit(tools, draft)
    made = fill_paper(tools.forms, tools.catalogue, tools.law, fit, today=today, edition=edition)
    assert made.prepared is not None
    return Made(made.prepared, made.pdf, made.proof, way="paper")


def make_copy_sheet(tools: Tools, draft: Draft, today: dt.date, *, edition: str = "") -> Made:
    """Set, in large letters, what to copy by hand in each box of an edition."""
    made = copy_by_hand(
        tools.forms,
        tools.letters,
        tools.catalogue,
        tools.law,
        _fit(tools, draft),
        sheets=tools.sheets,
        today=today,
        edition=edition,
    )
    assert made.prepared is not None
    return Made(made.prepared, made.pdf, made.proof, way="hand")


def _fit(tools: Tools, draft: Draft) -> Draft:
    """Return what of a draft the form asks today: it may have been begun with another edition."""
    return fitted(form_of(tools.catalogue, draft), draft)


def number_place(made: Made) -> NumberPlace | None:
    """Return where the official page bears its number; None where there is no such page.

    On the answers alone, or on the sheet to copy, nothing of the form is printed.
    """
    document = made.prepared.document
    if made.on_paper or not made.proof.total or not isinstance(document, FilledForm):
        return None
    if made.other is None or made.other.printed is None:
        return document.number_at
    printed = made.other.printed
    x0, y0, x1, y1 = printed.rect
    size = made.other.page_sizes[printed.page - 1]
    return NumberPlace(printed.page, (x0, y0, x1 - x0, y1 - y0), size)


def move(
    tools: Tools,
    made: Made,
    right_mm: float,
    down_mm: float,
    *,
    ruler_mm: float = 100,
) -> Made:
    """Make a paper again for a printer that misses by so much, and read it back again.

    Args:
        ruler_mm: how long it prints 100 mm, on a paper form.

    What moves is the answers of a paper form, or a letter's address in the envelope's window; any
    other paper is left as it is.
    """
    prepared = made.prepared
    if (right_mm, down_mm, ruler_mm) == (0, 0, 100):
        return made
    if isinstance(prepared, PreparedLetter):
        letters = tools.letters.moved(right_mm, down_mm)
        kit = write_kit(letters, tools.sheets, prepared)
        return Made(prepared, kit, letters.proof(prepared.document, kit))
    if made.on_paper:
        # Forms are measured upwards, as PDF is.
        pdf, proof = tools.forms.on_paper(
            prepared.document, dx_mm=right_mm, dy_mm=-down_mm, ruler_mm=ruler_mm
        )
        return Made(prepared, pdf, proof, way="paper")
    return made


def trial_page(
    tools: Tools, made: Made, right_mm: float, down_mm: float, ruler_mm: float = 100
) -> Pdf:
    """Return the page that shows by how much a printer misses, moved by what is known of it.

    For a letter, it is laid over the envelope with a window; for a form, it is measured.
    """
    if isinstance(made.prepared, PreparedLetter):
        return tools.letters.moved(right_mm, down_mm).window_test_page(
            tools.sheets.envelope_trial()
        )
    return tools.forms.test_page(
        made.prepared.document,
        tools.sheets.printer_trial(),
        dx_mm=right_mm,
        dy_mm=-down_mm,
        ruler_mm=ruler_mm,
    )


def expect_proved(made: Made) -> None:
    """Refuse to print or file a document of which a value was not read back.

    Raises:
        DocumentNotProved.
    """
    if not made.proved:
        raise DocumentNotProved
