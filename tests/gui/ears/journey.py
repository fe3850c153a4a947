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
BAR = "A− : Texte plus petit button."
BEFORE = ("Screen reader on.",)
MOST = 80
QUICK = 4
"""Pages that the fast suite walks."""


@dataclass(frozen=True)
class Step:
    """A page: how it is called, and what is done there.

    ``press`` is the button to go to; else ``answer`` is typed from the heading: "space" ticks the
    first choice, "" leaves it empty, other words are typed. ``wrong`` is typed first, and refused.
    """

    question: str
    press: str = ""
    answer: str = ""
    wrong: str = ""


STEPS = (
    Step("Que vous arrive-t-il ?", press="J’ai reçu une lettre"),
    Step("Qui vous a écrit ?", press="La Caf"),
    Step("Que demande cette lettre ?", press="Rembourser de l’argent"),
    Step("Quel est votre cas ?", press="La Caf me réclame de l’argent du RSA"),
    Step("Qui s’occupe de votre dossier : la Caf ou la MSA ?", answer="space"),
    Step("Quelle est la date en haut de la lettre ?", answer="03/11/2026", wrong="31/02/2026"),
    Step("Comment avez-vous reçu cette lettre ?", answer="space"),
    Step("Quel jour avez-vous reçu la lettre ?", answer="06/11/2026"),
    Step("Y a-t-il une référence ou un numéro sur la lettre ?"),
    Step("Que manque-t-il dans la lettre ?", answer="space"),
    Step("Quel délai pour contester est écrit sur la lettre ?", answer="space"),
    Step("Combien d’argent vous réclame-t-on ?", answer="960,40"),
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
        for _ in range(MOST):
            if any(one.startswith(step.press) for one in ear.press("Tab")):
                return ear.press("Return")
        raise AssertionError(f"Tab never reaches « {step.press} »")
    page.after.append(("Return", ear.press("Return")))
    if step.wrong:
        ear.type(step.wrong)
        page.after.append((f"{step.wrong} Return", ear.press("Return")))
        for _ in range(MOST):
            heard = ear.press("Tab")
            page.after.append(("Tab", heard))
            if any(one.startswith("Corriger ma réponse") for one in heard):
                break
        page.after.append(("Return", ear.press("Return")))
        for box in ("Jour", "Mois", "Année"):
            ear.press("ctrl+a", "Delete", *(["Tab"] if box != "Année" else []))
        ear.press("shift+Tab", "shift+Tab")
    if step.answer == "space":
        page.after.append(("space", ear.press("space")))
    elif step.answer:
        # Whether each box is told as one types across it hangs on how fast the reader is.
        page.after.append((step.answer, ear.type(step.answer)[-1:]))
    return ear.press("Return")


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
