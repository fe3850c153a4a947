"""The format of minisign, as its own program reads and writes it, and nothing that was touched."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.delivered import errors
from desktop_app.delivered.minisign import (
    PublicKey,
    Signed,
    blake2b,
    new_key,
    read_comment,
    read_public_key,
    read_secret_key,
    verify,
)

DATA = "des octets, un accent é\n".encode() * 1000
COMMENT = Signed("program", (0, 2, 0), dt.date(2026, 11, 30)).comment
MINISIGN = shutil.which("minisign")
own_program = pytest.mark.skipif(MINISIGN is None, reason="minisign is not installed")


def run(*words: str | Path, told: str = "") -> None:
    done = subprocess.run(
        [str(MINISIGN), *map(str, words)], input=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_signed_is_verified_with_its_key_alone() -> None:
    key, other = new_key(), new_key()
    signature = key.sign(blake2b(DATA), COMMENT)
    assert verify(signature, blake2b(DATA), (other.public, key.public)) == (key.public, COMMENT)
    with pytest.raises(errors.SignatureOfAnother):
        verify(signature, blake2b(DATA), (other.public,))
    with pytest.raises(errors.SignatureOfAnother):
        verify(signature, blake2b(DATA), ())


def test_a_key_that_bears_the_name_of_another_signs_for_itself_only() -> None:
    """The eight bytes of a name are chosen by whoever makes the key."""
    key, impostor = new_key(), new_key()
    named = PublicKey(key.id, impostor.public.raw)
    signature = key.sign(blake2b(DATA), COMMENT)
    with pytest.raises(errors.SignatureWrong):
        verify(signature, blake2b(DATA), (named,))
    assert verify(signature, blake2b(DATA), (named, key.public))[0] == key.public


def touched(signature: str) -> list[tuple[str, type[AppError]]]:
    lines = signature.splitlines()

    def with_line(place: int, line: str) -> str:
        return "\n".join([*lines[:place], line, *lines[place + 1 :]]) + "\n"

    flipped = ("A" if lines[1][20] != "A" else "B").join((lines[1][:20], lines[1][21:]))
    both = ("A" if lines[3][20] != "A" else "B").join((lines[3][:20], lines[3][21:]))
    return [
        ("", errors.SignatureUnreadable),
        ("\n".join(lines[:2]), errors.SignatureUnreadable),
        ("\n".join(lines[:3]), errors.SignatureUnreadable),
        (signature + "more\n", errors.SignatureUnreadable),
        (signature + "x" * 5000, errors.SignatureUnreadable),
        (with_line(0, "signed"), errors.SignatureUnreadable),
        (with_line(1, lines[1][:-4]), errors.SignatureUnreadable),
        (with_line(1, "é" + lines[1][1:]), errors.SignatureUnreadable),
        (with_line(1, "RW" + lines[1][2:]), errors.SignatureLegacy),
        (with_line(1, "QQ" + lines[1][2:]), errors.SignatureUnreadable),
        (with_line(1, flipped), errors.SignatureWrong),
        (with_line(2, lines[2].replace("0.2.0", "9.9.9")), errors.SignatureCommentWrong),
        (with_line(2, lines[2] + " "), errors.SignatureCommentWrong),
        (with_line(3, both), errors.SignatureCommentWrong),
    ]


@pytest.mark.parametrize("place", range(14))
def test_a_touched_signature_is_refused_by_its_code(place: int) -> None:
    key = new_key()
    signature, error = touched(key.sign(blake2b(DATA), COMMENT))[place]
    with pytest.raises(error):
        verify(signature, blake2b(DATA), (key.public,))


def test_every_touched_byte_of_the_file_is_seen() -> None:
    key = new_key()
    signature = key.sign(blake2b(DATA), COMMENT)
    for place in (0, 1, 500, len(DATA) - 1):
        changed = DATA[:place] + bytes([DATA[place] ^ 1]) + DATA[place + 1 :]
        with pytest.raises(errors.SignatureWrong):
            verify(signature, blake2b(changed), (key.public,))


def test_keys_are_read_back_and_nothing_else_is_a_key() -> None:
    key = new_key()
    assert read_public_key(key.public.file()) == read_public_key(key.public.text) == key.public
    assert read_secret_key(key.file()) == key
    wrong = ("", "RW", key.file(), key.public.file()[:-10], "untrusted comment: x\n", "é" * 60)
    for text in wrong:
        with pytest.raises(errors.KeyUnreadable):
            read_public_key(text)
    damaged = key.file().replace(key.file()[-90:-80], "B" * 10)
    for text in ("", key.public.file(), damaged):
        with pytest.raises(errors.KeyUnreadable):
            read_secret_key(text)


@pytest.mark.parametrize(
    "signed",
    [
        Signed("program", (0, 2, 0), dt.date(2026, 11, 30)),
        Signed("packs", (2026, 12), dt.date(2026, 12, 1), "lettres-de-l-association"),
    ],
)
def test_a_comment_says_what_was_signed(signed: Signed) -> None:
    assert read_comment(signed.comment) == signed


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "timestamp:1764500000\tfile:papier-libre.zip\thashed",
        "papier-libre program 0.2.0",
        "papier-libre program 0.2.0 2026-02-30",
        "papier-libre program nom 0.2.0 2026-11-30",
        "papier-libre packs 0.2.0 2026-11-30",
        "papier-libre packs ../x 0.2.0 2026-11-30",
        "papier-libre program 0.2.0b1 2026-11-30",
        "papier-libre program 99999.0 2026-11-30",
        "papier-libre program 0.2.0 2026-11-30\n",
        "papier-libre program ٠.٢ 2026-11-30",
    ],
)
def test_a_comment_that_says_something_else_is_no_version(comment: str) -> None:
    with pytest.raises(errors.SignatureUnreadable):
        read_comment(comment)


@own_program
def test_minisign_reads_what_we_sign(tmp_path: Path) -> None:
    key = new_key()
    (tmp_path / "un.pub").write_text(key.public.file(), "utf-8")
    (tmp_path / "f").write_bytes(DATA)
    (tmp_path / "f.minisig").write_text(key.sign(blake2b(DATA), COMMENT), "utf-8")
    run("-V", "-H", "-p", tmp_path / "un.pub", "-m", tmp_path / "f")
    (tmp_path / "un.key").write_text(key.file(), "utf-8")  # and signs with our key
    run("-S", "-s", tmp_path / "un.key", "-m", tmp_path / "f", "-t", "le mien")
    again = (tmp_path / "f.minisig").read_text("utf-8")
    assert verify(again, blake2b(DATA), (key.public,)) == (key.public, "le mien")


@own_program
@pytest.mark.parametrize("locked", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_we_read_what_minisign_makes(tmp_path: Path, locked: bool) -> None:
    """With a password, minisign takes a gigabyte of memory: a slow one."""
    public, secret = tmp_path / "k.pub", tmp_path / "k.key"
    told = "mot de passe é\n" if locked else ""
    run("-G", "-p", public, "-s", secret, *([] if locked else ["-W"]), told=told * 2)
    (tmp_path / "f").write_bytes(DATA)
    run("-S", "-s", secret, "-m", tmp_path / "f", "-t", COMMENT, told=told)
    key = read_public_key(public.read_text("utf-8"))
    signature = (tmp_path / "f.minisig").read_text("utf-8")
    assert verify(signature, blake2b(DATA), (key,)) == (key, COMMENT)
    assert read_secret_key(secret.read_text("utf-8"), told.strip()).public == key
    if locked:
        with pytest.raises(errors.KeyLocked):
            read_secret_key(secret.read_text("utf-8"), "un autre")
