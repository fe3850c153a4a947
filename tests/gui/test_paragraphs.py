"""Each paragraph of a letter: read with its reason, taken out, written in one's own words."""

import dataclasses
import re

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft
from desktop_app.core.documents.model import LetterDocument
from desktop_app.gui.context import Context
from desktop_app.gui.live_paper import LivePaper
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.widgets.flow import lay_out
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.letter import (  # fmt: skip
    PARAGRAPHS,
    ChangeWords,
    OurWords,
    OwnWords,
    PutBack,
    TakeOut,
    being_made,
)
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import choose, held, name, press, tab_to, until, write
from tests.gui.letters import card_of, printable, read_sentences, said, the_optional, told

OWN = "Mes mots à moi, avec é et œ."


@pytest.fixture
def kept(window: MainWindow, context: Context) -> Writing:
    """A letter answered to the end, on the screen where it is read again."""
    draft = context.tools.demo.letter
    interview = Interview(context.tools.catalogue.letter(draft.pack), draft, TODAY)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    context.session.writing = writing
    window.go(to.Letter(draft=draft, keep=writing.keep, writing=writing))
    made(window)
    read_sentences()
    return writing


def screen(window: MainWindow) -> DocumentScreen:
    page = window.page()
    assert isinstance(page, DocumentScreen)
    return page


def made(window: MainWindow) -> None:
    """Wait until the letter of now is proved, and may be printed."""
    until(lambda: isinstance(window.page(), DocumentScreen))
    until(lambda: printable(screen(window)), "the letter is never made")
    until(lambda: not window.context.jobs._waiting)


def first(window: MainWindow) -> QFrame:
    return card_of(screen(window), screen(window).paragraphs[0])


def rewrite(window: MainWindow, text: str) -> None:
    """Change the first paragraph by keyboard, to the point where it could be kept."""
    choose("Le modifier : paragraphe 1")
    edit = held()
    assert isinstance(edit, QPlainTextEdit)
    assert name(edit) == "Vos mots pour ce paragraphe"
    edit.selectAll()
    press(Qt.Key.Key_Delete)
    write(text)


def seen(window: MainWindow) -> None:
    """Wait until the page in view has followed the words being typed."""
    (live,) = screen(window).findChildren(LivePaper)
    until(lambda: live.at_rest and not window.context.jobs._waiting, "the page does not follow")


def printed(window: MainWindow) -> list[str]:
    """Return the paragraphs of the letter that would be printed now."""
    letter = screen(window).hand.made
    assert letter is not None
    assert isinstance(letter.prepared.document, LetterDocument)
    return [paragraph.text for paragraph in letter.prepared.document.paragraphs]


def keep_words(window: MainWindow, text: str = OWN) -> QFrame:
    rewrite(window, text)
    choose("Garder ces mots")
    made(window)
    return first(window)


def test_each_one_says_why_it_is_there(window: MainWindow, kept: Writing) -> None:
    for paragraph in screen(window).paragraphs:
        card = card_of(screen(window), paragraph)
        assert "Pourquoi : " in said(card)
        assert "Textes : " not in said(card)
        assert paragraph.text in said(card)


def test_only_what_is_optional_can_be_taken_out(window: MainWindow, kept: Writing) -> None:
    """The last ones are built in the turns that follow the first paint."""
    wanted = {one.id for one in screen(window).paragraphs if one.optional}

    def offered() -> set[str]:
        paragraphs, button = screen(window).paragraphs, screen(window).button_of
        return {one.id for one in paragraphs if button(TakeOut(one.id)) is not None}

    until(lambda: offered() == wanted, "each optional one can be taken out, and no other")


def test_what_was_taken_out_comes_back_in_ones_own_words(window: MainWindow, kept: Writing) -> None:
    paragraph = the_optional(screen(window))
    screen(window).write_instead(paragraph.id, OWN)
    screen(window).perform(TakeOut(paragraph.id))
    assert "Retiré de la lettre." in said(card_of(screen(window), paragraph))
    made(window)
    screen(window).perform(PutBack(paragraph.id))
    assert OWN in said(card_of(screen(window), paragraph))


def test_own_words_are_marked_and_the_page_shows_them(window: MainWindow, kept: Writing) -> None:
    card = keep_words(window)
    assert OWN in said(card)
    assert "Avec vos mots." in said(card)
    assert OWN in printed(window)


