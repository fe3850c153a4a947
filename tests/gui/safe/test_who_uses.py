"""Kept from the first answer: one page, one question, three ways; and what follows from each."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from PIL import Image
from PySide6.QtCore import Qt

from desktop_app.core.answers.draft import Draft
from desktop_app.core.errors import AppError
from desktop_app.files import DiskFull, ReadOnly
from desktop_app.gui import plugged
from desktop_app.gui.screens.lettre_recue.view import ReceivedScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.session import ReceivedPaper, Session
from desktop_app.gui.starting import start as start_letter
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen
from desktop_app.workflow.interview import saving
from desktop_app.workflow.matter.received import Paper
from desktop_app.workflow.store import Safe
from tests.gui.safe.conftest import (
    PHRASE,
    TODAY,
    DrivenTools,
    Driver,
    FixedClock,
    Start,
    safes_under,
)
from tests.gui.safe.test_coffre import make_drawn
from tests.helpers.pictures import saved
from tests.safe.test_system_keyring import BROKEN, Forgetful, InMemory

PACK = "caf-indu-rsa"
ASKED = "Qui se sert de cet ordinateur ?"
HERE = "Gardé pour cet ordinateur seulement"
CANARY = "Zkanarique"
FAILING = [
    pytest.param(one, id=one.__name__ + one.__module__[-4:], marks=[pytest.mark.slow] * (place > 0))
    for place, one in enumerate((*BROKEN, Forgetful))
]
"""One in the fast suite: ``tests/safe`` asks the same of each."""


@pytest.fixture
def memory() -> Iterator[InMemory]:
    former, backend = keyring.get_keyring(), InMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(former)


def begin(driver: Driver, pack: str = PACK) -> None:
    start_letter(driver.window.context, driver.page, pack, warned=True)
    driver.settle()


def answer_until_asked(driver: Driver, typed: str = "3/11/2026") -> str:
    """Answer page after page; return the page of what was written."""
    for _ in range(12):
        if driver.page.heading.text() == ASKED:
            break
        page = driver.page
        if isinstance(page, Questions):
            last = page.heading.text()
            for name in [*page.asks]:
                answer_one(page, name, typed)
        driver.press("Continuer")
        driver.settle()
    assert driver.page.heading.text() == ASKED
    return last


def answer_one(page: Questions, name: str, typed: str) -> None:
    answer = page.answer_of(name)
    question = answer.question
    if question.kind == "yes_no":
        answer.put("non")
    elif question.choices:
        answer.put(question.choices[0].id)
    else:
        answer.put(typed if question.kind == "date" else CANARY)


def kept(driver: Driver) -> Draft:
    """Return the one draft that the safe holds."""
    found: list[Draft] = []
    safe, catalogue = driver.safe, driver.tools.catalogue

    def read() -> None:
        (draft,) = safe.drafts.unfinished()
        found.append(saving.resume(safe, catalogue, draft.id, TODAY).interview.draft)

    driver.work(read)
    return found[0]


def everything_under(place: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file())


# ---------------------------------------------------------------- when it is asked


def test_choices_alone_ask_nothing_and_the_first_written_answer_does(driver: Driver) -> None:
    begin(driver)
    before = []
    for _ in range(2):
        question = driver.page.question
        if question.kind not in ("choice", "yes_no", "choices"):
            break
        before.append(question.id)
        driver.key(Qt.Key.Key_Return)
        driver.key(Qt.Key.Key_Space)
        driver.press("Continuer")
        assert driver.page.heading.text() != ASKED
    assert before
    answer_until_asked(driver)


def test_going_back_returns_to_the_answer_and_it_is_asked_again(driver: Driver) -> None:
    begin(driver)
    asked = answer_until_asked(driver)
    driver.press("Retour")
    assert driver.page.heading.text() == asked
    assert driver.page.answer.answer()
    driver.press("Continuer")
    assert driver.page.heading.text() == ASKED


@pytest.mark.parametrize("mode", ["public", "association"])
def test_a_public_terminal_and_an_association_are_not_asked(mode: str, start: Start) -> None:
    tools = DrivenTools()
    tools.__dict__["mode"] = mode
    driver = start(tools)
    begin(driver)
    with pytest.raises(AssertionError):
        answer_until_asked(driver)
    assert driver.page.heading.text() != ASKED


def test_an_open_safe_is_not_asked(in_safe: Driver) -> None:
    begin(in_safe)
    with pytest.raises(AssertionError):
        answer_until_asked(in_safe)


def test_all_questions_on_one_page_are_asked_before(driver: Driver, memory: InMemory) -> None:
    begin(driver)
    driver.press("Toutes les questions")
    assert driver.page.heading.text() == ASKED
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    assert driver.page.heading.text() == "Toutes les questions"


# ---------------------------------------------------------------- me alone


def keep_here(driver: Driver) -> str:
    """Answer until it is asked, then be the only one; return the question that comes."""
    begin(driver)
    answer_until_asked(driver)
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    return driver.page.heading.text()


def test_me_alone_all_is_kept_at_once(driver: Driver, memory: InMemory, home: Path) -> None:
    begin(driver)
    asked = answer_until_asked(driver)
    given = driver.window.context.session.writing.interview.draft
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    assert driver.page.heading.text() not in (asked, ASKED), "she goes on"
    assert kept(driver).answers == given.answers
    assert len(given.answers) >= 2
    assert driver.bar().startswith(HERE)
    assert driver.safe.access.only_here
    assert len(memory.kept) == 1
    assert len(safes_under(home)) == 1


def test_the_next_start_opens_it_and_offers_a_second_key_first(
    driver: Driver, start: Start, memory: InMemory
) -> None:
    keep_here(driver)
    driver = start()
    driver.wait_open()
    driver.wait_aside()
    assert driver.page.heading.text() == "Gardez de quoi rouvrir vos papiers"
    driver.press("Plus tard")
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"
    assert "Reprendre" in driver.words() or driver.to("Reprendre votre lettre")
    driver = start()
    driver.wait_open()
    driver.wait_aside()
    assert driver.page.heading.text() == "Que vous arrive-t-il ?", "it is offered once"
    assert driver.bar().startswith(HERE)


def test_each_closing_says_what_would_be_lost(driver: Driver, memory: InMemory) -> None:
    keep_here(driver)
    for _ in range(2):
        driver.window.close()
        driver.settle()
        assert driver.window.isVisible()
        assert "Si vous le perdez, ils sont perdus." in driver.words()
        driver.press("Retour")
    driver.window.close()
    driver.press("Fermer quand même")
    driver.settle()
    assert not driver.window.isVisible()


def test_twelve_words_end_it_and_move_nothing(
    driver: Driver, start: Start, memory: InMemory
) -> None:
    from tests.gui.safe.test_coffre import read_back

    keep_here(driver)
    before = kept(driver)
    driver.go(to.SecondKey())
    driver.press("Recopier douze mots")
    words = read_back(driver)
    assert HERE not in driver.bar()
    assert kept(driver) == before
    driver.window.close()
    driver.settle()
    assert not driver.window.isVisible(), "nothing more is said"
    keyring.set_keyring(fail.Keyring())
    driver = start()
    driver.wait_aside()
    driver.type("Votre phrase secrète", " ".join(words))
    driver.enter()
    assert kept(driver) == before


def test_a_phrase_comes_after_the_words_too(driver: Driver, memory: InMemory) -> None:
    from tests.gui.safe.test_coffre import read_back

    keep_here(driver)
    driver.go(to.SafeHome())
    driver.press("Recopier douze mots")
    read_back(driver)
    driver.go(to.SafeHome())
    assert "Demander la phrase" not in driver.words(), "there is none to ask"
    driver.press("Choisir une phrase")
    make_drawn(driver)
    kinds = [slot.kind for slot in driver.safe.access.all()]
    assert sorted(kinds) == ["keyring", "passphrase", "recovery-words"]


def test_a_phrase_ends_it_too(driver: Driver, start: Start, memory: InMemory) -> None:
    keep_here(driver)
    before = kept(driver)
    driver.go(to.SecondKey())
    driver.press("Choisir une phrase")
    phrase = make_drawn(driver)
    assert HERE not in driver.bar()
    keyring.set_keyring(fail.Keyring())
    driver = start()
    driver.wait_aside()
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    assert kept(driver) == before


@pytest.mark.parametrize("backend", FAILING)
def test_a_keyring_that_fails_is_said_there_and_the_phrase_proposed(
    backend: type[KeyringBackend], driver: Driver, memory: InMemory, home: Path
) -> None:
    keyring.set_keyring(backend())
    begin(driver)
    answer_until_asked(driver)
    given = driver.window.context.session.writing.interview.draft
    driver.press("Moi seulement")
    driver.wait_for("Le trousseau de cet ordinateur ne répond pas")
    assert driver.page.heading.text() == ASKED
    assert safes_under(home) == []
    driver.press("Choisir une phrase")
    make_drawn(driver)
    assert kept(driver).answers == given.answers


@pytest.mark.parametrize("backend", FAILING[:-1])
def test_a_keyring_lost_since_is_said_and_what_can_be_done(
    backend: type[KeyringBackend], driver: Driver, start: Start, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    good, (place,) = keyring.get_keyring(), safes_under(home)
    driver.end()
    keyring.set_keyring(backend())
    driver = start()
    driver.wait_for("Son trousseau ne répond pas")
    driver.wait_aside()
    assert "Rien n’est effacé" in driver.words()
    assert place.exists()
    keyring.set_keyring(good)
    driver.press("Ouvrir mes papiers")
    driver.wait_open()


def test_a_lock_is_opened_again_by_one_gesture(driver: Driver, memory: InMemory) -> None:
    keep_here(driver)
    driver.window.lock_now()
    driver.settle()
    assert not driver.is_open
    assert "rien n’est perdu" in driver.words()
    driver.press("Ouvrir mes papiers")
    driver.wait_open()


# ---------------------------------------------------------------- others too


def test_others_too_a_drawn_phrase_is_asked_back(
    driver: Driver, start: Start, memory: InMemory, home: Path
) -> None:
    begin(driver)
    asked = answer_until_asked(driver)
    given = driver.window.context.session.writing.interview.draft
    driver.press("D’autres aussi")
    assert safes_under(home) == [], "nothing relies on it yet"
    phrase = make_drawn(driver)
    assert driver.page.heading.text() not in (asked, ASKED)
    assert kept(driver).answers == given.answers
    assert memory.kept == {}
    assert HERE not in driver.bar()
    driver = start()
    assert driver.page.heading.text() == "Écrivez votre phrase"
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    assert kept(driver).answers == given.answers


def test_others_too_ones_own_phrase_is_two_gestures(driver: Driver, memory: InMemory) -> None:
    begin(driver)
    answer_until_asked(driver)
    driver.press("D’autres aussi")
    driver.press("Choisir ma propre phrase")
    driver.type("Votre phrase secrète", PHRASE)
    driver.type("La même phrase", PHRASE)
    driver.press("Continuer")
    assert driver.is_open
    assert kept(driver).answers


# ---------------------------------------------------------------- not mine


def test_not_mine_writes_nothing(driver: Driver, home: Path, memory: InMemory) -> None:
    begin(driver)
    asked = answer_until_asked(driver)
    driver.press("Ce n’est pas le mien")
    driver.press("Ne rien garder")
    assert driver.page.heading.text() not in (asked, ASKED)
    assert driver.bar() == "Rien n’est gardé sur cet ordinateur"
    for _ in range(3):
        driver.page.answer.put(CANARY)
        driver.press("Continuer")
        assert driver.page.heading.text() != ASKED, "it is asked once"
    driver.end()
    assert safes_under(home) == []
    assert memory.kept == {}
    assert CANARY.encode() not in everything_under(home)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "CLE"
    place.mkdir()
    monkeypatch.setattr(plugged, "keys_now", lambda: [place])
    return place


def test_a_stick_keeps_all_and_the_computer_nothing(
    driver: Driver, home: Path, stick: Path, memory: InMemory, start: Start
) -> None:
    begin(driver)
    answer_until_asked(driver)
    given = driver.window.context.session.writing.interview.draft
    driver.press("Ce n’est pas le mien")
    driver.press("Garder sur ma clé USB")
    assert "CLE" in driver.words()
    phrase = make_drawn(driver)
    assert kept(driver).answers == given.answers
    identity = driver.safe.id
    driver.end()
    (place,) = stick.glob("*.coffre")
    left = everything_under(home)
    assert not any(part in left for part in (identity.encode(), place.name.encode()))
    driver = start()
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    assert kept(driver).answers == given.answers


def test_a_stick_pulled_out_before_it_is_written_leaves_nothing_here(
    driver: Driver, home: Path, stick: Path, memory: InMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder where it was may stay, on the computer's own disk."""
    begin(driver)
    answer_until_asked(driver)
    driver.press("Ce n’est pas le mien")
    driver.press("Garder sur ma clé USB")
    asked = [0]

    def pulled_while_it_is_made() -> list[Path]:
        asked[0] += 1
        return [stick] if asked[0] == 1 else []

    monkeypatch.setattr(plugged, "keys_now", list)
    make_drawn(driver)
    assert "ne répond plus" in driver.words()
    assert [*stick.iterdir()] == []
    monkeypatch.setattr(plugged, "keys_now", pulled_while_it_is_made)
    driver.press("Garder derrière cette phrase")
    driver.settle()
    assert "ne répond plus" in driver.words()
    assert [*stick.iterdir()] == []
    assert safes_under(home) == []
    monkeypatch.setattr(plugged, "keys_now", lambda: [stick])
    driver.press("Garder derrière cette phrase")
    driver.settle()
    assert kept(driver).answers, "put back, nothing is lost"


