"""`python -m tests.bench.twelve [--write]`: the minutes of an office, step by step, on real pages.

A safe of 1,500 people and 3,000 dossiers; somebody known there comes. Her person is found, the
paper begun, its sheet filled with the answers of a shipped example, then filled, printed, filed,
its next day put and its receipt printed. Each gesture is done in the window (offscreen), so that
one more button to press is one more gesture here (``keystrokes.py``: what each costs).

``before`` leads the same answers through the pages of one thing at a time. ``--write`` keeps the
table in ``tests/bench/twelve.txt``.
"""

import datetime as dt
import os
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import AnyDefinition, questions_of
from desktop_app.datafiles import data_root
from desktop_app.gui.screens.bureau.consent import ConsentScreen
from desktop_app.gui.screens.bureau.finishing import Finishing
from desktop_app.gui.screens.bureau.home import OfficeHomeScreen
from desktop_app.gui.screens.bureau.opening_sheet import ChooseSheet
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.widgets.answers.close import CloseChoices, Numbered
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import (
    office_choose,
    office_consent,
    office_finish,
    office_home,
    office_sheet,
)
from desktop_app.safe.store import Safe as Archive
from desktop_app.workflow.office import consent
from desktop_app.workflow.office.sheet import standing
from tests.bench.keystrokes import ALOUD, Cost, Hand
from tests.bench.many import DAY, Many, fill
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import held, until
from tests.helpers.safes import new_safe, open_safe

PAGE = Path(__file__).with_suffix(".txt")
WHO = "Éléonore Lefèvre-Nœl"
NEW = {"15692-demande-mdph": "Binta Ndiaye", "12504-c2s": "Awa Traore", "caf-indu-rsa": "Sira Kone"}
"""Somebody known; and somebody for each paper of whom the name alone is, who never came."""
KNOWN_OF = (
    "prenom", "nom", "date_naissance", "civilite", "nom_naissance", "lieu_naissance",
    "nationalite", "naissance_pays", "naissance_departement", "hebergement", "adresse_complement",
    "adresse_voie", "code_postal", "commune", "telephone", "courriel", "nir", "organisme",
    "numero_allocataire",
)  # fmt: skip
"""What an office knows of somebody it wrote for before: who she is, where she lives."""


C2S, A_SUM = "12504-c2s", "1840"
A_NUMBER = "2 95 10 99 126 111 93"
HOUSEHOLD = {
    "c2s_rsa": False, "couple_depuis": "12/05/2003", "conjoint_date_naissance": "03/09/1957",
    "conjoint_nir": A_NUMBER, "enfants_nombre": "2", "enfant_2_nom": "Haddad Noé",
    "enfant_1_lien": "fille", "enfant_2_lien": "fils", "enfant_1_naissance": "01/02/2009",
    "enfant_2_naissance": "15/11/2012", "enfant_1_nir": A_NUMBER, "enfant_2_nir": A_NUMBER,
    "an_sortes": ["salaires", "alimentaire"], "conjoint_an_sortes": ["salaires", "chomage"],
    "piece_identite": "jointe", "piece_impot": "jointe", "fait_a": "Saint-Étienne",
}  # fmt: skip
"""What makes of the example a household of four with wages, each of whom is asked about; each sum
that its answers open is ``A_SUM``."""
WORDS_A_SECOND = 2.5
"""Of a page read aloud: 150 words a minute."""
NOTHING = Cost()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to make: what is looked for, which example answers it, in how many minutes."""

    name: str
    kind: str
    pack: str
    example: str
    typed: str
    minutes: float


PAPERS = (
    Paper("MDPH, un adulte", "official", "15692-demande-mdph", "1-adulte-simple.toml", "mdph", 12),
    Paper("C2S, un foyer de quatre", "official", "12504-c2s", "2-couple-rsa.toml", "css", 8),
    Paper("Une lettre", "letters", "caf-indu-rsa", "", "indu rsa", 5),
)


@dataclass(frozen=True, slots=True)
class Walked:
    """A paper that was made: by which steps, and what each took.

    ``first``: the same for somebody of whom nothing is known; ``before``: for the one who is known,
    one thing a page.
    """

    name: str
    minutes: float
    questions: int
    known: int
    answered: int
    steps: Mapping[str, Cost]
    first: Cost = field(default_factory=Cost)
    before: Cost = field(default_factory=Cost)

    @property
    def cost(self) -> Cost:
        return sum(self.steps.values(), Cost())


class Seeded(Many):
    """1,500 people, two dossiers each."""

    people = 1500  # type: ignore[assignment]
    dossiers = 3000  # type: ignore[assignment]


def answers_of(paper: Paper) -> dict[str, Any]:
    """Return the answers of a shipped example, as they are typed; a household of four for C2S."""
    folder = data_root("forms") / paper.kind / paper.pack / "examples"
    names = sorted(one.name for one in Path(str(folder)).iterdir())
    text = (folder / (paper.example or names[0])).read_text("utf-8")
    found = dict(tomllib.loads(text)["answers"])
    if paper.pack == C2S:
        found |= HOUSEHOLD
    return {name: _typed(said) for name, said in found.items()}


def _typed(said: Any) -> Any:
    match said:
        case bool():
            return "oui" if said else "non"
        case list():
            return tuple(map(str, said))
        case dt.date():
            return f"{said:%d/%m/%Y}"
    return str(said).strip()


def walked(papers: tuple[Paper, ...] = PAPERS, *, older: bool = True) -> Iterator[Walked]:
    """Yield each paper, made by hand in the window; ``older``: also one thing a page."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        from tests.bench.in_window import Bench

        bench = Bench()
        bench.tools.__dict__["mode"] = "association"
        place = Path(folder)
        safe: Any = None

        def make() -> None:
            nonlocal safe
            safe = open_safe(new_safe(place, DAY), DAY)
            fill(cast("Archive", safe).database, Seeded(3000))

        bench.work(make)
        bench.context.session.open(safe, folder)
        try:
            for paper in papers:
                first = Office(bench, safe, paper, known=False).walk().cost
                before = Before(bench, safe, paper).walk_before() if older else NOTHING
                yield replace(Office(bench, safe, paper).walk(), first=first, before=before)
        finally:
            bench.work(safe.close)
            bench.close()


