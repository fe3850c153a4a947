"""The letter as it will be printed, and each paragraph with its reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.gui.autosave import Autosave
from desktop_app.gui.context import Context
from desktop_app.gui.jobs import Job
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.screens.document.card import ParagraphCard
from desktop_app.gui.screens.document.presenter import DocumentPresenter, ParagraphRow
from desktop_app.gui.screens.document.signing import SigningPart
from desktop_app.gui.screens.paper import PaperPage, proof_told
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.sentences import paper_words
from desktop_app.workflow.documents.preview import Glimpse
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.irreversible import Irreversible


def _keep_nothing(_draft: Draft) -> object:
    """Without a safe, nothing is written."""


class DocumentScreen(PaperPage):
    """Opened with a draft, or with the interview in hand, which then holds what is changed here.

    What is changed shows at once; the letter with its kit is made and proved after it.
    """

    def __init__(self, context: Context, asked: to.Letter) -> None:
        draft = asked.draft
        super().__init__(context, i18n.text("Votre lettre"), i18n.text("La lettre se prépare…"))
        self._writing = writing = writing_of(asked.writing) if asked.writing is not None else None
        self._autosave = Autosave(self, self._keep_typed)
        if writing is not None:  # one may come back here: what was changed is there, not in `draft`
            draft = writing.interview.draft
            context.session.saver = self._unsaved
        hold = writing.hold if writing is not None else _keep_nothing
        self._presenter = DocumentPresenter(context.tools, draft, asked.keep or _keep_nothing, hold)
        self._cards: dict[str, ParagraphCard] = {}
        self._live: LivePaper | None = None
        self._definition: LetterDefinition | None = None
        self._job: Job | None = None
        self.add(self.state)
        self.add(Words(self.look, irreversible.words(Irreversible.COPY_OUT), "hint"))
        self.add(self.making)
        self.signing = SigningPart(context, self._signed, self.refused)
        self.add(self.signing)
        self._add_actions()
        self._add_preview()
        self._paragraphs = QWidget()
        self._rows = QVBoxLayout(self._paragraphs)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(context.look.space(2))
        self.add(self._paragraphs)
        self._ready(proved=False)
        read = context.jobs.run(self._presenter.definition, done=self._begin, failed=self._not_made)
        self.wait_for(read, context.navigator.back)

    def _add_actions(self) -> None:
        """Put what one came for above the pages: below them, it would be screens away."""
        look = self.context.look
        self._print = Button(look, i18n.text("Imprimer et envoyer"), self._go_print, role="primary")
        self._save = Button(look, i18n.text("Enregistrer en PDF"), self._save_pdf)
        back = Button(look, i18n.text("Retour"), self.context.navigator.back, role="plain")
        self.set_actions(self._print, self._save, back)

    # ------------------------------------------------------------------ the pages

    def _add_preview(self) -> None:
        """Put the pages at the right of the paragraphs, or above them in a narrow window."""
        context = self.context
        self._preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(drafts=True),
            self.refused,
            live=True,
        )
        self._above, self._beside = QWidget(), QWidget()
        for place in (self._above, self._beside):
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.add(self._above)
        self.put_beside(self._beside)
        self.widened.connect(self._on_wide)
        self._on_wide(self.wide)

    def _on_wide(self, wide: bool) -> None:
        layout = (self._beside if wide else self._above).layout()
        assert layout is not None
        self._preview.set_tall(not wide)
        layout.addWidget(self._preview)

    def _begin(self, definition: LetterDefinition) -> None:
        self._definition = definition
        self._live = LivePaper(self, self.context, definition, self._show_glimpse, self._not_made)
        self._follow()

    def _follow(self) -> None:
        """Show each paragraph and the page as they are now; then have the letter made."""
        if self._definition is None or self._live is None:
            return
        self._show_rows(self._presenter.rows(self._definition))
        self._live.follow(self._presenter.draft, self._presenter.signature)
        self._show_again()

    def _show_again(self) -> None:
        """Show the letter that is made already, when it is the one of now."""
        if self._presenter.made is not None:
            self._show_made(self._presenter.made)

    def _show_glimpse(self, made: Glimpse) -> None:
        self._preview.show_document(made.pdf.data, made.pdf.pages, aloud=False)
        if made.draft != self._presenter.draft:
            return  # words still being typed
        if self._presenter.is_made:
            self._show_again()
            return
        if self._job is not None:
            self._job.cancel()
        # Aside: the page is drawn first.
        self._job = self.context.jobs.run_aside(
            self._presenter.make, done=self._show_made, failed=self._not_made
        )
        self.wait_for(self._job, self.context.navigator.back)

    def _not_made(self, problem: BaseException) -> None:
        self.waited()
        self.refused(problem)

    def _show_made(self, made: Made) -> None:
        if not self._presenter.is_made:
            return  # something was changed meanwhile: the next one comes
        self.waited()
        self.say(*proof_told(made))
        self._ready(proved=made.proved)
        self.show_pages(self._preview, made)
        self.signing.look_for(made)

    def _ready(self, *, proved: bool) -> None:
        self._print.setEnabled(proved)
        self._save.setEnabled(proved)

    # ------------------------------------------------------------------ the paragraphs

    def _show_rows(self, rows: tuple[ParagraphRow, ...]) -> None:
        """Show each paragraph; those that are there already keep the focus and what is typed."""
        if [row.id for row in rows] == list(self._cards):
            for row in rows:
                self._cards[row.id].show_row(row)
            return
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        title = i18n.text("Ce que dit votre lettre, paragraphe par paragraphe")
        self._rows.addWidget(Words(self.look, title, "subheading"))
        if told := paper_words.language_of_letters():
            self._rows.addWidget(Words(self.look, told, "hint"))
        self._cards = {row.id: ParagraphCard(self.look, row, self) for row in rows}
        for card in self._cards.values():
            self._rows.addWidget(card)

    def take_out(self, paragraph: str) -> None:
        self._then(lambda: self._presenter.take_out(paragraph))

    def put_back(self, paragraph: str) -> None:
        self._then(lambda: self._presenter.put_back(paragraph))

    def our_words(self, paragraph: str) -> None:
        self._then(lambda: self._presenter.our_words(paragraph))

    def own_words(self, paragraph: str) -> None:
        self._then(lambda: self._presenter.own_words(paragraph))

    def write_instead(self, paragraph: str, text: str) -> None:
        self._then(lambda: self._presenter.write_instead(paragraph, text))

    def typing(self, paragraph: str, text: str) -> None:
        """Show words while they are typed: the letter itself changes once they are kept."""
        if self._writing is not None:
            self._writing.typing()
            self._autosave.touched()
        if self._live is None:
            return
        if not any(card.typed() for card in self._cards.values()):
            self._live.follow(self._presenter.draft, self._presenter.signature)
            self._show_again()
            return
        if self._print.isEnabled():
            self._ready(proved=False)
            self.say(i18n.text("Gardez vos mots, ou laissez comme avant, puis imprimez."), "body")
        words = self._presenter.with_words(paragraph, text)
        self._live.follow(words, self._presenter.signature)

    def _signed(self, picture: PrintedPicture | None) -> None:
        if picture != self._presenter.signature:
            self._then(lambda: self._presenter.sign(picture))

    def _then(self, change: Callable[[], None]) -> None:
        change()
        self._ready(proved=False)
        self.say(i18n.text("La lettre se prépare…"), "body")
        self._follow()

    def _unsaved(self) -> Any:
        for name, card in self._cards.items():
            if typed := card.typed():
                self._presenter.put_aside(name, typed)
        self._autosave.now()
        return self._writing.saver() if self._writing is not None else None

    def _keep_typed(self) -> None:
        """Keep the words being typed as if they were in the letter; given up, they go again."""
        if self._writing is None:
            return
        typed = {name: words for name, card in self._cards.items() if (words := card.typed())}
        self._writing.hold(self._presenter.with_all(typed))
        self._writing.keep_typed()

    # ------------------------------------------------------------------ further

    def _go_print(self) -> None:
        made = self._presenter.made
        assert made is not None
        self.context.navigator.go(to.Print(made=made, draft=self._presenter.draft))

    def _save_pdf(self) -> None:
        self.save_pdf(self._presenter.made, "lettre.pdf")
