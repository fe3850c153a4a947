"""With what each screen is opened: one line a screen, and real things only.

A new screen of ``gui/screens/SCREENS`` needs its line here: the harness says so until it has it.
A line ``screen:variant`` opens the same screen in another state.
"""

import dataclasses
import datetime as dt
import io
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from desktop_app import i18n
from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.authoring import asking
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.history import History
from desktop_app.core.authoring.kept import KeptModel
from desktop_app.core.authoring.letter import with_head
from desktop_app.core.folder import Carried, Stick
from desktop_app.core.forgotten import Forgotten
from desktop_app.core.office import Office
from desktop_app.core.records import Event, Value
from desktop_app.datafiles import data_root
from desktop_app.gui import plugged as sticks
from desktop_app.gui.session import Session
from desktop_app.gui.todays_date import look_at_day
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.writing import Writing
from desktop_app.pages import (
    arriving,
    home,
    letter,
    office_helper,
    office_home,
    page_boxes,
    urgent,
    who_uses,
)
from desktop_app.pages import destinations as to
from desktop_app.pages.boxes import ChooseBox
from desktop_app.pages.hidden import AskToErase
from desktop_app.pages.matched import ChoosePair
from desktop_app.pages.page import Answers, Take
from desktop_app.pages.questions import GoOn
from desktop_app.pages.received import Confirm, Correct
from desktop_app.pages.wanted import picture
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.generic import OpenedPdf, begin_generic, make_form, open_pdf
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.documents.prepared import bring
from desktop_app.workflow.documents.rendering import (
    Made,
    make_copy_sheet,
    make_letter,
    make_on_paper,
)
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.last_day import last_day
from desktop_app.workflow.matter import followup, timeline
from desktop_app.workflow.office import word_models
from desktop_app.workflow.office.settings import call_me, keep_office
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.packs.editing_letter import LetterEditing, named_in
from desktop_app.workflow.packs.own_forms import draft
from desktop_app.workflow.packs.own_letters import copy_letter
from desktop_app.workflow.people import addresses, signatures
from desktop_app.workflow.people.people import live_together
from desktop_app.workflow.safes.several import Paper
from desktop_app.workflow.safes.todays_date import DateInDoubt
from desktop_app.workflow.store import Safe
from tests.gui.harness.printers import Printers
from tests.helpers import brought, editions, narrow
from tests.helpers.arriving_pages import arrived
from tests.helpers.editions import write_pack
from tests.helpers.figures import YEAR as FIGURES_YEAR
from tests.helpers.figures import fill_with_figures
from tests.helpers.moved_days import moved_days
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.pictures import logo_file, printed, signature_file
from tests.helpers.rewritten import other_words, pdf, rewritten
from tests.helpers.safes import new_safe, only_here, open_safe
from tests.helpers.unknown import flat_form, unknown_form
from tests.helpers.word_files import docx, paragraph
from tests.received.drawing import draw
from tests.received.letters import letters

TODAY = dt.date(2026, 11, 24)
PATIENCE_S = 60
WIDE = QSize(1366, 768)
KNOWN = {"identite.nom": "Lefèvre-Delacroix", "adresse.commune": "Villeurbanne"}
RAPO = "caf-rapo-rsa"
WHICH = {"family": "caf", "situation": "refus", "event": "lrar-retiree", "told": "non"}
FOLLOWED = "Une dette de RSA, suivie jusqu’au bout"
PEOPLE = ("Amina Bensaïd", "Jean-Baptiste Lefèvre-Delacroix", "Zoé")
FEW = {
    "letters": ("cada", "caf-indu-rsa", "dalo-lettre", "dalo-refus", "pref-rdv"),
    "official": ("13880-rsa", "15692-demande-mdph", "exemple-aide-exceptionnelle"),
}
WORDS = "abeille bateau citron dauphin école fusée girafe hiver image jardin kilo lampe"


@dataclass
class Material:
    """The real catalogue, a fictional letter, and a small safe: each made once."""

    tools: RealTools
    folder: Path
    _whole: Any = None

    @cached_property
    def draft(self) -> Draft:
        return self.tools.demo.letter

    @cached_property
    def few_packs(self) -> FolderCatalogue:
        """Some of our packs: whoever lists them all shows the same line a hundred times."""
        folder = self.folder / "quelques-modeles"
        for kind, names in FEW.items():
            for name in names:
                place = Path(kind) / name
                shutil.copytree(Path(str(data_root("forms"))) / place, folder / place)
        others = (one for one in Path(str(data_root("forms"))).iterdir() if one.name not in FEW)
        for one in others:
            (folder / one.name).symlink_to(one)
        return FolderCatalogue(folder)

    def list_few(self, few: bool) -> None:
        """Have the catalogue hold few packs, or all of them again."""
        held = self.tools.__dict__
        if few and self._whole is None:
            self._whole, held["catalogue"] = self.tools.catalogue, self.few_packs
        elif not few and self._whole is not None:
            held["catalogue"], self._whole = self._whole, None

    @cached_property
    def made(self) -> Made:
        return make_letter(self.tools, self.draft, TODAY)

    @cached_property
    def place(self) -> Path:
        return new_safe(self.folder, TODAY)

    @cached_property
    def second_place(self) -> Path:
        (other := self.folder / "autre").mkdir()
        return new_safe(other, TODAY)

    @cached_property
    def only_here(self) -> Safe:
        """An open safe that nothing but this computer opens."""
        return only_here(self.folder, TODAY)

    @cached_property
    def office(self) -> Safe:
        """An open safe with a year to count, of people who are nobody."""
        (folder := self.folder / "bureau").mkdir()
        safe = open_safe(new_safe(folder, TODAY), TODAY)
        fill_with_figures(safe)
        return safe

    @cached_property
    def team(self) -> Safe:
        """An open safe of an office: who is responsable, and somebody who helps."""
        (folder := self.folder / "equipe").mkdir()
        safe = open_safe(new_safe(folder, TODAY), TODAY)
        keep_office(safe, Office("Le Relais", "Le Relais\n3, rue du Bac", 24))
        call_me(safe, "Anne")
        safe.access.add_phrase("sept loutres grises à Dunkerque", name="Nadia", on=TODAY)
        return safe

    @cached_property
    def safe(self) -> Safe:
        """An open safe with two people, a letter filed and its dossier."""
        safe = open_safe(self.place, TODAY)
        people = [safe.people.add(name, on=TODAY) for name in PEOPLE]
        safe.people.keep_value(people[0], "identite.nom", "Bensaïd", source="draft", on=TODAY)
        answers = saving.save(
            safe, self.draft, draft_id="", question="", on=TODAY, person=people[0]
        )
        file_paper(safe, self.tools, self.made, TODAY, person=people[0], draft=answers)
        safe.drafts.finish(answers)
        image = printed(signature_file())
        signatures.keep(safe, people[0], image, title=f"Signature ({PEOPLE[0]})", on=TODAY)
        live_together(safe, people[0], people[1], "conjoint", on=TODAY)
        followed(safe, self.tools, people[1])
        thrown = safe.dossiers.add("Une ancienne affaire", on=TODAY, person=people[1])
        safe.bin.put(thrown, on=TODAY, kind="dossier")
        return safe

    @cached_property
    def busy_office(self) -> Safe:
        """The safe of an office on a busy day; people and matters are imagined."""
        (folder := self.folder / "bureau-du-jour").mkdir()
        today = self.tools.clock.today()
        safe = open_safe(new_safe(folder, today), today)
        safe.numbers.begin()
        for name, title, days, kind in OFFICE_DAY:
            person = safe.people.add(name, on=today)
            dossier = safe.dossiers.add(title, on=today, person=person)
            day = today + dt.timedelta(days=days)
            safe.events.add(dossier, kind=kind, day=day, title="Poster la lettre", awaited=True)
        came = safe.visits.arrive(safe.people.all()[0].id, day=today, at=dt.time(10, 5))
        safe.visits.receive(came, helper="", at=dt.time(10, 7))
        expected = safe.people.all()[1].id
        safe.visits.expect(expected, day=today, appointment=dt.time(10, 15))
        for minute in (8, 9):
            safe.visits.arrive(day=today, at=dt.time(10, minute))
        keep_office(safe, Office("Le Relais"))
        return safe

    @property
    def dossier(self) -> str:
        return next(one.id for one in self.safe.dossiers.all() if one.title != FOLLOWED)

    @property
    def followed(self) -> str:
        """A dossier with everything on its timeline."""
        return next(one.id for one in self.safe.dossiers.all() if one.title == FOLLOWED)

    @property
    def posting(self) -> Event:
        events = self.safe.events.timeline(self.followed)
        return next(event for event in events if event.kind == timeline.POSTED)

    @property
    def document(self) -> str:
        return next(one.id for one in self.safe.documents() if one.kind == "letter")

    @cached_property
    def swapped(self) -> str:
        """A letter received whose words were changed after it was written."""
        data = rewritten(pdf("Je demande le RSA"), other_words("Je renonce au RSA"))
        return self.safe.add(
            data, title="Lettre reçue", on=TODAY, kind="received", pages=1, media="application/pdf"
        )

    @cached_property
    def flat(self) -> bytes:
        return paper(flat_sheet, flat_sheet, size=(595, 842))

    @cached_property
    def flat_form(self) -> EditedForm:
        tools = self.tools
        title = "Demande d’aide au transport"
        return draft(
            tools.forms, tools.catalogue, tools.law, self.flat, title=title, today=TODAY
        ).form

    @cached_property
    def form_made(self) -> Made:
        return make_copy_sheet(self.tools, self.tools.demo.form, TODAY)

    @property
    def person(self) -> str:
        return self.safe.people.all()[0].id