class Office:
    """A helper who makes one paper for somebody known."""

    def __init__(self, bench: Any, safe: Any, paper: Paper, *, known: bool = True) -> None:
        self.who, self.person = WHO if known else NEW[paper.pack], ""
        self.bench, self.safe, self.paper, self.hand = bench, safe, paper, Hand()
        self.said = answers_of(paper)
        catalogue = bench.tools.catalogue
        form = paper.kind == "official"
        self.definition: AnyDefinition = (catalogue.form if form else catalogue.letter)(paper.pack)
        self._know()

    def _know(self) -> None:
        """Have the safe know who she is, as after another paper."""

        def write() -> None:
            people_ = self.safe.people
            named = [one for one in people_.all() if one.name == self.who]
            who = named[0].id if named else people_.add(self.who, on=DAY)
            self.person = who
            for name in people_.profile(who):  # what the paper before left there
                people_.forget(who, name)
            if self.who != WHO:
                return
            if not self.safe.consents.of(who):
                consent.agree(self.safe, who, office_consent.WORDS, language="fr", on=DAY)
            for question in questions_of(self.definition):
                value = self.said.get(question.id)
                if question.id in KNOWN_OF and question.remember and isinstance(value, str):
                    name = question.remember.split()[0]
                    people_.keep_value(who, name, value, source="draft", on=DAY)

        self.bench.work(write)

    def walk(self) -> Walked:
        """Do all of it."""
        with self.hand.step("1. Trouver la personne"):
            self._find_her()
        with self.hand.step("2. Ouvrir la feuille"):
            sheet = self._open_sheet()
        interview = sheet.writing.interview
        known = len(interview.steps) - len(standing(interview).missing)
        with self.hand.step("3. Relire ce qui est connu"):
            for _part in range(_parts_known(sheet)):
                self.hand.think()
        with self.hand.step("4. Demander et écrire"):
            answered = self._answer(sheet)
        with self.hand.step("5. Remplir, imprimer, ranger"):
            self._finish(sheet)
        total = len(sheet.writing.interview.steps)
        steps = self.hand.steps
        return Walked(self.paper.name, self.paper.minutes, total, known, answered, steps)

    def _page(self, kind: type) -> Any:
        until(lambda: isinstance(self.bench.page(), kind), f"no {kind.__name__}", 60)
        self.bench.until(lambda: self.bench.context.jobs.idle)
        return self.bench.page()

    def _find_her(self) -> None:
        """From the day of the office, by a few letters of her name."""
        self.bench.window.restart(to.OfficeHome())
        self.bench.quiet()
        page = self._page(OfficeHomeScreen)
        box = page.searches[office_home.SEARCH]
        self.hand.go_to(box._field.edit)
        self.hand.think()
        self.hand.type("eleonore lef" if self.who == WHO else self.who.casefold())
        until(lambda: "personne" in box.said, "nobody is found", 60)
        self.bench.quiet()
        self.hand.think()
        self.hand.click(_pressing(page, lambda does: _receives(does, self.person)))
        self.bench.quiet()
        begins = office_home.BeginFor
        self.hand.click(
            _pressing(page, lambda does: isinstance(does, begins) and does.person == self.person)
        )
        assert self.bench.context.session.person == self.person
        self._page(ChooseSheet)

    def _open_sheet(self) -> OfficeSheet:
        self._look_for_paper(self.bench.page())
        self._read_what_is_kept(OfficeSheet)
        sheet = self._page(OfficeSheet)
        sheet.finish()
        self.bench.quiet()
        assert isinstance(sheet, OfficeSheet)
        return sheet

    def _read_what_is_kept(self, then: type) -> None:
        """To somebody new, read aloud what will be kept; once, and she agrees."""
        until(lambda: isinstance(self.bench.page(), then | ConsentScreen), "no page", 60)
        page = self.bench.page()
        if isinstance(page, ConsentScreen):
            until(lambda: page.button_of(office_consent.Agree()), "nothing to read", 60)
            read = " ".join(one.text() for one in page.findChildren(Words))
            for _ in range(round(len(read.split()) / WORDS_A_SECOND / ALOUD)):
                self.hand.ask()
            self.hand.click(page.button_of(office_consent.Agree()))

    def _look_for_paper(self, page: Any) -> None:
        box = page.searches[office_choose.SEARCH]
        self.hand.think()
        self.hand.go_to(box._field.edit)
        self.hand.type(self.paper.typed)
        until(lambda: box.said, "nothing is found", 60)
        self.bench.quiet()
        self.hand.think()
        self.hand.click(_beginning(page, self.paper.pack))

    # ------------------------------------------------------------------ the sheet

    def _answer(self, sheet: OfficeSheet) -> int:
        """Answer all that is missing, in the order in which Enter leads there."""
        passed: set[str] = set()
        answered = 0
        self.hand.key(Qt.Key.Key_Return)
        while True:
            self.bench.turn()
            name = sheet.at(held())
            if not name or name in passed:
                break
            step = sheet.writing.interview.step(name)
            assert step is not None
            said = self.said.get(name)
            if said is None and self.paper.pack == C2S and step.question.kind == "amount":
                said = A_SUM
            self.hand.think()
            if said in (None, "", ()):
                passed.add(name)
            else:
                self.hand.ask()
                self._write(sheet, step.question, said)
                answered += 1
                passed.add(name)
            self.hand.key(Qt.Key.Key_Return)
        if standing(sheet.writing.interview).missing:
            self.hand.think()
            self.hand.click(sheet.button_of(office_sheet.RestByPen()))
        wrong = standing(sheet.writing.interview).wrong
        assert not wrong, f"{self.paper.name}: {wrong}"
        return answered

    def _write(self, sheet: OfficeSheet, question: Question, said: Any) -> None:
        answer = sheet.answer_of(question.id)
        if isinstance(held(), Numbered):
            ids = list(answer._buttons)  # type: ignore[attr-defined]
            several = isinstance(answer, CloseChoices)
            for one in said if several else (said,):
                self.hand.type(str(ids.index(one) + 1))
            if len(ids) >= 10:
                self.bench.until(lambda: not answer._soon.isActive())  # type: ignore[attr-defined]
            return
        text = _spoken(question, said)
        if isinstance(field := held(), QPlainTextEdit):
            self.hand.type(" ")
            field.setPlainText(text)  # counted below: a key each
            self.hand.count(keys=len(text) - 1)
            sheet.typed_in(question.id)
            self.hand.key(Qt.Key.Key_Tab)
            return
        self.hand.type(text)

    def _finish(self, sheet: OfficeSheet) -> None:
        service = Printers("Bureau", turns=True)
        self.hand.think()
        self.hand.click(sheet.button_of(office_sheet.Finish()))
        page = self._page(Finishing)
        page._service = service  # the gesture is the same on any printer
        page.look_for_printers()
        self.bench.until(lambda: self.bench.context.jobs.idle)
        if page.paper_made is None:
            self.hand.think()
            self.hand.click(_doing(page, office_finish.CopySheet))
        until(lambda: page.paper_made is not None, "no paper", 120)
        self.bench.quiet()
        self.hand.think()
        self.hand.go_to(page.asks[f"{office_finish.NEXT} day"].answer("day").first())
        self.hand.type("15 1 27")
        self.hand.key(Qt.Key.Key_Tab)
        self.hand.type("rappeler")
        self.hand.key(Qt.Key.Key_Return)
        self.hand.think()
        self.hand.key(Qt.Key.Key_Return)
        until(lambda: page.way.next is None, f"{page.way}", 120)
        assert service.sent


