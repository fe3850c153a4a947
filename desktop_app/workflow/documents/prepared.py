"""A form whose paper we had not got: its letter today; its boxes, once its PDF is brought."""

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.generic.brought import Paired, confirmed, own_texts, pair
from desktop_app.core.generic.facts import FormFacts
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.packs.files import FORM_FILE
from desktop_app.core.packs.model import FormDefinition, PackHeader
from desktop_app.core.packs.parse import parse_pack
from desktop_app.core.packs.resolve import questions_of
from desktop_app.workflow.documents.editions import OtherEdition
from desktop_app.workflow.documents.forms import FormOtherPaper
from desktop_app.workflow.documents.generic import OpenedPdf, begin_generic, open_pdf
from desktop_app.workflow.documents.own_blank import keep_with
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter.beginning import Begun, Pressing, begin, is_own, known
from desktop_app.workflow.ports import Catalogue, FormWriter
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

ENOUGH = 5
"""Lines found again on a PDF that prints the number: fewer are no form."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A PDF brought for a prepared form; ``paired``: None where it was confirmed before, here."""

    pack: str
    opened: OpenedPdf
    paired: Paired | None = None


def bring(
    forms: FormWriter, catalogue: Catalogue, pack: str, data: bytes, name: str, *, today: dt.date
) -> Brought:
    """Open the PDF that a person brings for a prepared form: for the worker.

    Raises:
        FormOtherPaper: it is the blank of another form.
        PdfRefused: it cannot be opened, or there is nothing to fill in it.
    """
    opened = open_pdf(forms, catalogue, data, name)
    definition = catalogue.form(pack)
    if opened.pack:
        found = catalogue.form(opened.pack)
        if found.number != definition.number:
            raise FormOtherPaper(title=found.title)
        return Brought(opened.pack, opened)
    assert opened.facts is not None
    return Brought(pack, opened, _pair(catalogue, pack, opened.facts, today, ""))


def prepared_for(catalogue: Catalogue, opened: OpenedPdf, today: dt.date) -> Brought | None:
    """Return the prepared form whose number a PDF prints; None when it is none, or unlike it."""
    if opened.facts is None:
        return None
    printed = {one.number.partition("*")[0] for one in opened.facts.numbers}
    prepared = {one.id for one in catalogue.search("", "form") if one.prepared}
    for pack in catalogue.may_resemble(printed, "", ()):  # the others are not read
        if pack in prepared:
            paired = _pair(catalogue, pack, opened.facts, today, opened.password)
            if len(paired.pairs) >= ENOUGH:
                return Brought(pack, opened, paired)
    return None


def surer(near: OtherEdition | None, brought: Brought) -> bool:
    """Tell whether a PDF is more surely another edition of a form whose boxes we know."""
    found = len(brought.paired.pairs) if brought.paired is not None else 0
    return near is not None and len(near.comparison.matches) >= found


def _pair(
    catalogue: Catalogue, pack: str, facts: FormFacts, today: dt.date, password: str
) -> Paired:
    return pair(catalogue.form(pack), catalogue.field_map(pack), facts, today, password)


# ---------------------------------------------------------------- confirmed by the person


def form_of_blank(brought: Brought, refused: Set[str]) -> GenericForm:
    """Return the form that she confirmed, but for the pairs refused."""
    assert brought.paired is not None
    return confirmed(brought.paired, refused)


def keep_map(catalogue: Catalogue, brought: Brought, form: GenericForm) -> str:
    """Keep what was confirmed as a map of her own, so that the same blank is known next time.

    It holds nothing of anybody: words and places of a blank. Return its id.

    Raises:
        PackNameTaken, NotWritten, DiskFull, ReadOnly: nothing was written.
    """
    raw = catalogue.texts(brought.pack).texts
    own = parse_pack({FORM_FILE: raw[FORM_FILE]}).definition
    assert isinstance(own, FormDefinition)
    asked = len(catalogue.form(brought.pack).section)
    name = _name_of(brought.pack, form)
    return catalogue.keep_pack(name, own_texts(own, form, asked, name))


def _name_of(pack: str, form: GenericForm) -> str:
    """Return an id that the same blank always has, and no other one."""
    bare = re.sub(r"[^a-z0-9-]", "", pack)
    return f"{bare}-{form.sha256[:8]}"


def begin_confirmed(
    tools: Tools, safe: Safe | None, brought: Brought, form: GenericForm, person: str
) -> Begun:
    """Begin the questions of the form on the PDF that was brought."""
    return Begun(
        begin_generic(form, tools.clock.today()),
        known(tools, safe, person),
        is_own(tools, person),
        blank=OwnBlank(brought.opened.blank, form.field_map),
    )


def go_on_known(hand: InHand, catalogue: Catalogue, brought: Brought) -> OwnBlank:
    """Go on with the same answers on a blank that was confirmed before."""
    definition, field_map = catalogue.form(brought.pack), brought.opened.field_map
    assert field_map is not None
    draft = dataclasses.replace(hand.interview.draft, pack=brought.pack)
    hand.move(Interview(definition, draft, hand.interview.today))
    own = OwnBlank(brought.opened.blank, field_map)
    keep_with(hand, own)
    return own


# ---------------------------------------------------------------- the letter


def begin_letter(tools: Tools, safe: Safe | None, draft: Draft, person: str) -> Begun | Pressing:
    """Begin the letter that holds a form's request, with what was told already.

    Raises:
        UnknownPack, InvalidPack.
    """
    form = tools.catalogue.form(draft.pack)
    begun = begin(tools, safe, form.prepared.letter, person)
    if isinstance(begun, Pressing):
        return begun
    letter, today = begun.interview.definition, begun.interview.today
    told = told_to(letter, form, draft)
    answers = Draft(letter.id, told, draft.unknown & {one.id for one in questions_of(letter)})
    given = frozenset(form.prepared.answers)
    interview = Interview(letter, answers, today, tools.catalogue.abbreviations, given=given)
    return dataclasses.replace(begun, interview=interview)


def told_to(letter: PackHeader, form: FormDefinition, draft: Draft) -> Mapping[str, Typed]:
    """Return what a form's answers, and its choice, already say to its letter."""
    asked = {question.id for question in questions_of(letter)}
    told = {name: typed for name, typed in draft.answers.items() if name in asked}
    return {**told, **form.prepared.answers}
