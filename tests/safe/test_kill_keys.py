"""The program is killed at each system call of a change of keys: a phrase opens, the words open.

strace counts the calls of one whole gesture, then kills another one at the n-th call of a kind.
"""

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.safe import members
from desktop_app.safe.door import Door
from desktop_app.safe.errors import WordsOtherSafe, WrongPassphrase
from desktop_app.safe.kdf import Kdf
from tests.safe.conftest import PHRASE, TODAY, Made, Said

NEW = "une phrase toute neuve à elle"
SMALLEST = Kdf(19_456, 1, 1)
KINDS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate")

GESTURE = """
import sys
from pathlib import Path
from desktop_app.safe import stick_key
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import Kdf
from tests.safe.conftest import Made, TODAY
path, key, gesture, new, words = sys.argv[1:]
made = Made(Path(path), bytes.fromhex(key), (), {})
safe = made.open_with_key(Door(choose_kdf=lambda: Kdf(19_456, 1, 1)))
if gesture == "remove":
    slot = safe.access.add_phrase(new, name="Zoé", on=TODAY)
print("ready", flush=True)
sys.stdin.readline()
if gesture == "change":
    safe.access.change_phrase("", new, on=TODAY)
elif gesture == "add":
    safe.access.add_phrase(new, name="Zoé", on=TODAY)
elif gesture == "remove":
    safe.access.remove(slot, on=TODAY)
elif gesture == "words":
    safe.access.keep_words(tuple(words.split()), on=TODAY)
elif gesture == "rotate":
    safe.rotate(new, on=TODAY)
elif gesture == "stick":
    stick_key.on_one_disk = lambda one, other: False
    safe.access.add_stick(made.path.parent, on=TODAY)
print("done", flush=True)
sys.stdin.readline()
"""
GESTURES = ("change", "add", "remove", "words", "rotate", "stick")


@pytest.fixture
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("needs strace")


def traced(made: Made, gesture: str, words: str, *how: str) -> tuple[bool, str]:
    """Do a gesture under strace; return whether it came to its end, and what was traced."""
    child = subprocess.Popen(
        [sys.executable, "-c", GESTURE, str(made.path), made.key.hex(), gesture, NEW, words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    log = made.path.with_name("calls")
    tracer = subprocess.Popen(
        ["strace", "-f", "-o", str(log), "-p", str(child.pid), *how],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr is not None
    if "attached" not in tracer.stderr.readline():
        child.kill()
        pytest.skip("needs the right to trace a process")
    child.stdin.write("\n")
    child.stdin.flush()
    done = child.stdout.readline() == "done\n"
    child.kill()
    child.communicate()
    tracer.communicate(timeout=60)
    return done, log.read_text("utf-8", "replace")


def calls_of(original: Made, tmp_path: Path, gesture: str, words: str) -> list[tuple[str, int]]:
    """Return every (kind, n) at which this gesture can be killed."""
    made = original.copied(tmp_path / "count" / "coffre")
    done, log = traced(made, gesture, words, "-e", f"trace={','.join(KINDS)}")
    assert done
    seen = Counter(re.findall(rf"^\d+ +({'|'.join(KINDS)})\(", log, re.MULTILINE))
    seen["write"] -= 1  # "done"
    return [(kind, n) for kind, count in seen.items() for n in range(1, count + 1)]


def opens(made: Made, typed: str, said: Said) -> bool:
    try:
        with Door(choose_kdf=lambda: SMALLEST).open(made.path, typed, on=TODAY, tell=said) as safe:
            assert len(safe.documents()) == len(made.contents)
            named = {slot.id for slot in members.named(safe.database, safe.access.slots.keys)}
            assert named == {slot.id for slot in safe.access.slots.keys.slots}
            rows = safe.database.value("SELECT count(*) FROM helper WHERE slot IS NOT NULL")
            assert rows <= len(named) + 1  # at most the name of a slot that never was
    except (WrongPassphrase, WordsOtherSafe):
        return False
    return True


def harm_of(made: Made, gesture: str, new_words: str) -> str:
    """Open as people would; return what is wrong, "" when nothing is."""
    said = Said()
    try:
        phrases = [opens(made, phrase, said) for phrase in (PHRASE, NEW)]
        words = [opens(made, typed, said) for typed in (" ".join(made.words), new_words)]
    except AppError as refusal:
        return refusal.code
    kept = (True, False) if gesture in ("change", "rotate") else (True,)
    if not any(phrases) or (len(kept) == 1 and not phrases[0]):
        return f"phrases {phrases}"
    if gesture in ("change", "rotate") and all(phrases):
        return "both phrases"
    if not any(words) and not (gesture == "rotate" and phrases[1]):
        return f"words {words}"
    if "keys-unknown-accepted" in said.codes or "keys-older-accepted" in said.codes:
        return " ".join(said.codes)
    left = [path.name for path in made.path.rglob("*") if path.suffix in (".part", ".next")]
    return " ".join(left)


def kills(original: Made, tmp_path: Path, gesture: str, count: int) -> tuple[int, list[str]]:
    words = " ".join(Door().draw_words())
    points = calls_of(original, tmp_path, gesture, words)
    if count:
        seed = random.randrange(10**6)
        print("seed", seed)
        points = random.Random(seed).sample(points, count)
    killed, harms = 0, []
    for number, (kind, n) in enumerate(points):
        made = original.copied(tmp_path / str(number) / "coffre")
        inject = f"inject={kind}:signal=SIGKILL:when={n}"
        done, _ = traced(made, gesture, words, "-e", f"trace={kind}", "-e", inject)
        killed += not done
        if harm := harm_of(made, gesture, words):
            harms.append(f"{kind} {n}: {harm}")
        shutil.rmtree(made.path.parent)
    return killed, harms


@pytest.mark.slow
@pytest.mark.parametrize("gesture", GESTURES)
def test_killed_at_one_call(
    original: Made, tmp_path: Path, strace, gesture: str, record_property
) -> None:
    killed, harms = kills(original, tmp_path, gesture, 1)
    record_property("killed, harms", (killed, harms))
    assert (killed, harms) == (1, [])


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("gesture", GESTURES)
def test_killed_at_every_call(
    original: Made, tmp_path: Path, strace, gesture: str, record_property
) -> None:
    killed, harms = kills(original, tmp_path, gesture, 0)
    record_property("killed, harms", (killed, harms))
    assert harms == []
    assert killed > 30


def test_the_oracle_sees_a_change_that_names_its_slot_last(original: Made, tmp_path: Path) -> None:
    """The sabotage: the order of before. The database does not know the phrase that opens."""
    made = original.copied(tmp_path / "coffre")
    with made.open_with_key(Door(choose_kdf=lambda: SMALLEST)) as safe:
        database = made.folder.database.read_bytes()
        safe.access.change_phrase("", NEW, on=TODAY)
    made.folder.database.write_bytes(database)
    assert "keys-unknown-accepted" in harm_of(made, "change", " ".join(Door().draw_words()))
