"""A letter that was received: shown to the program, read, and looked at with its picture."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.core.outline import Outline
from desktop_app.core.received.model import FACTS, SEVERAL, Fact, Place, Reading
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import offer_second_key
from desktop_app.gui.page_view import PageView
from desktop_app.gui.pasting import Pastes
from desktop_app.gui.screens.lettre_recue.seen import Pieces
from desktop_app.gui.session import ReceivedPaper
from desktop_app.gui.starting import write
from desktop_app.gui.widgets.preview import Preview
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import received as page
from desktop_app.pages import received_next as following
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Answers, Chosen, Gesture
from desktop_app.workflow.drawing import PhotoViewer
from desktop_app.workflow.guidance import received, received_way
from desktop_app.workflow.guidance.received import Looked, Understood
from desktop_app.workflow.guidance.received_way import Way
from desktop_app.workflow.matter.received import Paper, file_alone
from desktop_app.workflow.ports import PageViewer
from desktop_app.workflow.safes.archive import PDF, media_of


class ReceivedScreen(PageView):
    """Opened with the file that was dropped or pasted elsewhere, or with none.

    What it says is in ``pages/received.py``; what was confirmed goes to the interview that follows.
    """

    def __init__(self, context: Context, asked: to.Received) -> None:
        told = page.page(scans=context.tools.scanner.can_scan())
        super().__init__(context, told.heading)
        self._name, self._data = "", b""
        self._understood: Understood | None = None
        self._looked: Looked | None = None
        self._shown: Fact | None = None
        self._turn: int | None = None
        self._pieces = Pieces(context.look, context.jobs, self.say_problem)
        self.fill(told)
        self._pastes = Pastes(self, self._give)
        # Before the letter is looked at: nothing of what was confirmed of it would come back.
        offer_second_key(context, self, asked, lambda: self._begin(asked))

    def _begin(self, asked: to.Received) -> None:
        if self.left:
            return
        if asked.data:
            self._give(asked.data, asked.path)
        elif asked.path:
            self._open(asked.path)

    def perform(self, gesture: Gesture) -> None:
        """Read a letter, take what is said of it, keep it, or answer it."""
        match gesture:
            case Chosen(_, path):
                self._open(path)
            case page.Scan():
                self._scan()
            case page.Confirm(fact, place):
                self._confirm(fact, place)
            case page.Refuse(fact):
                self._look(fact, lambda looked: looked.confirm(fact))
            case page.Correct(fact):
                self._look(fact, lambda looked: looked.change(fact))
            case page.LookAgain(fact):
                self._look(fact, lambda looked: looked.open(fact))
            case page.Locate(fact):
                self._locate(fact)
            case Answers(ask, values):
                self._corrected(ask, values)
            case following.ChooseMyself(family):
                self._carry("")
                self.context.navigator.go(to.Find("lettre", family))
            case page.TurnPaper():
                self._turn_paper()
            case page.KeepPaper():
                self._keep()
            case Write():
                self._answer(gesture)

    def own(self, name: str) -> QWidget:
        """Give the pages of the letter, what was read outlined on them, or a piece of them."""
        if name.startswith(page.SEEN):
            return self._piece(next(one for one in FACTS if name == f"{page.SEEN}{one}"))
        self._preview = Preview(self.look, self.context.jobs, self._viewer, self.say_problem)
        words = self._understood.words if self._understood else None
        pages = words.pages if words and media_of(self._data) == PDF else 1
        self._preview.turn_pages(self._turns())
        self._preview.show_document(self._data, max(1, pages), aloud=False)
        return self.put_aside(self._preview, self._preview.set_tall)

    def _piece(self, fact: Fact) -> QWidget:
        """Give the piece of the letter where a fact was read; beside the whole page, it is not."""
        piece = self._pieces.place([self._outlined(place) for place in self._places(fact)])
        if self.wide:
            piece.hide()
        self.widened.connect(piece.setHidden)
        return piece

    # ------------------------------------------------------------------ reading

    def _open(self, path: str) -> None:
        self.run(lambda: read_file(Path(path)), lambda data: self._give(data, Path(path).name))

    def _give(self, data: bytes, name: str) -> None:
        """Take this letter."""
        if self._understood is not None:  # another one, pasted on the page of this one
            self.context.navigator.go(to.Received(name, data))
            return
        self._data, self._name = data, name
        self.live[page.NEXT].put(())
        self._begin_reading()

    def _begin_reading(self) -> None:
        """Read the letter in child processes, then show what it says."""
        self.clear_problem()
        self.progress.begin(page.reading())
        tools, data, turn = self.context.tools, self._data, self._turn
        job = self.context.jobs.run_long(
            lambda tell: received.understand(tools, data, tell, turn),
            progress=self.progress.advance,
            done=self._read,
            failed=self._refused,
            stopped=self._stopped,
            gives_way=True,
        )
        self.progress.follow(job, self._stopped)

    def _places(self, fact: Fact) -> list[Place]:
        """Return the first place of each proposal of a fact."""
        assert self._looked is not None
        return [place for one in self._looked.proposed(fact) for place in one.places[:1]]

    def _turn_paper(self) -> None:
        """Turn the picture by a quarter to the left, and read it so: she knows which way is up."""
        now = max(self._turns().values(), default=self._turn or 0)
        self._turn = (now + 90) % 360
        self._begin_reading()

    def _turns(self) -> dict[int, int]:
        """Return by how much each page is turned to stand upright."""
        words = self._understood.words if self._understood else None
        if words is None or not words.leaves:
            return {1: self._turn or 0}
        return {page: one.turn for page, one in enumerate(words.leaves, 1) if one.turn}

    def _scan(self) -> None:
        """Ask the scanner for a page, then read it."""
        self.clear_problem()
        self.progress.begin(page.scanning())
        scanner = self.context.tools.scanner
        job = self.context.jobs.run_long(
            lambda tell: scanner.scan(lambda: tell(0, 1)),
            progress=self.progress.advance,
            done=lambda data: self._give(data, ""),
            failed=self._refused,
            stopped=self._stopped,
            gives_way=True,
        )
        self.progress.follow(job, self._stopped)

    def _stopped(self) -> None:
        self.progress.end(page.stopped(), "body")

    def _refused(self, problem: BaseException) -> None:
        """Say why it cannot be read; it may be kept all the same, for it may be evidence."""
        self.progress.end()
        self.say_problem(problem)
        if self._data and self._looked is None:
            keeps = self.context.session.safe is not None
            self.live[page.NEXT].put(page.not_read(keeps=keeps))

    def _read(self, understood: Understood) -> None:
        again = self._looked is not None
        said = self._looked.said if self._looked else {}
        self._understood, self._looked = understood, Looked(understood.reading, said)
        places = [place for fact in self._looked.found for place in self._places(fact)]
        seen = [self._outlined(place) for place in places]
        self._pieces.cut(self._viewer, self._data, seen, self._turns())
        if again:
            self.progress.end(page.read_again(), "body")
            self._preview.turn_pages(self._turns())
            self._show_facts(page.read_again())
            return
        keeps = self.context.session.safe is not None
        tools = self.context.tools
        rules, today = tools.received_rules, tools.clock.today()
        self.show_page(page.found_page(understood, self._looked, rules, today, keeps=keeps))
        self._outline()

    def _viewer(self) -> PageViewer:
        """Make what draws the letter, in a child process."""
        tools = self.context.tools
        return tools.viewer() if media_of(self._data) == PDF else PhotoViewer(tools.show_picture)

    # ------------------------------------------------------------------ looking

    def _confirm(self, fact: Fact, place: int) -> None:
        assert self._looked is not None
        proposals = self._looked.proposed(fact)
        chosen = proposals if fact in SEVERAL else proposals[place : place + 1]
        self._look(fact, lambda looked: looked.confirm(fact, *(one.value for one in chosen)))

    def _corrected(self, ask: str, values: Mapping[str, Any]) -> None:
        fact = next(one for one in FACTS if ask == f"{page.ASKED}{one}")
        value = received.meant(fact, values[fact])
        self._look(fact, lambda looked: looked.confirm(fact, value))

    def _look(self, fact: Fact, gesture: Callable[[Looked], Looked]) -> None:
        """Do a gesture on what is looked at; the place of the facts alone is renewed."""
        assert self._looked is not None
        self._looked = gesture(self._looked)
        self._shown = None
        self._show_facts(page.saying(self._looked, fact, self.context.tools.received_rules))
        self._go_on(fact)

    def _go_on(self, fact: Fact) -> None:
        """Go to what is corrected; once something was said of a fact, to the next one's gesture.

        It comes into view with its piece of the letter.
        """
        assert self._looked is not None
        if self._looked.changing is not None:
            self.asks[f"{page.ASKED}{fact}"].answer(fact).begin()
            return
        then = self._looked.next if fact in self._looked.said else fact
        button = self.button_of(page.Confirm(then)) if then else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, said: str) -> None:
        """Show the facts as they are looked at now, and what follows; ``said`` is heard."""
        assert self._looked is not None
        assert self._understood is not None
        rules = self.context.tools.received_rules
        self.lead(*page.lead(self._understood, self._looked, rules))
        self.tell(page.FOUND, page.facts(self._understood, self._looked, rules), said)
        self._follow(None)
        self._outline()
        looked, tools = self._looked, self.context.tools

        def lead(way: Way | None) -> None:
            if looked is self._looked:
                self._follow(way)

        self.run(lambda: received_way.way(tools, looked), lead)

    def _follow(self, way: Way | None) -> None:
        """Show what one may do now, beside what the letter says of it."""
        assert self._looked is not None
        tools = self.context.tools
        shown = following.following(self._looked, tools.received_rules, way, tools.clock.today())
        self.live[page.NEXT].renew(shown)

    def _locate(self, fact: Fact) -> None:
        self._shown = fact
        self._outline()
        if not self.wide:
            self.ensureWidgetVisible(self._preview)

    def _outline(self) -> None:
        """Outline what was read; the fact that is asked about, or the next one, is the strong."""
        understood, looked = self._understood, self._looked
        if understood is None or looked is None:
            return
        now = self._shown or looked.changing or looked.next
        found = []
        for fact in looked.found:
            if looked.said.get(fact) == ():
                continue  # said to be wrong
            for one in looked.proposed(fact):
                found += [self._outlined(place, fact == now) for place in one.places]
        strong = next((one for one in found if one.strong), None)
        if strong is not None:
            self._preview.turn_to(strong.page)
        self._preview.outline(found)

    def _outlined(self, place: Place, strong: bool = False) -> Outline:
        assert self._understood is not None
        leaf = self._understood.words.leaves[place.page - 1].leaf
        return Outline(place.page, place.box, (leaf.width, leaf.height), strong)

    # ------------------------------------------------------------------ what follows

    def _answer(self, gesture: Write) -> None:
        """Begin the letter that answers this one."""
        self._carry(gesture.pack)
        write(self.context, self, gesture)

    def _carry(self, pack: str) -> None:
        """Have what was confirmed be proposed in what is begun next, and the paper go with it."""
        session, tools = self.context.session, self.context.tools
        looked = self._looked or Looked(Reading())
        told = received.known(looked, tools.received_rules, tools.clock.today())
        session.received = ReceivedPaper(self._paper(), told, pack)

    def _keep(self) -> None:
        session, tools = self.context.session, self.context.tools
        safe, paper = session.safe, self._paper()
        if safe is not None:
            words = done.filed_alone()
            self.gesture(words, lambda: file_alone(safe, tools, paper, session.person))

    def _paper(self) -> Paper:
        words = self._understood.words.text if self._understood else ""
        return Paper(self._data, self._name, words)
