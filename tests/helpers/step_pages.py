"""Pages that are values of the program's own steps: settings, the safe, papers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from desktop_app.core import terminal_trial as trial
from desktop_app.core.circles import Reader
from desktop_app.core.comparing import Comparison, Copy, Difference
from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.errors import Notice
from desktop_app.core.folder import Entry, Listing, Place, Stick
from desktop_app.core.generic.facts import Box, FormFacts, Spot
from desktop_app.core.generic.looking import looked_at
from desktop_app.core.machine import MODES, Proposed, machine_text
from desktop_app.core.office import Member, Office
from desktop_app.core.pdf import Abbreviation
from desktop_app.core.received.model import LetterWords, Proposal, Reading
from desktop_app.core.received.model import Place as Read
from desktop_app.core.safe_reports import CheckReport, Damage, SlotInfo
from desktop_app.core.terminal import terminal_of
from desktop_app.pages import (
    arguments,
    boxes,
    carried,
    choosing,
    circles,
    conflicts,
    endangered,
    ending,
    entrance,
    filled_form,
    letter,
    machine,
    office_batch,
    office_choose,
    office_finish,
    office_helper,
    office_receipt,
    office_settings,
    open_pdf,
    paper_so_far,
    printing,
    received,
    safe_care,
    safe_making,
    safe_opening,
    settings,
    terminal_kit,
    terminal_traces,
    ways_in,
    who_uses,
)
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Page
from desktop_app.untrusted.errors import RecognitionAbsent
from desktop_app.workflow.documents.generic import OpenedPdf
from desktop_app.workflow.documents.paragraphs import ReadParagraph
from desktop_app.workflow.guidance.received import Looked, Understood
from desktop_app.workflow.interview.saving import Unfinished
from desktop_app.workflow.office.batch import Waiting
from desktop_app.workflow.office.gesture import NAMES, Way
from tests.helpers.agreement_pages import agreement_pages
from tests.helpers.arguments import bank
from tests.helpers.arriving_pages import arriving_pages
from tests.helpers.matched_page import matched_pages
from tests.received.scoring import rules

Named = Iterator[tuple[str, Page]]


DAY = dt.date(2026, 11, 20)


def _copies() -> Named:
    """Copies that a synchronisation left, compared."""
    copy, keys = Copy("safe (copie).db", 40960), Copy("keys (copie)", 400, comparable=False)
    for found in ((), (copy, keys)):
        yield f"copies, {len(found)}", conflicts.copies(found)
    paper = Difference("document", "p", "Jugement", "there", "Indu")
    step = Difference("event", "e", "Appeler", "both", "Indu", "2026-11-20", "2026-11-21")
    draft = Difference("draft", "d", "lettre", "both", "", "2026-11-20", "2026-11-21", "there")
    newer = Difference("draft", "n", "lettre", "both", "", "2026-11-22", "2026-11-21", "here")
    person = Difference("person", "q", "Zoé Dupont", "both", "", "Zoé", "Zoé Dupont")
    value = Difference("value", "v", "ville", "here", "Ana")
    dossier = Difference("dossier", "o", "Indu", "there", "Ana")
    every = (dossier, draft, newer, paper, step, person, value)
    whole = Comparison("safe (copie).db", every, (("dossier", "x", "Vieux"),), 2, 1)
    for name, one in (
        ("whole", whole),
        ("same", Comparison("c")),
        ("nothing more", Comparison("c", (value,))),
    ):
        yield f"copy, {name}", conflicts.comparison(one)
    yield "copy, to erase", Page("", (), (), problem=conflicts.asked_to_erase(whole))


def step_pages() -> tuple[Named, ...]:
    """Return them by a name that says which, area by area."""
    return (
        _settings(),
        _safe(),
        _papers(),
        _letter(),
        _boxes(),
        matched_pages(),
        _files(),
        _arguments(),
        arriving_pages(),
        _office(),
        agreement_pages(),
    )


def _arguments() -> Named:
    """Yield the bank of arguments: the list, one whole, those of a paper."""
    held = bank()
    yield "arguments", arguments.listed(held, list(held.arguments.values()))
    for one in held.arguments.values():
        yield f"argument {one.id}", arguments.told(held, one)
    yield "arguments of a paper", arguments.of_paper(held, "essai", list(held.orders.values()))


def _settings() -> Named:
    """Yield Réglages, and what it says of printers."""
    now = {settings.COLOURS: "clair", settings.QUESTIONS: (settings.EXPERT,)}
    for public in (True, False):
        yield f"settings, {public=}", settings.page(now, (1.0, 2.0), public=public)
    for names in ((), ("Bureau", "Salon")):
        yield f"settings: {len(names)} printers", Page("", settings.printers(names), ())


def _office() -> Named:
    """Yield the settings of an office, set up and changed, and who helps there."""
    day = dt.date(2026, 11, 3)
    anne = Member("a" * 12, "Anne", "responsable", day, ("00",), True)
    nadia = Member("b" * 12, "Nadia", "", day, ("01", "02"))
    rules = Office("Le Relais", "Le Relais\n3 rue du Bac", helpers=frozenset({"export"}))
    office = office_settings.FoundOffice(rules, (anne, nadia), anne)
    helped = office_settings.FoundOffice(Office(), (anne, nadia), nadia)
    nobody = office_settings.FoundOffice(None)
    for name, found in (("mine", office), ("another's", helped), ("not set up", nobody)):
        yield f"office, {name}", office_settings.page(found)
    left = Member("c" * 12, "Zoé", "", day, removed_on=day)
    yield "office, who helps", office_settings.who_helps((anne, nadia, left))
    for one in office_settings.STEPS:
        for first in (True, False):
            yield f"office, {one}, {first=}", office_settings.step(one, office, first=first)
    for mine in (True, False):
        yield f"helper, {mine=}", office_helper.page(nadia, mine=mine)
    yield "helper, responsable", office_helper.page(anne, mine=True)
    yield "helper, to remove", Page("", (), (), problem=office_helper.to_remove(nadia))
    yield "helper, removed", office_helper.removed("Nadia")
    yield "helper, new", office_helper.new()
    yield "helper, phrase", office_helper.her_phrase("Nadia")
    yield "going on", office_helper.go_on_as()
    anne_reads, nadia_reads = (
        Reader("0" * 32, "Anne", "2026-11-20", me=True),
        Reader("1" * 32, "", ""),
    )
    for now in ("", "a"):
        yield f"circles, in {now}", circles.page((("a", "Familles"), ("b", "Dettes")), now)
    yield "circles, none", circles.page((), "")
    yield "circles, mine", circles.mine(["Familles"])
    yield "circle, made", circles.made("Familles", ("abaisser", "abandon"))
    yield "circle, readers", circles.one("Familles", (anne_reads, nadia_reads))
    yield "circle, listed", circles.readers("Familles", (anne_reads, nadia_reads))
    yield "circle, to remove", Page("", (), (), problem=circles.asked_to_remove(nadia_reads))
    for inside in (True, False):
        yield f"move, {inside=}", circles.moving("Divorce", (("a", "Familles"),), inside=inside)
    yield "move, nowhere", circles.moving("Divorce", (), inside=False)
    yield from _copies()
    for mode in MODES:
        yield f"machine, {mode}", machine.now(mode, "/etc/papier-libre/papier-libre.toml")
        for nearer in ("", "/opt/papier-libre.toml"):
            told = Proposed(mode, machine_text(mode), "/etc/p.toml", "home", nearer)
            yield f"machine, {mode}, {nearer=}", machine.page(told)
        done = Proposed(mode, machine_text(mode), "/etc/p.toml", mode, written=True)
        yield f"machine, {mode}, written", machine.page(done)


def _files() -> Named:
    """Yield where files are chosen: places, folders with files of each kind, names."""
    key = Place("key", "/media/une/CLÉ", "CLÉ")
    found = (Place("documents", "/une/Documents"), key)
    at = dt.datetime(2026, 11, 19, 10, 30)  # noqa: DTZ001 (as files have it)
    entries = tuple(
        Entry(f"papier {number}.pdf", f"/une/{number}.pdf", False, 123 * 10**number, at)
        for number in range(8)
    )
    folders = (Entry("Caf", "/une/Caf", True, 0, at),)
    paper = to.OpenFile("paper", "Quel papier ?", "paper")
    saved, safe = (
        to.SaveFile("copy", "Où enregistrer ?", "lettre.pdf"),
        to.PickFolder("safe", "Où ?"),
    )
    for asked in (paper, saved, safe):
        name = type(asked).__name__
        for public in (True, False):
            places = () if public else found
            yield f"files, {name}, {public=}", choosing.places(asked, places, public=public)
        yield f"files, {name}, folder", choosing.folder(asked, choosing.trail_of(("Caf",), key))
        for listing in (
            Listing("/une", entries, folders * 12, others=1),
            Listing("/une", (), (), cut=True, writable=False),
        ):
            blocks = choosing.inside(asked, listing, DAY)
            yield f"files, {name}, {len(listing.files)} inside", Page(name, blocks, ())
    yield "files, path", Page("", choosing.path(), ())
    taken = choosing.taken_name("/une/lettre.pdf", "/une/lettre (2).pdf")
    yield "files, taken", Page("", (), (), problem=taken)
    closed = terminal_of({"open": ["1-7 10:00-18:00"]})
    for when in ("09:00", "11:00"):
        now = dt.datetime.fromisoformat(f"2026-11-24 {when}")
        yield f"entrance, {when}", entrance.page(closed, now)
    yield "terminal, kit", terminal_kit.page(closed)
    looked = (
        trial.Looked("disk", 12, ("/srv/borne/x",), 2),
        trial.Looked("memory", looked=False),
        trial.Looked("paste", 1, ("",)),
        trial.Looked("queue"),
    )
    traced = trial.Found(looked, doubts=("home", "rights", "line", "swap", "screen"))
    for one in (traced, trial.Found(())):
        yield f"terminal, traces, {one.nothing_left}", terminal_traces.page(one, DAY)
    sticks = (
        Stick("/media/clé", "SANDISK", 3_200_000_000),
        Stick("/media/b", "PHOTOS", writable=False),
        Stick("/media/c", "VIEILLE"),
    )
    names = ("lettre.pdf", "a-faire.pdf")
    for found in ((), sticks):
        yield f"carried, {len(found)} sticks", carried.page(found, names, ("Deux pages.",))
    yield "carried, being made", carried.page(sticks)
    for then in (None, to.Home()):
        yield f"carried, done, {then is None}", carried.done("SANDISK", names, then)
    yield "files, gone", Page("", (), (), problem=choosing.gone())


def _safe() -> Named:
    """Yield what makes a safe, opens it and keeps it."""
    for own in (True, False):
        yield f"safe, new phrase, {own=}", safe_making.new_phrase(own=own)
        yield f"safe, care, home={own}", safe_care.care(home=own, folder="c")
        yield f"safe, second key, phrase={own}", who_uses.second_key(phrase=own, then=to.Home())
        for kept in (
            None,
            endangered.KeptHere(0, movable=True),
            endangered.KeptHere(2, movable=own),
        ):
            yield f"endangered, {own}, {kept}", endangered.page(kept, phrase=own)
        yield f"who uses, answering={own}", who_uses.page(answering=own, then=to.Home())
        yield f"stick or nothing, danger={own}", who_uses.stick_or_nothing(danger=own)
    yield "safe, words back", safe_making.ask_back((0, 4, 7), _any_word)
    yield "safe, only here", safe_care.care(home=True, folder="c", alone=True, phrase=False)
    yield "safe, words alone", safe_care.care(home=True, folder="c", phrase=False)
    yield "safe, erased?", safe_care.keep_no_more(safe_care.Kept(1, 12))
    yield "who uses, the program on a stick", who_uses.on_this_stick()
    yield "no keyring", Page("", (), (), problem=who_uses.no_keyring())
    yield "closing, only here", ending.closing_only_here()
    yield "safe, first phrase", safe_making.first_phrase()
    yield "safe, phrase back", safe_making.phrase_back()
    yield "safe, other phrase", safe_making.change_phrase()
    yield "safe, sheet", safe_making.sheet()
    yield (
        "safe, opening",
        safe_opening.opening(
            to.OpenSafe(), said="", keyboard="Clavier : français", without_phrase=False
        ),
    )
    yield (
        "safe, opening by hand",
        safe_opening.opening(
            to.OpenSafe("x.coffre"),
            said=safe_opening.closed(only_here=False),
            keyboard="",
            without_phrase=True,
            by_stick=True,
        ),
    )
    yield (
        "safe, opening what is only here",
        safe_opening.opening(
            to.OpenSafe(),
            said=safe_opening.closed(only_here=True),
            keyboard="",
            without_phrase=True,
            only_here=True,
        ),
    )
    slots = (SlotInfo("a1b2", "passphrase", "Zoé", "2026-11-20", used=True),)
    yield "safe, keys", safe_care.keys(slots)
    every = (
        *slots,
        SlotInfo("c3", "recovery-words", "", "", used=False),
        SlotInfo("d4", "keyring", "", "2026-11-21", used=False),
        SlotInfo("e5", "key-file", "Zoé", "2026-11-22", used=False),
        SlotInfo("f6", "passphrase", "Luc", "2026-11-23", used=False),
    )
    yield "safe, ways in", ways_in.page(every)
    taken = ways_in.taken_away(every[3], erased=False)
    yield "safe, ways in, one taken away", ways_in.page(every[:3], taken=taken)
    yield "safe, new key", ways_in.new_key()
    wrong = (Damage("page", "coffre.db", 12), Damage("document", "docs/7", document="7"))
    good = ("sauvegardes/1.zip", DAY)
    for report in (
        CheckReport("ok", 40),
        CheckReport("damaged", 40, wrong, good),
        CheckReport("damaged", 40, wrong),
    ):
        mended = bool(report.newest_good_backup)
        told = f"safe, checked: {report.state}, {mended=}"
        yield told, safe_care.checked(report, "Mes papiers.coffre")
    for only_here in (False, True):
        yield f"safe, repairing, {only_here}", safe_opening.repairing(only_here=only_here)
    for day in (None, DAY):
        yield f"safe, restoring {day}", safe_opening.restoring(day)
        told = safe_opening.restoring(day, only_here=True, name="" if day else "b.zip")
        yield f"safe, restoring here {day}", told
    for here in (False, True):
        yield f"safe, repairing {here}", safe_opening.repairing(only_here=here)


def _received_letter() -> Named:
    """Yield a letter received: before, what it says, what was said of it, and one not read."""
    words = LetterWords((), 3, recognised=True)
    at = (Read(1, (10, 10, 60, 20)),)
    sums = tuple(Proposal("sum", Decimal(one), at, "doubtful") for one in (120, 135))
    found = {
        "sender": (Proposal("sender", "caf", at, "sure"),),
        "written_on": (Proposal("written_on", DAY, at, "likely"),),
        "sum": sums,
        "delay": (Proposal("delay", WrittenDelay(2, "mois"), at, "sure"),),
        "remedies": (Proposal("remedies", "mediateur", at, "sure"),),
    }
    looked = Looked(Reading(found))  # type: ignore[arg-type]
    said = looked.confirm("sender", "caf").confirm("delay").change("sum")
    for scans in (True, False):
        yield f"received, {scans=}", received.page(scans=scans)
    for one, keeps in ((looked, True), (said, False)):
        understood = Understood(words, one.reading)
        yield f"received, {keeps=}", received.found_page(understood, one, rules(), DAY, keeps=keeps)
    unread = Understood(words, Reading(), RecognitionAbsent())
    alone = received.found_page(unread, Looked(Reading()), rules(), DAY, keeps=True)
    yield "received, unread", alone
    yield "received, told", received.told_page(Understood(words, looked.reading), rules())


def _office() -> Named:
    """Yield the one gesture of an office at each of its steps, and the receipt that it prints."""
    way = Way()
    for name in NAMES:
        yield f"office, before {name}", office_finish.page(way)
        failed = way.begin(name).fail(name, "L’imprimante a refusé.")
        yield f"office, {name} failed", office_finish.page(failed)
        way = way.begin(name).end(name, "C’est fait.")
    yield "office, done", Page("", office_finish.what_now("d"), ())
    for prepared in (True, False):
        blocks = office_finish.without_blank(prepared=prepared)
        yield f"office, no blank, {prepared=}", Page("", blocks, ())
    newer = office_finish.newer_edition("12345*01", "12345*02", "16000")
    yield "office, newer edition", Page("", newer, ())
    told = office_receipt.Receipt(
        DAY, ("Les Tilleuls",), "F. D. · n° 27", "Une demande", 2, DAY, DAY, "Appeler", ("Nom",),
        ("Une copie du bail",),
    )  # fmt: skip
    yield "office, batch", office_batch.page()
    paper = Waiting("p", "Une demande", "d", "Fatou Da Silva", 27, "form", 3, "cada")
    states: dict[str, tuple[office_batch.State, str]] = {"p": ("failed", "Plus de papier.")}
    for name, blocks in (
        ("none", office_batch.papers((), ())),
        ("some", office_batch.papers((paper,), ("p",))),
        ("sheets", office_batch.sheets(3, 2, both=True)),
        ("told", office_batch.told((paper,), states)),
    ):
        yield f"office, batch, {name}", Page("", blocks, ())
    yield "office, which sheet", office_choose.page()
    for missing in (0, 3):
        one = Unfinished("d", "cada", "Un document", "letter", missing, DAY, "p")
        yield f"office, begun, {missing=}", Page("", office_choose.begun((one,)), ())
    yield "office, receipt", office_receipt.page(told)


def _any_word(_position: int, _typed: str) -> bool:
    return True


def _papers() -> Named:
    """Yield what is asked of a form, and shows a paper that is not finished."""
    yield from _received_letter()
    yield "pdf", open_pdf.page()
    yield "pdf, locked", Page("", open_pdf.locked(), ())
    for public in (True, False):
        problem = open_pdf.without_boxes("Aucune case.", public=public)
        yield f"pdf, empty, {public=}", Page(problem.words, problem.ways, ())
    yield "paper so far", paper_so_far.page(None)
    yield "paper so far, in words", Page("", tuple(paper_so_far.said(["Un.", "Deux."])), ())
    for replaced in ("", "Ce formulaire est remplacé."):
        yield (
            f"form, {replaced}",
            filled_form.page(held=False, replaced=replaced, opened=bool(replaced)),
        )
    yield "form, editions", Page("", filled_form.which_edition(["1*02", "1*01"]), ())
    for by_hand in (True, False):
        boxes = [
            Abbreviation("f", 1, "Adresse", "12 avenue X", "12 AV X", (), refused=refused)
            for refused in (True, False)
        ]
        blocks = tuple(filled_form.shorter(boxes, by_hand=by_hand))
        yield f"form, small boxes, {by_hand=}", Page("", blocks, ())
    yield "print, printers", Page("", printing.printers(["Bureau", "Salon"], "Salon"), ())
    yield "print, some pages", Page("", printing.some_pages(3), ())


def _letter() -> Named:
    """Yield the letter read again: as it is proposed, changed, being changed."""
    ours = ReadParagraph("a", 1, "Je conteste la décision du 3 novembre 2026.", "Vous contestez.")
    cited = replace(ours, basis=("CASF L.262-47",), doubts=(DAY,), optional=True)
    own = replace(cited, text="Mes mots.\n\nEt d’autres ;", edited=True, lost=("3 novembre 2026",))
    changed = (
        replace(ours, removed=True, text="", optional=True),
        replace(own, id="b", number=2),
        replace(cited, id="c", number=3, own="Mes mots, mis de côté."),
        replace(ours, id="d", number=4, opened=True),
    )
    yield "letter, being made", letter.page()
    yield "letter, as proposed", letter.page((ours, replace(cited, id="b", number=2)))
    yield "letter, changed", letter.page(changed)
    yield "letter, signature", Page("", letter.signature("Amina Bensaïd"), ())


def _boxes() -> Named:
    """Yield what was found in a PDF that no pack knows, and what is said of it."""
    found = [
        Box(f"{page}/{n}", "text", (Spot(page, (0, 0, 90, 9)),)) for page in (1, 2) for n in (1, 2)
    ]
    facts = FormFacts("", ((595, 842), (595, 842)), tuple(found))
    labels = {box.name: f"Nom {box.name}" for box in found}
    notices = (Notice("form-boxes-found", {"n": 4}),)
    opened = OpenedPdf(b"", "demande.pdf", facts=facts, labels=labels, notices=notices)
    looked = looked_at(facts, labels)
    states = {
        "opened": looked,
        "one in hand": looked.choose("1/2"),
        "renamed": looked.rename("1/2", "Nom de jeune fille"),
        "one is none": looked.remove("1/1").choose("1/1"),
        "turned": looked.turn_on(),
    }
    for name, seen in states.items():
        yield f"boxes, {name}", boxes.page(opened, seen, public=name == "turned")
    nameless = looked_at(facts, {box.name: f"Case {n}" for n, box in enumerate(found, 1)})
    yield "boxes, nameless", boxes.page(opened, nameless, public=False)