class Before(Office):
    """The same paper made page by page, with the buttons of its pages."""

    def walk_before(self) -> Cost:
        """Do all of it."""
        from desktop_app.gui.screens.verifier.view import Verifier

        try:
            with self.hand.step("all"):
                self._find_her()
                self._begin()
                self.bench.tools.__dict__["mode"] = "home"  # its pages, one thing each
                while not isinstance(page := self.bench.page(), Verifier):
                    self._leave(page)
                self._out(page)
        finally:
            self.bench.tools.__dict__["mode"] = "association"
        return self.hand.total

    def _begin(self) -> None:
        from desktop_app.gui.screens.questions.view import Questions
        from desktop_app.gui.starting import start

        page = self.bench.page()
        page.perform = lambda does: start(self.bench.context, page, does.pack, way=to.Questions)
        self._look_for_paper(page)
        self._read_what_is_kept(Questions)
        self._page(Questions)

    def _leave(self, page: Any) -> None:
        """Answer a page and go on; what one types stands there already, its keys are counted."""
        from desktop_app.gui.screens.questions.view import Questions
        from desktop_app.pages import questions as single

        if not isinstance(page, Questions):  # the last day, told on its page
            self.hand.think()
            self.hand.click(page._main_action())
            self._settled(page)
            return
        if page._known:
            self.hand.think()
            self.hand.key(Qt.Key.Key_F2)
        there = tuple(page.asks)
        for name in there:
            said = self.said.get(name)
            if said is None and self.paper.pack == C2S and name.startswith(("an_", "conjoint_an_")):
                said = A_SUM
            if said in (None, "", ()) or name not in page.asks or page.answer_of(name).answer():
                continue
            self.hand.think()
            self.hand.ask()
            self._by_its_widget(page, name, said)
        if set(page.asks) - set(there):
            return  # what was opened is answered first
        self.hand.click(page.button_of(single.GoOn()))
        self._settled(page)

    def _by_its_widget(self, page: Any, name: str, said: Any) -> None:
        answer, count = page.answer_of(name), self.hand.count
        answer.put(said)
        page.typed_in(name)
        if answer.in_group and answer.question.kind != "date":
            count(clicks=len(said) if isinstance(said, tuple) else 1)
        else:
            count(keys=len(said) + 1)  # and Tab, or Enter, to the next
        self.bench.until(lambda: self.bench.context.jobs.idle)

    def _settled(self, page: Any) -> None:
        former = getattr(page, "asked", None)
        self.bench.until(lambda: self.bench.context.jobs.idle)
        for _ in range(20):
            self.bench.turn()
        now = self.bench.page()
        stays = (
            now is page and getattr(now, "asked", None) == former and not page.asks.keys() - {*()}
        )
        assert not stays, f"{self.paper.name}: it stays at {former}"

    def _out(self, check: Any) -> None:
        """From the answers to the paper, printed, filed, with its next day."""
        from desktop_app.gui.screens.dossier.act import ActScreen
        from desktop_app.gui.screens.imprimer.view import PrintScreen
        from desktop_app.gui.screens.suite.view import SuiteScreen
        from desktop_app.pages import act, filled_form, printing, what_next
        from desktop_app.pages.check import SeePaper
        from desktop_app.pages.gestures import GoPrint
        from desktop_app.pages.page import Take

        hand = self.hand
        hand.think()
        hand.click(check.button_of(SeePaper()))
        self.bench.until(lambda: self.bench.page() is not check)
        paper = self.bench.page()
        if (copy := paper.button_of(filled_form.CopyByHand())) is not None:
            hand.think()
            hand.click(copy)
        self.bench.until(lambda: (b := paper.button_of(GoPrint())) is not None and b.isEnabled())
        hand.think()
        hand.click(paper.button_of(GoPrint()))
        page = self._page(PrintScreen)
        page._service = page._follower._service = Printers("Bureau")
        page._search()
        self.bench.until(lambda: page.button_of(printing.PrintIt()).isVisible())
        hand.think()
        hand.click(page.button_of(printing.PrintIt()))
        self.bench.until(lambda: page._follower.last.kind in ("done", "waiting"))
        hand.click(page.button_of(printing.GoOn()))
        after = self._page(SuiteScreen)
        hand.think()
        hand.click(after.button_of(what_next.File()))
        self.bench.until(lambda: after._paper.document)
        self.bench.quiet()
        self.bench.window.go(to.RecordEvent(after._paper.dossier, kind="to-do"))
        hand.count(clicks=2)  # the dossier, and the act that it offers
        noted = self._page(ActScreen)
        hand.think()
        hand.count(keys=len("rappeler") + 1 + len("15/01/2027"))
        noted.asks[act.ACT].put({act.WHAT: "rappeler", act.DAY: "15/01/2027"})
        hand.click(noted.button_of(Take(act.ACT)))
        self.bench.until(lambda: self.bench.page() is not noted)