def followed(safe: Safe, tools: RealTools, person: str) -> None:
    """Note everything in a dossier: decision, posting with its proof, receipt, silence."""
    law, today = tools.law, tools.clock.today()
    days = (dt.timedelta(days=number) for number in (120, 100, 97))
    decided, sent, received = (today - one for one in days)
    dossier = safe.dossiers.add(FOLLOWED, on=decided, person=person, procedure=RAPO)
    photo = io.BytesIO()
    Image.new("RGB", (600, 800), "#DDCCAA").save(photo, "JPEG")
    proof = safe.add(
        photo.getvalue(),
        title="Preuve de dépôt",
        on=sent,
        kind="evidence",
        media="image/jpeg",
        dossier=dossier,
    )
    common = {"procedure": RAPO, "today": today}
    followup.decision_received(safe, law, dossier, day=decided, **common)
    followup.posted(safe, law, dossier, day=sent, number="1A 234 567", proof=proof, **common)
    followup.receipt_returned(safe, law, dossier, day=received, **common)
    followup.silence_reached(safe, law, dossier, **common)
    awaited = safe.events.add(
        dossier, kind=timeline.SILENCE_EXPECTED, day=today - dt.timedelta(days=1), awaited=True
    )
    assert awaited
    wrong = safe.events.add(dossier, kind=timeline.PRINTED, day=sent)
    safe.events.remove(wrong, on=today)


@dataclass(frozen=True)
class Place:
    """What an opening may use beside the material: the session, the worker and the bar."""

    session: Session
    jobs: Any
    window: Any


OFFICE_DAY = (
    ("Fatou Diallo", "Ma complémentaire santé est refusée", -2, timeline.SILENCE_EXPECTED),
    ("Awa Keïta", "Titre de séjour sans réponse", 2, timeline.TO_DO),
    ("Marc Brunel", "MDPH, adulte", 9, timeline.TO_DO),
    ("Rosa Oliveira", "Dette de RSA de Rosa Oliveira", 37, timeline.SILENCE_EXPECTED),
)
"""Who, in which matter, in how many days, what is awaited."""

Parameters = Callable[[Material, Place], Mapping[str, Any]]


@dataclass(frozen=True)
class Opening:
    """How a screen is opened.

    Attributes:
        parameters: what ``go`` is given.
        with_safe: the session has an open safe.
        size: of the window, where it is not that of a small screen.
        first: what the person does there before it is looked at.
        public: the program runs on a public terminal.
    """

    parameters: Parameters = lambda _material, _place: {}
    with_safe: bool = False
    size: QSize | None = None
    first: Callable[[Any], object] = lambda _page: None
    public: bool = False


def _in_office(material: Material, place: Place) -> Mapping[str, Any]:
    place.session.open(material.busy_office, str(material.folder / "bureau-du-jour"))
    return {}


def _a_visit(state: str) -> Parameters:
    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        _in_office(material, place)
        visits = material.busy_office.visits.of_day(material.tools.clock.today())
        known = state != "unknown"
        wanted = "received" if state == "received" else "waiting"
        found = (one for one in visits if one.state == wanted and bool(one.person_id) is known)
        return {"visit": next(found).id}

    return parameters


def _draft(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.draft}


def _signed_draft(material: Material, place: Place) -> Mapping[str, Any]:
    """A letter for someone whose signature the safe keeps."""
    place.session.write_for(material.person, PEOPLE[0])
    named = {"prenom": "Amina", "nom": "Bensaïd"}
    answers = MappingProxyType({**material.draft.answers, **named})
    return {"draft": dataclasses.replace(material.draft, answers=answers)}


def _sign(page: Any) -> None:
    asked = page.asks[letter.SIGNATURE].answer(letter.SIGNATURE)
    asked.begin()
    asked.first().click()


def _form_draft(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.tools.demo.form}


def _made(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.draft, "made": material.made}


def _form_made(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"draft": material.tools.demo.form, "made": material.form_made}


