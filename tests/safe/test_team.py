"""Who is who in an office: roles held by the program, one helper whatever opens for her."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.core.office import (
    HELPER,
    RESPONSABLE,
    LastResponsable,
    NameMissing,
    NameTaken,
    Office,
    OnlyResponsable,
    RightKept,
)
from desktop_app.safe import stick_key
from desktop_app.safe.disk import Disk
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    KeyringUnavailable,
    LastSlot,
    SlotRemoved,
    WrongPassphrase,
)
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe
from desktop_app.safe.team import Team
from desktop_app.workflow.office.settings import keep_office
from tests.helpers.safes import OwnKeyring
from tests.safe.conftest import PHRASE, TODAY, Made, Said

NADIA = "sept loutres grises à Dunkerque"
ANNE = PHRASE


def opened(made: Made) -> tuple[Safe, str, str]:
    """Open the safe of an office of two, as who is responsable; return both ids too."""
    safe = made.open()
    keep_office(safe, Office("Le Relais"))
    anne = safe.acts.author
    safe.team.rename(anne, "Anne")
    safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)
    nadia = next(one.id for one in safe.team.all() if one.name == "Nadia")
    return safe, anne, nadia


def tell(team: Team) -> list[tuple[str, str, int]]:
    return [(one.name, one.role, len(one.ways)) for one in team.all()]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("desktop_app.safe.stick_key.on_one_disk", lambda _one, _other: False)
    (place := tmp_path / "stick").mkdir()
    return place


def test_a_helper_has_one_id_whatever_opens_for_her(made: Made, stick: Path) -> None:
    opened(made)[0].close()
    with made.open(NADIA) as safe:
        nadia = safe.acts.author
        safe.access.add_stick(stick, on=TODAY)
        assert tell(safe.team) == [("Anne", RESPONSABLE, 1), ("Nadia", HELPER, 2)]
        assert [one.name for one in safe.access.all()] == ["Anne", "", "Nadia", "Nadia"]
    [given] = stick_key.on([stick], Disk())
    with made.open(given) as safe:
        assert safe.acts.author == nadia


def test_a_helper_decides_neither_of_members_nor_of_rules(made: Made, tmp_path: Path) -> None:
    opened(made)[0].close()
    with made.open(NADIA) as safe:
        anne, nadia = safe.team.all()
        assert nadia.at_work
        slots = made.path / "keys"
        before = slots.read_bytes(), safe.database.value("SELECT count(*) FROM act")
        first, _words, own = safe.access.all()
        for refused in (
            lambda: safe.team.keep(Office("À moi")),
            lambda: safe.team.remove(anne.id, on=TODAY),
            lambda: safe.team.remove(nadia.id, on=TODAY),
            lambda: safe.team.give_role(nadia.id, RESPONSABLE),
            lambda: safe.team.rename(anne.id, "Moi"),
            lambda: safe.access.add_phrase("cinq hérissons verts à Laon", name="Zoé", on=TODAY),
            lambda: safe.access.change_phrase(first.id, "cinq hérissons verts à Laon", on=TODAY),
            lambda: safe.access.remove(first.id, on=TODAY),
            lambda: safe.access.renew_words(on=TODAY),
            lambda: safe.access.in_clear(NADIA, on=TODAY),
            lambda: safe.rotate(NADIA, on=TODAY),
            safe.erase,
        ):
            with pytest.raises(OnlyResponsable):
                refused()
        assert (slots.read_bytes(), safe.database.value("SELECT count(*) FROM act")) == before
        safe.access.change_phrase(own.id, "cinq hérissons verts à Laon", on=TODAY)
    with made.open("cinq hérissons verts à Laon") as safe:
        assert safe.acts.author == nadia.id


def test_the_last_responsable_stays(made: Made) -> None:
    safe, anne, nadia = opened(made)
    with safe:
        with pytest.raises(LastResponsable):
            safe.team.remove(anne, on=TODAY)
        with pytest.raises(LastResponsable):
            safe.team.give_role(anne, HELPER)
        with pytest.raises(LastResponsable):
            safe.access.remove(safe.access.all()[0].id, on=TODAY)
        safe.team.give_role(nadia, RESPONSABLE)
        safe.team.give_role(anne, HELPER)
        with pytest.raises(OnlyResponsable):
            safe.team.give_role(anne, RESPONSABLE)
        assert tell(safe.team) == [("Anne", HELPER, 1), ("Nadia", RESPONSABLE, 1)]


def test_who_is_removed_opens_no_more_by_anything_and_keeps_her_name(
    made: Made, stick: Path
) -> None:
    opened(made)[0].close()
    with made.open(NADIA) as safe:
        safe.access.add_stick(stick, on=TODAY)
        person = safe.people.add("Ana", on=TODAY)
        nadia = safe.acts.author
    with made.open() as safe:
        safe.team.remove(nadia, on=TODAY)
        assert tell(safe.team) == [("Anne", RESPONSABLE, 1)]
        assert [act.name for act in safe.acts.of(person)] == ["Nadia"]
        [gone] = [one for one in safe.team.all(removed=True) if one.id == nadia]
        assert (gone.removed_on, gone.ways) == (TODAY, ())
        # Nobody is Nadia again by her name alone.
        safe.access.add_phrase("cinq hérissons verts à Laon", name="Nadia", on=TODAY)
        assert [act.author for act in safe.acts.of(person)] == [nadia]
        assert nadia not in [one.id for one in safe.team.all()]
    with pytest.raises(WrongPassphrase):
        made.open(NADIA)
    [given] = stick_key.on([stick], Disk())
    with pytest.raises(SlotRemoved):
        made.open(given)


def test_a_removed_helper_s_computer_opens_no_more(made: Made) -> None:
    opened(made)[0].close()
    door = Door(choose_kdf=lambda: FLOOR, keyring=OwnKeyring())
    with door.open(made.path, NADIA, on=TODAY) as safe:
        safe.access.keyring.let_in(on=TODAY)
        nadia = safe.acts.author
    with door.open_without_phrase(made.path, on=TODAY) as safe:
        assert safe.acts.author == nadia
    with made.open() as safe:
        safe.team.remove(nadia, on=TODAY)
    with pytest.raises((KeyringUnavailable, WrongPassphrase)):
        door.open_without_phrase(made.path, on=TODAY)


def test_keys_put_back_open_no_more_for_who_was_removed(made: Made) -> None:
    safe, _anne, nadia = opened(made)
    former = {name: (made.path / name).read_bytes() for name in ("keys", "keys.2")}
    with safe:
        safe.team.remove(nadia, on=TODAY)
    for name, data in former.items():
        (made.path / name).write_bytes(data)
    with pytest.raises(SlotRemoved):
        made.open(NADIA)


def test_the_only_phrase_is_never_taken_away(made: Made) -> None:
    with made.open() as safe:
        keep_office(safe, Office())
        with pytest.raises((LastSlot, LastResponsable)):
            safe.team.remove(safe.acts.author, on=TODAY)


def test_a_safe_of_before_makes_its_first_member_responsable_and_tells_her(
    made: Made, said: Said
) -> None:
    with made.open() as safe:
        safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)
    with made.open(NADIA) as safe:
        keep_office(safe, Office("Le Relais"))
        assert tell(safe.team) == [("", RESPONSABLE, 1), ("Nadia", HELPER, 1)]
        with pytest.raises(OnlyResponsable):
            keep_office(safe, Office("Encore"))
    with made.open(tell=said) as safe:
        assert said.codes.count("made-responsable") == 1
        safe.have_read()
    with made.open(tell=said):
        assert said.codes.count("made-responsable") == 1


def test_names_tell_helpers_apart(made: Made) -> None:
    safe, anne, _nadia = opened(made)
    with safe:
        for name, refused in (("", NameMissing), ("  ", NameMissing), ("NADIA", NameTaken)):
            with pytest.raises(refused):
                safe.access.add_phrase("cinq hérissons verts à Laon", name=name, on=TODAY)
            with pytest.raises(refused):
                safe.team.rename(anne, name)
        safe.team.rename(anne, "anne")
        assert safe.team.one(anne).name == "anne"


def test_what_the_rules_keep_is_refused_to_a_helper(made: Made, tmp_path: Path) -> None:
    safe, _anne, _nadia = opened(made)
    with safe:
        keep_office(safe, Office("Le Relais", helpers=frozenset()))
        dossier = safe.dossiers.add("Indu", on=TODAY)
    with made.open(NADIA) as safe:
        for refused in (
            lambda: safe.bin.erase("dossier", dossier, on=TODAY),
            lambda: safe.matters.erase(safe.matters.whole(dossier=dossier), on=TODAY),
            lambda: safe.backup(tmp_path / "b.zip", on=TODAY),
            lambda: safe.export(tmp_path / "out"),
        ):
            with pytest.raises(RightKept):
                refused()
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        assert safe.bin.empty(on=TODAY + dt.timedelta(40)) == 1  # the bin's own delay


def test_another_goes_on_without_closing(made: Made, stick: Path) -> None:
    safe, anne, nadia = opened(made)
    with safe:
        first = safe.people.add("Ana", on=TODAY)
        for wrong in ("pas une phrase du coffre", ANNE + "!", " ".join(made.words)):
            with pytest.raises(WrongPassphrase):
                safe.access.go_on_as(wrong)
        assert safe.acts.author == anne
        assert safe.access.go_on_as(NADIA) == ()
        second = safe.people.add("Béa", on=TODAY)
        assert [act.author for one in (first, second) for act in safe.acts.of(one)] == [
            anne,
            nadia,
        ]
        assert safe.team.working() == (nadia, "Nadia")
        with pytest.raises(OnlyResponsable):
            keep_office(safe, Office("À moi"))
        safe.access.add_stick(stick, on=TODAY)
        assert [notice.code for notice in safe.access.go_on_as(ANNE)] == ["added-key-file"]
        assert safe.acts.author == anne
        safe.have_read()
        assert safe.access.go_on_as(ANNE) == ()


def test_who_changes_the_key_stays_who_she_was(made: Made) -> None:
    safe, anne, nadia = opened(made)
    person = safe.people.add("Ana", on=TODAY)
    safe.rotate(ANNE, on=TODAY)
    with made.open() as safe:
        assert safe.acts.author == anne
        assert tell(safe.team) == [("Anne", RESPONSABLE, 1)]
        assert [act.name for act in safe.acts.of(person)] == ["Anne"]
        assert nadia in [one.id for one in safe.team.all(removed=True)]
    with pytest.raises(WrongPassphrase):
        made.open(NADIA)
