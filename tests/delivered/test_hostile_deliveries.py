"""Each hostile delivery is refused by its own code, quickly, and leaves nothing anywhere."""

import datetime as dt
import time
from pathlib import Path

import pytest

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.delivered import errors
from desktop_app.delivered.archive import write_archive
from desktop_app.delivered.minisign import SecretKey, Signed, new_key
from desktop_app.delivered.packs import DESCRIPTION
from desktop_app.delivered.store import Deliveries
from desktop_app.wiring import RealTools
from desktop_app.workflow.packs.arriving import look_at
from tests.delivered.hostile_deliveries import CONTENTS, KINDS, the_law
from tests.helpers.changed_law import last_read
from tests.helpers.clocks import At
from tests.helpers.deliveries import NAME, delivery, described, publishers, sealed, texts

LONGEST_S = 5
READ_ON = last_read()
"""Our law is of this day: a delivery of it is of no day before."""


@pytest.fixture
def key() -> SecretKey:
    return new_key()


@pytest.fixture
def deliveries(tmp_path: Path) -> Deliveries:
    return Deliveries(tmp_path / "ici", publishers(tmp_path), managed=False)


def test_there_are_more_than_fifty_and_every_reason_of_the_archive_is_given() -> None:
    given = {error for _, error in KINDS.values()}
    reasons = {
        one
        for name, one in vars(errors).items()
        if name.startswith(("Archive", "DeliveryFile", "Signature")) and isinstance(one, type)
    }
    assert len(KINDS) > 50
    assert reasons - given == set()


@pytest.mark.parametrize("name", KINDS)
def test_a_hostile_delivery_is_refused(
    name: str, key: SecretKey, deliveries: Deliveries, tmp_path: Path
) -> None:
    make, error = KINDS[name]
    path = tmp_path / "livraison.zip"
    path.write_bytes(make(key))
    before = sorted(tmp_path.rglob("*"))
    start = time.process_time()
    with pytest.raises(AppError) as refusal:
        deliveries.read(str(path))
    assert type(refusal.value) is error
    assert time.process_time() - start < LONGEST_S
    assert sorted(tmp_path.rglob("*")) == before
    assert "Rien n’a été changé" in i18n.sentence(
        refusal.value.wording, refusal.value.parameters
    ) or isinstance(refusal.value, errors.KeyUnreadable)


class Ours(RealTools):
    """The program, with a publisher of its own."""

    def __init__(self, deliveries: Deliveries) -> None:
        self.__dict__["deliveries"] = deliveries
        self.__dict__["clock"] = At(dt.datetime.combine(READ_ON, dt.time(9), dt.UTC))


def nothing(_done: int, _of: int) -> None: ...


@pytest.fixture
def ours(key: SecretKey, tmp_path: Path) -> Ours:
    return Ours(Deliveries(tmp_path / "ici", publishers(tmp_path, key), managed=False))


@pytest.mark.parametrize("name", CONTENTS)
def test_a_publisher_of_ours_may_not_say_everything(
    name: str, key: SecretKey, ours: Ours, tmp_path: Path
) -> None:
    files, code = CONTENTS[name]
    path = tmp_path / "livraison.zip"
    path.write_bytes(delivery(key, files, made_on=READ_ON))
    start = time.process_time()
    with pytest.raises(AppError) as refusal:
        look_at(ours, str(path), nothing)
    told = {refusal.value.code, *(one.code for one in getattr(refusal.value, "problems", ()))}
    assert code in told
    assert time.process_time() - start < LONGEST_S
    assert not list((tmp_path / "ici").rglob("*.toml"))
    assert i18n.sentence(code) != code


def test_our_law_is_taken_whole(key: SecretKey, ours: Ours, tmp_path: Path) -> None:
    path = tmp_path / "livraison.zip"
    path.write_bytes(delivery(key, the_law(), made_on=READ_ON))
    assert look_at(ours, str(path), nothing).law is not None


@pytest.mark.parametrize(
    ("made_on", "good_until", "code"),
    [
        ("2099-01-01", "", "delivery-from-later"),
        ("2026-11-24", "2026-11-25", "delivery-expired"),
        ("2026-11-24", "2099-01-01", ""),
    ],
)
def test_what_is_over_or_not_of_this_day_is_refused(
    made_on: str, good_until: str, code: str, key: SecretKey, ours: Ours, tmp_path: Path
) -> None:
    day = dt.date.fromisoformat(made_on)
    told = described(made_on=day) + (f"good_until = {good_until}\n".encode() if good_until else b"")
    comment = Signed("packs", (2026, 12), day, NAME).comment
    path = tmp_path / "livraison.zip"
    path.write_bytes(write_archive(sealed(texts() | {DESCRIPTION: told}, key, comment=comment)))
    if not code:
        assert look_at(ours, str(path), nothing).delivery.good_until == dt.date(2099, 1, 1)
        return
    with pytest.raises(AppError) as refusal:
        look_at(ours, str(path), nothing)
    assert refusal.value.code == code
    assert not list((tmp_path / "ici").rglob("*.toml"))


def test_the_right_one_is_taken(key: SecretKey, deliveries: Deliveries, tmp_path: Path) -> None:
    path = tmp_path / "livraison.zip"
    path.write_bytes(delivery(key))
    assert deliveries.read(str(path)).publisher.standing == "new"


@pytest.mark.parametrize("length", range(0, 1_400, 97))
def test_a_delivery_cut_anywhere_is_refused(
    length: int, key: SecretKey, deliveries: Deliveries, tmp_path: Path
) -> None:
    path = tmp_path / "livraison.zip"
    path.write_bytes(delivery(key)[:length])
    with pytest.raises(AppError):
        deliveries.read(str(path))


def test_no_byte_of_a_delivery_may_change(
    key: SecretKey, deliveries: Deliveries, tmp_path: Path
) -> None:
    """Whatever reads a changed byte, it is refused, or it is a date of the container."""
    whole, path = delivery(key), tmp_path / "livraison.zip"
    right = deliveries_texts(deliveries, path, whole)
    for place in range(0, len(whole), 7):
        changed = whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :]
        try:
            found = deliveries_texts(deliveries, path, changed)
        except AppError:
            continue
        assert found == right, place


def deliveries_texts(deliveries: Deliveries, path: Path, data: bytes) -> dict[str, bytes]:
    path.write_bytes(data)
    return dict(deliveries.read(str(path)).texts)
