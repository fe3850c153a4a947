"""The pages that matter most, each heard with Orca: the checks, the letter, the sheets, the day."""

import re
import sys
from pathlib import Path

import pytest

from tests.gui.ears.ear import Ear, listening
from tests.gui.ears.journey import BAR, MOST
from tests.gui.ears.rules import PageHeard, faults

SENTENCES = "Lire et changer les phrases button"
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def at(folder: Path, screen: str):  # type: ignore[no-untyped-def]
    """Listen to the window on a screen, the example letter in hand."""
    return listening(folder, [sys.executable, "-m", "tests.gui.ears.window", screen])


def heard_on(ear: Ear, heading: str, most: int = MOST) -> PageHeard:
    """Return what is said of a page, Tab by Tab, until the bar or so many stops."""
    page = PageHeard(
        heading, [one for one in ear.listen() if heading in one and "frame" not in one]
    )
    for _ in range(most):
        heard = ear.press("Tab")
        if BAR in heard:
            break
        page.stops.append(heard)
    return page


def expect_usable(page: PageHeard, *, shown_often: tuple[str, ...] = ()) -> None:
    """Expect no fault; what begins with ``shown_often`` stands at several places of the page."""
    found = [one for one in faults(page) if not any(f"« {words}" in one for words in shown_often)]
    assert not found, found


def test_each_answer_is_heard_with_its_changer(tmp_path: Path) -> None:
    with at(tmp_path, "verifier") as ear:
        page = heard_on(ear, "Vérifiez vos réponses", most=12)
    expect_usable(page)
    said = [one for stop in page.stops for one in stop]
    date = "Changer : Date en haut de la lettre : mardi 3 novembre 2026 button."
    assert said.count(date) == 1
    changers = [one for one in said if one.startswith("Changer")]
    assert len(changers) >= 6
    assert not [one for one in changers if re.search(r"\? button\.$", one)], "without its answer"


def test_each_paragraph_of_the_letter_is_heard_once(tmp_path: Path) -> None:
    with at(tmp_path, "document") as ear:
        page = heard_on(ear, "Votre lettre", most=3)
        assert page.stops[-1][0].startswith(SENTENCES), page.stops
        page.stops.append(ear.press("Return"))
        page.stops += heard_on(ear, "Votre lettre").stops
    expect_usable(page, shown_often=())
    told = {}
    for stop in page.stops:
        if found := re.search(r"paragraphe (\d+) button", stop[0]):
            told.setdefault(found[1], []).append(" ".join(stop[1:]))
    assert len(told) >= 8
    for number, parts in told.items():
        assert len([part for part in parts if "Pourquoi :" in part]) == 1, number
    first = told["1"][0]
    assert first.startswith("Je conteste la décision de la Caf du 3 novembre 2026")


def test_the_last_day_is_heard_first_then_its_reason_and_each_line(tmp_path: Path) -> None:
    with at(tmp_path, "suite") as ear:
        page = PageHeard("Et maintenant", [one for one in ear.listen() if "heading" in one])
        assert len(page.opened) == 1
        day = re.search(r"À poster au plus tard le \w+ \d+\w* \w+ \d{4}\.", page.opened[0])
        assert day, page.opened
        assert "Dernier jour légal" in page.opened[0]
        ear.press("F6")
        while True:
            heard = ear.press("Tab")
            page.stops.append(heard)
            if heard[0].startswith("Pourquoi cette date ?"):
                break
        reason = [ear.press("Return")]
        reason += [ear.press("Tab") for _ in range(2)]
        assert all(one and len(one[0].split()) > 3 for one in reason), reason
        page.stops += reason
        while "7." not in page.stops[-1][0][:2]:
            page.stops.append(ear.press("Tab"))
            assert len(page.stops) < MOST
    expect_usable(page)
    said = [one for stop in page.stops for one in stop]
    for number in range(1, 8):
        assert sum(one.startswith(f"{number}. ") for one in said) == 1


def test_the_sheets_are_heard_and_their_change(tmp_path: Path) -> None:
    with at(tmp_path, "imprimer") as ear:
        opened = [one for one in ear.listen() if "heading" in one]
        assert re.search(r"heading \d+ feuilles seront imprimées", opened[0]), opened
        for _ in range(MOST):
            if any(one.startswith("Que voulez-vous imprimer ?") for one in ear.press("Tab")):
                break
        changed = ear.press("Down")
        assert sum("imprimée" in one for one in changed) == 1, changed


def test_a_blind_person_makes_a_safe(tmp_path: Path) -> None:
    """Each word only where she goes to it; then the phrase is asked back."""
    with at(tmp_path, "coffre") as ear:
        opened = ear.listen()
        assert opened[-1] == "6 mots sont tirés. Recopiez-les : Tab les lit un par un."
        drawn = [ear.press("Tab") for _ in range(6)]
        words = [heard[0].removeprefix(f"Mot {n} sur 6 : ") for n, heard in enumerate(drawn, 1)]
        assert all(re.fullmatch(r"\w+", word) for word in words), drawn
        assert not set(words) & set(" ".join(opened).split())
        go_to(ear, "Continuer")
        asked = ear.press("Return")
        assert asked[0].startswith("Redonnez votre phrase heading")
        assert not set(words) & set(" ".join(asked).split())
        ear.type(" ".join(words))
        made = ear.press("Return")
        assert "Votre coffre est prêt." in made, made


def go_to(ear: Ear, button: str) -> None:
    """Press Tab until a button is heard."""
    for _ in range(MOST):
        if any(one.startswith(button) for one in ear.press("Tab")):
            return
    raise AssertionError(f"Tab never reaches « {button} »")


def test_what_an_office_keeps_is_heard_line_by_line(tmp_path: Path) -> None:
    with at(tmp_path, "ce-que-nous-gardons") as ear:
        page = heard_on(ear, "Ce que nous gardons")
    expect_usable(page)
    said = [one for stop in page.stops for one in stop]
    for told in ("Votre nom, vos réponses", "24 mois", "D’accord button", "Non, ne rien garder"):
        assert any(told in one for one in said), (told, said)
