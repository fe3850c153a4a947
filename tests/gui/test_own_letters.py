"""A letter of one's own, made by keyboard from one of ours, saved, then found among the letters."""

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from desktop_app import i18n
from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.ma_version.view import OwnLetterScreen
from desktop_app.gui.screens.modeles.view import Models
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.small_picture import SmallPicture
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import answers
from desktop_app.pages.models import LIST
from desktop_app.pages.own_letter import row
from desktop_app.workflow.guidance.search import find
from desktop_app.workflow.packs.editing_letter import LetterEditing
from desktop_app.workflow.packs.own_letters import heads
from tests.gui.keyboard import choose, held, name, press, strike, tab_to, until, write
from tests.helpers.pictures import logo_file, saved, vast_file

OURS = "cada"


@pytest.fixture
def few(context: Context, tmp_path: Path) -> None:
    """One letter of ours alone: the list of all models takes seconds to be read."""
    shelf = Path("letters") / OURS
    for folder in (shelf, Path("common"), Path("law")):
        shutil.copytree(str(data_root("forms") / str(folder)), tmp_path / "ours" / folder)
    catalogue = FolderCatalogue(tmp_path / "ours", own=tmp_path / "own")
    vars(context.tools)["catalogue"] = catalogue


MAKE, CHANGE = "En faire ma version", "Modifier ma version"


def ctrl(key: Qt.Key) -> None:
    strike(key, Qt.KeyboardModifier.ControlModifier)


def opened(window: MainWindow, pack: str = OURS) -> OwnLetterScreen:
    window.go(to.LetterEditor(pack=pack))
    until(lambda: isinstance(window.page(), OwnLetterScreen), "the letter never opens")
    page = window.page()
    assert isinstance(page, OwnLetterScreen)
    return page


def read(window: MainWindow, words: str) -> None:
    def seen() -> bool:
        page = window.page()
        return page is not None and any(words in one.text() for one in page.findChildren(QLabel))

    until(seen, f"« {words} » is not on the page")


def ids(page: OwnLetterScreen) -> list[str]:
    return [one.id for one in page.hand.letter.paragraphs]


def rewrite(text: str) -> None:
    assert isinstance(held(), QPlainTextEdit), "the words of the paragraph are not in hand"
    ctrl(Qt.Key.Key_A)
    press(Qt.Key.Key_Delete)
    write(text)


def offers(window: MainWindow) -> list[str]:
    page = window.page()
    return [name(one) for one in page.findChildren(Button)] if page is not None else []


def test_a_letter_is_made_one_s_own_by_keyboard_and_found(
    window: MainWindow, context: Context
) -> None:
    page = opened(window)
    before = ids(page)
    tab_to("Titre de votre lettre")
    ctrl(Qt.Key.Key_A)
    write("Notre demande de documents")
    choose("Le modifier : paragraphe 1")
    rewrite("Notre association demande un document.")
    choose("Garder ces mots : paragraphe 1")
    choose("Ajouter un paragraphe après : paragraphe 1")
    rewrite("Voici pourquoi.")
    press(Qt.Key.Key_Return)
    write("Merci.")
    choose("Garder ces mots : paragraphe 2")
    choose("Le monter : paragraphe 2")
    assert ids(page) == ["ajout-1", *before]
    assert name(held()).endswith("paragraphe 1"), "the focus follows the paragraph"
    choose("Le retirer : paragraphe 3")
    choose("Défaire")
    assert ids(page) == ["ajout-1", *before]
    choose("Enregistrer ma version")
    read(window, "Votre version est enregistrée.")

    catalogue = context.tools.catalogue
    (found,) = (item for item in catalogue.search("", "letter") if item.own)
    letter = catalogue.letter(found.id)
    assert letter.paragraph[0].text == "Voici pourquoi.\n\nMerci."
    assert letter.paragraph[1].text == "Notre association demande un document."
    (offer, *_) = answers(find(catalogue, context.tools.law, "notre demande de documents"))
    assert offer.words == "Notre demande de documents, à vous (une lettre)"


def test_words_that_are_no_answer_are_told_where_they_stand_and_nothing_is_lost(
    window: MainWindow, context: Context
) -> None:
    page = opened(window, "caf-indu-rsa")
    wrong = "Le [Quelle est la dat de la lettre ?]."
    choose("Le modifier : paragraphe 2")
    rewrite(wrong)
    choose("Garder ces mots : paragraphe 2")
    read(window, "« [Quelle est la dat de la lettre ?] » n’est pas une réponse de cette lettre.")
    edit = held()
    assert isinstance(edit, QPlainTextEdit)
    assert edit.textCursor().selectedText() == "[Quelle est la dat de la lettre ?]"
    before = ids(page)
    for gesture in ("Le descendre : paragraphe 1", "Enregistrer ma version"):
        choose(gesture)
    assert (ids(page), page._cards[1].typed()) == (before, wrong), "nothing else is done first"
    assert not any(item.own for item in context.tools.catalogue.search())
    window.go(to.Help())
    assert context.session.modelling(), "closing would lose what is typed"
    window.back()
    again = opened(window, "caf-indu-rsa")
    assert again._cards[1].typed() == wrong
    choose("Laisser comme avant : paragraphe 2")
    assert not context.session.modelling()