def test_without_a_stick_it_is_said(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugged, "keys_now", list)
    begin(driver)
    answer_until_asked(driver)
    driver.press("Ce n’est pas le mien")
    driver.press("Garder sur ma clé USB")
    assert "Branchez votre clé USB" in driver.words()
    driver.press("Retour")
    assert driver.page.heading.text() == ASKED


# ---------------------------------------------------------------- a danger


def test_a_danger_is_said_and_only_the_stick_or_nothing_proposed(driver: Driver) -> None:
    begin(driver, "lettre-libre")
    for _ in range(12):
        page = driver.page
        if page.heading.text() == "Où garder vos réponses ?":
            break
        if page.question.kind in ("choice", "yes_no", "choices"):
            driver.key(Qt.Key.Key_Return)
            driver.key(Qt.Key.Key_Space)
        else:
            page.answer.put("je porte plainte contre mon mari")
        driver.press("Continuer")
    assert driver.page.heading.text() == "Où garder vos réponses ?"
    assert "vous pouvez être en danger" in driver.words()
    said = [one.accessibleName() for _does, one in driver.page._pressed]
    assert said == ["Garder sur ma clé USB", "Ne rien garder", "Retour"]


# ---------------------------------------------------------------- changed, forwards and back


def test_from_this_computer_to_a_phrase_and_back(driver: Driver, memory: InMemory) -> None:
    keep_here(driver)
    driver.go(to.SafeHome())
    driver.press("D’autres s’en servent")
    phrase = make_drawn(driver)
    driver.wait_aside()
    assert memory.kept == {}
    assert [slot.kind for slot in driver.safe.access.all()] == ["passphrase"]
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    driver.go(to.SafeHome())
    driver.wait_aside()
    driver.press("Ouvrir sans phrase")
    driver.wait_for("s’ouvrira sans phrase")
    assert len(memory.kept) == 1