def test_facts_that_ones_own_words_leave_out_are_named(window: MainWindow, kept: Writing) -> None:
    ours = screen(window).paragraphs[0].text
    assert "3\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026" in ours
    card = keep_words(window)
    assert "Vos mots ne disent plus : 3 novembre 2026" in said(card)
    screen(window).write_instead(screen(window).paragraphs[0].id, f"{ours} Merci.")
    assert "ne disent plus" not in said(first(window))


def test_our_words_come_back_and_ones_own_after_them(window: MainWindow, kept: Writing) -> None:
    ours = screen(window).paragraphs[0].text
    keep_words(window)
    choose("Remettre nos mots")
    made(window)
    assert ours in said(first(window))
    assert "Avec vos mots." not in said(first(window))
    choose("Reprendre mes mots")
    made(window)
    assert OWN in said(first(window))


def test_changing_ones_mind_while_typing(window: MainWindow, kept: Writing) -> None:
    ours = screen(window).paragraphs[0].text
    rewrite(window, OWN)
    assert not printable(screen(window)), "what is printed is what was kept"
    choose("Laisser comme avant")
    made(window)
    assert ours in said(first(window))
    assert not kept.interview.draft.edited


def test_nothing_written_is_refused_and_said(window: MainWindow, kept: Writing) -> None:
    rewrite(window, "")
    choose("Garder ces mots")
    assert "Ce paragraphe est vide. Écrivez-le" in name(held())
    told = said(first(window))
    assert "Ce paragraphe est vide. Écrivez-le" in told
    (button,) = re.findall("« (.+?) »", told[told.index("Ce paragraphe est vide") :])
    choose(button)
    assert not kept.interview.draft.edited
    assert not first(window).findChildren(QPlainTextEdit), "it is the way out that is named"


def test_what_no_font_can_write_is_said_and_stays_to_be_corrected(
    window: MainWindow, kept: Writing
) -> None:
    rewrite(window, "Mes mots \U0001f600")
    choose("Garder ces mots")
    page = screen(window)
    until(lambda: page.state.property("role") == "error")
    assert not printable(page)
    assert "Mes mots \U0001f600" in said(first(window))
    keep_words(window)


@pytest.mark.parametrize("words", ["محمد يسكن في غرونوبل", "Mes mots \U0001f600"])
def test_the_paragraph_that_cannot_be_printed_is_named_and_one_is_led_there(
    window: MainWindow, kept: Writing, words: str
) -> None:
    """An alphabet that is set, and not read back; a sign that no font draws."""
    page = screen(window)
    third = page.paragraphs[2]
    page.write_instead(third.id, words)
    until(lambda: page.state.property("role") == "error", "nothing says why")
    assert not printable(page)
    assert "vos réponses" not in page.state.text(), "the answers are right"
    choose("Changer le paragraphe 3")
    assert name(held()) == "Vos mots pour ce paragraphe"
    assert card_of(page, third).isAncestorOf(held())
    page.write_instead(third.id, OWN)
    made(window)
    tab_to("Imprimer et envoyer")
    assert page.button_of(ChangeWords(third.id)) is not None
    assert "Changer le paragraphe" not in said(page)


@pytest.mark.parametrize("gesture", ["Garder ces mots", "Laisser comme avant"])
def test_the_focus_stays_at_the_paragraph(window: MainWindow, kept: Writing, gesture: str) -> None:
    rewrite(window, OWN)
    choose(gesture)
    assert first(window).isAncestorOf(held())
    made(window)
    assert first(window).isAncestorOf(held())


def test_the_page_follows_the_words_being_typed(window: MainWindow, kept: Writing) -> None:
    picture = screen(window)._preview._image
    before = picture.pixmap().cacheKey()
    rewrite(window, OWN)
    until(lambda: picture.pixmap().cacheKey() != before, "the page does not follow")
    assert first(window).isAncestorOf(held())


def test_words_seen_on_the_page_before_they_are_kept_may_be_printed(
    window: MainWindow, kept: Writing
) -> None:
    """The page already shows them: the letter is made all the same."""
    rewrite(window, OWN)
    seen(window)
    choose("Garder ces mots")
    made(window)
    assert OWN in printed(window)


