"""The print screen in the real window, before a real queue that can be out of order."""

import dataclasses
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.core.offset import Offset
from desktop_app.core.pdf import FillProblem
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.printing import follow
from desktop_app.gui.screens.imprimer.view import PrintScreen
from desktop_app.gui.widgets.closed_list import ClosedList
from desktop_app.gui.widgets.marked import LongCheck
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.printing import cups
from desktop_app.settings import SettingsFile
from desktop_app.workflow.documents.rendering import Made
from desktop_app.workflow.store import Safe
from tests.gui import files
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import choose, held, name, press, tab_to
from tests.gui.keyboard import until as seen
from tests.helpers.pages import printed_pages
from tests.printing.geometry import MOST_MM, distance
from tests.printing.queue import Cups, Printer, until


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person waits a second between two looks; tests need not."""
    monkeypatch.setattr(follow, "STEPS_MS", ((600, 250),))


def open_on(window: MainWindow, made: Made, printer: Printer | None = None) -> PrintScreen:
    """Open the screen and choose a printer, as a person does, once they are found."""
    window.go(to.Print(made=made, draft=None))
    page = window.page()
    assert isinstance(page, PrintScreen)
    seen(lambda: not window.context.jobs._waiting)
    if printer is not None:
        pick(page, "Quelle imprimante ?", printer.name)
    return page


def pick(page: PrintScreen, question: str, words: str) -> None:
    box = next(b for b in page.findChildren(ClosedList) if b.accessibleName() == question)
    row = box.findText(words)
    assert row >= 0, f"« {words} » is not offered: {[box.itemText(n) for n in range(box.count())]}"
    box.setCurrentIndex(row)
    box.activated.emit(row)
    seen(lambda: not page.context.jobs._waiting)


def number(page: PrintScreen, question: str) -> NumberBox:
    return next(b for b in page.findChildren(NumberBox) if b.box.accessibleName() == question)


def said(page: PrintScreen) -> str:
    return "\n".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def button(page: PrintScreen, text: str) -> QPushButton | None:
    buttons = page.findChildren(QPushButton)
    found = [b for b in buttons if b.accessibleName() == text and b.isVisible()]
    return found[0] if found else None


def click(page: PrintScreen, text: str) -> None:
    one = button(page, text)
    assert one is not None, f"no « {text} »"
    assert one.isEnabled(), f"« {text} » cannot be pressed"
    one.click()


def hear(page: PrintScreen, words: str) -> None:
    try:
        seen(lambda: words in said(page))
    except AssertionError:
        raise AssertionError(f"« {words} » is not said, but:\n{said(page)}") from None


def spool(service: Cups) -> list[Path]:
    return list((service.folder / "spool").glob("d*"))


def test_printed_then_told_and_nothing_is_kept_by_the_queue(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    printer = service.add_printer("Salon", default=True)
    page = open_on(window, letter)
    whole = next(one for one in letter.pdf.parts if one.name == "letter")
    assert f"{whole.last} feuilles seront imprimées, d’un seul côté." in said(page)
    pick(page, "Que voulez-vous imprimer ?", "Tout")
    hear(page, f"{letter.pdf.pages} feuilles seront imprimées, d’un seul côté.")
    click(page, "Imprimer")
    hear(page, f"« Salon » a fini. Prenez les feuilles : il y en a {letter.pdf.pages}.")
    assert distance(letter.pdf.data, printer.printed()[0]).mm <= MOST_MM
    assert button(page, "Imprimer") is not None
    assert button(page, "Annuler l’impression") is None
    until(lambda: not spool(service), "the queue's copy is erased")


def test_its_copy_is_erased_even_when_the_person_went_on(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    printer = service.add_printer("Suite")
    printer.be("slow")
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, "« Suite » imprime…")
    click(page, "C’est imprimé : et maintenant ?")
    printer.be("ready")
    seen(lambda: not spool(service), "the queue's copy is erased")


def test_coming_back_finds_how_it_stands_and_can_still_cancel(
    window: MainWindow, service: Cups, letter: Made
) -> None:
    service.add_printer("Absente", default=True)
    printer = service.add_printer("Retour")
    printer.be("slow")
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, "« Retour » imprime…")
    window.go(to.Help())
    window.back()
    again = window.page()
    assert isinstance(again, PrintScreen)
    assert again is not page
    hear(again, "« Retour » imprime…")
    click(again, "Annuler l’impression")
    hear(again, "L’impression est annulée.")
    until(lambda: not spool(service), "the queue's copy is erased")


def test_one_sheet_of_the_kit_twice(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Copies")
    page = open_on(window, letter, printer)
    pick(page, "Que voulez-vous imprimer ?", "La feuille pour le guichet")
    number(page, "Combien d’exemplaires ?").box.setValue(2)
    hear(page, "2 feuilles seront imprimées")
    click(page, "Imprimer")
    hear(page, "Prenez les feuilles : il y en a 2.")
    assert len(printed_pages(printer.printed()[0])) == 1
    assert printer.options()[0].startswith("2 ")


def test_some_pages(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Pages")
    page = open_on(window, letter, printer)
    pick(page, "Que voulez-vous imprimer ?", "Quelques pages")
    number(page, "De la page").box.setValue(2)
    number(page, "Jusqu’à la page").box.setValue(4)
    hear(page, "3 feuilles seront imprimées")
    click(page, "Imprimer")
    hear(page, "il y en a 3.")
    sent, printed = printed_pages(letter.pdf.data)[1:4], printed_pages(printer.printed()[0])
    assert [one.text for one in sent] == [one.text for one in printed]


def test_no_paper_then_paper(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Vide-ecran")
    printer.be("empty")
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, "« Vide-ecran » n’a plus de papier. Remettez-en : l’impression reprendra.")
    printer.be("ready")
    hear(page, "« Vide-ecran » a fini.")
    assert len(printer.printed()) == 1


def test_no_paper_is_not_told_of_a_printer_that_only_remembers_it(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    printer = service.add_printer("Souvenir")
    printer.be("empty")
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, "n’a plus de papier")
    click(page, "Annuler l’impression")
    hear(page, "L’impression est annulée. Votre document n’est pas perdu.")
    until(lambda: not spool(service), "the queue's copy is erased")
    printer.be("ready")
    click(page, "Recommencer")
    heard: list[str] = []
    seen(lambda: (heard.append(page.state.text()), "a fini" in heard[-1])[1])
    assert not [words for words in heard if "papier" in words]


def test_a_stopped_printer_is_told_before_and_another_prints_once(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    stopped, other = service.add_printer("Arretee"), service.add_printer("Autre")
    service.command("cupsdisable", "Arretee")
    page = open_on(window, letter, stopped)
    assert "« Arretee » est arrêtée : ce que vous lui envoyez attendra." in said(page)
    click(page, "Imprimer")
    hear(page, "« Arretee » est arrêtée : le document attend.")
    pick(page, "Quelle imprimante ?", "Autre")
    click(page, "Recommencer")
    hear(page, "« Autre » a fini.")
    service.command("cupsenable", "Arretee")
    assert "Arretee" not in service.command("lpstat", "-o")
    assert other.printed()
    assert not list(stopped.folder.glob("*.pdf"))


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("stop-printer", "« Panne-stop-printer » est arrêtée : le document attend."),
        ("abort-job", "« Panne-abort-job » a abandonné. Regardez-la, puis recommencez."),
    ],
)
def test_a_broken_printer(
    window: MainWindow,
    service: Cups,
    letter: Made,
    policy: str,
    told: str,
) -> None:
    printer = service.add_printer(f"Panne-{policy}")
    service.command("lpadmin", "-p", printer.name, "-o", f"printer-error-policy={policy}")
    printer.be("broken")
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, told)
    if policy == "abort-job":
        until(lambda: not spool(service), "the queue's copy is erased")
    printer.be("ready")
    click(page, "Recommencer")  # what waits is taken out: enabled, the printer prints once
    seen(lambda: not window.context.jobs._waiting)
    service.command("cupsenable", printer.name)
    hear(page, "a fini.")
    assert len(printer.printed()) == 1


def test_a_printer_that_accepts_nothing(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Refus")
    service.command("cupsreject", "Refus")
    page = open_on(window, letter, printer)
    hear(page, "Cette imprimante n’accepte pas de document en ce moment.")
    click(page, "Imprimer")
    hear(page, "Cette imprimante n’accepte pas de document en ce moment.")
    service.command("cupsaccept", "Refus")
    click(page, "Recommencer")
    hear(page, "« Refus » a fini.")


def test_a_printer_taken_away_between_the_list_and_the_sending(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    printer = service.add_printer("Emportee")
    page = open_on(window, letter, printer)
    service.command("lpadmin", "-x", "Emportee")
    click(page, "Imprimer")
    hear(page, "Cette imprimante ne répond plus.")
    service.add_printer("Restee")
    click(page, "Chercher encore")
    seen(lambda: not window.context.jobs._waiting)
    pick(page, "Quelle imprimante ?", "Restee")
    click(page, "Recommencer")
    hear(page, "« Restee » a fini.")


def test_the_queue_that_holds_documents(window: MainWindow, service: Cups, letter: Made) -> None:
    """Paid printing: the manager's rule is kept, and told."""
    printer = service.add_printer("Payante", options={"job-hold-until": "indefinite"})
    page = open_on(window, letter, printer)
    click(page, "Imprimer")
    hear(page, "« Payante » garde le document jusqu’à ce qu’on le libère")
    click(page, "Annuler l’impression")
    hear(page, "L’impression est annulée.")


