"""An official form, in one of three ways: on its PDF, onto the paper form, or copied by hand."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.pdf import Abbreviation
from desktop_app.files import read_file
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.screens.formulaire.moving import move_to
from desktop_app.gui.screens.formulaire.shorter import ShorterChoices
from desktop_app.gui.screens.formulaire.which import WhichEdition
from desktop_app.gui.screens.paper import PaperPage, proof_told
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.other_edition import OtherEditionCard, Way
from desktop_app.gui.widgets.outline import Outline
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import writing_of
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.abbreviating import agree, write_whole
from desktop_app.workflow.documents.editions import FormEditionUnknown
from desktop_app.workflow.documents.rendering import (
    Made,
    make_copy_sheet,
    make_on_blank,
    make_on_paper,
    number_place,
)
from desktop_app.workflow.interview.definitions import form_of
from desktop_app.workflow.irreversible import Irreversible


class FormScreen(PaperPage):
    """Opened with a draft of a form, and the interview in hand when there is one."""

    def __init__(self, context: Context, asked: to.FilledForm) -> None:
        super().__init__(context, i18n.text("Votre formulaire"))
        self._draft, self._keep = asked.draft, asked.keep or (lambda _draft: None)
        self._writing = writing_of(asked.writing) if asked.writing is not None else None
        self._again: Callable[[], None] = self._copy
        self._made: Made | None = None
        self._blank = b""
        self._say_replaced()
        self._which = WhichEdition(context, self, asked.draft)
        self.add(self._which.choice)
        self.add(Words(context.look, i18n.text("Comment avez-vous ce formulaire ?"), "subheading"))
        self._add_ways()
        self.add(self._which)
        self.add(self.state)
        self.add(Words(self.look, irreversible.words(Irreversible.COPY_OUT), "hint"))
        self.add(self.making)
        self._shorter = ShorterChoices(context.look, self._abbreviate)
        self.add(self._shorter)
        self._told = self._column_of_its_own()
        look = context.look
        self._print = Button(look, i18n.text("Imprimer"), self._go_print, role="primary")
        self._save = Button(look, i18n.text("Enregistrer en PDF"), self._save_pdf)
        for button in (self._print, self._save):
            button.setEnabled(False)
        back = Button(look, i18n.text("Retour"), context.navigator.back, role="plain")
        self.set_actions(self._print, self._save, back)
        self._preview = Preview(look, context.jobs, context.tools.viewer, self.refused)
        self._preview.hide()
        self.add(self._preview)

    def _add_ways(self) -> None:
        own = i18n.text("Remplir le PDF que j’ai ouvert")
        on_blank = own if self._draft.form else i18n.text("J’ai le PDF officiel : le remplir")
        for words, chosen in (
            (on_blank, self._on_blank),
            (i18n.text("J’ai le formulaire en papier : imprimer dessus"), self._on_paper),
            (i18n.text("Je vais le recopier à la main"), self._copy),
        ):
            way = LongButton(self.look, words)
            way.clicked.connect(lambda _=False, chosen=chosen: self._begin(chosen))
            self.add(way)

    def _column_of_its_own(self) -> QVBoxLayout:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(1))
        self.add(place)
        return column

    def _say_replaced(self) -> None:
        definition = form_of(self.context.tools.catalogue, self._draft)
        if told := edition_words.replaced(definition.successor, withdrawn=definition.withdrawn):
            self.add(Words(self.look, told, "date"))

    # ------------------------------------------------------------------ the three ways

    def _begin(self, way: Callable[[], None]) -> None:
        """Go one way; what another one asked about its boxes is asked no more."""
        self._shorter.show_boxes(())
        way()

    def _on_blank(self) -> None:
        """Fill the PDF that was opened, here or by the draft's safe; else ask where it is."""
        blank = self.context.session.blanks.get(self._draft.pack)
        if blank is not None:
            self._fill(lambda: blank)
            return
        path = choosing.open_file(
            self, self.context, i18n.text("Où est le formulaire vide ?"), "PDF (*.pdf)"
        )
        if path:
            self.fill_file(path)

    def fill_file(self, path: str) -> None:
        """Fill this PDF, when it is an edition of the form."""
        self._fill(lambda: read_file(path))

    def _fill(self, read: Callable[[], bytes], *, carry_over: bool = False) -> None:
        subject = self._subject()
        self._again = lambda: self._fill(lambda: self._blank, carry_over=carry_over)

        def make() -> Made:
            self._blank = read()
            return make_on_blank(*subject, self._blank, carry_over=carry_over)

        self._make(make)

    def _on_paper(self) -> None:
        subject, edition = self._subject(), self._which.edition()
        self._again = self._on_paper
        self._make(lambda: make_on_paper(*subject, edition=edition))

    def _copy(self) -> None:
        subject, edition = self._subject(), self._which.edition()
        self._again = self._copy
        self._make(lambda: make_copy_sheet(*subject, edition=edition))

    def _subject(self) -> tuple[Any, Draft, Any]:
        tools = self.context.tools
        return tools, self._draft, tools.clock.today()

    def _make(self, make: Callable[[], Made]) -> None:
        self._forget_told()
        self.say(i18n.text("Le formulaire se prépare…"), "body")
        self.bring(self.state)  # under the fold of a small screen, nobody would see it
        job = self.context.jobs.run(make, done=self._show_made, failed=self._not_made)
        self.wait_for(job, self._given_up)

    def _given_up(self) -> None:
        self.say(i18n.text("Le formulaire n’est pas fait. Vos réponses sont gardées."), "body")

    # ------------------------------------------------------------------ another edition

    def _not_made(self, problem: BaseException) -> None:
        self.waited()
        if not isinstance(problem, FormEditionUnknown):
            self.refused(problem)
            return
        other = problem.found
        head, *_rest = edition_words.other_edition(other)
        self.say(head, "error")
        ways: list[Way] = [
            (
                i18n.text("Remplir seulement les cases retrouvées"),
                lambda: self._fill(lambda: self._blank, carry_over=True),
            )
        ]
        if self._writing is not None and other.comparison.new:
            words = i18n.text("Répondre aussi pour les cases nouvelles")
            writing = self._writing
            ways.insert(0, (words, lambda: move_to(self, writing, other, self._blank)))
        self._told.addWidget(OtherEditionCard(self.look, other, ways))
        self.bring(self.state)

    def _forget_told(self) -> None:
        while (item := self._told.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    # ------------------------------------------------------------------ abbreviated, or whole

    def _abbreviate(self, box: Abbreviation, agreed: bool) -> None:
        """Keep what she chose with her answers, and make the form again so."""
        self._draft = agree(self._draft, [box]) if agreed else write_whole(self._draft, box)
        self._keep(self._draft)
        self._print.setEnabled(False)
        self._save.setEnabled(False)
        self._again()

    # ------------------------------------------------------------------ what is made

    def _show_made(self, made: Made) -> None:
        self.waited()
        self._made = made
        self.say(*proof_told(made))
        self._shorter.show_boxes(made.proof.abbreviations, by_hand=not made.proof.total)
        for line in _left(made):
            self._told.addWidget(Words(self.look, line))
        self._print.setEnabled(made.proved)
        self._save.setEnabled(made.proved)
        self._preview.show()
        self.show_pages(self._preview, made)
        self.bring(self.state)
        self._mark_number(made)

    def _mark_number(self, made: Made) -> None:
        """Show on the official page where its number and edition stand."""
        at = number_place(made)
        if at is None:
            self._preview.outline(())
            return
        x, y, wide, high = at.box
        rect = (x, y, x + wide, y + high)
        self._preview.outline((Outline(at.page, rect, at.page_size, strong=True),))
        words = i18n.text("Le numéro du formulaire est entouré sur la page.")
        self._told.addWidget(Words(self.look, words, "hint"))

    def _go_print(self) -> None:
        assert self._made is not None
        self.context.navigator.go(to.Print(made=self._made, draft=self._draft))

    def _save_pdf(self) -> None:
        self.save_pdf(self._made, "formulaire.pdf")


def _left(made: Made) -> list[str]:
    """Return what is not on the pages, and what the person does with it."""
    unplaced = getattr(made.prepared, "unplaced", ())
    lines = [edition_words.to_fill(made.other)] if made.other is not None else []
    lines.append(edition_words.unplaced([one.label for one in unplaced]))
    return [line for line in lines if line]
