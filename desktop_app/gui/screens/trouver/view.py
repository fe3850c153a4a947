"""Finding one's case: one choice a page, or one's own words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.search import SearchBox
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import Offer, chosen, heading, offers


class Trouver(Page):
    """Opened with what the person said on the first page, then with who wrote, then with what."""

    def __init__(self, context: Context, asked: to.Find) -> None:
        super().__init__(context.look, heading(asked.kind, asked.family, asked.situation))
        self._context, self._kind, self._family = context, asked.kind, asked.family
        if said := chosen(asked.kind, asked.family, asked.situation):
            self.add(Words(context.look, said, "hint"))
        tools = context.tools
        context.jobs.run(
            lambda: offers(tools.catalogue, asked.kind, asked.family, asked.situation),
            done=self._offer,
            failed=self.say_problem,
        )

    def _offer(self, found: Sequence[Offer]) -> None:
        if self._kind == "formulaire":
            self._offer_any_pdf()
        for offer in found:
            button = LongButton(self.look, offer.words, offer.drawing)
            button.clicked.connect(lambda _=False, chosen=offer: self._choose(chosen))
            self.add(button)
        if self._kind == "lettre" and not self._family:
            self._add_help()
        self.add(Words(self.look, i18n.text("Ou écrivez avec vos mots"), "subheading"))
        self.add(SearchBox(self._context, self._choose))
        self.set_actions(
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        )
        self.focus_heading()

    def _offer_any_pdf(self) -> None:
        """Lead to any form that the person has as a PDF, known here or not."""
        button = LongButton(
            self.look, i18n.text("J’ai un formulaire en PDF : l’ouvrir"), "documents"
        )
        button.clicked.connect(lambda _=False: self._context.navigator.go(to.OpenPdf()))
        self.add(button)

    def _add_help(self) -> None:
        told = Words(
            self.look,
            i18n.text(
                "Regardez en haut à gauche de la lettre, ou le dessin près du nom. "
                "Le bureau y écrit son nom : Caf, CPAM, Préfecture… "
                "Il est aussi au dos de l’enveloppe, et près de la signature."
            ),
        )
        told.hide()
        told.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def show() -> None:
            told.show()
            told.setFocus(Qt.FocusReason.OtherFocusReason)

        go = self._context.navigator.go
        which = LongButton(
            self.look, i18n.text("Quel délai pour répondre à ma lettre ?"), "semaine"
        )
        which.clicked.connect(lambda _=False: go(to.WhichDelay()))
        late = LongButton(self.look, i18n.text("Le délai est passé : trop tard ?"), "semaine")
        late.clicked.connect(lambda _=False: go(to.TooLate()))
        button = LongButton(self.look, i18n.text("Je ne sais pas qui écrit"), "inconnu")
        button.clicked.connect(lambda _=False: show())
        self.add(button)
        self.add(told)
        self.add(which)
        self.add(late)

    def _choose(self, offer: Offer) -> None:
        if offer.pack:
            start(self._context, self, offer.pack)
        else:
            self._context.navigator.go(
                to.Find(kind=self._kind, family=offer.family, situation=offer.situation)
            )
