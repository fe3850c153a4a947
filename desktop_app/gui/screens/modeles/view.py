"""Modèles: the letters and forms at hand, where they come from, and whether they are sound."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.changes import AnswersChanged, Change
from desktop_app.core.packs.listed import BrokenPack
from desktop_app.files import read_file
from desktop_app.gui import choosing
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.screens.modeles import presenter
from desktop_app.gui.screens.modeles.begun import BegunModels
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.edition_card import EditionCard
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.sentences import edition_words
from desktop_app.workflow.guidance.pack_list import Model, models
from desktop_app.workflow.packs.checking import CheckedPack, check_packs


class Models(Page):
    """One card a model; all of them are read and checked in the worker."""

    def __init__(self, context: Context, _asked: to.Models) -> None:
        super().__init__(context.look, i18n.text("Modèles"))
        self._context = context
        self._state = Words(self.look, i18n.text("Les modèles se chargent…"))
        self.add(self._state)
        self._found = self._empty_column()
        navigator = context.navigator
        row, flow = FlowLayout.row(self.look.space(1))
        self._offer_making(flow)
        self._check = Button(self.look, i18n.text("Vérifier les modèles"), self._verify)
        flow.addWidget(self._check)
        self.add(row)
        self._cards = self._empty_column()
        self.set_actions(Button(self.look, i18n.text("Retour"), navigator.back, role="plain"))
        context.jobs.run(
            lambda: models(context.tools.catalogue), done=self._show, failed=self.say_problem
        )

    def shows(self, changed: Change) -> bool:
        """Tell of the models that are begun."""
        return isinstance(changed, AnswersChanged)

    def read_again(self) -> None:
        """Show what is begun now; the list itself is on the disk."""
        self._begun.read()
        self.focus_heading()

    def _offer_making(self, row: FlowLayout) -> None:
        """Offer to make a form of a PDF, and to go on with what was begun."""
        session = self._context.session
        if session.public:
            told = i18n.text("Sur cet ordinateur public, rien n’est écrit : aucun modèle à créer.")
            self.add(Words(self.look, told, "hint"))
            return
        self._begun = BegunModels(self._context, self.say_problem)
        self.add(self._begun)
        words = i18n.text("Créer un modèle à partir d’un PDF")
        row.addWidget(Button(self.look, words, self._choose_pdf))

    def _choose_pdf(self) -> None:
        path = choosing.open_file(
            self, self._context, i18n.text("Où est le formulaire vide ?"), "PDF (*.pdf)"
        )
        if path:
            self._context.jobs.run(
                lambda: read_file(path),
                done=lambda pdf: self._make(pdf, Path(path).stem),
                failed=self.say_problem,
            )

    def _make(self, pdf: bytes, name: str) -> None:
        self._context.navigator.go(to.FormEditor(pdf=pdf, name=name))

    def _empty_column(self) -> QVBoxLayout:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(2))
        self.add(place)
        return column

    def _show(self, at_hand: tuple[tuple[Model, ...], tuple[BrokenPack, ...]]) -> None:
        found, lost = at_hand
        self._state.say(
            i18n.plural(
                "{n} modèle sur cet ordinateur.", "{n} modèles sur cet ordinateur.", len(found)
            )
        )
        for one in lost:
            self._cards.addWidget(self._readable(presenter.broken(one), "error"))
        for model in found:
            self._cards.addWidget(self._card(model))

    def _card(self, model: Model) -> QWidget:
        card, column = self.framed()
        column.addWidget(self._readable(i18n.pack_text(model.title), "subheading"))
        if model.own:
            column.addWidget(Words(self.look, i18n.text("À vous"), "date"))
        if model.kind == "form":
            column.addWidget(EditionCard(self.look, model, framed=False))
            return card
        if told := edition_words.superseded(model):
            column.addWidget(Words(self.look, told, "error"))
        for fact in edition_words.facts(model):
            column.addWidget(Words(self.look, fact, "hint"))
        if not self._context.session.public:
            column.addWidget(self._own_version(model))
        return card

    def _own_version(self, model: Model) -> Button:
        """Offer to make a letter one's own, or to change it again."""
        mine = i18n.text("Modifier ma version")
        words = mine if model.own else i18n.text("En faire ma version")
        go = self._context.navigator.go
        button = Button(self.look, words, lambda: go(to.LetterEditor(pack=model.id)))
        button.setAccessibleName(i18n.labelled(words, i18n.pack_text(model.title)))
        return button

    def _readable(self, text: str, role: str) -> Words:
        words = Words(self.look, text, role)
        words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return words

    def _verify(self) -> None:
        tools = self._context.tools
        self._check.setEnabled(False)
        self._state.say(i18n.text("Les modèles se vérifient…"))
        announce(self._state, self._state.text())
        self._context.jobs.run(
            lambda: check_packs(tools.catalogue, tools.law, ()),
            done=self._checked,
            failed=self._refused,
        )

    def _checked(self, checked: tuple[CheckedPack, ...]) -> None:
        self._check.setEnabled(True)
        head, *faults = presenter.outcome(checked)
        self._state.play("error" if faults else "done")
        self._state.say(head)
        announce(self._state, head, urgent=bool(faults))
        while self._found.count():
            item = self._found.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        for fault in faults:
            self._found.addWidget(self._readable(fault, "error"))

    def _refused(self, problem: BaseException) -> None:
        self._check.setEnabled(True)
        self.say_problem(problem)