def test_to_not_kept_all_is_erased_once_it_was_said(
    driver: Driver, memory: InMemory, home: Path, start: Start
) -> None:
    keep_here(driver)
    driver.go(to.SafeHome())
    driver.press("Voir ce qui sera effacé")
    assert "1 papier commencé" in driver.words()
    assert len(safes_under(home)) == 1
    driver.press("Tout effacer, ne plus rien garder")
    driver.wait_aside()
    assert not driver.is_open
    assert safes_under(home) == []
    assert memory.kept == {}
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"
    driver = start()
    assert driver.page.heading.text() == "Que vous arrive-t-il ?"


def test_from_not_kept_to_kept(driver: Driver, memory: InMemory) -> None:
    begin(driver)
    answer_until_asked(driver)
    driver.press("Ce n’est pas le mien")
    driver.press("Ne rien garder")
    given = driver.window.context.session.writing.interview.draft
    driver.go(to.SafeHome())
    assert driver.page.heading.text() == ASKED
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    assert kept(driver).answers == given.answers


# ---------------------------------------------------------------- backups without a phrase


@pytest.mark.parametrize("cut", ["safe.db", pytest.param("keys*", marks=pytest.mark.slow)])
def test_damaged_its_own_backup_brings_it_back_without_a_phrase(
    cut: str, driver: Driver, start: Start, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    before = kept(driver)
    driver = start()
    driver.wait_open()
    driver.wait_aside()  # the backup of the day is made as it opens
    driver.end()
    (place,) = safes_under(home)
    for path in place.glob(cut):
        path.write_bytes(path.read_bytes()[:100])
    driver = start()
    driver.wait_for("abîmé")
    driver.wait_aside()
    driver.press("Restaurer la sauvegarde du 25 novembre 2026")
    assert "Elle n’a pas de phrase" in driver.words()
    driver.press("Restaurer à côté")
    driver.wait_for("restaurée et vérifiée")
    driver.press("Ouvrir mes papiers")
    driver.wait_open()
    driver.wait_aside()
    assert kept(driver) == before


def test_a_backup_without_a_phrase_is_made_once_it_was_said_where_it_opens(
    driver: Driver, start: Start, memory: InMemory, tmp_path: Path
) -> None:
    keep_here(driver)
    before, out = kept(driver), tmp_path / "sauvegarde.zip"
    driver.go(to.SafeHome())
    assert "elle ne se restaure que sur ce compte" in driver.words()
    driver.to("Sauvegarder quand même")
    driver.page.back_up_to(out)
    driver.settle()
    driver.window.lock_now()
    driver.settle()
    driver.press("Restaurer une sauvegarde")
    driver.page.put_file(str(out))
    driver.settle()
    driver.press("Restaurer à côté")
    driver.wait_for("restaurée et vérifiée")
    driver.press("Ouvrir mes papiers")
    driver.wait_open()
    driver.wait_aside()
    assert kept(driver) == before
    driver.end()
    memory.kept.clear()  # another account
    driver = start()
    driver.wait_aside()
    driver.press("Restaurer une sauvegarde")
    driver.page.put_file(str(out))
    driver.settle()
    driver.press("Restaurer à côté")
    driver.wait_for("seul le compte d’ordinateur qui l’a faite")


# ---------------------------------------------------------------- before a first paper is filed

OFFERED = "Gardez de quoi rouvrir vos papiers"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "lettre.png"
    path.write_bytes(saved(Image.new("L", (300, 400), 255)))
    return path


def in_a_dossier(driver: Driver) -> str:
    made: list[str] = []
    driver.work(lambda: made.append(driver.safe.dossiers.add("Dette", on=TODAY)))
    driver.go(to.Dossier(made[0]))
    return made[0]


def papers(driver: Driver) -> int:
    found: list[int] = []
    driver.work(lambda: found.append(len(driver.safe.documents())))
    return found[0]


def test_a_paper_dropped_on_a_dossier_is_filed_after_the_offer(
    driver: Driver, memory: InMemory, photo: Path
) -> None:
    keep_here(driver)
    in_a_dossier(driver)
    for said_later in (True, False):
        driver.page.given(Chosen(driver.page.asked_files()[0].ask, str(photo)))
        driver.settle()
        if said_later:
            assert driver.page.heading.text() == OFFERED
            assert papers(driver) == 0
            driver.press("Plus tard")
        assert driver.page.heading.text() == "Dette"
    assert papers(driver) == 2, "each once, and it is offered once"


def test_a_proof_dropped_on_what_is_noted_is_there_after_the_offer(
    driver: Driver, memory: InMemory, photo: Path
) -> None:
    keep_here(driver)
    dossier = in_a_dossier(driver)
    driver.go(to.RecordEvent(dossier=dossier, kind="posted"))
    driver.page.given(Chosen(driver.page.asked_files()[0].ask, str(photo)))
    driver.settle()
    assert driver.page.heading.text() == OFFERED
    driver.press("Plus tard")
    assert driver.page.proof == photo


def test_a_letter_received_is_looked_at_after_the_offer(
    driver: Driver, memory: InMemory, photo: Path
) -> None:
    keep_here(driver)
    driver.go(to.Received(photo.name, photo.read_bytes()))
    assert driver.page.heading.text() == OFFERED
    assert papers(driver) == 0
    driver.press("Plus tard")
    assert isinstance(driver.page, ReceivedScreen)
    assert driver.page._data == photo.read_bytes()


def test_kept_with_the_answer_it_is_offered_as_the_safe_is_made(
    driver: Driver, memory: InMemory, photo: Path
) -> None:
    paper = ReceivedPaper(Paper(photo.read_bytes(), photo.name, ""), {}, PACK)
    driver.window.context.session.received = paper
    begin(driver)
    answer_until_asked(driver)
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    assert papers(driver) == 1, "nothing waits to be kept"
    assert driver.page.heading.text() == OFFERED
    driver.press("Plus tard")
    assert isinstance(driver.page, Questions)


def test_once_printed_it_is_offered_again_and_then_no_more(
    driver: Driver, memory: InMemory
) -> None:
    keep_here(driver)
    access, told = driver.safe.access, []

    def ask() -> None:
        access.offer_second_key()
        told.append((access.second_key_offered(), access.second_key_offered(printed=True)))
        access.offer_second_key(printed=True)
        access.offer_second_key()
        told.append((access.second_key_offered(), access.second_key_offered(printed=True)))

    driver.work(ask)
    assert told == [(True, False), (True, True)]


# ---------------------------------------------------------------- a danger, once it is kept

DANGER = "Où garder vos réponses ?"


def say_it_is_a_danger(driver: Driver) -> Draft:
    """Write what is a danger where one may write freely, and go on; return what was said."""
    writing = driver.window.context.session.writing
    assert writing is not None
    writing.question = "faits"
    driver.go(to.Questions(writing))
    driver.page.answer_of("faits").put("je porte plainte contre mon mari")
    driver.press("Continuer")
    driver.until(lambda: driver.page.heading.text() == DANGER)
    driver.settle()
    return writing.interview.draft


def test_a_danger_once_it_is_kept_is_told_and_what_is_kept_can_be_erased(
    driver: Driver, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    said = say_it_is_a_danger(driver)
    assert "vous pouvez être en danger" in driver.words()
    assert "Déjà gardé sur cet ordinateur : 1 brouillon." in driver.words()
    driver.press("Ne rien garder")
    driver.wait_aside()
    assert not driver.is_open
    assert safes_under(home) == []
    assert memory.kept == {}
    assert driver.bar() == "Effacé de cet ordinateur. Rien n’est gardé."
    writing = driver.window.context.session.writing
    assert writing.interview.draft == said, "nothing is lost"
    assert isinstance(driver.page, Questions)
    driver.end()
    assert CANARY.encode() not in everything_under(home)


def test_a_danger_goes_to_a_stick_with_the_letter_received_and_leaves_nothing(
    driver: Driver, memory: InMemory, home: Path, stick: Path, photo: Path
) -> None:
    paper = ReceivedPaper(Paper(photo.read_bytes(), photo.name, ""), {}, PACK)
    driver.window.context.session.received = paper
    keep_here(driver)
    driver.press("Plus tard")
    said = say_it_is_a_danger(driver)
    assert "1 brouillon et 1 document." in driver.words()
    driver.press("Garder sur ma clé USB")
    make_drawn(driver)
    driver.wait_for("C’est gardé sur votre clé USB, et effacé de cet ordinateur.")
    driver.wait_aside()
    assert kept(driver) == said
    (document,) = driver.safe.documents()
    assert driver.safe.content(document.id) == photo.read_bytes()
    assert document.dossier_id
    assert safes_under(home) == []
    assert memory.kept == {}
    assert len(list(stick.glob("*.coffre"))) == 1


def test_a_stick_that_fails_erases_nothing(
    driver: Driver, memory: InMemory, home: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_here(driver)
    said = say_it_is_a_danger(driver)
    driver.press("Garder sur ma clé USB")
    opened = Session.open

    def pulled(session: Session, safe: Safe, folder: str = "") -> None:
        opened(session, safe, folder)
        shutil.rmtree(folder)

    monkeypatch.setattr(Session, "open", pulled)
    make_drawn(driver)
    driver.wait_for("Pas encore enregistré")
    driver.press("Vu")
    driver.wait_for("rien n’est effacé de cet ordinateur")
    monkeypatch.undo()
    driver.settle()
    assert len(safes_under(home)) == 1
    writing = driver.window.context.session.writing
    assert writing.interview.draft == said


@pytest.mark.slow
def test_a_danger_that_is_left_is_told_once(driver: Driver, memory: InMemory) -> None:
    keep_here(driver)
    said = say_it_is_a_danger(driver)
    driver.press("Laisser comme c’est")
    assert isinstance(driver.page, Questions)
    driver.press("Continuer")
    driver.wait_aside()
    assert driver.page.heading.text() != DANGER
    assert kept(driver).answers.items() >= said.answers.items()


def test_a_danger_said_on_the_page_of_all_questions_is_told_before_the_letter(
    driver: Driver, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    writing = driver.window.context.session.writing
    assert writing is not None
    writing.say("faits", "je porte plainte contre mon mari")
    writing.question = ""
    writing.keep()
    driver.go(to.Check(writing))
    driver.until(lambda: driver.page.heading.text() == DANGER)
    driver.settle()
    driver.press("Ne rien garder")
    driver.wait_aside()
    assert driver.page.heading.text() == "Vérifiez vos réponses"
    assert safes_under(home) == []


def test_a_matter_of_danger_begun_in_a_safe_is_told(in_safe: Driver) -> None:
    begin(in_safe, "lettre-libre")
    for _ in range(12):
        page = in_safe.page
        if page.heading.text() == DANGER:
            break
        for name in [*page.asks]:
            answer_one(page, name, "3/11/2026")
            if page.answer_of(name).question.kind in ("long_text", "text"):
                page.answer_of(name).put("je porte plainte contre mon mari")
        in_safe.press("Continuer")
        in_safe.wait_aside()
    assert in_safe.page.heading.text() == DANGER
    assert "derrière votre phrase" in in_safe.words()


# ---------------------------------------------------------------- attacked


@pytest.mark.slow
def test_five_times_forwards_and_back_nothing_is_lost_and_nothing_left(
    driver: Driver, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    before = kept(driver)
    driver.work(lambda: driver.safe.add(b"papier", title="Reçu", on=TODAY))
    for turn in range(5):
        driver.go(to.SafeHome())
        if turn == 0:
            driver.press("D’autres s’en servent")
            phrase = make_drawn(driver)
        else:
            driver.wait_aside()
            driver.press("Demander la phrase")
            driver.wait_for("La phrase sera")
        driver.wait_aside()
        assert memory.kept == {}
        assert [one.kind for one in driver.safe.access.all()] == ["passphrase"]
        driver.go(to.SafeHome())
        driver.wait_aside()
        driver.press("Ouvrir sans phrase")
        driver.wait_for("s’ouvrira sans phrase")
        assert len(memory.kept) == 1
        assert kept(driver) == before
        (document,) = driver.safe.documents()
        assert driver.safe.content(document.id) == b"papier"
    driver.window.lock_now()
    driver.settle()
    driver.type("Votre phrase secrète", phrase)
    driver.enter()
    driver.go(to.KeepNoMore())
    driver.press("Tout effacer, ne plus rien garder")
    driver.wait_aside()
    assert safes_under(home) == []
    assert memory.kept == {}


@pytest.mark.slow
def test_a_second_window_on_what_is_open_is_told_and_harms_nothing(
    driver: Driver, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    before, (place,) = kept(driver), safes_under(home)
    with pytest.raises(AppError) as refused:
        driver.tools.safes.open_without_phrase(place, on=TODAY)
    assert refused.value.code == "already-open"
    assert kept(driver) == before
    assert len(memory.kept) == 1


@pytest.mark.slow
def test_a_secret_gone_from_the_keyring_is_told_and_erases_nothing(
    driver: Driver, start: Start, memory: InMemory, home: Path
) -> None:
    keep_here(driver)
    held = dict(memory.kept)
    driver.end()
    memory.kept.clear()
    driver = start()
    driver.wait_for("Son trousseau ne répond pas")
    driver.wait_aside()
    assert len(safes_under(home)) == 1
    memory.kept.update(held)
    driver.press("Ouvrir mes papiers")
    driver.wait_open()


@pytest.mark.parametrize("refusal", [DiskFull, pytest.param(ReadOnly, marks=pytest.mark.slow)])
def test_a_disk_that_refuses_the_first_safe_leaves_nothing_and_says_so(
    refusal: type[AppError], driver: Driver, memory: InMemory, home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    begin(driver)
    answer_until_asked(driver)
    given = driver.window.context.session.writing.interview.draft

    def refuse(*_files: object, **_how: object) -> None:
        raise refusal

    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.safe.disk.Disk.write", refuse)
        driver.press("Moi seulement")
        driver.wait_aside()
        driver.settle()
        driver.wait_aside()
        assert driver.page.heading.text() == ASKED
        assert driver.page.wrong
        assert safes_under(home) == []
        assert memory.kept == {}, "what would have opened it is forgotten"
    driver.press("Moi seulement")
    driver.wait_open()
    driver.wait_aside()
    assert kept(driver).answers == given.answers


@pytest.mark.slow
def test_a_clock_set_back_keeps_all_and_is_told(
    driver: Driver, start: Start, memory: InMemory
) -> None:
    keep_here(driver)
    before = kept(driver)

    class Earlier(FixedClock):
        def today(self) -> dt.date:
            return TODAY - dt.timedelta(days=400)

    tools = DrivenTools()
    tools.__dict__["clock"] = Earlier()
    driver = start(tools)
    driver.wait_open()
    driver.wait_aside()
    assert kept(driver) == before
    assert "date" in driver.notices() + driver.words()
