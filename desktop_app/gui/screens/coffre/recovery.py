"""The recovery sheet: twelve words, copied by hand first, and three of them asked back."""

import secrets

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.coffre.presenter import is_word
from desktop_app.gui.screens.coffre.sheet_page import sheet_pdf
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.word_list import word_rows
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import NewSafe, make_safe, positions_to_ask

_IN_A_ROW = 2
_CHANCE = 1 << 32


class RecoverySheet(Page):
    """Shows the words; they open nothing before some were asked back, and are kept nowhere.

    ``plan`` is the safe that will then be made; without one they replace those of the open safe.
    """

    def __init__(self, context: Context, asked: to.RecoverySheet) -> None:
        super().__init__(context.look, i18n.text("Votre feuille de secours"))
        self._context, self._secret, self._plan, self._then = (
            context,
            asked.words,
            asked.plan,
            asked.then,
        )
        look = context.look
        told = (
            i18n.text("Si vous oubliez votre phrase, ces douze mots ouvrent aussi le coffre."),
            i18n.text(
                "Recopiez-les à la main, dans l’ordre, et gardez ce papier en lieu sûr. "
                "Nous ne pourrons pas vous les redonner."
            ),
        )
        for sentence in told:
            self.add(Words(look, sentence))
        self.lead(*told)
        self._list()
        state = Progress(look)
        self._out = SheetOut(context, self, state)
        self.add(state)
        self.set_actions(
            Button(look, i18n.text("Je les ai recopiés"), self._go_on, role="primary"),
            Button(look, i18n.text("Imprimer la feuille"), self._print),
            Button(look, i18n.text("Enregistrer la feuille"), self._save),
            Button(look, i18n.text("Retour"), context.navigator.back, role="plain"),
        )

    def _list(self) -> None:
        _frame, column = self.card()
        column.addLayout(word_rows(self.look, self._secret, _IN_A_ROW))

    def _go_on(self) -> None:
        self._context.navigator.go(to.AskBack(words=self._secret, plan=self._plan, then=self._then))

    def _print(self) -> None:
        words = self._secret
        self._out.print(lambda: sheet_pdf(words))

    def _save(self) -> None:
        words = self._secret
        self._out.save(
            i18n.text("feuille-de-secours.pdf"),
            "PDF (*.pdf)",
            lambda: sheet_pdf(words).data,
            i18n.text("Enregistrée. Qui lit ce fichier peut ouvrir le coffre."),
        )


class AskBack(Page):
    """Three words of the sheet are asked: what was copied can be read again.

    Only then is the safe made, or the former sheet replaced: whoever stops before has lost nothing.
    """

    def __init__(self, context: Context, asked: to.AskBack) -> None:
        super().__init__(context.look, i18n.text("Relisez votre feuille de secours"))
        self._context, self._secret, self._plan, self._then = (
            context,
            asked.words,
            asked.plan,
            asked.then,
        )
        look = context.look
        self.add(Words(look, i18n.text("Recopiez ici trois mots de votre papier.")))
        self._fields: dict[int, LineField] = {}
        for position in positions_to_ask(asked.words, secrets.randbelow(_CHANCE)):
            label = i18n.text("Mot numéro {n}").format(n=position + 1)
            field = LineField(look, label, characters=16)
            field.edit.returnPressed.connect(self._check)
            self.add(field)
            self._fields[position] = field
        self._state = Progress(look)
        self.add(self._state)
        action = i18n.text("Vérifier") if asked.plan is None else i18n.text("Créer le coffre")
        self._button = Button(look, action, self._check, role="primary")
        self.set_actions(
            self._button,
            Button(look, i18n.text("Revoir les mots"), context.navigator.back, role="plain"),
        )

    def asked(self) -> tuple[int, ...]:
        """Return the positions asked, from 0."""
        return tuple(self._fields)

    def _check(self) -> None:
        self.clear_problem()
        if not self._button.isEnabled():
            return
        for position, field in self._fields.items():
            if not is_word(field.text(), self._secret[position]):
                self.say_error(
                    i18n.text(
                        "Le mot numéro {n} n’est pas celui de la feuille. Regardez votre papier, "
                        "ou revoyez les mots."
                    ).format(n=position + 1)
                )
                return
        self._button.setEnabled(False)
        if self._plan is None:
            self._replace()
        else:
            self._make(self._plan)

    def _make(self, plan: to.NewSafePlan) -> None:
        self._state.begin(i18n.text("Le coffre se prépare. Cela prend quelques secondes."))
        tools, secret = self._context.tools, self._secret
        on = tools.clock.today()
        self._context.jobs.run(
            lambda: make_safe(
                tools.safes,
                tools.known_safes,
                plan.phrase,
                on=on,
                folder=plan.folder,
                words=secret,
            ),
            done=self._made,
            failed=self._refused,
            unwanted=lambda made: made.safe.close(),
        )

    def _made(self, made: NewSafe) -> None:
        self._context.session.open(made.safe, str(made.path))
        self._end(i18n.text("Votre coffre est prêt."))

    def _replace(self) -> None:
        safe, words, on = (
            self._context.session.safe,
            self._secret,
            self._context.tools.clock.today(),
        )
        if safe is None:
            return
        self._state.begin(i18n.text("La nouvelle feuille remplace l’ancienne…"))
        self._context.jobs.run(
            lambda: safe.access.keep_words(words, on=on),
            done=lambda _none: self._end(i18n.text("Votre nouvelle feuille ouvre le coffre.")),
            failed=self._refused,
        )

    def _end(self, words: str) -> None:
        self._context.navigator.restart(self._then)
        self._context.navigator.say_saved(words)

    def _refused(self, problem: BaseException) -> None:
        self._state.end()
        self._button.setEnabled(True)
        self.say_problem(problem)
