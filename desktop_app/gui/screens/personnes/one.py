"""One person: her name, who lives with her, her signature, and taking her out of the safe."""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.changes import (
    AgreedChanged,
    Change,
    HouseholdChanged,
    KnownChanged,
    PaperChanged,
    PersonChanged,
)
from desktop_app.files import read_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages import people as everyone
from desktop_app.pages import person as value
from desktop_app.pages.page import Answers, Block, Chosen, Gesture
from desktop_app.pages.wanted import picture
from desktop_app.workflow.office import figures
from desktop_app.workflow.people import addresses, people, signatures
from desktop_app.workflow.people.people import PersonSheet
from desktop_app.workflow.store import Safe

SIDE = 240
"""Pixels of a signature on the screen, at most."""


class PersonScreen(PageView):
    """Reads the person in the worker each time something changed; each change can be undone.

    What it says is in ``pages/person.py``.
    """

    def __init__(self, context: Context, asked: to.Person) -> None:
        super().__init__(context, i18n.text("Personne"))
        self._person, self._name = asked.person, ""
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self._half: HalfTyped | None = None
        self._image: value.KeptImage | None = None
        self._spoken: str | None = None
        self.refresh()

    def shows(self, changed: Change) -> bool:
        """Tell whether it is of her, of who lives with her, or of the image of her signature."""
        match changed:
            case PersonChanged(person) | KnownChanged(person) | AgreedChanged(person):
                return person == self._person
            case _:
                return isinstance(changed, HouseholdChanged | PaperChanged)

    def perform(self, gesture: Gesture) -> None:
        """Change one thing of her, or of her household; ask before she goes."""
        safe, person, on = self._safe, self._person, self.context.tools.clock.today()
        match gesture:
            case Answers(value.SPOKEN, values):
                language = str(values.get(value.SPEAKS) or "")
                told = i18n.text("La langue est notée.")
                self._change(told, lambda: figures.keep_language(safe, person, language, on=on))
            case Answers(_, values):
                self._rename(values.get(value.NAME, ""))
            case value.Forget(field):
                told = i18n.text("L’adresse est oubliée.")
                self._change(told, lambda: addresses.forget(safe, person, field))
            case value.Part(member):
                self._change(
                    done.household_changed(),
                    lambda: people.no_longer_together(safe, person, member.id, on=on),
                )
            case value.AskToRemove():
                self.tell_problem(value.to_remove(self._name))
            case value.Remove():
                self._remove()
            case Chosen(_, path):
                self.put_image(path)
            case value.RemoveImage(document):
                told = i18n.text("L’image est à la corbeille, pour trente jours.")
                self._change_image(told, lambda: safe.bin.put(document, on=on))

    def put_image(self, path: str) -> None:
        """Read an image, and keep it as that of her signature."""
        tools, title = self.context.tools, value.image_title(self._name)
        safe, person, on = self._safe, self._person, tools.clock.today()

        def keep() -> None:
            drawn = tools.clean_picture(read_file(path))
            signatures.keep(safe, person, drawn, title=title, on=on)

        self._change_image(i18n.text("L’image est dans le coffre."), keep)

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Read it in the worker, and show it."""
        self.run(self._read, self._show)

    def _read(self) -> tuple[PersonSheet, tuple[Block, ...]]:
        sheet = people.whole_sheet(self._safe, self.context.tools.catalogue, self._person)
        if self.context.tools.mode != "association":
            return sheet, ()
        from desktop_app.pages import office_person  # of an office alone

        self._spoken = figures.language_of(self._safe, self._person)

        safe, today = self._safe, self.context.tools.clock.today()
        consents, given = safe.consents.of(self._person), safe.mandates.of(self._person)
        return sheet, office_person.section(self._person, consents, given, today)

    def _show(self, found: tuple[PersonSheet, tuple[Block, ...]]) -> None:
        sheet, office = found
        if self._half is not None:
            self._half.now()
        self._name = sheet.name
        self.fill(value.page(sheet, self._spoken, office))
        self._half = HalfTyped(self.context, self, f"personne-{self._person}")
        self._half.keep(self.asks[value.NAMED])
        self.context.jobs.run(self._kept_image, done=self._show_image, failed=self._image_refused)

    def _kept_image(self) -> value.KeptImage | None:
        found = signatures.kept(self._safe, self._person)
        if found is None:
            return None
        pixels = self.context.tools.show_picture(self._safe.content(found.id), SIDE)
        return value.KeptImage(found.id, pixels)

    def _show_image(self, found: value.KeptImage | None, wrong: str = "") -> None:
        self._image = found
        place = self.live[value.SIGNATURE]
        held = place.isAncestorOf(self.window().focusWidget() or self)
        place.put(value.signature(self._name, found, wrong))
        if held and (choose := self.button_of(picture())) is not None:
            choose.setFocus()
        if wrong:
            announce(place, wrong, urgent=True)

    def _image_refused(self, problem: BaseException) -> None:
        self._show_image(self._image, words_of(problem))

    # ------------------------------------------------------------------ gestures

    def _change(self, told: str, work: Callable[[], object]) -> None:
        self.gesture(told, work)

    def _change_image(self, told: str, work: Callable[[], object]) -> None:
        self.context.gestures.do(told, work, failed=self._image_refused)

    def _rename(self, name: str) -> None:
        if not name:
            self.tell_problem(everyone.unnamed())
            return
        safe, person, half = self._safe, self._person, self._half
        assert half is not None
        self.context.gestures.do(
            done.renamed(),
            half.noted_by(lambda: people.rename(safe, person, name)),
            failed=half.not_noted(self.say_problem),
        )

    def _remove(self) -> None:
        safe, person, on = self._safe, self._person, self.context.tools.clock.today()
        self.gesture(
            done.thrown("person"),
            lambda: people.remove(safe, person, on=on),
            done=lambda _: self.context.navigator.back(),
        )