def _correcting(material: Material, _place: Place) -> Mapping[str, Any]:
    return {"dossier": material.followed, "event": material.posting}


def _which(material: Material, _place: Place) -> Mapping[str, Any]:
    which = ((RAPO, "Recours"), ("recours-ta", "Recours devant le tribunal administratif"))
    return {"dossier": material.followed, "kind": "posted", "which": which}


def _too_late(_material: Material, _place: Place) -> Mapping[str, Any]:
    received, last = dt.date(2026, 2, 3), dt.date(2026, 4, 3)
    return {"procedure": RAPO, "last_day": last, "received": received}


def _on_paper(material: Material, _place: Place) -> Mapping[str, Any]:
    """The answers of a paper form, before a printer that is stopped."""
    draft = material.tools.demo.form
    made = make_on_paper(material.tools, draft, TODAY)
    service = Printers("HP DeskJet 2700 series du bureau d’accueil", state="stopped")
    return {"draft": draft, "made": made, "service": service}


def _no_safe_known(material: Material, _place: Place) -> Mapping[str, Any]:
    """Have this computer know no safe: one is proposed."""
    known = material.tools.known_safes
    (known._home / "elsewhere.json").unlink(missing_ok=True)  # type: ignore[operator]
    assert known.all() == []
    return {}


def _in_only_here(step: str) -> Parameters:
    """Be in a safe that nothing but this computer opens."""

    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        place.session.open(material.only_here, str(material.folder / "ici.coffre"))
        return {"step": step}

    return parameters


def _this_computer_knows(material: Material, _place: Place) -> Mapping[str, Any]:
    """Be at the start of a computer that alone opens what it keeps."""
    assert material.only_here is not None
    return {"step": "open", "folder": str(material.folder / "ici.coffre")}


def _who_uses(*, danger: bool) -> Parameters:
    """Be asked where to keep what was just answered."""

    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        return {**_writing(answered=False)(material, place), "danger": danger}

    return parameters


def _endangered(material: Material, place: Place) -> Mapping[str, Any]:
    """Be told that what this computer keeps has become a danger."""
    safe, draft = material.only_here, material.draft
    opened = {
        **_in_only_here("endangered")(material, place),
        **_writing(answered=True)(material, place),
    }
    kept = [one.id for one in safe.drafts.unfinished(draft.pack)]
    opened["writing"].draft_id = (
        kept[0] if kept else saving.save(safe, draft, draft_id="", question="", on=TODAY)
    )
    return opened


def _not_mine(page: Any) -> None:
    page.do(who_uses.NotMine())


def _two_safes(material: Material, _place: Place) -> Mapping[str, Any]:
    """Have this computer know two safes: one must be chosen."""
    known = material.tools.known_safes
    for place in (material.place, material.second_place):
        known.remember(place)
    return {"step": "open"}


def _writing(*, answered: bool, question: str = "", known: bool = False) -> Parameters:
    """Open an interview, nothing or everything being answered, at its first question or another."""

    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        definition = material.tools.catalogue.letter(material.draft.pack)
        draft = material.draft if answered else Draft(definition.id)
        profile = {field: Value(field, text, "draft", TODAY, "") for field, text in KNOWN.items()}
        return {
            "draft": draft,
            "writing": Writing(
                Interview(definition, draft, TODAY),
                runner=place.jobs,
                bar=place.window,
                holder=place.session,
                question=question,
                profile=profile if known else {},
            ),
        }

    return parameters


def _last_day(received: dt.date) -> Parameters:
    """Open what is said once the page of the decision is answered."""

    def parameters(material: Material, place: Place) -> Mapping[str, Any]:
        opened = _writing(answered=False)(material, place)
        law, writing = material.tools.law, opened["writing"]
        days = {"date_decision": f"{received:%d/%m/%Y}", "date_reception": f"{received:%d/%m/%Y}"}
        for question, typed in {**days, "comment_recue": "lettre-simple"}.items():
            writing.say(question, typed)
        found = last_day(law, writing.interview)
        assert found is not None
        return {"writing": writing, "found": found}

    return parameters


def _copied_address(material: Material, place: Place) -> Mapping[str, Any]:
    """Open a letter to a Caf whose address was copied three months ago for another letter."""
    definition = material.tools.catalogue.letter("caf-documents")
    draft = Draft(definition.id, {"organisme": "caf", "departement_de": "de la Loire"})
    lines = ("2 rue Charles de Gaulle", "", "42022", "Saint-Étienne Cedex 1")
    address = addresses.written(
        "Caisse d’allocations familiales de la Loire",
        "La Caf me réclame de l’argent du RSA",
        dict(zip(addresses.PARTS, lines, strict=True)),
    )
    field = "organisme:caf:de-la-loire"
    profile = {field: Value(field, address, "draft", TODAY - dt.timedelta(days=95), "")}
    return {
        "writing": Writing(
            Interview(definition, draft, TODAY),
            runner=place.jobs,
            bar=place.window,
            holder=place.session,
            question="dest_ligne_1",
            profile=profile,
        )
    }


def _form_writing(material: Material, place: Place) -> Mapping[str, Any]:
    draft = material.tools.demo.form
    interview = Interview(material.tools.catalogue.form(draft.pack), draft, TODAY)
    return {
        "writing": Writing(
            interview, runner=place.jobs, bar=place.window, holder=place.session, question="nom"
        )
    }


def _on_own_blank(material: Material, place: Place) -> Mapping[str, Any]:
    """A form that is answered with its official PDF at hand."""
    found, tools = _form_writing(material, place), material.tools
    draft = tools.demo.form
    own = own_blank(tools.forms, tools.catalogue, draft, tools.demo.blank)
    place.session.blanks[draft.pack] = own
    return found


def _opened(name: str, data: bytes) -> Callable[[Material, Place], OpenedPdf]:
    """Have a PDF that no pack knows opened, as its screen does."""

    def opened(material: Material, _place: Place) -> OpenedPdf:
        tools = material.tools
        return open_pdf(tools.forms, tools.catalogue, data, name)

    return opened


_unknown = _opened("demande de carte.pdf", unknown_form())
_flat = _opened("demande de carte.pdf", flat_form())


def _boxes(opened: Callable[[Material, Place], OpenedPdf]) -> Parameters:
    return lambda material, place: {"opened": opened(material, place)}


def _brought(material: Material, _place: Place) -> Mapping[str, Any]:
    """A PDF brought for a form whose paper nobody here had."""
    forms, catalogue = material.tools.forms, material.tools.catalogue
    data, name = brought.with_fields(), "papier.pdf"
    return {"brought": bring(forms, catalogue, brought.PACK, data, name, today=TODAY)}


