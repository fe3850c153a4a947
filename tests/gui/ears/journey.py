"""J1 by ear: a letter about an RSA debt, from the first screen, with the keyboard and Orca.

``python -m tests.gui.ears.journey`` walks it and writes the golden file anew: read it aloud before
it is committed.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.gui.ears.ear import Ear, listening
from tests.gui.ears.rules import PageHeard

GOLDEN = Path(__file__).parents[2] / "data" / "ears" / "j1.txt"
BAR = "Accueil button."
BEFORE = ("Screen reader on.",)
MOST = 80
QUICK = 2
"""Pages that the fast suite walks."""


@dataclass(frozen=True)
class Step:
    """A page: how it is called, and what is done there.

    ``press`` is the button to go to, ``then`` one that it shows on the same page; else ``answers``
    are given from the heading, one after the other: "space" ticks the first choice, "" leaves an
    answer empty, other words are typed. ``wrong`` is typed in place of the first, and refused.
    """

    question: str
    press: str = ""
    then: str = ""
    answers: tuple[str, ...] = ()
    wrong: str = ""


DECISION = ("03/11/2026", "space", "06/11/2026")
STEPS = (
    Step("Que vous arrive-t-il ?", press="J’ai reçu une lettre"),
    Step("Qui vous a écrit ?", press="La Caf"),
    Step(
        "Que demande cette lettre ?",
        press="Rembourser de l’argent",
        then="La Caf me réclame de l’argent du RSA",
    ),
    Step("La lettre que vous avez reçue", answers=DECISION, wrong="31/02/2026"),
    Step("Votre dernier jour pour agir", press="Continuer"),
    Step("Qui se sert de cet ordinateur ?", press="Ce n’est pas le mien"),
    Step("Où garder vos réponses ?", press="Ne rien garder"),
    Step("Ce que dit la lettre", answers=("space", "space", "960,40", "", "", "space")),
)


def walk(ear: Ear, pages: int = len(STEPS)) -> Iterator[PageHeard]:
    """Walk the first pages, every line of them read (F6); yield each once it has been answered."""
    # The reader's own first words, and the title of the window, are not the page's.
    opened = [one for one in ear.listen() if one not in BEFORE and not one.endswith(" frame")]
    for number, step in enumerate(STEPS[:pages]):
        page = PageHeard(step.question, opened)
        if number == 0:
            page.after.append(("F6", ear.press("F6")))
        page.stops.extend(_stops(ear))
        _back_to_the_heading(ear, step.question)
        opened = _answer(ear, step, page)
        yield page


def _stops(ear: Ear) -> Iterator[list[str]]:
    """Press Tab from the heading to the bar."""
    for _ in range(MOST):
        heard = ear.press("Tab")
        if BAR in heard:
            return
        yield heard
    raise AssertionError("Tab never reaches the bar")


def _back_to_the_heading(ear: Ear, question: str) -> None:
    for _ in range(MOST):
        if any(one.startswith(question) and "heading" in one for one in ear.press("Tab")):
            return
    raise AssertionError("Tab never comes back to the heading")


def _answer(ear: Ear, step: Step, page: PageHeard) -> list[str]:
    """Do what is done on the page; return what the next one says."""
    if step.press:
        heard = _press(ear, step.press)
        if not step.then:
            return heard
        page.after.append(("Return", heard))
        return _press(ear, step.then)
    page.after.append(("Return", ear.press("Return")))
    if step.wrong:
        refused = _give(ear, page, (step.wrong, *step.answers[1:]), step.wrong)
        page.after.append(("Return", refused))
        for _ in range(MOST):
            heard = ear.press("Tab")
            page.after.append(("Tab", heard))
            if any(one.startswith("Corriger ma réponse") for one in heard):
                break
        page.after.append(("Return", ear.press("Return")))
        for box in ("Jour", "Mois", "Année"):
            ear.press("ctrl+a", "Delete", *(["Tab"] if box != "Année" else []))
        ear.press("shift+Tab", "shift+Tab")
        return _give(ear, page, (step.answers[0], *("" for _ in step.answers[1:])))
    return _give(ear, page, step.answers)


def _press(ear: Ear, words: str) -> list[str]:
    for _ in range(MOST):
        if any(one.startswith(words) for one in ear.press("Tab")):
            return ear.press("Return")
    raise AssertionError(f"Tab never reaches « {words} »")


def _give(ear: Ear, page: PageHeard, answers: tuple[str, ...], wrong: str = "") -> list[str]:
    """Give the answers one after the other; return what is said after the last."""
    heard: list[str] = []
    for number, answer in enumerate(answers):
        if number:
            page.after.append(("Return", heard))
        if answer == "space":
            page.after.append(("space", ear.press("space")))
        elif answer:
            # Whether each box is told as one types across it hangs on how fast the reader is: only
            # the day itself, said last, is the page's; a day that does not exist has no such word.
            typed = ear.type(answer)[-1:]
            page.after += [] if answer == wrong else [(answer, typed)]
        heard = ear.press("Return")
    return heard


def written(version: str, pages: list[PageHeard]) -> str:
    """Return the golden file's words."""
    lines = [f"Orca {version}", *(line for page in pages for line in ("", *page.lines()))]
    return "\n".join(lines) + "\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, listening(Path(folder)) as ear:
        pages = list(walk(ear))
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(written(ear.version, pages), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
