"""What the screens of one paper share: saying how it stands, its pages, saving it as a PDF."""

from collections.abc import Callable
from functools import cached_property

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, LetterDocument
from desktop_app.files import write_file
from desktop_app.gui import plugged
from desktop_app.gui.accessible import announce
from desktop_app.gui.errors import words_of
from desktop_app.gui.in_hand import note_copy
from desktop_app.gui.jobs import Job
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import printing, standing
from desktop_app.pages.page import Chosen
from desktop_app.sentences import proof_words
from desktop_app.workflow.documents.rendering import Made

PDF = "pdf"
WORD = "word"
LASTING_MS = 1000
"""A letter is often made in less: the page under the bar would move twice."""


class PaperPage(PageView):
    """A page about one letter or form; ``making``: how far it is, when that lasts."""

    _saved: Made | None = None

    @cached_property
    def making(self) -> Progress:
        """Made by the first who puts it in a page: on no page, it would be a window of its own."""
        return Progress(self.context.look, soon_ms=LASTING_MS)

    def wait_for(self, job: Job, given_up: Callable[[], object]) -> None:
        """Show that this work lasts, with a way to stop waiting for it; ``waited`` ends that."""

        def stopped() -> None:
            self.waited()
            given_up()

        self.making.begin("")
        self.making.follow(job, stopped)

    def waited(self) -> None:
        """Show no more that something lasts."""
        self.making.end()

    def refused(self, problem: BaseException) -> None:
        """Say why something was refused; nothing is lost."""
        self.say(words_of(problem), "error")

    def say_made(self, made: Made, ready: str) -> None:
        """Say what is missing on the paper, and that all the rest is on it; or what is not.

        In short above what is done with it, by name under it; it is heard at once. ``ready``: what
        is said of a paper that lacks nothing.
        """
        if made.proved:
            self.clear_error()
        found = proof_words.standing(made)
        head, lines = found.head or ready, found.lines
        self.state.play(found.weight)
        self.state.say(head)
        self.live[standing.STANDING].renew(standing.blocks(lines))
        heard = "\n".join([head, *(one.words for one in lines)])
        announce(self.state, heard, urgent=found.weight == "error")

    def show_unread(self, document: LetterDocument | FilledForm | None) -> None:
        """Show what is missing on a paper that is not made yet, as far as it is known."""
        lines = proof_words.not_read_yet(document)
        self.live[standing.STANDING].renew(standing.blocks(lines))

    def save_pdf(self, made: Made | None, name: str) -> None:
        """Ask where, then write the PDF there; ``name`` is what is proposed."""
        if made is None:
            return
        if self.context.session.public:
            self.do(self._carried(made))
            return
        self._saved = made
        self.do(to.SaveFile(PDF, i18n.text("Où enregistrer ?"), name))

    def save_word(self, made: Made | None) -> None:
        """Ask where, then write the letter there for a word processor."""
        if made is not None:
            self._saved = made
            self.do(to.SaveFile(WORD, i18n.text("Où enregistrer ?"), "lettre.docx"))

    def _carried(self, made: Made) -> to.Carry:
        """Return where the paper, what it says and what to do are taken away on a stick."""
        from desktop_app.workflow.documents import carried

        tools = self.context.tools
        told = printing.if_printed(carried.pages_of(made), tools.terminal.price)
        return to.Carry(lambda: carried.papers(tools, made), (told,))

    def given(self, chosen: Chosen) -> None:
        """Write the PDF that was to be saved; nothing where the page was made anew meanwhile."""
        if chosen.ask not in (PDF, WORD):
            super().given(chosen)
        elif (made := self._saved) is not None:
            self._saved = None
            expect_key = plugged.watch(chosen.path)

            def write() -> None:
                expect_key()
                write_file(chosen.path, self._file(made, chosen.ask), replace=chosen.replace)

            self.context.jobs.run(
                write,
                done=lambda _none: self._written(chosen.ask),
                failed=self.refused,
            )

    def _file(self, made: Made, ask: str) -> bytes:
        document = made.prepared.document
        if ask == WORD and isinstance(document, LetterDocument):
            return self.context.tools.letters.word(document)
        return made.pdf.data

    def _written(self, ask: str) -> None:
        note_copy(self.context)
        words = i18n.text("Le PDF est enregistré.")
        if ask == WORD:
            words = i18n.text("La lettre est enregistrée : un traitement de texte l’ouvre.")
        self.say(words, "done")