def _prepared(material: Material, place: Place) -> Mapping[str, Any]:
    """A form whose paper we have not got, a little of it answered."""
    draft = Draft(brought.PACK, {"prenom": "Simone", "nom": "Martin", "code_postal": "42000"})
    interview = Interview(material.tools.catalogue.form(draft.pack), draft, TODAY)
    writing = Writing(interview, runner=place.jobs, bar=place.window, holder=place.session)
    return {"draft": draft, "writing": writing}


def _refuse_pair(page: Any) -> None:
    """Open a pair to say that it is wrong."""
    button = page.button_of(ChoosePair("Conjoint : nom"))
    button.setFocus()
    button.click()


def _for_somebody(material: Material, place: Place) -> Mapping[str, Any]:
    """Receive somebody for whom a paper is begun."""
    who = material.person
    draft = dataclasses.replace(material.draft, answers={"nom": "Bensaïd"})
    if not material.safe.drafts.unfinished(draft.pack, person=who):
        saving.save(material.safe, draft, draft_id="", question="", on=TODAY, person=who)
    place.session.write_for(who, PEOPLE[0])
    return {}


def _known_form(material: Material, place: Place) -> Mapping[str, Any]:
    """A form of which some answers are missing, and some known since March."""
    whole = material.tools.demo.form
    left = {"nom", "commune", "telephone", "courriel"}
    answers = {name: said for name, said in whole.answers.items() if name not in left}
    draft = dataclasses.replace(whole, answers=MappingProxyType(answers))
    interview = Interview(material.tools.catalogue.form(draft.pack), draft, TODAY)
    since = dt.date(2026, 3, 3)
    profile = {name: Value(name, said, "draft", since, "") for name, said in KNOWN.items()}
    writing = Writing(
        interview,
        runner=place.jobs,
        bar=place.window,
        holder=place.session,
        profile=profile,
    )
    return {"writing": writing}


def _with_printers(parameters: Parameters) -> Parameters:
    """Have a printer, which prints on both sides."""

    def found(material: Material, place: Place) -> Mapping[str, Any]:
        service = Printers("Bureau", turns=True)
        return {**parameters(material, place), "service": service}

    return found


def _generic_writing(material: Material, place: Place) -> Mapping[str, Any]:
    """Be at a question made of a PDF that no pack knows, its page beside; someone else is known."""
    opened = _unknown(material, place)
    interview = begin_generic(make_form(opened, TODAY), TODAY)
    own = own_blank(material.tools.forms, material.tools.catalogue, interview.draft, opened.blank)
    place.session.blanks[interview.draft.pack] = own
    return {
        "draft": interview.draft,
        "writing": Writing(
            interview,
            runner=place.jobs,
            bar=place.window,
            holder=place.session,
            question="numero_de_securite_sociale",
            profile={"personne_1:": Value("", "Paul Durand", "sheet", TODAY)},
        ),
    }


def _own_letter(material: Material, place: Place) -> Mapping[str, Any]:
    """A copy of one of ours in hand, not changed yet."""
    catalogue = material.tools.catalogue
    definition = catalogue.letter("caf-indu-rsa")
    questions = named_in(definition)
    letter = copy_letter(catalogue, definition.id, "Notre recours contre une dette de RSA")
    place.session.editing = LetterEditing(definition.id, questions, History(letter), letter)
    return {}


def _own_paper(material: Material, place: Place) -> Mapping[str, Any]:
    """The same, on the paper of an association."""
    _own_letter(material, place)
    editing = place.session.editing
    assert isinstance(editing, LetterEditing)
    lines = ("Association Les Tilleuls", "3 rue Neuve, 69100 Villeurbanne", "01 99 00 12 34")
    headed = with_head(editing.letter, lines, printed(logo_file()))
    editing.history = History(headed)
    return {}


def _misspell_a_blank(page: Any) -> None:
    """Write words between brackets that are no answer, then save."""
    page.change(1)
    page._cards[1]._field.edit.setPlainText(
        "Votre lettre du [Quelle est la dat en haut de la lettre ?]."
    )
    page._save()


def _choose_box(page: Any) -> None:
    """Open a box to correct it."""
    button = page.button_of(ChooseBox(page._looked.here[1].name))
    button.setFocus()
    button.click()


def _two_editions(material: Material, place: Place) -> Mapping[str, Any]:
    """A form of which two editions are known, half answered."""
    draft = Draft(editions.PACK, {"nom": "Martin", "commune": "Lyon", "courriel": "a@example.org"})
    return _answered(material, place, draft)


def _too_narrow(material: Material, place: Place) -> Mapping[str, Any]:
    """A form whose boxes are too small for the address, its PDF opened."""
    found, tools = _answered(material, place, narrow.draft()), material.tools
    own = own_blank(tools.forms, tools.catalogue, narrow.draft(), narrow.blank())
    place.session.blanks[narrow.PACK] = own
    return found


def _answered(material: Material, place: Place, draft: Draft) -> Mapping[str, Any]:
    """Answers to a form of the tests."""
    folder = material.folder / "modeles"
    if not folder.exists():
        write_pack(folder)
        narrow.write_pack(folder)
        material.tools.__dict__["catalogue"] = FolderCatalogue(data_root("forms"), folder)
    interview = Interview(material.tools.catalogue.form(draft.pack), draft, TODAY)
    writing = Writing(interview, runner=place.jobs, bar=place.window, holder=place.session)
    return {"draft": draft, "writing": writing, "keep": writing.hold}


def _open_unknown_edition(page: Any) -> None:
    """Open the PDF of an edition that came after the pack, from the person's own files."""
    path = Path.home() / "édition.pdf"
    path.write_bytes(editions.unknown())
    page.open(str(path))


def _open_older_edition(page: Any) -> None:
    """Open the PDF of an edition that is no longer the newest known."""
    path = Path.home() / "ancienne.pdf"
    path.write_bytes(editions.blank("01", editions.FIRST))
    page.open(str(path))


def _unknown_edition(page: Any) -> None:
    """Give the PDF of an edition that came after the pack."""
    page._fill(editions.unknown)


def _fill_narrow(page: Any) -> None:
    """Fill the PDF that was opened: some of its boxes are asked about."""
    page._on_blank()


def _open_box(page: Any) -> None:
    """Choose the first box of the page."""
    page._answer.choose(page.filling.rows[0])


def _miss_box(page: Any) -> None:
    """Say that a box is missing."""
    page.do(page_boxes.AddBox())


def _correct_box(page: Any) -> None:
    """Take a box in hand that is one of three of its question."""
    row = next(row for row in page.filling.rows if len(row.places) > 1)
    page.do(page_boxes.CorrectBox(row.places[0]))


def _keep_boxes(page: Any) -> None:
    """Ask to keep the boxes as a model."""
    page.do(page_boxes.AskModel())


def _wrong(page: Any) -> None:
    """Answer a question by a day that does not exist, and go on."""
    page.answer.put("31/02/2026")
    page.do(GoOn())


