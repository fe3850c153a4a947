"""One person: her name, who lives with her, and taking her out of the safe."""

from functools import partial

from desktop_app import i18n
from desktop_app.core.changes import (
    Change,
    HouseholdChanged,
    KnownChanged,
    PaperChanged,
    PersonChanged,
)
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.screens.personnes.presenter import (
    PeoplePresenter,
    known_line,
)
from desktop_app.gui.screens.personnes.signature import SignaturePart
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.household import member_words
from desktop_app.workflow.people.people import Known, Member, PersonSheet


class PersonScreen(Page):
    """Reads the person in the worker each time something changed; each change can be undone."""

    def __init__(self, context: Context, asked: to.Person) -> None:
        super().__init__(context.look, i18n.text("Personne"))
        self._context, self._person = context, asked.person
        assert context.session.safe is not None
        self._presenter = PeoplePresenter(context.tools, context.session.safe)
        self._half = HalfTyped(context, self, f"personne-{asked.person}")
        self._refresh()

    def shows(self, changed: Change) -> bool:
        """Tell whether it is of her, of who lives with her, or of the image of her signature."""
        match changed:
            case PersonChanged(person) | KnownChanged(person):
                return person == self._person
            case _:
                return isinstance(changed, HouseholdChanged | PaperChanged)

    def read_again(self) -> None:
        """Show her as she is now, from the top."""
        self.focus_heading()
        self._refresh()

    def _refresh(self) -> None:
        person = self._person
        self._context.jobs.run(
            lambda: self._presenter.one(person), done=self._show_person, failed=self.say_problem
        )

    def _show_person(self, sheet: PersonSheet) -> None:
        self._half.now()
        self.begin_anew(sheet.name)
        self._name = LineField(self.look, i18n.text("Son nom, tel qu’il doit être écrit"))
        self._name.edit.setText(sheet.name)
        self._name.edit.returnPressed.connect(self._rename)
        self.add(self._name)
        self._half.watch("name", self._name)
        self._half.put_back()
        save = Button(self.look, i18n.text("Enregistrer le nom"), self._rename, role="primary")
        self.add(save)
        self._household(sheet)
        self._known(sheet)
        self.signature = SignaturePart(self._context, self._presenter, sheet.id, sheet.name)
        self.add(self.signature)
        self._foot(sheet)

    def _household(self, sheet: PersonSheet) -> None:
        self.add(Words(self.look, i18n.text("Son foyer"), "subheading"))
        if not sheet.household:
            words = i18n.text("Personne d’autre n’est noté dans son foyer.")
            self.add(Words(self.look, words, "hint"))
        for member in sheet.household:
            _frame, column = self.card()
            column.addWidget(Words(self.look, member_words(member)))
            words = i18n.text("Ne vit plus ici")
            part = Button(self.look, words, partial(self._part, member))
            part.setAccessibleName(i18n.labelled(words, member.name))
            column.addWidget(part)
        go = self._context.navigator.go
        words = i18n.text("Ajouter à son foyer")
        self.add(
            Button(self.look, words, lambda: go(to.Household(person=sheet.id, name=sheet.name)))
        )

    def _known(self, sheet: PersonSheet) -> None:
        self.add(Words(self.look, i18n.text("Ce qui est gardé de cette personne"), "subheading"))
        if not sheet.known:
            words = i18n.text("Ses réponses viendront ici, avec leur date, à la première lettre.")
            self.add(Words(self.look, words, "hint"))
        for known in sheet.known:
            self.add(Words(self.look, known_line(known)))
            if known.copied:
                words = i18n.text("Oublier cette adresse")
                forget = Button(self.look, words, partial(self._forget, known))
                forget.setAccessibleName(i18n.labelled(words, known.question))
                self.add(forget)

    def _foot(self, sheet: PersonSheet) -> None:
        remove = i18n.text("Retirer cette personne")
        self.set_actions(
            Button(self.look, remove, lambda: self._ask_to_remove(sheet)),
            Button(self.look, i18n.text("Retour"), self._context.navigator.back, role="plain"),
        )

    # ------------------------------------------------------------------ gestures

    def _rename(self) -> None:
        name, person = self._name.text(), self._person
        if not name.strip():
            self.say_error(i18n.text("Écrivez d’abord le nom de la personne."))
            return
        self._context.gestures.do(
            i18n.text("Le nom est corrigé."),
            self._half.noted_by(lambda: self._presenter.rename(person, name)),
            failed=self._not_renamed,
        )

    def _not_renamed(self, problem: BaseException) -> None:
        self._half.go_on()
        self.say_problem(problem)

    def _forget(self, known: Known) -> None:
        person = self._person
        self._context.gestures.do(
            i18n.text("L’adresse est oubliée."),
            lambda: self._presenter.forget(person, known.field),
            failed=self.say_problem,
        )

    def _part(self, member: Member) -> None:
        person = self._person
        self._context.gestures.do(
            i18n.text("Le foyer est corrigé."),
            lambda: self._presenter.part(person, member.id),
            failed=self.say_problem,
        )

    def _ask_to_remove(self, sheet: PersonSheet) -> None:
        words = i18n.text(
            "« {name} » ira à la corbeille, avec ses dossiers, ses documents et ses dates. "
            "Vous pourrez la reprendre pendant trente jours."
        )
        yes = Button(self.look, i18n.text("Mettre à la corbeille"), self._remove)
        no = Button(self.look, i18n.text("Garder"), self._keep)
        self.say_error(words.format(name=sheet.name), yes, no)

    def _keep(self) -> None:
        self.clear_problem()
        self.focus_heading()

    def _remove(self) -> None:
        person = self._person
        self._context.gestures.do(
            i18n.text("La personne est à la corbeille, pour trente jours."),
            lambda: self._presenter.remove(person),
            done=lambda _: self._context.navigator.back(),
            failed=self.say_problem,
        )
