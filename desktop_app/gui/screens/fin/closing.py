"""Closing the window while something is kept nowhere: said once, before it is lost."""

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to


class ClosingScreen(Page):
    """Offers a safe, except where there is none; going back loses nothing."""

    def __init__(self, context: Context, _asked: to.Closing) -> None:
        super().__init__(context.look, i18n.text("Fermer sans rien garder ?"))
        look, navigator, session = context.look, context.navigator, context.session
        model, made = session.modelling(), session.editing
        answers = not model or (session.safe is None and session.answered())
        if answers:
            self.add(Words(look, i18n.text("Vos réponses ne sont gardées nulle part.")))
        if model:
            self.add(Words(look, i18n.text("Votre modèle n’est pas enregistré.")))
        writing = session.writing
        then = to.Questions(writing=writing) if writing is not None else to.Home()
        keep = Button(
            look,
            i18n.text("Garder dans un coffre"),
            lambda: navigator.go(to.SafeHome(then=then)),
            role="primary",
        )
        again = Button(
            look,
            i18n.text("Revenir à mon modèle"),
            lambda: navigator.go(made.place if made is not None else to.Models()),
            role="secondary" if answers else "primary",
        )
        self.set_actions(
            *((keep,) if answers and not session.public else ()),
            *((again,) if model else ()),
            *((Button(look, i18n.text("Revenir à mes réponses"), navigator.back),) * answers),
            Button(look, i18n.text("Fermer et tout perdre"), navigator.close_anyway),
        )
