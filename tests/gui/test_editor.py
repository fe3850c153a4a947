"""A form of one's own, made by keyboard on the pages of a flat PDF, then filled with its proof."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.core.answers.draft import Draft
from desktop_app.core.authoring import asking
from desktop_app.core.authoring.boxes import millimetres
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.expected import expected
from desktop_app.core.authoring.history import History
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.cases.view import Boxes
from desktop_app.gui.screens.editeur.reading import ReadingScreen
from desktop_app.gui.screens.editeur.view import EditorScreen
from desktop_app.gui.screens.modeles.view import Models
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.generic import OpenedPdf, open_pdf
from desktop_app.workflow.documents.rendering import Made, make_on_blank
from desktop_app.workflow.packs.editing_form import Editing
from desktop_app.workflow.packs.own_forms import draft
from desktop_app.workflow.packs.pack_drafts import unfinished
from desktop_app.workflow.store import Safe
from tests.gui import files, keyboard
from tests.gui.conftest import TODAY, TestTools, in_worker
from tests.gui.keyboard import choose, heading, press, strike, tab_to, until, write
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.safes import open_safe

READING = 60  # seconds: three children are started, each has its own limits
TITLE = "Demande d’aide au transport"


@pytest.fixture(scope="module")
def blank() -> bytes:
    return paper(flat_sheet, size=(595, 842))


@pytest.fixture
def chosen(tmp_path: Path, blank: bytes) -> Path:
    """The person has the form on her disk."""
    path = tmp_path / f"{TITLE}.pdf"
    path.write_bytes(blank)
    return path


@pytest.fixture(scope="module")
def first(blank: bytes) -> EditedForm:
    """What the program makes of the PDF by itself: read once, as the worker does."""
    tools = TestTools()
    return draft(tools.forms, tools.catalogue, tools.law, blank, title=TITLE, today=TODAY).form


@pytest.fixture
def editor(
    window: MainWindow, context: Context, chosen: Path, blank: bytes, first: EditedForm
) -> EditorScreen:
    """The form in hand, as it was found."""
    context.session.editing = Editing(blank, History(first))
    window.go(to.FormEditor())
    page = window.page()
    assert isinstance(page, EditorScreen)
    return page


def opened(window: MainWindow, chosen: Path) -> EditorScreen:
    window.go(to.Models())
    choose("Créer un modèle à partir d’un PDF")
    files.give(window, chosen)
    until(lambda: isinstance(window.page(), EditorScreen), "the PDF is never read", READING)
    page = window.page()
    assert isinstance(page, EditorScreen)
    return page


def read(window: MainWindow, words: str) -> None:
    def seen() -> bool:
        page = window.page()
        return page is not None and any(words in one.text() for one in page.findChildren(QLabel))

    until(seen, f"« {words} » is not on the page")


def offered(window: MainWindow) -> list[LongButton]:
    page = window.page()
    return page.findChildren(LongButton) if page is not None else []


def read_offer(window: MainWindow, words: str) -> None:
    until(lambda: any(one.words() == words for one in offered(window)), f"« {words} » not offered")


def reopen(context: Context, folder: Path) -> None:
    """Open the safe again, as the person does with her phrase."""
    found: list[Safe] = []
    in_worker(context, lambda: found.append(open_safe(folder, TODAY)))
    context.session.open(found[0], str(folder))


def labels(editor: EditorScreen) -> list[str]:
    return [place.label for place in editor.editing.form.places]


def shift(key: Qt.Key) -> None:
    strike(key, Qt.KeyboardModifier.ShiftModifier)


def ctrl(key: Qt.Key) -> None:
    strike(key, Qt.KeyboardModifier.ControlModifier)


def clear_line() -> None:
    ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)


def test_a_form_is_made_by_keyboard_then_filled_and_filed(
    window: MainWindow, context: Context, safe: Safe, chosen: Path, blank: bytes
) -> None:
    editor = opened(window, chosen)
    form = editor.editing.form
    assert labels(editor)[:3] == ["Nom de naissance", "Prénom", "Code postal"]
    # The second box is called otherwise, and moved on the page.
    tab_to("Cases, dans l’ordre du papier")
    press(Qt.Key.Key_Down)
    tab_to("Ce que dit le papier")
    clear_line()
    write("Prénom de l’élève")
    press(Qt.Key.Key_Return)
    assert labels(editor)[1] == "Prénom de l’élève"
    tab_to("Page 1 sur 1")
    before = editor.editing.form.places[1].box
    press(Qt.Key.Key_Right, 5)
    press(Qt.Key.Key_Up, 2)
    shift(Qt.Key.Key_Right)
    shift(Qt.Key.Key_Up)
    x, y, wide, high = editor.editing.form.places[1].box
    moved = (x - before[0], y - before[1], wide - before[2], high - before[3])
    assert moved == pytest.approx((5, 3, 1, -1))
    # A box more, asked for by its kind; and one less.
    press(Qt.Key.Key_Insert)
    tab_to("Qu’y met-on ?")
    press(Qt.Key.Key_Down)
    assert expected(editor.editing.form, editor.editing.selected) == "long_text"
    tab_to("Cases, dans l’ordre du papier")
    press(Qt.Key.Key_Delete)
    assert len(editor.editing.form.places) == len(form.places)
    choose("Essayer avec des exemples")
    read(window, "relus sur la page")
    tab_to("Numéro du formulaire")
    write("10842*06")
    choose("Enregistrer ce modèle")
    read(window, "Modèle enregistré. Vous le trouverez")

    found = context.tools.catalogue.search("aide au transport", "form")[0]
    assert (found.title, context.tools.catalogue.is_own(found.id)) == (TITLE, True)
    assert context.tools.catalogue.form(found.id).edition == "10842*06"
    made: list[Made] = []
    answers = {"nom_de_naissance": "Tshibanda", "code_postal": "69100", "prenom": "Grâce"}
    said = Draft(found.id, answers)
    in_worker(context, lambda: made.append(make_on_blank(context.tools, said, TODAY, blank)))
    assert (made[0].proved, made[0].proof.total) == (True, 3)
    in_worker(context, lambda: file_paper(safe, context.tools, made[0], TODAY))
    kept: list[str] = []
    in_worker(context, lambda: kept.extend(one.title for one in safe.documents()))
    assert kept == [TITLE]

    window.go(to.Find(kind="formulaire"))
    until(lambda: any(one.words().startswith(TITLE) for one in offered(window)), "not in Trouver")
    choose(TITLE)
    until(lambda: isinstance(window.page(), Questions), "its questions never come")
    assert heading(window.page()) == "Page 1"


def test_everything_is_taken_back_by_keyboard(window: MainWindow, editor: EditorScreen) -> None:
    first = editor.editing.form
    tab_to("Cases, dans l’ordre du papier")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Insert)
    last = editor.editing.form
    for _ in range(3):
        ctrl(Qt.Key.Key_Z)
    assert editor.editing.form == first
    for _ in range(3):
        ctrl(Qt.Key.Key_Y)
    assert editor.editing.form == last


def test_a_walk_of_the_arrows_is_one_step(window: MainWindow, editor: EditorScreen) -> None:
    first = editor.editing.form
    tab_to("Page 1 sur 1")
    press(Qt.Key.Key_Right, 7)
    ctrl(Qt.Key.Key_Z)
    assert editor.editing.form == first


def test_the_buttons_do_as_the_keys(window: MainWindow, editor: EditorScreen) -> None:
    count = len(editor.editing.form.places)
    choose("Ajouter une case")
    assert len(editor.editing.form.places) == count + 1
    choose("Supprimer cette case")
    choose("Défaire")
    assert len(editor.editing.form.places) == count + 1
    choose("Refaire")
    assert len(editor.editing.form.places) == count
    left = millimetres(editor.editing.form, editor.editing.selected)[0]
    choose("+ Plus : Distance du bord gauche")
    assert millimetres(editor.editing.form, editor.editing.selected)[0] == pytest.approx(left + 0.5)


def test_a_length_is_typed_whole(window: MainWindow, editor: EditorScreen) -> None:
    top = millimetres(editor.editing.form, editor.editing.selected)[1]
    tab_to("Distance du bord gauche")
    ctrl(Qt.Key.Key_A)
    write("12,5")
    press(Qt.Key.Key_Tab)
    assert millimetres(editor.editing.form, editor.editing.selected)[:2] == (12.5, top), (
        "the other lengths stay"
    )
    ctrl(Qt.Key.Key_Z)
    assert not editor.editing.history.past, "one gesture"


def test_the_pointer_takes_moves_and_pulls_a_box(window: MainWindow, editor: EditorScreen) -> None:
    image = editor._pages._drawn_boxes
    until(lambda: not image.pixmap().isNull(), "the page is never drawn")
    second = editor.editing.form.places[1]
    center = image.place_of(second.box).center().toPoint()
    before = second.box
    QTest.mousePress(image, Qt.MouseButton.LeftButton, pos=center)
    QTest.mouseMove(image, center + QPoint(20, 10))
    QTest.mouseRelease(image, Qt.MouseButton.LeftButton, pos=center + QPoint(20, 10))
    assert editor.editing.selected == 1
    x, y, wide, high = editor.editing.form.places[1].box
    scale = image.width() / 595
    assert (x - before[0], before[1] - y) == pytest.approx((20 / scale, 10 / scale), abs=0.1)
    assert (wide, high) == pytest.approx(before[2:], abs=0.1)
    corner = image.place_of((x, y, wide, high)).bottomRight().toPoint()
    QTest.mousePress(image, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(image, corner + QPoint(15, 0))
    QTest.mouseRelease(image, Qt.MouseButton.LeftButton, pos=corner + QPoint(15, 0))
    assert editor.editing.form.places[1].box[2] == pytest.approx(wide + 15 / scale, abs=0.1)


def test_what_is_to_correct_is_said_with_its_box_in_hand(
    window: MainWindow, context: Context, editor: EditorScreen
) -> None:
    asked = " ".join(["mot"] * 16)
    editor.editing.select(2)
    editor.editing.change(lambda form, index: asking.ask_own(form, index, "text"))
    editor.editing.change(lambda form, index: asking.set_words(form, index, asked))
    editor.take(0)
    choose("Enregistrer ce modèle")
    read(window, "Code postal : ")
    read(window, "15")
    assert editor.editing.selected == 2
    assert context.tools.catalogue.search("aide au transport", "form") == [] or not any(
        context.tools.catalogue.is_own(one.id) for one in context.tools.catalogue.search()
    )


@pytest.mark.slow  # what is in a safe is asked below, each time
def test_leaving_loses_nothing_and_closing_asks(
    window: MainWindow, context: Context, editor: EditorScreen, chosen: Path
) -> None:
    tab_to("Ce que dit le papier")
    press(Qt.Key.Key_End)
    write(" de la personne")
    window.go(to.Help())
    window.back()
    again = window.page()
    assert isinstance(again, EditorScreen)
    assert labels(again)[0] == "Nom de naissance de la personne"
    window.close()
    assert window.isVisible()
    read(window, "Votre modèle n’est pas enregistré.")
    choose("Revenir à mon modèle")
    until(lambda: isinstance(window.page(), EditorScreen))
    window.go(to.Models())
    choose("Créer un modèle à partir d’un PDF")
    files.give(window, chosen)
    until(lambda: isinstance(window.page(), EditorScreen))
    assert labels(window.page())[0] == "Nom de naissance de la personne", "the same PDF: resumed"  # type: ignore[arg-type]
    chosen.write_bytes(paper(flat_sheet, flat_sheet, size=(595, 842)))
    window.go(to.Models())
    choose("Créer un modèle à partir d’un PDF")
    files.give(window, chosen)
    read(window, "n’est pas enregistré. Le reprendre ?")
    choose("L’abandonner, et lire ce PDF")
    until(lambda: isinstance(window.page(), EditorScreen), "the PDF is never read", READING)
    assert context.session.editing is not None
    assert len(context.session.editing.form.page_sizes) == 2
    choose("Page suivante")
    place = context.session.editing.form.places[context.session.editing.selected]
    assert place.page == 2, "the first box of the page turned to is in hand"


class TestInASafe:
    """A form that is not finished is kept there like answers, whatever happens."""

    def _rename(self) -> None:
        tab_to("Ce que dit le papier")
        press(Qt.Key.Key_End)
        write(" de l’élève")
        press(Qt.Key.Key_Return)

    def test_it_is_kept_a_moment_after_each_gesture(
        self, window: MainWindow, context: Context, safe: Safe, editor: EditorScreen
    ) -> None:
        self._rename()
        until(lambda: "gardé dans le coffre à" in window._bar.saved.text(), "it is never kept")
        found: list[str] = []
        in_worker(context, lambda: found.extend(one.title for one in unfinished(safe)))
        assert found == [TITLE]

    def test_locking_keeps_even_what_is_half_typed_and_the_first_screen_offers_it(
        self,
        window: MainWindow,
        context: Context,
        safe: Safe,
        safe_folder: Path,
        editor: EditorScreen,
    ) -> None:
        tab_to("Ce que dit le papier")
        press(Qt.Key.Key_End)
        write(" de l’élève")
        window.lock_now()
        read(window, "Votre coffre est fermé. Écrivez votre phrase pour le rouvrir.")
        assert context.session.editing is None
        reopen(context, safe_folder)
        window.go(to.Home())
        read_offer(window, f"Vous n’aviez pas fini votre modèle : {TITLE}")
        choose(f"Vous n’aviez pas fini votre modèle : {TITLE}")
        until(lambda: isinstance(window.page(), EditorScreen), "it is never taken up")
        again = window.page()
        assert isinstance(again, EditorScreen)
        assert labels(again)[0] == "Nom de naissance de l’élève"
        assert context.session.modelling(), "it is not saved as a model yet"

    def test_closing_asks_nothing_for_it_is_kept(
        self, window: MainWindow, context: Context, safe: Safe, editor: EditorScreen
    ) -> None:
        self._rename()
        window.close()
        until(lambda: not window.isVisible(), "the window never closes")
        assert context.session.safe is None

    @pytest.mark.slow
    def test_its_pdf_chosen_again_leads_back_to_it(
        self, window: MainWindow, context: Context, safe: Safe, editor: EditorScreen
    ) -> None:
        self._rename()
        window.go(to.Models())
        until(lambda: not context.jobs._waiting, "the worker never rests", READING)
        context.session.editing = None
        again = opened(window, chosen)
        read(window, "Vous n’aviez pas fini ce modèle.")
        assert labels(again)[0] == "Nom de naissance de l’élève"

    def test_once_saved_or_given_up_it_is_offered_no_more(
        self, window: MainWindow, context: Context, safe: Safe, editor: EditorScreen
    ) -> None:
        self._rename()
        until(lambda: "gardé dans le coffre à" in window._bar.saved.text(), "it is never kept")
        choose("Enregistrer ce modèle")
        read(window, "Modèle enregistré. Vous le trouverez")
        until(lambda: not context.jobs._waiting, "the worker never rests", READING)
        kept: list[object] = []
        in_worker(context, lambda: kept.extend(unfinished(safe)))
        assert not kept
        self._rename()
        window.go(to.Models())
        until(lambda: not context.jobs._waiting, "the worker never rests", READING)
        context.session.editing = None
        window.go(to.Models())
        read_offer(window, f"Reprendre le modèle « {TITLE} »")
        choose(f"L’abandonner : {TITLE}")
        read(window, f"Abandonner « {TITLE} » ? Cela s’annule tant que le coffre est ouvert.")
        choose("Oui, l’abandonner")
        until(lambda: not context.jobs._waiting, "the worker never rests", READING)
        in_worker(context, lambda: kept.extend(unfinished(safe)))
        assert not kept


def test_one_s_own_form_is_opened_again_from_its_pdf_and_replaced(
    window: MainWindow, context: Context, editor: EditorScreen, chosen: Path
) -> None:
    choose("Enregistrer ce modèle")
    read(window, "Modèle enregistré. Vous le trouverez")
    context.session.editing = None
    again = opened(window, chosen)
    assert not context.session.modelling(), "nothing to save yet"
    again.editing.set_title("Aide au transport, chez nous")
    again._changed()
    choose("Enregistrer ce modèle")
    read(window, "Modèle enregistré. Vous le trouverez")
    own = [i for i in context.tools.catalogue.search() if context.tools.catalogue.is_own(i.id)]
    assert [item.title for item in own] == ["Aide au transport, chez nous"]


def test_a_pdf_opened_to_be_filled_can_become_a_form_of_one_s_own(
    window: MainWindow, context: Context, blank: bytes
) -> None:
    tools = context.tools
    opened: list[OpenedPdf] = []
    in_worker(
        context,
        lambda: opened.append(open_pdf(tools.forms, tools.catalogue, blank, f"{TITLE}.pdf", "")),
    )
    window.go(to.Boxes(opened=opened[0]))
    found = window.page()
    assert isinstance(found, Boxes)
    out, renamed, *_ = (one.name for one in found._looked.boxes if "." not in one.name)
    found._show(found._looked.remove(out).rename(renamed, "Ce que dit mon papier"))
    choose("En faire un modèle à garder")
    until(lambda: isinstance(window.page(), EditorScreen), "the PDF is never read", READING)
    editing = context.session.editing
    assert isinstance(editing, Editing)
    assert editing.form.header.title == TITLE
    assert out not in [one.field for one in editing.form.places], "what was put right stays so"
    assert "Ce que dit mon papier" in [one.label for one in editing.form.questions]


def test_boxes_are_drawn_on_a_paper_where_none_was_found(
    window: MainWindow, context: Context, chosen: Path
) -> None:
    chosen.write_bytes(paper(lambda page: page.drawString(40, 700, "Nom :"), size=(595, 842)))
    window.go(to.OpenPdf())
    choose("Choisir le PDF")
    files.give(window, chosen)
    read(window, "Aucune case à remplir")
    choose("Placer moi-même ses cases")
    until(lambda: isinstance(window.page(), EditorScreen), "the PDF is never read", READING)
    read(window, "ajoutez-les vous-même")
    page = window.page()
    assert isinstance(page, EditorScreen)
    choose("Ajouter une case")
    tab_to("Ce que dit le papier")
    clear_line()
    write("Nom")
    press(Qt.Key.Key_Return)
    choose("Enregistrer ce modèle")
    read(window, "Modèle enregistré. Vous le trouverez")
    made = context.tools.catalogue.search(TITLE, "form")[0]
    assert [one.label for one in context.tools.catalogue.field_map(made.id).place] == ["Nom"]


def test_reading_can_be_stopped(window: MainWindow, context: Context, chosen: Path) -> None:
    window.go(to.Models())
    choose("Créer un modèle à partir d’un PDF")
    files.give(window, chosen)
    until(lambda: isinstance(window.page(), ReadingScreen))
    page = window.page()
    assert isinstance(page, ReadingScreen)
    page.progress.stop()
    assert isinstance(window.page(), Models)
    until(lambda: not context.jobs._waiting, "the worker never ends", READING)
    assert context.session.editing is None
    assert isinstance(window.page(), Models)


def test_a_file_that_is_no_form_is_refused_in_words(
    window: MainWindow, context: Context, chosen: Path
) -> None:
    chosen.write_bytes(b"%PDF-1.7 rien")
    window.go(to.Models())
    choose("Créer un modèle à partir d’un PDF")
    files.give(window, chosen)
    read(window, "Ce fichier ne peut pas être lu")
    assert context.session.editing is None


class PublicTools(TestTools):
    mode = "public"  # type: ignore[assignment]


def test_on_a_public_terminal_it_is_not_offered(
    make_window: Callable[[TestTools], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(PublicTools())
    window.go(to.Models())
    page = window.page()
    assert isinstance(page, Models)
    read(window, "rien n’est écrit")
    QCoreApplication.processEvents()
    monkeypatch.setattr(keyboard, "PATIENCE", 0.0)  # all that comes has come
    with pytest.raises(AssertionError):
        tab_to("Créer un modèle", most=30)
