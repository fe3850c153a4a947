"""The first page, people and models as values, made of facts and of the real packs."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.errors import Problem as Fault
from desktop_app.core.packs.listed import BrokenPack
from desktop_app.core.records import Dossier, SavedDraft, StoredDocument, Value
from desktop_app.pages import (
    beginning,
    finding,
    home,
    household,
    models,
    packs,
    people,
    person,
    record,
)
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Page, Search
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.record import KeptDossier, Record
from desktop_app.workflow.guidance import pack_list
from desktop_app.workflow.guidance.freshness import to_read_again
from desktop_app.workflow.guidance.to_verify import to_verify
from desktop_app.workflow.interview.saving import Unfinished, begin
from desktop_app.workflow.packs.checking import CheckedPack
from desktop_app.workflow.packs.pack_drafts import InTheMaking
from desktop_app.workflow.people.people import Found, Known, Listed, Member, PersonSheet

TODAY = dt.date(2026, 11, 28)
UNTIL = Verdict("to-come", day=dt.date(2027, 1, 4))


@dataclasses.dataclass(frozen=True)
class Pixels:
    """A picture as the child process gives one."""

    width: int
    height: int
    pixels: bytes


def _record() -> Iterator[tuple[str, Page]]:
    sheet = PersonSheet("a", "Ana Diaz", (), (Member("b", "Bruno", "fils"),))
    dossier = Dossier("d", "Dette de RSA", "Ana Diaz", "a", "", "", TODAY)
    paper = StoredDocument("p", "Recours", "Ana Diaz", "a", "", "", "letter", TODAY, "x/y", 1, 1)
    draft = SavedDraft("s", "cada", "{}", "", "a", "", TODAY, False)
    begun = (("Obtenir un document", draft),)
    full = Record(sheet, (KeptDossier(dossier, (), (paper,)),), (paper,), begun, 2)
    for told, found in (("full", full), ("bare", Record(sheet, (), (), (), 0))):
        yield f"record, {told}", record.page(found, TODAY)
        yield f"record, {told}, on paper", record.on_paper(found, TODAY)


def people_pages(tools: RealTools) -> Iterator[Iterator[tuple[str, Page]]]:
    """Yield them by a name that says which."""
    yield _home(tools)
    yield _people()
    yield _persons()
    yield _record()
    yield _models(tools)


def _home(tools: RealTools) -> Iterator[tuple[str, Page]]:
    for public, safe, waits in ((True, False, False), (False, False, False), (False, True, True)):
        page = home.page(public=public, safe=safe, waits=waits)
        yield f"home, public {public}, safe {safe}", page
    found = home.Welcome(
        (Unfinished("1", "cada", "Mes papiers", "letter", 3, TODAY, "a", UNTIL),),
        (InTheMaking("2", "Ma lettre", True, TODAY),),
        (),
        drafts_left=2,
        models_left=1,
        names={"a": "Amina Bensaïd"},
    )
    begun = begin(tools.catalogue, "cada", TODAY)
    memory = home.in_memory([(to.OpenInterview(), home.interview_words(begun))])
    yield "home: begun", Page(home.heading(), home.begun(memory, found), ())
    said = finding.said_so(tools.catalogue, tools.law, "domiciliation")
    yield "home: searched", Page(home.heading(), (Search("s", "Quoi ?", said),), ())


def _people() -> Iterator[tuple[str, Page]]:
    zoe = Member("z", "Zoé", "fille")
    listed = (Listed("a", "Amina Bensaïd", (zoe,)), Listed("z", "Zoé", ()))
    yield "people: none", people.page(Found((), 0, 0), "")
    yield "people: few", people.page(Found(listed, 2, 0), "a")
    yield "people: many", people.page(Found(listed, 3000, 2998), "")
    yield "people: they wait", people.office_page(Found(listed, 2, 0), "", hidden=True)
    yield "people: no safe", people.without_safe()
    others = [Listed("z", "Zoé", ())]
    yield "household: few", household.page("Amina", (zoe,), others, 1)
    yield "household: many", household.page("Amina", (), others, 3000)


def _persons() -> Iterator[tuple[str, Page]]:
    zoe = Member("z", "Zoé", "fille")
    known = Known("identite.nom", "Quel nom ?", "Bensaïd", Value("", "", "draft", TODAY))
    for sheet in (
        PersonSheet("a", "Amina Bensaïd", (known,), (zoe,)),
        PersonSheet("n", "Karim", (), ()),
    ):
        page = person.page(sheet)
        yield f"person {sheet.name}", page
        asked = dataclasses.replace(page, problem=person.to_remove(sheet.name))
        yield f"person {sheet.name}, to remove", asked
    for kept in (None, person.KeptImage("1", Pixels(2, 2, bytes(16)))):
        blocks = person.signature("Amina", kept, "Ce n’est pas une image.")
        yield f"signature, {kept is not None}", Page("Amina", blocks, ())


def _models(tools: RealTools) -> Iterator[tuple[str, Page]]:
    begun = (InTheMaking("2", "Ma lettre", True, TODAY),)
    yield "models: public", models.page(public=True)
    page = models.page(public=False)
    yield "models", dataclasses.replace(page, problem=models.to_give_up(begun[0]))
    blocks = models.begun(("Une lettre", to.LetterEditor()), begun)
    yield "models: begun", Page(page.heading, blocks, ())
    broken = (BrokenPack("perso", "", (Fault("pack-header", place="letter.toml"),)),)
    for typed in ("", "demande mdph"):
        found = pack_list.models(tools.catalogue, typed, most=4)
        blocks = models.at_hand(found, broken, public=False)
        yield f"models: at hand {typed}", Page(models.how_many(found.total), blocks, ())
    items = tools.catalogue.search("mdph")
    yield "packs, listed", packs.listed(items, broken)
    yield "packs, to verify", packs.to_verify(to_verify(tools.catalogue, tools.law))
    old = to_read_again(tools.catalogue, tools.law, TODAY + dt.timedelta(days=400))[:20]
    yield "packs, to review", packs.to_review(old, TODAY)
    for faults in ((), broken[0].problems):
        yield f"packs, checked: {len(faults)}", packs.checked((CheckedPack("a", "", faults),))
    yield "packs, begun", packs.begun("modeles/a", ("2 pages",), "Relisez chaque case.")
    yield "packs, headed", packs.headed(("a", "b"))
    yield "model: read", beginning.reading("Votre modèle")
    yield "model: another", beginning.ask_first("Votre modèle", "Ma lettre", "L’abandonner")
