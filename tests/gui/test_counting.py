"""Journeys counted in the window: pages, words in view, keys beside letters and digits.

``python -m tests.gui.counting [JOURNEY]`` prints them page by page.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import keyring
import pytest

from desktop_app.gui.main_window import MainWindow
from tests.gui import keyboard
from tests.gui.counting import Person, first_journey, told
from tests.helpers.display import virtual_display
from tests.safe.test_system_keyring import InMemory

MOST_PAGES = 15
"""What a person of 78 can be asked, from who wrote to the letter being printed."""
WORDS_NOW, KEYS_NOW = 1200, 60
"""What it takes today; 1,200 and 90 are wanted: these may only become smaller."""
READ_NOW = 1305
"""Words, with those of the cases that one opens to find one's own."""


@pytest.fixture
def person(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    former = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    monkeypatch.setattr(keyboard, "strike", keyboard.strike)  # put back at the end
    window.context.session.keeps_nothing = False  # she is asked who uses the computer
    yield Person(window)
    keyring.set_keyring(former)


def test_the_first_letter_takes_fifteen_pages_and_its_last_day_is_the_fourth(
    person: Person,
) -> None:
    first_journey(person)
    count = person.count
    assert len(count.pages) <= MOST_PAGES, told(count)
    assert count.pages[3] == "Votre dernier jour pour agir", told(count)
    assert sum(count.words) <= WORDS_NOW, told(count)
    assert sum(count.read) <= READ_NOW, told(count)
    assert count.keys <= KEYS_NOW, told(count)


MOST = {
    "j1": (15, 1200, 60),
    "mdph": (27, 2860, 230),
    "c2s": (12, 850, 47),
    "pref-rdv": (14, 1060, 83),
    "ft-mediation": (16, 1235, 82),
}
"""Pages, words and keys of each journey: they may only become fewer."""


@pytest.mark.slow
@pytest.mark.parametrize("journey", MOST)
def test_each_journey_on_a_real_display_goes_to_the_page_that_prints(journey: str) -> None:
    with virtual_display() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.gui.counting", journey]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=600, check=False
        )
    assert done.returncode == 0, done.stdout + done.stderr
    total = done.stdout.splitlines()[-1]
    counted = [int(n) for n in re.findall(r"(\d+) (?:pages|words|keys)", total)]
    assert all(one <= most for one, most in zip(counted, MOST[journey], strict=True)), done.stdout