def _parts_known(sheet: OfficeSheet) -> int:
    """Return in how many parts of the sheet something is known: each is looked at once."""
    interview = sheet.writing.interview
    missing = {*standing(interview).missing}
    return len({one.section for one in interview.steps if one.question.id not in missing})


def _spoken(question: Question, said: Any) -> str:
    """Return an answer as a hurried hand types it: "14 2 79"."""
    if question.kind == "date":
        reading = dt.datetime.strptime(said, "%d/%m/%Y").date()  # noqa: DTZ007
        if KINDS["date"].show(reading) == said:
            return f"{reading.day} {reading.month} {reading.year % 100:02d}"
    return str(said)


def _receives(does: object, person: str) -> bool:
    return isinstance(does, office_home.Receive) and does.person == person


def _doing(page: Any, kind: type) -> QAbstractButton:
    return _pressing(page, lambda does: isinstance(does, kind))


def _beginning(page: Any, pack: str) -> QAbstractButton:
    return _pressing(page, lambda does: getattr(does, "pack", "") == pack)


def _pressing(page: Any, wanted: Callable[[object], bool]) -> QAbstractButton:
    """Return what is in view and does this, once it is."""

    def found() -> list[QAbstractButton]:
        there = [button for does, button in page._pressed if wanted(does)]
        return [one for one in there if one.isVisible()]

    until(found, f"not among {[does for does, _ in page._pressed]}", 60)
    return found()[0]


