"""``office queue`` and ``office code``: each gesture of the window, by command; nobody named."""

import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.cli.test_safe import PHRASE, with_phrase
from tests.cli.test_safe_matters import _on_a_fixed_day  # noqa: F401
from tests.safe.conftest import TODAY

NAME = "Zkanarienne Dupont"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    door, folder = Door(choose_kdf=lambda: FLOOR), tmp_path / "coffre"
    door.create(folder, PHRASE, on=TODAY)
    with door.open(folder, PHRASE, on=TODAY) as safe:
        safe.people.add(NAME, on=TODAY)
    return folder


def queue(folder: Path, *options: str) -> tuple[int, Any, str]:
    return with_phrase("office", "queue", folder, *options)


def states(data: Any) -> list[str]:
    return [one["state"] for one in data["visits"]]


def test_a_whole_visit_and_nobody_is_named(office: Path) -> None:
    status, data, told = queue(office, "--expect", NAME, "--at", "10:15")
    assert status == 0, data
    status, data, told = queue(office, "--arrive", "--at", "10:20")
    status, data, told = queue(office, "--arrive", NAME, "--at", "10:17")
    assert states(data) == ["waiting", "waiting"], "she was expected: she waits once"
    visit = data["visits"][0]["id"]
    assert data["visits"][0]["number"] == 1
    for state, now in (("received", "received"), ("ended", "ended")):
        status, data, told = queue(office, "--visit", visit, "--is", state)
        assert states(data)[0] == now
    assert "Zkana" not in told + str(data)
    status, data, told = queue(office, "--named")
    assert NAME in str(data["visits"])


def test_who_has_no_name_is_given_one_or_leaves(office: Path) -> None:
    queue(office, "--arrive")
    _, data, _ = queue(office, "--arrive")
    first, second = (one["id"] for one in data["visits"])
    queue(office, "--visit", first, "--name", NAME)
    _, data, _ = queue(office, "--visit", second, "--is", "gone")
    assert [one["number"] for one in data["visits"]] == [1, None]
    assert states(data) == ["waiting", "gone"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--arrive", "--at", "25:00"), "hour-misspelt"),
        (("--expect", NAME), "hour-misspelt"),
        (("--is", "ended"), "visit-missing"),
        (("--visit", "rien", "--is", "ended"), "not-in-safe"),
        (("--arrive", "Personne Inconnue"), "not-in-safe"),
        (("--visit", "rien", "--is", "parti"), "usage"),
    ],
)
def test_what_cannot_be_is_told(options: tuple[str, ...], code: str, office: Path) -> None:
    status, data, _ = queue(office, *options)
    assert status != 0
    assert data["error"]["code"] == code


def test_of_who_wants_nothing_more_kept_no_visit_is_noted(office: Path) -> None:
    queue(office, "--expect", NAME, "--at", "10:15")
    with Door(choose_kdf=lambda: FLOOR).open(office, PHRASE, on=TODAY) as safe:
        safe.consents.withdraw(safe.people.one(NAME).id, on=TODAY)
    _, data, _ = queue(office, "--arrive")
    expected, unnamed = (one["id"] for one in data["visits"])
    for said in (
        ("--arrive", NAME),
        ("--expect", NAME, "--at", "11:00"),
        ("--visit", unnamed, "--name", NAME),
        ("--visit", expected, "--is", "arrived"),
        ("--visit", expected, "--is", "received"),
    ):
        status, refused, _ = queue(office, *said)
        assert (status != 0, refused["error"]["code"]) == (True, "consent-withdrawn"), said
    status, data, _ = queue(office, "--visit", expected, "--is", "gone")
    assert (status, states(data)) == (0, ["gone", "waiting"])


def test_a_visit_that_ended_does_not_end_twice(office: Path) -> None:
    _, data, _ = queue(office, "--arrive")
    visit = data["visits"][0]["id"]
    queue(office, "--visit", visit, "--is", "gone")
    status, data, _ = queue(office, "--visit", visit, "--is", "received")
    assert status != 0
    assert data["error"]["code"] == "visit-changed"


def test_a_code_is_set_and_forgotten(office: Path) -> None:
    def given(code: str) -> str:
        read, write = os.pipe()
        os.write(write, code.encode())
        os.close(write)
        return str(read)

    status, data, _ = with_phrase("office", "code", office, "--set", "--code-fd", given("0000"))
    assert data["error"]["code"] == "code-too-common"
    status, data, told = with_phrase("office", "code", office, "--set", "--code-fd", given("83k2"))
    assert (status, data["has_code"]) == (0, True), data
    assert "83k2" not in told + str(data)
    _, data, _ = with_phrase("office", "code", office, "--forget")
    assert data["has_code"] is False
