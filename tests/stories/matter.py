"""One matter followed by the command line, over a real safe, on the days that the story says."""

import datetime as dt
import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.cli.main import run
from desktop_app.datafiles import data_root
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from tests.helpers.clocks import Noon

PHRASE = "trois éléphants bleus à Nîmes"


class Today(Noon):
    """The clock of the day that the story is at."""

    def __init__(self, day: dt.date) -> None:
        self._day = day

    def today(self) -> dt.date:
        return self._day


def tools_of(day: dt.date) -> type[RealTools]:
    """Return the real tools on a day; only the derivation is not calibrated, to stay quick."""

    class Tools(RealTools):
        safes = Door(choose_kdf=lambda: FLOOR)  # type: ignore[assignment]
        clock = Today(day)  # type: ignore[assignment]

    return Tools


def command(day: dt.date, *words: str, phrase: str = "") -> Any:
    """Run a command with ``--json`` on a day, its phrase by a pipe; return what it answers."""
    out, err = io.StringIO(), io.StringIO()
    line = [*words, "--json"]
    reading, writing = os.pipe()
    try:
        os.write(writing, phrase.encode())
        os.close(writing)
        if phrase:
            line += ["--phrase-fd", str(reading)]
        with redirect_stdout(out), redirect_stderr(err):
            status = run(line, tools_of(day))
    finally:
        os.close(reading)
    assert status == 0, f"{' '.join(words)}: {out.getvalue()}{err.getvalue()}"
    return json.loads(out.getvalue())


def found(words: str) -> list[str]:
    """Return the first three papers that somebody's words find."""
    items = command(dt.date(2026, 11, 25), "catalogue", "--search", words)["items"]
    return [item["id"] for item in items[:3]]


@dataclass
class Matter:
    """A dossier of Simone Martin, in a safe of its own.

    Attributes:
        folder: where the safe is made, with the files of answers.
        dossier: its id, once the first letter is filed.
    """

    folder: Path
    dossier: str = ""
    _made: int = field(default=0, repr=False)

    @property
    def safe(self) -> str:
        return str(self.folder / "coffre")

    def create(self, day: dt.date) -> None:
        command(day, "safe", "create", self.safe, phrase=PHRASE)

    def write(self, day: dt.date, letter: str, example: str, **changes: str) -> Any:
        """Answer a letter, and have it made, proved and filed; return what the program says.

        The answers are those of one of its examples, changed; None of them is left out.
        """
        said = (data_root("forms") / "letters" / letter / "examples" / example).read_text("utf-8")
        self._made += 1
        file = self.folder / f"answers-{self._made}.toml"
        file.write_text(answers_only(said, changes), "utf-8")
        words = ["safe", "write", self.safe, letter, "--answers", str(file)]
        words += ["--dossier", self.dossier] if self.dossier else ["--person", "Simone Martin"]
        made = command(day, *words, phrase=PHRASE)
        assert made["verified"] == made["total"] > 10, "every value is found again on the page"
        self.dossier = made["dossier"]
        return made

    def note(self, day: dt.date, event: str, *options: str) -> Any:
        """Note what happened that day; return what is awaited, by its kind."""
        words = ("safe", "note", self.safe, self.dossier, event, *options)
        return {one["kind"]: one for one in command(day, *words, phrase=PHRASE)["awaited"]}

    def told(self, day: dt.date) -> Any:
        """Return what the dossier says that day."""
        return command(day, "safe", "dossier", self.safe, self.dossier, phrase=PHRASE)

    def next(self, day: dt.date) -> dict[str, str]:
        """Return the procedures that may follow, each with when."""
        steps = self.told(day)["next"]["steps"]
        return {step["procedure"]: step["when"] for step in steps}

    def says(self, day: dt.date, letter: str, words: str) -> bool:
        """Tell whether a letter filed here has these words on its pages."""
        found = command(day, "safe", "search", self.safe, words, phrase=PHRASE)["items"]
        return letter in {one["made_from"] for one in found}

    def agenda(self, day: dt.date) -> list[tuple[str, str, str]]:
        """Return what is awaited of everyone: kind, prudent day, last day."""
        items = command(day, "safe", "agenda", self.safe, phrase=PHRASE)["items"]
        return [(one["kind"], one["prudent_day"], one["last_day"]) for one in items]


def answers_only(said: str, changes: dict[str, str]) -> str:
    """Return the answers of an example as a file of answers, with some of them changed."""
    kept = said.split("\n[expected]", maxsplit=1)[0]
    lines = [line for line in kept.splitlines() if line.split(" = ")[0] not in changes]
    return "\n".join([*lines, *(f'{key} = "{value}"' for key, value in changes.items()), ""])
