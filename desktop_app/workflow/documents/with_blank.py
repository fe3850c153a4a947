"""Interviews that may answer a PDF: taken up with the one the safe keeps, or begun on one.

All of it reads: for the worker.
"""

from dataclasses import replace
from hashlib import sha256

from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.generic.build import NO_CHANGES, Changes
from desktop_app.core.generic.model import GenericForm, own_copy, read_generic
from desktop_app.core.packs.model import FormDefinition
from desktop_app.workflow.documents.editions import OtherEdition, completed, moved_to
from desktop_app.workflow.documents.generic import OpenedPdf, begin_generic, make_form, open_pdf
from desktop_app.workflow.documents.own_blank import keep_with, kept_with
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.place import Place
from desktop_app.workflow.interview.whose import of_no_one_s
from desktop_app.workflow.matter.beginning import Begun, is_own, known
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


def take_up(tools: Tools, safe: Safe, draft_id: str, *, checked: bool = False) -> Begun:
    """Come back to the same place of a draft, for its person; of someone gone nothing is known.

    ``checked``: to its answers instead, to be read again.

    Raises:
        DraftUnreadable, UnknownPack, InvalidPack.
    """
    found = saving.resume(safe, tools.catalogue, draft_id, tools.clock.today())
    person = found.person_id
    owner = safe.people.there(person)
    name = owner.name if owner is not None else ""
    gone = bool(person) and not name
    return Begun(
        found.interview,
        {} if gone else known(tools, safe, person),
        is_own(tools, person),
        ("", "") if gone else (person, name),
        draft_id=draft_id,
        dossier=found.dossier_id,
        place=Place(where="check") if checked else found.place,
        blank=kept_with(tools, safe, found.interview.draft, person),
        unkept=owner is not None and safe.consents.withdrawn(person),
    )


def begin_unknown(
    tools: Tools, safe: Safe | None, opened: OpenedPdf, changes: Changes, person: str
) -> Begun:
    """Begin the questions made of a PDF that no pack knows, as the person corrected them."""
    form = make_form(opened, tools.clock.today(), changes)
    return _begun(tools, safe, opened, form, person)


def begin_other_edition(
    tools: Tools, safe: Safe | None, opened: OpenedPdf, other: OtherEdition, person: str
) -> Begun:
    """Begin the questions of a known form on a PDF of another edition, then those of its own."""
    assert opened.facts is not None
    form = completed(other, opened.facts, tools.clock.today(), opened.password)
    return _begun(tools, safe, opened, form, person)


def go_on(hand: InHand, form: GenericForm, blank: bytes) -> OwnBlank:
    """Go on with the same answers on another edition of the form; return it."""
    draft = moved_to(form, hand.interview.draft)
    hand.move(Interview(read_generic(draft.form).definition, draft, hand.interview.today))
    own = OwnBlank(blank, form.field_map)
    keep_with(hand, own)
    return own


def copied(hand: InHand, own: OwnBlank) -> OwnBlank:
    """Go on with the same answers in a copy of this form of ours, whose boxes can be corrected."""
    definition = hand.interview.definition
    assert isinstance(definition, FormDefinition)
    return go_on(hand, own_copy(definition, own.field_map, sha256(own.data).hexdigest()), own.data)


def _begun(
    tools: Tools, safe: Safe | None, opened: OpenedPdf, form: GenericForm, person: str
) -> Begun:
    return Begun(
        begin_generic(form, tools.clock.today()),
        known(tools, safe, person),
        is_own(tools, person),
        blank=OwnBlank(opened.blank, form.field_map, empty=opened.empty),
    )


def begin_kept(tools: Tools, safe: Safe, pack: str, person: str) -> Begun:
    """Begin again, for somebody, a form made for a PDF that the safe keeps for everybody.

    Its boxes stay as the last one who answered it had corrected them, and of whom its parts are;
    where nobody's answers are left, the PDF is read again.

    Raises:
        PdfRefused: it cannot be read; and what the safe says when it has it no more.
    """
    found = blanks.find_empty(safe, pack) or ""
    data = safe.content(found)
    last = safe.drafts.last(pack)
    if last is None or not (before := read_json(last.content)).form:
        title = blanks.BLANK_TITLE.format(title="")
        name = safe.document(found).title.removeprefix(title)
        opened = open_pdf(tools.forms, tools.catalogue, data, name)
        return begin_unknown(tools, safe, opened, NO_CHANGES, person)
    form = read_generic(before.form)
    interview = begin_generic(form, tools.clock.today())
    draft = replace(interview.draft, whose=of_no_one_s(before.whose))
    return Begun(
        replace(interview, draft=draft),
        known(tools, safe, person),
        is_own(tools, person),
        blank=OwnBlank(data, form.field_map, empty=True),
    )


def with_kept(tools: Tools, safe: Safe, begun: Begun, person: str) -> Begun:
    """Have a form begin with the PDF of it that the safe keeps, her own or everybody's."""
    return replace(begun, blank=kept_with(tools, safe, begun.interview.draft, person))
