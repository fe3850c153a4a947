"""Copies beside the safe, in the window: seen, taken as one gesture that is undone, put aside."""

import shutil
from pathlib import Path

from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.care import make_safe
from tests.gui.safe.conftest import PHRASE, TODAY, Start, safes_under

NAME = "safe (copie en conflit).db"


def test_a_lost_paper_is_taken_back_and_the_copy_put_aside(start: Start, home: Path) -> None:
    driver = start()
    tools = driver.tools

    def work() -> None:
        safe = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY).safe
        path = safe.folder.path  # type: ignore[attr-defined]
        paper = safe.add(b"perdu", title="Jugement", on=TODAY)
        shutil.copy(path / "safe.db", path / NAME)
        safe.bin.put(paper, on=TODAY)
        with safe.act():  # as the computer that won never had it
            safe.database.execute("DELETE FROM document")  # type: ignore[attr-defined]
        safe.close()

    driver.work(work)
    (path,) = safes_under(home)
    driver = start()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.press("Vu")
    driver.go(to.SafeHome())
    driver.press("Comparer")
    driver.press("Comparer avec le coffre")
    assert "1 chose est seulement dans la copie" in driver.words()
    assert "Document : Jugement" in driver.words()
    driver.press("Tout reprendre")
    driver.settle()
    assert [one.title for one in driver.safe.documents()] == ["Jugement"]
    assert "La copie n’a rien de plus que le coffre" in driver.words() or (
        "La copie et le coffre sont pareils" in driver.words()
    )
    assert (path / NAME).exists()
    driver.press("Mettre la copie de côté")
    driver.settle()
    assert not (path / NAME).exists()
    assert (path / "copies" / NAME).exists()
    assert "effacez-la vous-même" in driver.notices()