def test_words_that_no_font_can_write_are_refused_again_once_kept(
    window: MainWindow, kept: Writing
) -> None:
    rewrite(window, "Mes mots \U0001f600")
    seen(window)
    choose("Garder ces mots")
    until(lambda: screen(window).state.property("role") == "error", "nothing says why")
    assert not printable(screen(window))


def test_words_taken_back_to_those_seen_may_be_printed(window: MainWindow, kept: Writing) -> None:
    """What was typed after them is gone before the page could follow."""
    rewrite(window, OWN)
    seen(window)
    write("x")
    press(Qt.Key.Key_Backspace)
    choose("Garder ces mots")
    made(window)
    assert OWN in printed(window)


def test_the_same_words_again_may_be_printed(window: MainWindow, kept: Writing) -> None:
    keep_words(window)
    first_one = screen(window).paragraphs[0].id
    for act in (OurWords(first_one), OwnWords(first_one), OurWords(first_one), OwnWords(first_one)):
        screen(window).perform(act)
    made(window)
    assert OWN in printed(window)


def test_words_half_typed_elsewhere_stay_when_another_paragraph_changes(
    window: MainWindow, kept: Writing
) -> None:
    rewrite(window, OWN)
    screen(window).perform(TakeOut(the_optional(screen(window)).id))
    until(lambda: not window.context.jobs._waiting)
    (field,) = first(window).findChildren(QPlainTextEdit)
    assert field.toPlainText() == OWN


def test_a_paragraph_that_is_opened_and_not_changed_is_ours_and_the_letter_printable(
    window: MainWindow, kept: Writing
) -> None:
    """A box has no spaces that do not break: the words in it are the same all the same."""
    assert "3\N{NO-BREAK SPACE}novembre" in screen(window).paragraphs[0].text
    choose("Le modifier : paragraphe 1")
    screen(window).perform(TakeOut(the_optional(screen(window)).id))
    made(window)
    choose("Garder ces mots")
    made(window)
    assert not kept.interview.draft.edited


def at_rest(window: MainWindow) -> str:
    """Wait until nothing more comes of itself; return what the page says of the letter."""
    until(lambda: screen(window).findChildren(LivePaper), "the letter is never read")
    (live,) = screen(window).findChildren(LivePaper)
    until(lambda: live.at_rest and not window.context.jobs._waiting)
    until(lambda: screen(window).state.text() != being_made(), "it says for ever that it is made")
    return screen(window).state.text()


@pytest.mark.parametrize("text", [OWN, ""])
def test_a_letter_is_not_printed_without_the_words_still_being_typed(
    window: MainWindow, kept: Writing, text: str
) -> None:
    rewrite(window, text)
    screen(window).perform(TakeOut(the_optional(screen(window)).id))
    told = at_rest(window)
    assert not printable(screen(window)), "the letter would leave without these words"
    assert told.startswith("Le paragraphe 1 ")
    assert "« Garder ces mots » ou « Laisser comme avant »" in told
    choose("Laisser comme avant")
    made(window)


def test_nor_while_it_was_being_made_when_one_began_to_type(
    window: MainWindow, kept: Writing
) -> None:
    screen(window).perform(TakeOut(the_optional(screen(window)).id))
    rewrite(window, OWN)
    assert at_rest(window).startswith("Le paragraphe 1 ")
    assert not printable(screen(window))
    choose("Garder ces mots")
    made(window)
    assert OWN in printed(window)


def test_a_wide_window_has_the_page_at_the_right(window: MainWindow, kept: Writing) -> None:
    page = screen(window)
    assert page._paper.isAncestorOf(page._preview)
    window.resize(1366, 768)
    QCoreApplication.processEvents()
    assert page.beside is not None
    assert page.beside.isAncestorOf(page._preview)
    assert page.beside.isVisible()
    window.resize(1024, 600)
    QCoreApplication.processEvents()
    assert page._paper.isAncestorOf(page._preview)


# ------------------------------------------------------------------ nothing is lost


def test_coming_back_from_printing_keeps_what_was_changed(
    window: MainWindow, kept: Writing
) -> None:
    keep_words(window)
    choose("Imprimer et envoyer")
    until(lambda: not isinstance(window.page(), DocumentScreen))
    window.back()
    made(window)
    assert OWN in said(first(window))