def test_no_service_then_one(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Revenue", default=True)
    service.stop()
    try:
        page = open_on(window, letter)
        hear(page, "Le service d’impression de l’ordinateur est arrêté.")
        assert button(page, "Imprimer") is None
        assert button(page, "Enregistrer en PDF") is not None
    finally:
        service.start()
    click(page, "Chercher encore")
    seen(lambda: not window.context.jobs._waiting)
    click(page, "Imprimer")
    hear(page, "« Revenue » a fini.")
    assert printer.printed()


def test_a_silent_service_never_blocks_the_window(
    window: MainWindow,
    service: Cups,
    letter: Made,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = service.add_printer("Muet-ecran")
    page = open_on(window, letter, printer)
    monkeypatch.setattr(cups, "SENDING_SECONDS", 2.0)
    with service.silent():
        click(page, "Imprimer")
        longest = longest_pause(1.0)
        hear(page, "Le service d’impression ne répond pas.")
    assert longest < 0.5, f"the window stood still for {longest:.2f} s"
    click(page, "Recommencer")
    hear(page, "« Muet-ecran » a fini.")


def test_sending_can_be_broken_off(window: MainWindow, service: Cups, letter: Made) -> None:
    printer = service.add_printer("Interrompue")
    page = open_on(window, letter, printer)
    with service.silent():
        click(page, "Imprimer")
        longest_pause(0.3)
        began = time.monotonic()
        click(page, "Annuler l’impression")
        hear(page, "L’impression est annulée.")
        assert time.monotonic() - began < 3, "not the time limit: the command itself was ended"
    time.sleep(0.5)
    assert not list(printer.folder.glob("*.pdf"))


def longest_pause(seconds: float) -> float:
    """Let the window live so long; return the longest time it did not answer."""
    end, longest, last = time.monotonic() + seconds, 0.0, time.monotonic()
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        now = time.monotonic()
        longest, last = max(longest, now - last), now
        time.sleep(0.002)
    return longest


def test_what_was_not_read_back_is_refused_and_its_box_named(
    window: MainWindow,
    service: Cups,
    form: Made,
) -> None:
    printer = service.add_printer("Preuve")
    value = next(v for v in form.prepared.document.values if v.text and v.field)  # type: ignore[union-attr]
    lost = FillProblem(value.field, value.page, "not-drawn")
    proof = dataclasses.replace(form.proof, problems=(lost,), verified=form.proof.total - 1)
    page = open_on(window, dataclasses.replace(form, proof=proof), printer)
    click(page, "Imprimer")
    hear(page, "Ce document ne peut pas être imprimé : il n’est pas relu en entier.")
    assert f"page {value.page}, {value.label} : la valeur n’est pas sur la page" in said(page)
    assert not list(printer.folder.glob("*.pdf"))


class TestOffsets:
    def test_typed_after_the_test_page_kept_and_used(
        self,
        window: MainWindow,
        service: Cups,
        on_paper: Made,
        tmp_path: Path,
    ) -> None:
        settings = window.context.settings
        settings.__init__(tmp_path / "reglages.toml")  # type: ignore[misc]
        printer = service.add_printer("Decalee")
        page = open_on(window, on_paper, printer)
        click(page, "Imprimer la page d’essai")
        hear(page, "Prenez la feuille : il y en a 1.")
        number(page, "Décaler les réponses vers la droite").box.setValue(2.0)
        number(page, "Décaler les réponses vers le bas").box.setValue(-1.5)
        seen(lambda: not window.context.jobs._waiting)
        again = SettingsFile(tmp_path / "reglages.toml").now
        assert again.offsets == {"Decalee": Offset(2.0, -1.5)}
        assert again.window_offsets == {}
        click(page, "Imprimer")
        hear(page, f"il y en a {on_paper.pdf.pages}.")
        moved = printed_pages(printer.printed(2)[1])[0].chars[0].box
        straight = printed_pages(on_paper.pdf.data)[0].chars[0].box
        assert moved.left - straight.left == pytest.approx(2.0, abs=MOST_MM)
        assert moved.top - straight.top == pytest.approx(-1.5, abs=MOST_MM)

    def test_a_printer_that_shrinks_is_made_up_for(
        self, window: MainWindow, service: Cups, on_paper: Made
    ) -> None:
        printer = service.add_printer("Petite")
        page = open_on(window, on_paper, printer)
        number(page, "Longueur de la règle de 100 mm sur la page d’essai").box.setValue(96.0)
        assert window.context.settings.now.offsets["Petite"] == Offset(ruler_mm=96.0)
        click(page, "Imprimer")
        hear(page, f"il y en a {on_paper.pdf.pages}.")
        moved = printed_pages(printer.printed(1)[0])[0].chars[0].box
        straight = printed_pages(on_paper.pdf.data)[0].chars[0].box
        assert moved.left == pytest.approx(straight.left / 0.96, abs=MOST_MM)

    def test_each_printer_has_its_own(
        self,
        window: MainWindow,
        service: Cups,
        on_paper: Made,
    ) -> None:
        one, other = service.add_printer("Une"), service.add_printer("Deux")
        page = open_on(window, on_paper, one)
        number(page, "Décaler les réponses vers la droite").box.setValue(3.0)
        pick(page, "Quelle imprimante ?", other.name)
        assert number(page, "Décaler les réponses vers la droite").value() == 0
        pick(page, "Quelle imprimante ?", one.name)
        assert number(page, "Décaler les réponses vers la droite").value() == 3.0

    def test_of_a_letter_only_the_address(
        self,
        window: MainWindow,
        service: Cups,
        letter: Made,
    ) -> None:
        printer = service.add_printer("Fenetre")
        page = open_on(window, letter, printer)
        click(page, "Essayer l’enveloppe à fenêtre")
        hear(page, "Prenez la feuille : il y en a 1.")
        number(page, "Décaler l’adresse vers la droite").box.setValue(4.0)
        pick(page, "Que voulez-vous imprimer ?", "La lettre")
        click(page, "Imprimer")
        hear(page, "Prenez les feuilles : il y en a 2.")
        before, after = printed_pages(letter.pdf.data)[0], printed_pages(printer.printed(2)[1])[0]
        moves = [
            new.box.left - old.box.left for old, new in zip(before.chars, after.chars, strict=True)
        ]
        assert max(moves) == pytest.approx(4.0, abs=MOST_MM)
        assert min(moves) == pytest.approx(0.0, abs=MOST_MM)
        assert sum(move > 2 for move in moves) < len(moves) / 4


class TestSaving:
    def save(self, window: MainWindow, page: PrintScreen, path: Path) -> str:
        click(page, "Enregistrer en PDF")
        asked = files.asks(window)
        assert isinstance(asked, to.SaveFile)
        files.save(window, path)
        return asked.name

    def test_the_same_bytes_under_a_name_that_says_nothing(
        self,
        window: MainWindow,
        letter: Made,
        tmp_path: Path,
    ) -> None:
        page = open_on(window, letter)
        proposed = self.save(window, page, tmp_path / "a.pdf")
        hear(page, "Le PDF est enregistré.")
        assert (tmp_path / "a.pdf").read_bytes() == letter.pdf.data
        assert proposed == "lettre.pdf"

    def test_a_name_without_its_ending_never_takes_another_file_s_place(
        self,
        window: MainWindow,
        letter: Made,
        tmp_path: Path,
    ) -> None:
        (tmp_path / "recours.pdf").write_bytes(b"autre")
        page = open_on(window, letter)
        self.save(window, page, tmp_path / "recours")
        hear(window.page(), "Un fichier « recours.pdf » est déjà là.")
        assert (tmp_path / "recours.pdf").read_bytes() == b"autre"
        window.leave_choosing()
        self.save(window, page, tmp_path / "autre")
        hear(page, "Le PDF est enregistré.")
        assert (tmp_path / "autre.pdf").read_bytes() == letter.pdf.data

    @pytest.mark.parametrize(("number_", "told"), [(28, "plein"), (30, "protégé")])
    def test_a_disk_that_takes_nothing(
        self,
        window: MainWindow,
        letter: Made,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        number_: int,
        told: str,
    ) -> None:
        def full(*_given: object) -> None:
            raise OSError(number_, "")

        page = open_on(window, letter)
        monkeypatch.setattr("desktop_app.files.write_flushed", full)
        self.save(window, page, tmp_path / "a.pdf")
        seen(lambda: told in said(page).casefold(), said(page))
        assert list(tmp_path.iterdir()) == []


def test_by_keyboard_alone_the_focus_is_never_lost(
    window: MainWindow,
    service: Cups,
    letter: Made,
) -> None:
    printer = service.add_printer("Clavier", default=True)
    printer.be("empty")
    page = open_on(window, letter)
    while not isinstance(held(), QPushButton) or name(held()) != "Imprimer":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    hear(page, "n’a plus de papier")
    assert held() is not None
    tab_to("Annuler l’impression")
    press(Qt.Key.Key_Space)
    hear(page, "L’impression est annulée.")
    assert held() is page.state, "what is said holds the focus: the button is gone"
    printer.be("ready")
    choose("Recommencer")
    hear(page, "a fini")
    assert held() is not None


def test_on_a_public_terminal_offsets_hold_and_are_not_written(
    window: MainWindow,
    service: Cups,
    on_paper: Made,
    home: Path,
) -> None:
    window.context.session.public = True
    printer = service.add_printer("Publique")
    page = open_on(window, on_paper, printer)
    number(page, "Décaler les réponses vers la droite").box.setValue(3.0)
    seen(lambda: not window.context.jobs._waiting)
    assert window.context.settings.now.offsets["Publique"] == Offset(3.0, 0.0)
    assert not list(home.rglob("reglages*"))


def test_the_twelve_words_leave_no_copy_in_the_queue(
    window: MainWindow, service: Cups, safe: Safe
) -> None:
    printer = service.add_printer("Secours", default=True)
    window.go(to.RecoverySheet(words=("abeille", "bateau", "école", "fusée", "jardin")))
    page = window.page()
    assert page is not None
    next(b for b in page.findChildren(QPushButton) if b.text() == "Imprimer la feuille").click()
    seen(lambda: any("a fini" in label.text() for label in page.findChildren(Words)))
    text = printed_pages(printer.printed()[0])[0].text
    assert all(word in text for word in ("abeille", "fusée", "jardin"))
    until(lambda: not spool(service), "the queue's copy is erased")


def test_offsets_are_in_the_settings_too(window: MainWindow, service: Cups, tmp_path: Path) -> None:
    window.context.settings.__init__(tmp_path / "reglages.toml")  # type: ignore[misc]
    service.add_printer("Reglee")
    window.go(to.Settings())
    seen(lambda: not window.context.jobs._waiting)
    page = window.page()
    assert page is not None
    box = next(
        b for b in page.findChildren(ClosedList) if b.accessibleName() == "Quelle imprimante ?"
    )
    box.put("Reglee")
    box.activated.emit(box.currentIndex())
    for question, millimetres in (
        ("Décaler l’adresse vers la droite", 1.5),
        ("Décaler les réponses vers le bas", -0.5),
    ):
        named = (b for b in page.findChildren(NumberBox) if b.box.accessibleName() == question)
        next(named).box.setValue(millimetres)
    seen(lambda: not window.context.jobs._waiting)
    kept = SettingsFile(tmp_path / "reglages.toml").now
    assert kept.window_offsets == {"Reglee": Offset(1.5, 0.0)}
    assert kept.offsets == {"Reglee": Offset(0.0, -0.5)}


@pytest.mark.parametrize("turns", [True, False])
def test_two_sides_are_offered_where_the_printer_can_and_the_pages_may(
    window: MainWindow, letter: Made, turns: bool
) -> None:
    printers = Printers("Bureau", turns=turns)
    window.go(to.Print(made=letter, draft=None, service=printers))
    page = window.page()
    assert isinstance(page, PrintScreen)
    seen(lambda: not window.context.jobs._waiting)
    ticks = [one for one in page.findChildren(LongCheck) if one.isVisible()]
    assert [one.words() for one in ticks] == ["Imprimer des deux côtés de la feuille"] * turns
    if not turns:
        return
    ticks[0].click()
    hear(page, "1 feuille sera imprimée, des deux côtés.")
    click(page, "Imprimer")
    seen(lambda: printers.sent)
    assert printers.sent[0][1].both_sides
    pick(page, "Que voulez-vous imprimer ?", "Tout")
    hear(page, f"{letter.pdf.pages} feuilles seront imprimées, d’un seul côté.")
    assert not [one for one in page.findChildren(LongCheck) if one.isVisible()]
