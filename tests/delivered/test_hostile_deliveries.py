"""Each hostile delivery is refused by its own code, quickly, and leaves nothing anywhere."""

import time
from pathlib import Path

import pytest

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.delivered import errors
from desktop_app.delivered.minisign import SecretKey, new_key
from desktop_app.delivered.store import Deliveries
from tests.delivered.hostile_deliveries import KINDS
from tests.helpers.deliveries import delivery, publishers

LONGEST_S = 5


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