def table(found: list[Walked]) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "The minutes of an office, by the keystroke model (tests/bench/keystrokes.py)"
    yield "1,500 people, 3,000 dossiers; the person is known: who she is, where she lives."
    yield "Before: the study at the beginning, one answer a page: MDPH 8.0 min by hand, 15.6 with"
    yield "each question aloud; C2S for one 1.6 and 3.3, for eight 13.6 and 29."
    for one in found:
        yield ""
        yield (
            f"{one.name}: {one.questions} questions, {one.known} known, {one.answered} asked;"
            f" at most {one.minutes:g} min"
        )
        yield f"{'':<34}{'keys':>6}{'clicks':>8}{'think':>7}{'aloud':>7}{'hand':>9}{'+aloud':>9}"
        for name, cost in (*one.steps.items(), ("total", one.cost)):
            yield (
                f"{name:<34}{cost.keys:>6}{cost.clicks:>8}{cost.thoughts:>7}{cost.asked:>7}"
                f"{cost.seconds / 60:>5.1f} min{cost.aloud / 60:>5.1f} min"
            )
        kept = one.cost.aloud / 60 <= one.minutes
        yield f"{'kept' if kept else 'OVER'}: {one.cost.aloud / 60:.1f} of {one.minutes:g} min"
        yield from _beside("somebody new, of whom nothing is known", one.first)
        yield from _beside("one thing a page, the person known", one.before)


def _beside(words: str, cost: Cost) -> Iterator[str]:
    if cost != NOTHING:
        hand, aloud = cost.seconds / 60, cost.aloud / 60
        told = f"{cost.gestures} gestures, {cost.asked} asked"
        yield f"  {words}: {hand:.1f} min by hand, {aloud:.1f} with it aloud ({told})"


def main(arguments: list[str]) -> int:
    found = list(walked())
    told = "\n".join(table(found)) + "\n"
    print(told, end="")
    if "--write" in arguments:
        PAGE.write_text(told, "utf-8")
    return int(any(one.cost.aloud / 60 > one.minutes for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
