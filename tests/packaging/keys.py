"""Keys pressed on a display from outside, with what ``window_seen.py`` writes down to go by."""

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

STRIKE = 0.45
"""Between two strikes, in seconds: the program waits 0.3 for a hand that trembles."""


@dataclass
class Keys:
    """A person at the keyboard, who sees the page.

    Attributes:
        display: the X display.
        seen: the file that the window writes.
        patience: how long a page may take to come, in seconds.
        pages: the headings that came, in order.
    """

    display: str
    seen: Path
    patience: float = 120.0
    pages: list[str] = field(default_factory=list)

    def look(self) -> dict[str, Any]:
        """Return what is there now."""
        for _ in range(50):
            try:
                now: dict[str, Any] = json.loads(self.seen.read_text("utf-8"))
            except (OSError, ValueError):  # it was just being replaced
                time.sleep(0.1)
            else:
                if now["heading"] and (not self.pages or self.pages[-1] != now["heading"]):
                    self.pages.append(now["heading"])
                return now
        raise AssertionError("nothing is written by the window")

    def until(self, right: Callable[[dict[str, Any]], object], what: str) -> dict[str, Any]:
        """Wait for what one expects to see."""
        end = time.monotonic() + self.patience
        while not right(now := self.look()):
            if time.monotonic() > end:
                raise AssertionError(f"{what}: {now}")
            time.sleep(0.1)
        return now

    def at(self, heading: str) -> None:
        """Wait for a page."""
        self.until(lambda now: now["heading"].startswith(heading), f"« {heading} » does not come")

    def press(self, key: str) -> None:
        """Strike one key, as the keyboard of the display does."""
        self._xdotool("key", "--clearmodifiers", key)
        time.sleep(STRIKE)

    def write(self, text: str) -> None:
        """Type a text, calmly."""
        self._xdotool("type", "--delay", "120", text)
        time.sleep(STRIKE)

    def tab_to(self, words: str, key: str = "Tab", most: int = 120) -> None:
        """Go on with a key until what has the keyboard is called so."""
        for _ in range(most):
            before = self.look()
            if before["held"].startswith(words):
                return
            self.press(key)
            end = time.monotonic() + 3
            while self.look()["who"] == before["who"] and time.monotonic() < end:
                time.sleep(0.05)
        raise AssertionError(f"{key} never reaches « {words} » on « {before['heading']} »")

    def choose(self, words: str) -> None:
        """Go to a button, and press it."""
        self.tab_to(words)
        self.press("Return")

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env={"DISPLAY": self.display}, check=True)


def write_the_letter(keys: Keys) -> None:
    """J1's core: a letter of the Caf, answered up to the page where the letter stands."""
    keys.at("Que vous arrive-t-il")
    keys.choose("J’ai reçu une lettre")
    keys.at("Qui vous a écrit")
    keys.choose("La Caf")
    keys.at("Que demande cette lettre")
    keys.choose("Rembourser de l’argent")
    keys.choose("La Caf me réclame de l’argent du RSA")
    keys.at("La lettre que vous avez reçue")
    keys.press("Return")
    keys.write("3/11/26")
    keys.press("Return")
    keys.tab_to("Je ne sais plus", "Down")
    keys.press("space")
    keys.press("Return")
    keys.press("Return")
    keys.at("Votre dernier jour pour agir")
    keys.choose("Continuer")
    keys.at("Qui se sert de cet ordinateur")
    keys.choose("Ce n’est pas le mien")
    keys.at("Où garder vos réponses")
    keys.choose("Ne rien garder")
    keys.at("Ce que dit la lettre")


def finish_the_letter(keys: Keys) -> None:
    """Tell the facts, pass by what may stay empty, and see the letter."""
    for _ in range(60):
        now = keys.look()
        if now["heading"].startswith("Vérifiez"):
            break
        if now["held"].startswith("Erreur"):
            keys.choose("Répondre plus tard")
            continue
        if now["held"].startswith("Racontez"):
            keys.write("Je n'ai rien change. La Caf ne dit pas pourquoi.")
            keys.tab_to("Continuer")
        keys.press("Return")
    keys.at("Vérifiez")
    keys.choose("Voir la lettre")
    keys.until(lambda now: any("relues" in one for one in now["words"]), "the letter is not proved")


def save_the_letter(keys: Keys) -> None:
    """Save its PDF in the person's own folder."""
    keys.choose("Enregistrer en PDF")
    keys.at("Où enregistrer")
    keys.choose("Dossier personnel")
    keys.choose("Enregistrer ici")
    keys.until(lambda now: "Le PDF est enregistré." in now["words"], "the PDF is not saved")
