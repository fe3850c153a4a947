"""What cannot be undone says so before it is done: the list, and every page that offers it."""

import re
from pathlib import Path

import pytest

from desktop_app.cli.parser import build
from desktop_app.pages import bin as bin_page
from desktop_app.pages import irreversible
from desktop_app.workflow.irreversible import Irreversible

PROJECT = Path(__file__).parents[2]
SCREENS = PROJECT / "desktop_app" / "gui" / "screens"
GOLDEN = PROJECT / "tests" / "data" / "pages"
CALLS = {
    Irreversible.PRINT: r"_follower\.send\(|SheetOut\(",
    Irreversible.COPY_OUT: r"page\.KeepBoth\(",
    Irreversible.KEYS: r"\.change_phrase\(|\.add_phrase\(|access\.keep_words\(",
    Irreversible.ROTATE: r"\.rotate\(",
    Irreversible.RESTORE: r"restore_beside\(",
    Irreversible.ERASE: r"(?<!_erasing\.)(?<!moving\.)\berase\(|\.empty\(on",
    Irreversible.ERASE_MATTER: r"(_erasing|moving)\.erase\(",
    Irreversible.END_SESSION: r"\.end_session\(",
}
"""How each is done by a screen."""
PAGES = {
    (Irreversible.PRINT, "imprimer/view.py"): ("imprimer", "imprimer.papier"),
    (Irreversible.PRINT, "coffre/recovery.py"): ("coffre.feuille",),
    (Irreversible.PRINT, "semaine/view.py"): ("semaine",),
    (Irreversible.PRINT, "bureau/finishing_steps.py"): ("remplir-imprimer-ranger",),
    (Irreversible.PRINT, "bureau/batch.py"): ("imprimer-plusieurs",),
    (Irreversible.PRINT, "bureau/figures.py"): ("chiffres",),
    (Irreversible.PRINT, "bureau/consent.py"): ("ce-que-nous-gardons",),
    (Irreversible.PRINT, "personnes/record.py"): ("fiche-entiere",),
    (Irreversible.PRINT, "urgent/view.py"): ("urgent.page",),
    (Irreversible.PRINT, "pdf/view.py"): ("pdf.aucune-case",),
    (Irreversible.COPY_OUT, "fichiers/saving.py"): ("enregistrer-un-fichier",),
    (Irreversible.KEYS, "coffre/change.py"): ("coffre.changer",),
    (Irreversible.KEYS, "coffre/relying.py"): ("coffre.changer", "coffre.premiere-phrase"),
    (Irreversible.KEYS, "coffre/recovery.py"): ("coffre.relire",),
    (Irreversible.ERASE, "coffre/keep_no_more.py"): ("coffre.ne-plus-garder",),
    (Irreversible.RESTORE, "coffre/restore.py"): ("coffre.restaurer",),
    (Irreversible.ERASE_MATTER, "cachee/view.py"): ("cachee.effacer",),
    (Irreversible.ERASE_MATTER, "coffre/endangered.py"): ("coffre.danger",),
    (Irreversible.END_SESSION, "fin/view.py"): ("fin",),
}
"""The written text of each page on which one can do it (``tests/gui/test_pages_text.py``)."""
ASKED = {
    (Irreversible.ERASE, "documents/bin.py"),
    (Irreversible.ERASE, "coffre/conflicts.py"),
    (Irreversible.PRINT, "cases/view.py"),
    (Irreversible.ERASE, "bureau/erasing.py"),
    (Irreversible.PRINT, "bureau/erasing.py"),
    (Irreversible.PRINT, "bureau/lists.py"),
    (Irreversible.PRINT, "bureau/mandates.py"),
    (Irreversible.PRINT, "bureau/register.py"),
    (Irreversible.PRINT, "bureau/hand_over.py"),
}
"""What is asked once more, or told only where it can be done, in words that are a value."""
SHARED = {"paper.py", "sheet_out.py"}  # done there for the screens above
INTO_A_FOLDER = {"take_out.py"}
"""What asks for a folder, on its own page, and says there that nothing protects what is in it."""
BY_COMMAND = {
    Irreversible.COPY_OUT: ("export", "backup"),
    Irreversible.KEYS: ("keys add", "keys change", "keys remove"),
    Irreversible.ROTATE: ("keys rotate",),
    Irreversible.REVEAL: ("keys reveal",),
    Irreversible.RESTORE: ("restore",),
    Irreversible.ERASE: ("bin",),
}


def test_every_screen_that_does_one_is_known() -> None:
    found = {
        (what, str(file.relative_to(SCREENS)))
        for file in SCREENS.rglob("*.py")
        for what, calls in CALLS.items()
        if re.search(calls, file.read_text("utf-8"))
    }
    assert {one for one in found if one[1] not in SHARED} == {*PAGES, *ASKED}


def test_whatever_screen_writes_a_file_asks_where_on_the_page_that_says_it() -> None:
    texts = {file.name: file.read_text("utf-8") for file in SCREENS.rglob("*.py")}
    writing = {name for name, text in texts.items() if "write_file(" in text}
    assert writing
    assert all("to.SaveFile(" in texts[name] for name in writing - INTO_A_FOLDER)


@pytest.mark.parametrize(("what", "screen"), PAGES)
def test_its_page_says_it_before(what: Irreversible, screen: str) -> None:
    for page in PAGES[what, screen]:
        assert irreversible.words(what) in (GOLDEN / f"{page}.txt").read_text("utf-8"), page


def test_erasing_for_good_says_it_when_it_is_asked() -> None:
    asked = bin_page.asked_to_erase(bin_page.Thrown("document", "a", "b", "Avis"))
    assert irreversible.words(Irreversible.ERASE) in asked.words


@pytest.mark.parametrize("what", BY_COMMAND)
def test_a_command_says_it_in_its_help(
    what: Irreversible, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in BY_COMMAND[what]:
        name, *rest = command.split()
        folder = ("a",) if name == "keys" else ()
        with pytest.raises(SystemExit):
            build("papier-libre").parse_args(["safe", name, *folder, *rest, "--help"])
        assert irreversible.words(what) in " ".join(capsys.readouterr().out.split())


def test_each_is_said_in_one_sentence_of_its_own() -> None:
    said = [irreversible.words(what) for what in Irreversible]
    assert len(set(said)) == len(Irreversible)