def test_a_choice_that_lost_its_end_is_told_in_words(window: MainWindow) -> None:
    page = opened(window)
    choose("Le modifier : paragraphe 1")
    rewrite("Bonjour {% if nom %}vous.")
    choose("Garder ces mots : paragraphe 1")
    read(window, "Chaque [si …] va avec un [fin du si].")
    assert page._cards[0].typed()


def test_speaking_another_language_while_typing_keeps_the_answers(
    window: MainWindow, french: None
) -> None:
    page = opened(window, "caf-indu-rsa")
    choose("Le modifier : paragraphe 2")
    before = page.hand.letter.paragraphs[1].text
    page._cards[1]._field.edit.appendPlainText("Merci.")
    i18n.use("en")
    window.speak()
    until(lambda: isinstance(window.page(), OwnLetterScreen) and window.page() is not page)
    again = window.page()
    assert isinstance(again, OwnLetterScreen)
    text = again.hand.letter.paragraphs[1].text
    assert text.endswith("Merci.")
    assert text.count("{{") == before.count("{{")


def test_an_answer_is_added_from_the_list_where_one_types(window: MainWindow) -> None:
    page = opened(window, "caf-indu-rsa")
    choose("Le modifier : paragraphe 2")
    rewrite("On me réclame .")
    press(Qt.Key.Key_Left)
    page._cards[1]._answers.put("Combien d’argent vous réclame-t-on ?")
    choose("Mettre cette réponse ici")
    choose("Garder ces mots : paragraphe 2")
    assert page.hand.letter.paragraphs[1].text == "On me réclame {{ montant }}."


def test_an_added_paragraph_that_says_nothing_goes_when_it_is_given_up(
    window: MainWindow,
) -> None:
    page = opened(window)
    before = ids(page)
    choose("Ajouter un paragraphe après : paragraphe 2")
    assert len(ids(page)) == len(before) + 1
    choose("Laisser comme avant : paragraphe 3")
    assert ids(page) == before


def test_no_sign_of_a_template_is_seen(window: MainWindow) -> None:
    page = opened(window, "caf-indu-rsa")
    rows = [row(page.hand, index) for index in range(len(page.hand.letter.paragraphs))]
    assert "[Combien d’argent vous réclame-t-on ?]" in rows[0].text
    assert not any(
        "{" in words for row in rows for words in (row.text, row.source, *row.signs.told)
    )
    assert rows[0].sometimes.startswith("« ")
    choose("Le modifier : paragraphe 1")
    typed = page._cards[0].typed()
    assert typed is not None
    assert "[Combien d’argent vous réclame-t-on ? – en euros]" in typed
    choose("Garder ces mots : paragraphe 1")
    assert not page.hand.editing.unsaved, "words kept as they were change nothing"


def test_leaving_loses_nothing_and_closing_asks(window: MainWindow, context: Context) -> None:
    opened(window)
    assert not context.session.modelling(), "a copy as it came is nothing to lose"
    choose("Le modifier : paragraphe 1")
    rewrite("Mes mots.")
    window.go(to.Help())
    window.close()
    assert window.isVisible()
    read(window, "Votre modèle n’est pas enregistré.")
    choose("Revenir à mon modèle")
    until(lambda: isinstance(window.page(), OwnLetterScreen))
    editing = context.session.editing
    assert isinstance(editing, LetterEditing)
    assert editing.letter.paragraphs[0].text == "Mes mots."
    window.go(to.LetterEditor(pack="caf-indu-rsa"))
    read(window, "n’est pas enregistré. Le reprendre ?")
    choose("L’abandonner, et ouvrir cette lettre")
    until(lambda: isinstance(window.page(), OwnLetterScreen))
    assert context.session.editing is not editing


@pytest.mark.usefixtures("few")
def test_models_offer_it_and_a_saved_one_is_opened_again(
    window: MainWindow, context: Context
) -> None:
    opened(window)
    choose("Enregistrer ma version")
    read(window, "Votre version est enregistrée.")
    saved = context.session.editing
    assert isinstance(saved, LetterEditing)
    context.session.editing = None
    window.go(to.Models())
    until(lambda: any(one.startswith(CHANGE) for one in offers(window)), "never offered")
    assert any(one.startswith(MAKE) for one in offers(window))
    read(window, "À vous")
    page = opened(window, saved.name)
    assert page.hand.letter.paragraphs == saved.letter.paragraphs
    assert page.hand.editing.name == saved.name