def _several_wrong(page: Any) -> None:
    """Answer what is asked first by days and sums that are none, and go on."""
    page.finish()
    for step in page.writing.interview.steps:
        if step.question.kind in ("date", "amount"):
            page.answer_of(step.question.id).put("31/02/2026")
            page.typed_in(step.question.id)
            page.keep()
    page.do(GoOn())


def _in_own_words(page: Any) -> None:
    """Change a paragraph, and begin to change another one."""
    one, other = page.paragraphs[:2]
    page.write_instead(one.id, "Mes mots.")
    page.perform(letter.ChangeWords(other.id))


def _paper_form(material: Material, place: Place) -> Mapping[str, Any]:
    """Open the editor on a flat PDF; nothing of the form made before remains."""
    place.session.editing = None
    return {"pdf": material.flat, "name": "Demande d’aide au transport"}


def _form_in_hand(material: Material, place: Place) -> Mapping[str, Any]:
    """The same form, read already: nothing has to be waited for."""
    place.session.editing = Editing(material.flat, History(material.flat_form))
    return {}


def _office_model(material: Material, place: Place) -> Mapping[str, Any]:
    """A model kept, and a person to write for."""
    safe, model = material.office, docx(paragraph("Madame {{ nom }}, {{ prenon }}"))
    place.session.open(safe, str(material.folder / "bureau"))
    person = safe.people.find(limit=1)[0]
    place.session.write_for(person.id, person.name)
    if not word_models.kept(safe):
        word_models.keep(safe, material.tools, model, "Attestation de suivi", on=TODAY)
    return {}


def _figures(material: Material, place: Place) -> Mapping[str, Any]:
    """A year of some people, with groups that are hidden."""
    place.session.open(material.office, str(material.folder / "bureau"))
    return {"year": FIGURES_YEAR}


def _office_of_two(material: Material, place: Place) -> Mapping[str, Any]:
    """An office that is set up, with somebody who helps beside who is responsable."""
    place.session.open(material.team, str(material.folder / "equipe"))
    return {}


def _of_a_circle(material: Material, place: Place) -> Mapping[str, Any]:
    """The circle of who is responsable, by its id."""
    _office_of_two(material, place)
    circles = material.team.circles
    if not circles.open:
        circles.open_mine(on=TODAY, tell=lambda _notice: None)
    if not circles.open:
        circles.make("Familles", on=TODAY, tell=lambda _notice: None)
    return {"circle": circles.open[0].id}


def _dossier_to_move(material: Material, place: Place) -> Mapping[str, Any]:
    """A dossier that may be moved to a circle."""
    _of_a_circle(material, place)
    found = material.team.dossiers.all()
    if not found:
        material.team.dossiers.add("Divorce", on=TODAY)
    return {"dossier": material.team.dossiers.all()[0].id}


def _law_moved(page: Any) -> None:
    """A law that changed moves dates of this dossier."""
    page._show_dossier(dataclasses.replace(page._found, moved=tuple(moved_days())))


def _one_who_helps(material: Material, place: Place) -> Mapping[str, Any]:
    """One of the two, by her id."""
    _office_of_two(material, place)
    return {"helper": material.team.team.all()[1].id}


def _ask_to_remove(page: Any) -> None:
    page.perform(office_helper.AskToRemove())


def _begun_model(material: Material, place: Place) -> Mapping[str, Any]:
    """A form begun some day, in the safe."""
    place.session.editing = None
    begun = pack_drafts.unfinished(material.safe)
    model = KeptModel(form=material.flat_form)
    draft = begun[0].id if begun else ""
    pack_drafts.keep(material.safe, model, blank=material.flat, draft_id=draft, on=TODAY)
    return {}


def _matter_in_hand(material: Material, place: Place) -> Mapping[str, Any]:
    """Have a dossier be what "Tout effacer" is about."""
    place.session.in_hand.dossier = material.dossier
    return {}


def _give_up_model(page: Any) -> None:
    """Ask to give the first one up: one is asked again."""
    leave = next(
        one for one in page.findChildren(Button) if one.text() == i18n.text("L’abandonner")
    )
    leave.click()


def _another_in_hand(material: Material, place: Place) -> Mapping[str, Any]:
    """Take up a form while another one is in hand, which no safe has."""
    _form_in_hand(material, place)
    return {"draft": "un autre"}


(LETTER_RECEIVED,) = [draw(one)[0] for one in letters() if one.id == "caf-indu-rsa"]


def _received_letter(_material: Material, _place: Place) -> Mapping[str, Any]:
    """Show a letter received: a PDF with words."""
    path = Path.home() / "lettre de la Caf.pdf"
    path.write_bytes(LETTER_RECEIVED)
    return {"path": str(path)}


def _received_stain(_material: Material, _place: Place) -> Mapping[str, Any]:
    """Show a PDF of which nothing is understood."""
    path = Path.home() / "tache.pdf"
    words = "Une feuille sans rien de ce que dit une lettre, et quelques mots"
    path.write_bytes(paper(lambda sheet: sheet.drawString(40, 200, words)))
    return {"path": str(path)}


def _correct_a_fact(page: Any) -> None:
    """Say that the sender is right, and write the sum by hand."""
    page.do(Confirm("sender"))
    page.do(Correct("sum"))


def _open_a_scan(page: Any) -> None:
    """Open a paper on which no box is found."""
    path = Path.home() / "papier.pdf"
    path.write_bytes(paper(lambda sheet: sheet.drawString(40, 200, "Une simple lettre")))
    page.open(str(path))


def _two_papers(page: Any) -> None:
    """Choose two files."""
    for name in ("recto.jpg", "verso.jpg"):
        page.receive(Paper(name, b""))


def _asks_a_secret(page: Any) -> None:
    """Ask in a box what is never asked, and save."""
    page.take(2)
    page.editing.change(lambda form, index: asking.ask_own(form, index, "text"))
    page.editing.change(lambda form, index: asking.set_words(form, index, "Mot de passe ?"))
    page._save()


def _battery_is_flat(page: Any) -> None:
    """Find oneself years back: the date is asked about."""
    session = page.context.session
    session.doubt_day(DateInDoubt("before-release", dt.date(2019, 1, 3), TODAY))
    look_at_day(page.context, page)


def _says_what_is_not_here(page: Any) -> None:
    """Say with one's own words what no letter is about."""
    box = page.searches[home.SEARCH]
    box.begin_typing("ma cheffe me harcèle")
    limit = time.monotonic() + PATIENCE_S
    while not box.said:
        QTest.qWait(10)
        assert time.monotonic() < limit, "nothing is said of what is found"


def _handed_over(page: Any) -> None:
    """Say when a decision was handed over, and see the last moment."""
    asked = page.asks[urgent.LAST_MOMENT]
    asked.answer(urgent.DAY).put("24/11/2026")
    asked.answer(urgent.HOUR).put("16:30")
    page.do(Take(urgent.LAST_MOMENT))


