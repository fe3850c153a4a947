"""The bin: what was thrown away can be taken back for thirty days, or erased at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.documents.presenter import document_line, dossier_line
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.store import Safe


@dataclass(frozen=True, slots=True)
class Thrown:
    """One thing of the bin: its kind for the safe, its id, a sentence, and its name alone."""

    kind: str
    id: str
    words: str
    name: str


def thrown(safe: Safe) -> tuple[Thrown, ...]:
    """Return what is in the bin: persons and dossiers first, for they hold the most."""
    people = [
        Thrown("person", one.id, i18n.labelled(i18n.text("Personne"), one.name), one.name)
        for one in safe.bin.people()
    ]
    dossiers = [
        Thrown("dossier", one.id, i18n.labelled(i18n.text("Dossier"), dossier_line(one)), one.title)
        for one in safe.bin.dossiers()
    ]
    documents = [
        Thrown("document", one.id, document_line(one), one.title) for one in safe.bin.all()
    ]
    return (*people, *dossiers, *documents)


class BinScreen(Page):
    """One card for each thing thrown away."""

    def __init__(self, context: Context, _asked: to.Bin) -> None:
        super().__init__(context.look, i18n.text("Corbeille"))
        self._context = context
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._refresh()

    def _refresh(self) -> None:
        safe = self._safe
        self._context.jobs.run(lambda: thrown(safe), done=self._show_bin, failed=self.say_problem)

    def _show_bin(self, found: Sequence[Thrown]) -> None:
        self.clear()
        words = (
            i18n.text("Ce qui est ici se reprend pendant trente jours. Ensuite, c’est effacé.")
            if found
            else i18n.text("La corbeille est vide.")
        )
        self.add(Words(self.look, words))
        for one in found:
            self._card(one)
        self.set_actions(
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        )

    def _card(self, one: Thrown) -> None:
        _frame, column = self.card()
        column.addWidget(Words(self.look, one.words))
        take_back = {
            "person": i18n.text("Reprendre cette personne"),
            "dossier": i18n.text("Reprendre ce dossier"),
        }.get(one.kind, i18n.text("Reprendre ce document"))
        row, flow = FlowLayout.row(self.look.space(1))
        for words, pressed in (
            (take_back, partial(self._take_back, one)),
            (i18n.text("Effacer tout de suite"), partial(self._ask_to_erase, one)),
        ):
            button = Button(self.look, words, pressed)
            button.setAccessibleName(i18n.labelled(words, one.name))
            flow.addWidget(button)
        column.addWidget(row)

    def _take_back(self, one: Thrown) -> None:
        safe = self._safe
        self._context.jobs.run(
            lambda: safe.bin.take_back(one.id, kind=one.kind),
            done=lambda _: self._then(_back_words(one)),
            failed=self.say_problem,
        )

    def _ask_to_erase(self, one: Thrown) -> None:
        """Ask once, naming what goes: this cannot be undone."""
        words = i18n.text(
            "« {name} » sera effacé pour de bon, avec tout ce qu’il contient. "
            "Rien ne pourra le faire revenir, sauf une sauvegarde faite avant."
        )
        yes = Button(self.look, i18n.text("Effacer pour de bon"), partial(self._erase, one))
        no = Button(self.look, i18n.text("Garder dans la corbeille"), self._keep)
        self.say_error(words.format(name=one.name), yes, no)

    def _keep(self) -> None:
        self.clear_problem()
        self.focus_heading()

    def _erase(self, one: Thrown) -> None:
        safe, on = self._safe, self._context.tools.clock.today()
        self._context.jobs.run(
            lambda: safe.bin.erase(one.kind, one.id, on=on),
            done=lambda _: self._then(i18n.text("C’est effacé pour de bon.")),
            failed=self.say_problem,
        )

    def _then(self, words: str) -> None:
        """Say it in the bar, and begin again at the top: the button that was pressed goes."""
        self._context.navigator.say_saved(words)
        self.focus_heading()
        self._refresh()


def _back_words(one: Thrown) -> str:
    return {
        "person": i18n.text("La personne est revenue, avec ses dossiers."),
        "dossier": i18n.text("Le dossier est revenu, avec ses documents et ses dates."),
    }.get(one.kind, i18n.text("Le document est revenu à sa place."))