@pytest.mark.usefixtures("few")
def test_on_a_public_computer_it_is_not_offered(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context.session, "public", True)
    window.go(to.Models())
    page = window.page()
    assert isinstance(page, Models)
    until(page.live[LIST].isVisible, "the models never come")
    assert not any(one.startswith((MAKE, CHANGE)) for one in offers(window))


class TestTheHeadOfOnesPaper:
    """Its words and its logo: written, corrected, undone, saved, taken by the next letter."""

    LINES = ("Association Les Tilleuls", "01 99 00 12 34")

    def written(self, *lines: str) -> None:
        choose("Écrire l’en-tête")
        for line in lines:
            write(line)
            press(Qt.Key.Key_Return)
        choose("Garder cet en-tête")

    @pytest.fixture
    def logo(self, tmp_path: Path) -> Path:
        (tmp_path / "logo.png").write_bytes(logo_file())
        return tmp_path / "logo.png"

    def test_it_is_written_by_keyboard_with_a_logo_saved_and_printed(
        self, window: MainWindow, context: Context, logo: Path
    ) -> None:
        page = opened(window)
        self.written(*self.LINES)
        page.head.put_logo(str(logo))
        until(lambda: page.hand.letter.logo is not None, "the logo never comes")
        until(lambda: page.findChildren(SmallPicture), "the logo is never seen")
        assert page.findChildren(SmallPicture)[0].accessibleName() == "Votre logo"
        choose("Enregistrer ma version")
        read(window, "Votre version est enregistrée.")
        catalogue = context.tools.catalogue
        (found,) = (item for item in catalogue.search("", "letter") if item.own)
        assert catalogue.letter(found.id).letterhead.lines == self.LINES
        assert catalogue.picture(found.id, "logo.png").width == 300

    def test_each_gesture_is_undone(self, window: MainWindow, logo: Path) -> None:
        page = opened(window)
        self.written("Association Les Tilleuls")
        page.head.put_logo(str(logo))
        until(lambda: page.hand.letter.logo is not None)
        choose("Retirer le logo")
        assert page.hand.letter.logo is None
        choose("Défaire")
        assert page.hand.letter.logo is not None
        choose("Défaire")
        choose("Défaire")
        assert page.hand.editing.head_lines == ()
        read(window, "Aucun en-tête.")

    def test_what_the_page_cannot_hold_is_told_at_once_the_words_still_there(
        self, window: MainWindow
    ) -> None:
        page = opened(window)
        self.written(*["Une ligne"] * 6)
        read(window, "Erreur : L’en-tête a trop de lignes (limite : 5).")
        edit = held()
        assert isinstance(edit, QPlainTextEdit)
        assert edit.toPlainText().split("\n") == ["Une ligne"] * 6
        choose("Enregistrer ma version")
        read(window, "L’en-tête a trop de lignes")
        assert not page.hand.editing.name

    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"GIF89a", "ne peut pas être lue"),
            (saved(Image.new("L", (1, 1))), "trop petite"),
            (vast_file(), "trop grande"),
            (saved(Image.new("RGBA", (60, 60), (0, 0, 0, 0))), "toute blanche"),
        ],
        ids=["GIF", "a pixel", "a bomb", "transparent"],
    )
    def test_a_picture_that_cannot_serve_is_told(
        self, window: MainWindow, tmp_path: Path, data: bytes, said: str
    ) -> None:
        page = opened(window)
        file = tmp_path / "logo.png"
        file.write_bytes(data)
        page.head.put_logo(str(file))
        read(window, said)
        assert page.hand.letter.logo is None

    def test_leaving_in_the_middle_loses_nothing(
        self, window: MainWindow, context: Context
    ) -> None:
        opened(window)
        choose("Écrire l’en-tête")
        write("Association Les Tilleuls")
        window.go(to.Help())
        editing = context.session.editing
        assert isinstance(editing, LetterEditing)
        assert editing.letter.definition.letterhead.lines == ("Association Les Tilleuls",)

    @pytest.mark.usefixtures("few")
    def test_the_next_letter_takes_it_by_one_gesture(
        self, window: MainWindow, context: Context
    ) -> None:
        opened(window)
        self.written(*self.LINES)
        choose("Enregistrer ma version")
        read(window, "Votre version est enregistrée.")
        context.session.editing = None
        page = opened(window)
        until(lambda: page.head._others, "the head of the other letter is never offered")
        choose("Reprendre l’en-tête de")
        assert page.hand.editing.head_lines == self.LINES

    @pytest.mark.usefixtures("few")
    def test_it_is_put_on_every_letter_of_one_s_own(
        self, window: MainWindow, context: Context
    ) -> None:
        opened(window)
        choose("Enregistrer ma version")
        read(window, "Votre version est enregistrée.")
        context.session.editing = None
        opened(window)
        self.written(*self.LINES)
        choose("Mettre cet en-tête sur toutes mes lettres")
        until(lambda: heads(context.tools.catalogue), "the other letter never gets it")