def _just_noted(page: Any) -> None:
    """See what is said, with its way back, once something was noted."""
    page.context.gestures.tell_kept(i18n.text("Noté dans le dossier."))


def _papers(key: Path) -> None:
    """Have a key with papers of all kinds, of fixed days."""
    (key / "Vacances 2025").mkdir(parents=True)
    (key / "Courriers de la Caf").mkdir()
    (key / ".caché.pdf").write_bytes(b"")
    files = {
        "Demande d’aide au transport.pdf": paper(flat_sheet, size=(595, 842)),
        "photo de la lettre.jpg": _photo(),
        "abîmé.pdf": b"%PDF-1.7 rien",
        "recette.odt": b"rien",
        "papier-libre-sauvegarde-2026-11-01.zip": b"rien",
    }
    noon = dt.datetime.combine(TODAY, dt.time(12))
    for age, (name, data) in enumerate(files.items()):
        (key / name).write_bytes(data)
        at = (noon - dt.timedelta(days=age)).timestamp()
        os.utime(key / name, (at, at))


def _photo() -> bytes:
    photo = io.BytesIO()
    Image.new("RGB", (600, 800), "#DDCCAA").save(photo, "JPEG")
    return photo.getvalue()


def _a_key(material: Material, *, plugged: bool) -> str:
    """Have one key be plugged in, or none; return where it is."""
    if not (key := material.folder / "CLÉ USB").exists():
        _papers(key)
    for own in ("Documents", "Desktop", "Pictures", "Downloads"):
        (Path.home() / own).mkdir(exist_ok=True)
    sticks.keys_now = lambda: [key] if plugged else []
    return str(key)


def _choosing(ask: str, *, looked_into: bool = False, plugged: bool = True) -> Parameters:
    def parameters(material: Material, _place: Place) -> Mapping[str, Any]:
        key = _a_key(material, plugged=plugged)
        return {
            "ask": "paper",
            "words": i18n.text(ask),
            "kind": "paper",
            "name": "lettre.pdf",
            "folder": key if looked_into else "",
        }

    return parameters


def _read_folder(page: Any) -> None:
    """Wait until the folder is read and its files drawn: nobody else waits for it."""
    limit = time.monotonic() + PATIENCE_S
    while not page.at_rest:
        QTest.qWait(10)
        assert time.monotonic() < limit, "the folder is never read"


def _carried(material: Material, _place: Place) -> Mapping[str, Any]:
    """Papers to carry away, no stick being plugged in."""
    _a_key(material, plugged=False)
    names = ("lettre.pdf", "explication.pdf", "a-faire.pdf")
    papers = tuple(Carried(one, b"%PDF") for one in names)
    return {"make": lambda: papers, "told": ()}


def _two_sticks(page: Any) -> None:
    """Have two sticks be there: one has room, one is protected."""
    _read_folder(page)
    found = (
        Stick("/media/clé", "SANDISK", 3_200_000_000),
        Stick("/media/autre", "PHOTOS", 1_000_000, writable=False),
    )
    page._seen(found, ())


def _on_the_stick(page: Any) -> None:
    """Have the papers be on it."""
    _two_sticks(page)
    page._done(Path("/media/clé"), ("lettre (2).pdf", "explication (2).pdf", "a-faire (2).pdf"))


def _name_taken(page: Any) -> None:
    """Save under a name that a file of the key has."""
    _read_folder(page)
    page.perform(Answers("name", {"name": "abîmé.pdf"}))
    limit = time.monotonic() + PATIENCE_S
    while page.button_of(Take("name")) is None or not page.button_of(Take("name")).isEnabled():
        QTest.qWait(10)
        assert time.monotonic() < limit, "the name is never looked at"


def _step(step: str, *, with_safe: bool = False, **more: Any) -> Opening:
    return Opening(lambda _material, _place: {"step": step, **more}, with_safe=with_safe)