@pytest.mark.parametrize("text", [OWN, ""])
@pytest.mark.parametrize("way", ["help", "language", "answers"])
def test_what_is_half_typed_when_one_leaves_is_half_typed_when_one_comes_back(
    window: MainWindow, kept: Writing, french: None, way: str, text: str
) -> None:
    rewrite(window, text)
    told, ours = at_rest(window), screen(window).paragraphs[0].text
    if way == "language":
        i18n.use("en")
        window.speak()
        told = (
            "Paragraph 1 is not finished: “Keep these words” or “Leave it as before”, then print."
        )
    else:
        if way == "help":
            press(Qt.Key.Key_F1)
        else:
            window.go(to.Check(writing=kept))
        until(lambda: not isinstance(window.page(), DocumentScreen))
        window.back()
    until(lambda: isinstance(window.page(), DocumentScreen))
    still_written(window, told, text)
    choose("Leave it as before" if way == "language" else "Laisser comme avant")
    made(window)
    assert (screen(window).paragraphs[0].text, screen(window).paragraphs[0].edited) == (ours, False)
    until(lambda: not kept.interview.draft.writing)


def still_written(window: MainWindow, told: str, text: str) -> None:
    """Expect the first paragraph to be open with these words, and the letter not to be printed."""
    assert at_rest(window) == told
    assert not printable(screen(window))
    screen(window).live[PARAGRAPHS].finish()
    (field,) = first(window).findChildren(QPlainTextEdit)
    assert field.toPlainText() == text


@pytest.mark.parametrize("former", [OWN, ""], ids=["her own words", "ours"])
def test_words_half_typed_come_back_from_a_safe_with_the_way_to_the_former_ones(
    window: MainWindow, context: Context, safe: Safe, kept: Writing, former: str
) -> None:
    """As after a kill, or on another computer: nothing but the safe is left."""
    if former:
        keep_words(window)
    before = screen(window).paragraphs[0]
    rewrite(window, "D’autres mots")
    told, card = at_rest(window), said(first(window))
    until(lambda: kept.interview.draft.writing and not kept.unsaved and not context.jobs._waiting)
    found: list[saving.Resumed] = []
    in_worker(
        context,
        lambda: found.append(saving.resume(safe, context.tools.catalogue, kept.draft_id, TODAY)),
    )
    assert found[0].place.where == "paper"
    again = found[0].interview
    taken = Writing(
        again, runner=context.jobs, bar=window, holder=context.session, draft_id=kept.draft_id
    )
    context.session.writing = taken
    window.restart(to.Letter(draft=again.draft, keep=taken.keep, writing=taken))
    still_written(window, told, "D’autres mots")
    assert said(first(window)) == card
    choose("Laisser comme avant")
    made(window)
    now = screen(window).paragraphs[0]
    assert (now.text, now.edited) == (before.text, bool(former))
    until(lambda: not taken.unsaved and not context.jobs._waiting)
    rewrite(window, "Enfin finis.")
    choose("Garder ces mots")
    made(window)
    assert "Enfin finis." in printed(window)


def written(window: MainWindow, kept: Writing, paragraph: str) -> None:
    """Come to the letter while words of a paragraph are being written."""
    window.go(to.Check(writing=kept))
    kept.hold(dataclasses.replace(kept.interview.draft, writing={paragraph: OWN}))
    window.go(to.Letter(draft=kept.interview.draft, keep=kept.keep, writing=kept))


def test_a_paragraph_far_below_is_still_being_written_before_it_is_built(
    window: MainWindow, kept: Writing
) -> None:
    last = screen(window).paragraphs[-1]
    written(window, kept, last.id)
    assert at_rest(window).startswith(f"Le paragraphe {last.number} ")
    assert not printable(screen(window))
    screen(window).live[PARAGRAPHS].finish()
    (field,) = card_of(screen(window), last).findChildren(QPlainTextEdit)
    assert field.toPlainText() == OWN


