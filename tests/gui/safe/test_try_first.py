"""Essayer d'abord: a letter made without a safe can still be kept, at the end."""

from desktop_app import deadline_words
from desktop_app.datafiles import data_root
from desktop_app.workflow.drafts import read_draft
from desktop_app.workflow.making import make_letter
from tests.gui.safe.conftest import TODAY, Driver

PACK = "caf-indu-rsa"


def test_a_safe_is_offered_at_the_end_and_keeps_the_letter(driver: Driver) -> None:
    example = data_root("forms") / "letters" / PACK / "examples" / "2-je-ne-comprends-pas.toml"
    draft = read_draft(example.read_bytes(), PACK, "example")
    made = make_letter(driver.tools, draft, TODAY, told=deadline_words.on_paper)
    driver.go("suite", made=made, draft=draft)
    driver.press("Garder dans un coffre")
    driver.press("Créer mon coffre")
    driver.press("Continuer")
    words = [line.split(". ", 1)[1] for line in driver.words().splitlines() if ". " in line[:4]]
    driver.press("Je les ai recopiés")
    numbered = dict(enumerate(driver.page._secret))
    assert sorted(words) == sorted(numbered.values())
    for position in driver.page.asked():
        driver.type(f"Mot numéro {position + 1}", numbered[position])
    driver.press("Créer le coffre")
    driver.press("Ranger")
    assert [one.kind for one in driver.safe.documents()] == ["letter"]
    driver.go("semaine")
    assert "Poster votre lettre" in driver.words()