OPENINGS: dict[str, Opening] = {
    "ouvrir-un-fichier": Opening(_choosing("Quel papier ?")),
    "ouvrir-un-fichier:clé": Opening(
        _choosing("Quel papier ?", looked_into=True), first=_read_folder
    ),
    "ouvrir-un-fichier:public": Opening(_choosing("Quel papier ?", plugged=False), public=True),
    "enregistrer-un-fichier": Opening(
        _choosing("Où enregistrer ?", looked_into=True), first=_read_folder
    ),
    "enregistrer-un-fichier:pris": Opening(
        _choosing("Où enregistrer ?", looked_into=True), first=_name_taken
    ),
    "choisir-un-dossier": Opening(
        _choosing("Où mettre le coffre ?", looked_into=True), first=_read_folder
    ),
    "entree": Opening(public=True),
    "emporter": Opening(_carried, public=True, first=_read_folder),
    "emporter:clés": Opening(_carried, public=True, first=_two_sticks),
    "emporter:fait": Opening(_carried, public=True, first=_on_the_stick),
    "accueil": Opening(),
    "accueil-du-bureau": Opening(_in_office),
    "accueil-du-bureau:noms": Opening(
        _in_office, first=lambda page: page.perform(office_home.TurnNames())
    ),
    "accueil-du-bureau:rien": Opening(with_safe=True),
    "situations": Opening(with_safe=True),
    "visite": Opening(_a_visit("expected")),
    "visite:inconnue": Opening(_a_visit("unknown")),
    "visite:en-cours": Opening(_a_visit("received")),
    "accueil:coffre": Opening(with_safe=True),
    "accueil:date": Opening(first=_battery_is_flat),
    "accueil:pas-ici": Opening(first=_says_what_is_not_here),
    "urgent": Opening(),
    "urgent:page": Opening(lambda _m, _p: {"emergency": "expulsion"}),
    "urgent:heure": Opening(
        lambda _m, _p: {"emergency": "retention", "place": "hexagone"}, first=_handed_over
    ),
    "urgent:lettre": Opening(
        lambda _m, _p: {"emergency": "oqtf", "place": "hexagone", "pack": "pref-rdv"}
    ),
    "urgent:lieu": Opening(lambda _m, _p: {"emergency": "oqtf", "pack": "pref-rdv"}),
    "trop-tard": Opening(),
    "trop-tard:lequel": Opening(lambda _m, _p: {"family": "caf"}),
    "trop-tard:reste": Opening(_too_late),
    "quel-delai": Opening(),
    "quel-delai:venue": Opening(lambda _m, _p: {"family": "caf", "situation": "refus"}),
    "quel-delai:autrement": Opening(
        lambda _m, _p: {"family": "caf", "situation": "refus", "event": "autrement"}
    ),
    "quel-delai:ailleurs": Opening(lambda _m, _p: {**WHICH, "event": "ancienne-adresse"}),
    "quel-delai:reponse": Opening(lambda _m, _p: WHICH),
    "quel-delai:ecrit": Opening(lambda _m, _p: {**WHICH, "told": "oui"}),
    "trouver": Opening(),
    "trouver:bureau": Opening(lambda _m, _p: {"kind": "lettre", "family": "caf"}),
    "trouver:cas": Opening(
        lambda _m, _p: {"kind": "demande", "family": "caf", "situation": "savoir"}
    ),
    "lettre-recue": Opening(),
    "lettre-recue:lue": Opening(_received_letter),
    "lettre-recue:large": Opening(_received_letter, size=WIDE),
    "lettre-recue:à-corriger": Opening(_received_letter, with_safe=True, first=_correct_a_fact),
    "lettre-recue:illisible": Opening(_received_stain, with_safe=True),
    "pdf": Opening(),
    "pdf:dépassé": Opening(_two_editions, first=_open_older_edition),
    "pdf:autre-édition": Opening(_two_editions, first=_open_unknown_edition),
    "cases": Opening(_boxes(_unknown)),
    "reconnues": Opening(_brought),
    "reconnues:à-tort": Opening(_brought, first=_refuse_pair, size=WIDE),
    "pdf:aucune-case": Opening(first=_open_a_scan),
    "cases:large": Opening(_boxes(_unknown), size=WIDE, first=_choose_box),
    "cases:plat": Opening(_boxes(_flat), first=_choose_box),
    "questions:pdf": Opening(_generic_writing, size=WIDE),
    "apercu:pdf": Opening(_generic_writing),
    "formulaire:pdf": Opening(_generic_writing),
    "questions": Opening(_writing(answered=False)),
    "questions:connue": Opening(_writing(answered=False, question="commune", known=True)),
    "questions:adresse": Opening(_copied_address),
    "questions:erreur": Opening(_writing(answered=False, question="date_decision"), first=_wrong),
    "questions:large": Opening(_writing(answered=False), size=WIDE),
    "questions:formulaire": Opening(_form_writing, size=WIDE),
    "questions:officiel": Opening(_on_own_blank),
    "questions:officiel-large": Opening(_on_own_blank, size=WIDE),
    "toutes-les-questions": Opening(_writing(answered=True)),
    "toutes-les-questions:connue": Opening(_writing(answered=False, known=True)),
    "toutes-les-questions:erreur": Opening(_writing(answered=True), first=_several_wrong),
    "toutes-les-questions:large": Opening(_writing(answered=True), size=WIDE),
    "feuille-de-bureau": Opening(_form_writing),
    "feuille-de-bureau:laquelle": Opening(_for_somebody, with_safe=True),
    "feuille-de-bureau:large": Opening(_on_own_blank, size=WIDE),
    "feuille-de-bureau:connue": Opening(_known_form),
    "remplir-imprimer-ranger": Opening(_with_printers(_on_own_blank), with_safe=True),
    "remplir-imprimer-ranger:sans-formulaire": Opening(
        _with_printers(_form_writing), with_safe=True
    ),
    "imprimer-plusieurs": Opening(_with_printers(lambda _material, _place: {}), with_safe=True),
    "sur-la-page": Opening(_form_writing),
    "sur-la-page:large": Opening(_form_writing, size=WIDE, first=_open_box),
    "sur-la-page:étroit": Opening(_form_writing, first=_open_box),
    "sur-la-page:ajouter": Opening(_generic_writing, first=_miss_box),
    "sur-la-page:corriger": Opening(_generic_writing, size=WIDE, first=_correct_box),
    "sur-la-page:modèle": Opening(_generic_writing, first=_keep_boxes),
    "dernier-jour": Opening(_last_day(dt.date(2026, 11, 6))),
    "dernier-jour:passé": Opening(_last_day(dt.date(2026, 3, 6))),
    "apercu": Opening(_writing(answered=True)),
    "apercu:formulaire": Opening(_form_writing),
    "verifier": Opening(_writing(answered=True)),
    "document": Opening(_draft),
    "document:signature": Opening(_signed_draft, with_safe=True, first=_sign),
    "document:large": Opening(_writing(answered=True), size=WIDE),
    "document:modifié": Opening(_writing(answered=True), first=_in_own_words),
    "formulaire": Opening(_form_draft),
    "formulaire:abrégé": Opening(_too_narrow, first=_fill_narrow),
    "formulaire:préparé": Opening(_prepared),
    "formulaire:éditions": Opening(_two_editions),
    "formulaire:autre-édition": Opening(_two_editions, first=_unknown_edition),
    "imprimer": Opening(_made),
    "imprimer:imprimante": Opening(lambda m, p: {**_made(m, p), "service": Printers("Bureau")}),
    "imprimer:papier": Opening(_on_paper),
    "suite": Opening(_made, with_safe=True),
    "suite:pourquoi": Opening(lambda m, p: {**_made(m, p), "why": True}, with_safe=True),
    "suite:sans-coffre": Opening(_made),
    "suite:formulaire": Opening(_form_made, with_safe=True),
    "coffre": Opening(_no_safe_known),
    "coffre:phrase": _step("phrase"),
    "coffre:la-mienne": _step("phrase", own=True),
    "coffre:feuille": _step("sheet", with_safe=True, words=tuple(WORDS.split())),
    "coffre:relire": _step("ask-back", with_safe=True, words=tuple(WORDS.split())),
    "coffre:redonner": _step(
        "phrase-back", chosen=to.ChosenPhrase("six mots", makes=True), before=to.NewPhrase()
    ),
    "coffre:deuxième-clé": _step("second-key", with_safe=True),
    "coffre:deuxième-clé-ici": Opening(_in_only_here("second-key")),
    "coffre:ne-plus-garder": _step("keep-no-more", with_safe=True),
    "coffre:ce-qui-ouvre": _step("ways-in", with_safe=True),
    "coffre:changer-la-clé": _step("new-key", with_safe=True),
    "coffre:gérer-ici": Opening(_in_only_here("manage")),
    "coffre:première-phrase": Opening(_in_only_here("change")),
    "coffre:ouvrir-ici": Opening(_this_computer_knows),
    "coffre:danger": Opening(_endangered),
    "qui-se-sert": Opening(_who_uses(danger=False)),
    "qui-se-sert:danger": Opening(_who_uses(danger=True)),
    "qui-se-sert:pas-le-mien": Opening(_who_uses(danger=False), first=_not_mine),
    "fermer:ici": Opening(_in_only_here("")),
    "coffre:ouvrir": Opening(lambda m, _p: {"step": "open", "folder": str(m.place)}),
    "coffre:choisir": Opening(_two_safes),
    "coffre:gérer": Opening(lambda _m, _p: {"step": "manage"}, with_safe=True),
    "coffre:changer": Opening(lambda _m, _p: {"step": "change"}, with_safe=True),
    "coffre:restaurer": _step("restore"),
    "coffre:réparer": Opening(lambda m, _p: {"step": "repair", "folder": str(m.place)}),
    "coffre:sortir": Opening(lambda m, _p: {"step": "take-out", "folder": str(m.place)}),
    "coffre:public": Opening(public=True),
    "personnes": Opening(with_safe=True),
    "foyer": Opening(lambda m, _p: {"person": m.person, "name": PEOPLE[0]}, with_safe=True),
    "nouvelle-personne": Opening(with_safe=True),
    "listes": Opening(with_safe=True),
    "documents": Opening(with_safe=True),
    "dossier": Opening(lambda m, _p: {"dossier": m.dossier}, with_safe=True),
    "dossier:annuler": Opening(
        lambda m, _p: {"dossier": m.dossier}, with_safe=True, first=_just_noted
    ),
    "dossier:droit": Opening(
        lambda m, _p: {"dossier": m.dossier}, with_safe=True, first=_law_moved
    ),
    "dossier:suivi": Opening(lambda m, _p: {"dossier": m.followed}, with_safe=True),
    "acte:corriger": Opening(_correcting, with_safe=True),
    "acte:quelle-lettre": Opening(_which, with_safe=True),
    "acte:rappel": Opening(lambda m, _p: {"dossier": m.dossier, "kind": "to-do"}, with_safe=True),
    "acte:papier-demandé": Opening(
        lambda m, _p: {"dossier": m.dossier, "kind": timeline.PAPERS_ASKED}, with_safe=True
    ),
    "acte": Opening(lambda m, _p: {"dossier": m.dossier, "kind": "posted"}, with_safe=True),
    "corbeille": Opening(with_safe=True),
    "papier": Opening(lambda m, _p: {"document": m.document}, with_safe=True),
    "plusieurs-papiers": Opening(lambda m, _p: {"dossier": m.dossier}, with_safe=True),
    "plusieurs-papiers:choisis": Opening(
        lambda m, _p: {"dossier": m.dossier}, with_safe=True, first=_two_papers
    ),
    "papier:change": Opening(lambda m, _p: {"document": m.swapped}, with_safe=True),
    "papier:photo": Opening(lambda m, _p: {"document": m.posting.document_id}, with_safe=True),
    "personne": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "fiche-entiere": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "ce-que-nous-gardons": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "rien-garde": Opening(with_safe=True),
    "ne-plus-garder": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "a-effacer": Opening(with_safe=True),
    "effacer": Opening(lambda m, _p: {"whose": (("person", m.person),)}, with_safe=True),
    "mandats": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "mandats-qui-finissent": Opening(with_safe=True),
    "a-la-place": Opening(lambda m, _p: {"person": m.person, "theme": "caf"}, with_safe=True),
    "registre": Opening(with_safe=True),
    "remettre": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "corriger": Opening(
        lambda m, _p: {"person": m.person, "field": next(iter(m.safe.people.profile(m.person)))},
        with_safe=True,
    ),
    "garder-encore": Opening(lambda m, _p: {"kind": "person", "whose": m.person}, with_safe=True),
    "personne:signature": Opening(
        lambda m, _p: {"person": m.person},
        with_safe=True,
        first=lambda page: page.button_of(picture()).setFocus(),
    ),
    "documents:personne": Opening(lambda m, _p: {"person": m.person}, with_safe=True),
    "semaine": Opening(with_safe=True),
    "semaine:vide": Opening(),
    "chiffres": Opening(_figures),
    "modeles-du-bureau": Opening(with_safe=True),
    "modeles-du-bureau:garde": Opening(_office_model),
    "bureau": Opening(_office_of_two),
    "bureau:à-régler": Opening(with_safe=True),
    "bureau:nom": Opening(lambda _m, _p: {"step": "name", "first": True}, with_safe=True),
    "bureau:règles": Opening(lambda m, p: {**_office_of_two(m, p), "step": "rights"}),
    "qui-aide": Opening(_one_who_helps),
    "qui-aide:retirer": Opening(_one_who_helps, first=_ask_to_remove),
    "qui-aide:nouvelle": Opening(_office_of_two),
    "phrase-d-aide": Opening(lambda m, p: {**_office_of_two(m, p), "name": "Zoé", "drawn": WORDS}),
    "qui-continue": Opening(_office_of_two),
    "modeles": Opening(),
    "modeles:commencé": Opening(_begun_model, with_safe=True, first=_give_up_model),
    "reprendre-modele": Opening(_another_in_hand, with_safe=True),
    "editeur": Opening(_paper_form),
    "editeur:large": Opening(_paper_form, size=WIDE),
    "editeur:essai": Opening(_form_in_hand, first=lambda page: page._turn_samples()),
    "editeur:à-corriger": Opening(_form_in_hand, first=_asks_a_secret),
    "ma-version": Opening(_own_letter),
    "ma-version:en-tête": Opening(_own_paper),
    "ma-version:en-tête-écrit": Opening(_own_paper, first=lambda page: page.head._write()),
    "ma-version:ouvert": Opening(_own_letter, first=lambda page: page.change(1)),
    "ma-version:à-corriger": Opening(_own_letter, first=_misspell_a_blank),
    "reglages": Opening(),
    "affichage": Opening(),
    "langue": Opening(),
    "fermer": Opening(),
    "fermer:modèle": Opening(_form_in_hand),
    "cachee": Opening(),
    "cachee:phrase": Opening(lambda _m, _p: {"phrase": True}, with_safe=True),
    "cachee:code": Opening(lambda _m, _p: {"code": True, "office": True}, with_safe=True),
    "mon-code": Opening(with_safe=True),
    "cercles": Opening(_of_a_circle),
    "cercle": Opening(_of_a_circle),
    "deplacer": Opening(_dossier_to_move),
    "copies": Opening(with_safe=True),
    "cachee:effacer": Opening(
        _matter_in_hand, with_safe=True, first=lambda page: page.perform(AskToErase())
    ),
    "cachee:rien": Opening(first=lambda page: page.perform(AskToErase())),
    "effacee": Opening(lambda _m, _p: {"drafts": 2, "documents": 3}),
    "effacee:sauvegardes": Opening(
        lambda _m, _p: {"drafts": 1, "documents": 0, "in_backups": True}
    ),
    "fin": Opening(),
    "fin:effacé": Opening(
        lambda _m, _p: {"ended": True, "forgotten": Forgotten(12, 31, 4, 1, True, 1, 3)}
    ),
    "aide": Opening(),
    "a-propos": Opening(),
    "arrivee": Opening(),
    "arrivee:verifiee": Opening(first=lambda page: page.verified(arrived("new"))),
    "arrivee:droit": Opening(
        first=lambda page: page.show_page(arriving.arrived(arrived("ours"), tuple(moved_days())))
    ),
    "aide:page": Opening(lambda _m, _p: {"page": 1}),
}


def screen_of(opening: str) -> str:
    """Return the screen of ``screen:variant``."""
    return opening.partition(":")[0]