def test_words_of_a_paragraph_that_the_answers_took_away_stop_no_letter_and_are_not_lost(
    window: MainWindow, kept: Writing
) -> None:
    gone = next(
        one.id
        for one in screen(window)._definition.paragraph  # type: ignore[union-attr]
        if one.id not in {shown.id for shown in screen(window).paragraphs}
    )
    written(window, kept, gone)
    made(window)
    read_sentences()
    keep_words(window)
    assert kept.interview.draft.writing == {gone: OWN}


def test_the_safe_has_each_change_at_once_and_the_words_being_typed_when_it_locks(
    window: MainWindow, context: Context, safe: Safe, kept: Writing
) -> None:
    removed = the_optional(screen(window)).id
    screen(window).perform(TakeOut(removed))
    until(lambda: not kept.unsaved)
    rewrite(window, OWN)
    saver = context.session.saver
    assert saver is not None
    work = saver()
    assert work is not None
    in_worker(context, work)
    found: list[saving.Resumed] = []
    in_worker(
        context,
        lambda: found.append(saving.resume(safe, context.tools.catalogue, kept.draft_id, TODAY)),
    )
    again = found[0].interview.draft
    assert again.removed == {removed}
    assert list(again.writing.values()) == [OWN]
    assert not again.edited
    tab_to("Garder ces mots")


def test_words_given_up_after_a_lock_that_failed_are_given_up(
    window: MainWindow, context: Context, kept: Writing
) -> None:
    """The page stays: what was held in case it closed must not be in the letter for that."""
    rewrite(window, OWN)
    saver = context.session.saver
    assert saver is not None
    saver()
    assert list(kept.interview.draft.writing.values()) == [OWN]
    choose("Laisser comme avant")
    made(window)
    until(lambda: not kept.interview.draft.writing, "words given up are still held")
    assert not screen(window).paragraphs[0].edited


@pytest.mark.parametrize("wide", [False, True], ids=["under the words", "beside them"])
def test_the_page_of_a_changed_letter_has_its_shape_before_its_picture_is_drawn(
    window: MainWindow, kept: Writing, wide: bool
) -> None:
    """What is missing and what was read back take their room at once: nothing moves after it."""
    window.resize(1600 if wide else 1024, 600)
    made(window)
    page = screen(window)
    first_one = page.paragraphs[0]
    page.write_instead(first_one.id, f"{first_one.text} (1)")
    made(window)  # what a first change opens is there
    before, drawn = shape(page), page._preview._image.pixmap().cacheKey()
    seen: list[object] = []

    def watch() -> bool:
        if not seen and page._preview._image.pixmap().cacheKey() != drawn:
            seen.append(shape(page))
        return printable(page) and bool(seen)

    page.write_instead(first_one.id, f"{first_one.text} (2)")
    QCoreApplication.processEvents()  # what is new is shown
    assert shape(page) == before, "it moves while it is made"
    assert "pas encore relue" in told(page)
    until(watch, "the letter is never made")
    until(lambda: not window.context.jobs._waiting)
    assert "relues" in told(page)
    assert seen == [shape(page)] == [before], "it moved once its picture was there"


@pytest.mark.parametrize("empty", [False, True], ids=["whole", "empty, of one page"])
def test_the_page_of_a_letter_that_opens_has_its_shape_before_its_picture_is_drawn(
    window: MainWindow, empty: bool
) -> None:
    window.resize(1024, 600)
    draft = window.context.tools.demo.letter
    window.go(to.Letter(Draft(draft.pack) if empty else draft))
    page, seen = screen(window), list[object]()
    picture, place = page._preview._image, page._preview._place

    def watch() -> bool:
        if not seen and picture.pixmap().cacheKey():
            assert picture.width() == place.room(), "it is drawn for a place that was not laid out"
            seen.append(shape(page))
        return printable(page) and bool(seen)

    until(watch, "the letter is never made")
    until(lambda: not window.context.jobs._waiting)
    assert seen == [shape(page)], "it moved once its picture was there"


def shape(page: DocumentScreen) -> list[tuple[int, ...]]:
    """Return where everything stands on the page, once it is laid out, whenever it was made."""
    lay_out()
    content = page.widget()
    assert content is not None
    places = [
        QRect(one.mapTo(content, QPoint(0, 0)), one.size())
        for one in content.findChildren(QWidget)
        if one.isVisible() and not page._preview._place.isAncestorOf(one)
    ]
    return sorted(place.getRect() for place in places)  # type: ignore[type-var]
