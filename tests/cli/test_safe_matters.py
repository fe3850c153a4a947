"""``safe write, dossiers, dossier, note, people``: what the window does, by command."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends import fail
from PIL import Image

from desktop_app.datafiles import data_root
from tests.cli.test_form import DEMO, answers
from tests.cli.test_safe import Tools, safe
from tests.helpers.clocks import Noon
from tests.helpers.pictures import pictures_in, signature_file
from tests.safe.test_system_keyring import InMemory

LETTER = data_root("forms") / "letters" / "caf-indu-rsa" / "examples" / "1-je-ne-dois-rien.toml"
SLIP = "1A 234 567 8901 2"


class Clock(Noon):
    """The day on which the law was read."""

    def today(self) -> dt.date:
        return dt.date(2026, 11, 24)


class Today(Tools):
    """The real tools, on that day."""

    clock = Clock()  # type: ignore[assignment]


@pytest.fixture(autouse=True)
def _on_a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.cli.test_safe.Tools", Today)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert safe("create", tmp_path / "coffre")[0] == 0
    return tmp_path / "coffre"


@pytest.fixture
def filed(folder: Path) -> Any:
    status, data, _ = safe(
        "write", folder, "caf-indu-rsa", "--answers", LETTER, "--person", "Ana Diaz"
    )
    assert status == 0, data
    return data


def events(folder: Path, dossier: str) -> list[str]:
    status, data, _ = safe("dossier", folder, dossier)
    assert status == 0, data
    return [event["kind"] for event in data["events"]]


def test_answers_filed_without_a_form_are_not_called_a_form(folder: Path) -> None:
    status, filed, _ = safe("write", folder, DEMO, "--answers", answers())
    said = json.dumps(filed["page"], ensure_ascii=False)
    assert (status, "fait, relu et rangé" in said) == (0, False)
    assert "Les réponses sont relues et rangées, seules" in said
    assert said.index("Imprimez les réponses") < said.index("Relisez le formulaire")


def test_a_letter_is_made_proved_and_filed_with_its_day_to_act(folder: Path, filed: Any) -> None:
    assert set(filed) == {"dossier", "document", "pages", "verified", "total", "signature", "page"}
    assert filed["verified"] == filed["total"] > 20
    (item,) = safe("list", folder)[1]["items"]
    assert (item["id"], item["person"]) == (filed["document"], "Ana Diaz")
    (awaited,) = safe("agenda", folder)[1]["items"]
    assert awaited["dossier_id"] == filed["dossier"]
    assert awaited["prudent_day"] <= awaited["last_day"]
    (dossier,) = safe("dossiers", folder)[1]["items"]
    assert (dossier["id"], dossier["procedure"]) == (filed["dossier"], "caf-rapo-rsa")


def test_the_same_letter_is_filed_once_until_it_is_thrown_away(folder: Path, filed: Any) -> None:
    again = ("write", folder, "caf-indu-rsa", "--answers", LETTER, "--person")
    assert safe(*again, "Ana Diaz")[1] == filed
    assert len(safe("agenda", folder)[1]["items"]) == 1
    assert safe(*again, "Zoé")[1]["dossier"] != filed["dossier"], "it is of another person"
    assert safe("bin", folder, filed["document"], "--put")[0] == 0
    assert safe(*again, "Ana Diaz")[1]["document"] != filed["document"]


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The answers of the letter, with another town."""
    said = LETTER.read_text("utf-8")
    found = tmp_path / "autres.toml"
    found.write_text(said.replace('commune = "', 'commune = "Vieux-'), "utf-8")
    assert found.read_text("utf-8") != said
    return found


def written(folder: Path, answers: Path, *more: str) -> tuple[Any, str]:
    options = ("--answers", answers, "--person", "Ana Diaz", *more)
    status, data, _ = safe("write", folder, "caf-indu-rsa", *options)
    assert status == 0, data
    return data, str(data["page"])


def test_in_its_dossier_the_changed_letter_takes_the_place_of_the_former(
    folder: Path, filed: Any, changed: Path
) -> None:
    again, said = written(folder, changed, "--dossier", filed["dossier"])
    assert again["dossier"] == filed["dossier"] != again["document"]
    assert "La version précédente y reste" in said
    assert len(safe("agenda", folder)[1]["items"]) == 1
    assert len(safe("dossiers", folder)[1]["items"]) == 1
    safe("note", folder, filed["dossier"], "posted", "--date", "2026-11-24")
    later, said = written(folder, LETTER, "--dossier", filed["dossier"], "--today", "2026-11-25")
    assert "La version précédente y reste" not in said, "it was sent: this is another letter"
    assert later["dossier"] == filed["dossier"]


def test_elsewhere_it_is_said_that_one_of_the_same_model_waits_and_how_to_join_it(
    folder: Path, filed: Any, changed: Path
) -> None:
    again, said = written(folder, changed)
    assert again["dossier"] != filed["dossier"]
    assert f"--dossier {filed['dossier']}" in said
    safe("bin", folder, again["dossier"], "--kind", "dossier", "--put")
    safe("note", folder, filed["dossier"], "posted", "--date", "2026-11-24")
    assert "--dossier" not in written(folder, changed)[1], "that one was sent"


def test_a_title_that_none_has_opens_a_dossier(folder: Path) -> None:
    data, _said = written(folder, LETTER, "--dossier", "Ma dette")
    (one,) = safe("dossiers", folder)[1]["items"]
    assert (one["id"], one["title"]) == (data["dossier"], "Ma dette")
    assert one["procedure"] == "caf-rapo-rsa"
    assert written(folder, LETTER, "--dossier", "Ma dette")[0] == data


def test_posted_received_then_silent_then_what_follows(
    folder: Path, filed: Any, tmp_path: Path
) -> None:
    dossier = filed["dossier"]
    Image.new("RGB", (600, 400), "white").save(tmp_path / "recu.jpg")
    status, noted, said = safe(
        *("note", folder, dossier, "posted", "--date", "2026-11-20"),
        *("--number", SLIP, "--proof", tmp_path / "recu.jpg"),
    )
    assert status == 0, said
    assert [event["kind"] for event in noted["awaited"]] == ["silence-expected"]
    evidence = [d for d in safe("list", folder)[1]["items"] if d["kind"] == "evidence"]
    assert len(evidence) == 1
    assert safe("note", folder, dossier, "receipt", "--date", "2026-11-23")[0] == 0
    found = safe("dossier", folder, dossier)[1]
    assert {"posted", "receipt-returned", "silence-expected"} <= set(events(folder, dossier))
    assert found["next"]["silences"][0]["day"] == "2027-01-23"
    # Two months have not passed: silence means nothing yet.
    status, refused, _ = safe("note", folder, dossier, "silence")
    assert (status, refused["error"]["code"]) == (3, "nothing-posted")
    assert safe("note", folder, dossier, "answer", "--answer", "refus")[0] == 0
    assert "answer-received-refus" in events(folder, dossier)


def test_replies_that_decide_nothing_are_noted_with_what_the_law_says(
    folder: Path, filed: Any
) -> None:
    dossier = filed["dossier"]
    assert safe("note", folder, dossier, "posted", "--date", "2026-11-20")[0] == 0
    status, noted, said = safe(
        *("note", folder, dossier, "papers-asked", "--date", "2026-11-23"),
        *("--until", "2026-12-10"),
    )
    assert (status, noted["law"]["basis"].split(" ;")[0]) == (0, "CRPA L.114-5"), said
    assert "papers-asked" in [event["kind"] for event in noted["awaited"]]
    noted = safe("note", folder, dossier, "wrong-body", "--date", "2026-11-23")[1]
    assert noted["law"]["basis"].startswith("CRPA L.114-2")
    noted = safe("note", folder, dossier, "late-appeal", "--date", "2026-11-24")[1]
    assert noted["law"]["basis"].startswith("CJA R.421-5")
    assert "answer-received-tardive" in events(folder, dossier)
    status, refused, _ = safe("note", folder, dossier, "wrong-body", "--until", "2026-12-10")
    assert (status, refused["error"]["code"]) == (2, "usage")


def test_a_dossier_tells_its_ladder_with_cost_and_lawyer(folder: Path, filed: Any) -> None:
    _, data, _ = safe("dossier", folder, filed["dossier"])
    here, court = data["ladder"][:2]
    assert (here["state"], here["procedure"]) == ("ici", "caf-rapo-rsa")
    assert here["prudent_day"] <= here["last_day"]
    assert (court["state"], court["procedure"]) == ("ensuite", "recours-ta")
    assert court["cost"].startswith("gratuit")
    assert court["lawyer"]
    assert "Vous êtes ici" in here["text"]


def test_a_dossier_is_called_by_its_title_too(folder: Path, filed: Any) -> None:
    title = safe("dossiers", folder)[1]["items"][0]["title"]
    assert safe("dossier", folder, title)[1]["id"] == filed["dossier"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (["posted", "--date", "2026-12-24"], "day-in-future"),
        (["receipt"], "nothing-posted"),
        (["answer"], "usage"),
        (["decision", "--number", SLIP], "usage"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_noted(
    folder: Path, filed: Any, said: list[str], code: str
) -> None:
    before = events(folder, filed["dossier"])
    status, refused, _ = safe("note", folder, filed["dossier"], *said)
    assert (status, refused["error"]["code"]) == (2 if code == "usage" else 3, code)
    assert events(folder, filed["dossier"]) == before


def test_an_unknown_dossier_is_refused(folder: Path) -> None:
    status, refused, _ = safe("dossier", folder, "inconnu")
    assert (status, set(refused)) == (3, {"error"})


def test_people_with_what_is_known_of_them(folder: Path, filed: Any) -> None:
    names = [one["name"] for one in safe("people", folder)[1]["items"]]
    assert names == ["Ana Diaz"]
    names = [one["name"] for one in safe("people", folder, "--add", "Léo Diaz")[1]["items"]]
    assert sorted(names) == ["Ana Diaz", "Léo Diaz"]


def test_who_may_be_here_already_is_told_when_somebody_is_added(folder: Path, filed: Any) -> None:
    """She is added all the same: the same name is a doubt, and two lines to compare."""
    status, added, _ = safe("people", folder, "--add", "DIAZ ana")
    assert (status, len(added["items"]), len(added["may_be"])) == (0, 2, 1)
    assert safe("people", folder, "--add", "Zoltán Kovács")[1]["may_be"] == []
    assert "may_be" not in safe("people", folder)[1]


def test_answers_that_cannot_be_used_are_refused_before_the_safe_is_opened(
    folder: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "a.toml"
    answers.write_text("[answers]\nmontant = 'beaucoup'\n", "utf-8")
    status, refused, _ = safe("write", folder, "caf-indu-rsa", "--answers", answers)
    assert (status, refused["error"]["code"]) == (3, "invalid-answers")
    assert safe("list", folder)[1]["items"] == []


def test_a_reminder_of_ones_own_comes_in_the_agenda(folder: Path, filed: Any) -> None:
    said = ("note", folder, filed["dossier"], "to-do", "--date", "2026-12-01")
    status, data, _ = safe(*said, "--what", "Appeler la Caf")
    assert status == 0, data
    assert ("to-do", "Appeler la Caf", "2026-12-01") in [
        (event["kind"], event["title"], event["day"])
        for event in safe("agenda", folder)[1]["items"]
    ]
    assert safe(*said)[0] == 2, "what there is to do is missing"


def test_a_wrong_day_is_corrected_and_what_follows_moves_with_it(folder: Path, filed: Any) -> None:
    dossier = filed["dossier"]
    assert safe("note", folder, dossier, "posted", "--date", "2026-11-10")[0] == 0
    found = safe("dossier", folder, dossier)[1]
    event = next(one for one in found["events"] if one["kind"] == "posted")
    before = found["next"]["silences"][0]["day"]
    assert safe("correct", folder, dossier, event["id"], "--date", "2026-11-20")[0] == 0
    assert safe("dossier", folder, dossier)[1]["next"]["silences"][0]["day"] > before
    assert safe("correct", folder, dossier, event["id"], "--remove")[0] == 0
    assert "posted" not in events(folder, dossier)
    assert safe("correct", folder, dossier, event["id"], "--put-back")[0] == 0
    assert "posted" in events(folder, dossier)
    status, refused, _ = safe("correct", folder, dossier, "inconnue", "--remove")
    assert (status, refused["error"]["code"]) == (2, "usage")


def test_a_dossier_goes_to_the_bin_and_comes_back_or_is_erased(folder: Path, filed: Any) -> None:
    dossier = filed["dossier"]
    binned = safe("bin", folder, dossier, "--kind", "dossier", "--put")[1]["items"]
    assert [(one["kind"], one["id"]) for one in binned] == [("dossier", dossier)]
    assert safe("list", folder)[1]["items"] == []
    assert safe("bin", folder, dossier, "--kind", "dossier", "--take-back")[1]["items"] == []
    assert len(safe("list", folder)[1]["items"]) == 1
    safe("bin", folder, filed["document"], "--put")
    assert safe("bin", folder, filed["document"], "--erase")[1]["items"] == []
    assert safe("list", folder)[1]["items"] == []
    assert safe("bin", folder, dossier)[0] == 2


def test_a_person_is_renamed_and_her_household_changes(folder: Path, filed: Any) -> None:
    safe("people", folder, "--add", "Léo Diaz")
    status, data, said = safe(
        *("person", folder, "Ana Diaz", "--together", "Léo Diaz", "--role", "fils")
    )
    assert (status, data["household"]) == (0, [{"name": "Léo Diaz", "role": "fils"}]), said
    assert safe("person", folder, "Ana Diaz", "--apart", "Léo Diaz")[1]["household"] == []
    assert safe("person", folder, "Ana Diaz", "--rename", "Ana Dias")[1]["name"] == "Ana Dias"


def test_the_keyring_opens_too_and_the_phrase_is_asked_again(folder: Path) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    try:
        assert safe("keys", folder, "keyring", "on")[:2] == (0, {"keyring": True})
        kinds = [key["kind"] for key in safe("keys", folder, "list")[1]["keys"]]
        assert kinds == ["passphrase", "recovery-words", "keyring"]
        Today.safes.open_without_phrase(folder, on=Today.clock.today()).close()
        assert safe("keys", folder, "keyring", "off")[:2] == (0, {"keyring": False})
        assert not Today.safes.ways.may_open_without_phrase(folder)
        keyring.set_keyring(fail.Keyring())
        status, refused, _ = safe("keys", folder, "keyring", "on")
        assert (status, refused["error"]["code"]) == (3, "keyring-unavailable")
    finally:
        keyring.set_keyring(before)


@pytest.mark.parametrize("mode", ["public", "association"])
def test_the_keyring_opens_at_home_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(Today, "mode", mode)
    status, refused, _ = safe("keys", folder, "keyring", "on")
    assert (status, refused["error"]["code"]) == (2, "usage")


def test_a_date_before_the_last_opening_is_told_until_it_is_said_to_be_right(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert safe("today", folder)[1].items() >= {"today": "2026-11-24", "doubt": None}.items()
    later, before = dt.date(2027, 3, 1), dt.date(2026, 12, 1)
    monkeypatch.setattr(Clock, "today", lambda _clock: later)
    assert safe("today", folder)[1]["doubt"] is None
    monkeypatch.setattr(Clock, "today", lambda _clock: before)
    assert safe("today", folder)[1]["doubt"] == "before-safe"
    assert safe("today", folder, "--right")[1]["doubt"] is None
    monkeypatch.setattr(Clock, "today", lambda _clock: dt.date(2039, 1, 1))
    status, found, said = safe("today", folder)
    assert (status, found["doubt"]) == (0, "too-far")
    assert "plus de dix ans" in said


class TestTheImageOfASignature:
    @pytest.fixture
    def image(self, tmp_path: Path) -> Path:
        (tmp_path / "signature.jpg").write_bytes(signature_file())
        return tmp_path / "signature.jpg"

    def write(self, folder: Path, *more: str) -> tuple[int, Any]:
        status, data, _ = safe(
            "write", folder, "caf-indu-rsa", "--answers", LETTER, "--person", "Simone Martin", *more
        )
        return status, data

    def pictures(self, tmp_path: Path, folder: Path, document: str) -> int:
        out = tmp_path / f"{document}.pdf"
        assert safe("show", folder, document, "--out", out)[0] == 0
        return pictures_in(out.read_bytes())

    def test_it_is_kept_and_put_on_a_letter_only_when_asked(
        self, tmp_path: Path, folder: Path, image: Path
    ) -> None:
        assert safe("people", folder, "--add", "Simone Martin")[0] == 0
        status, kept, _ = safe("signature", folder, "Simone Martin", "--file", image)
        assert (status, bool(kept["document"])) == (0, True)
        _, plain = self.write(folder)
        status, signed = self.write(folder, "--signature")
        assert (status, plain["signature"], signed["signature"]) == (0, False, True)
        assert self.pictures(tmp_path, folder, plain["document"]) == 0
        assert self.pictures(tmp_path, folder, signed["document"]) == 1

    def test_without_any_nothing_is_written(self, folder: Path) -> None:
        status, data = self.write(folder, "--signature")
        assert (status, data["error"]["code"]) == (3, "signature-missing")
        assert safe("list", folder)[1]["items"] == []
        assert safe("people", folder)[1]["items"] == []

    def test_it_goes_to_the_bin_and_comes_back(self, folder: Path, image: Path) -> None:
        assert safe("people", folder, "--add", "Simone Martin")[0] == 0
        document = safe("signature", folder, "Simone Martin", "--file", image)[1]["document"]
        assert safe("signature", folder, "Simone Martin", "--remove")[1]["document"] is None
        assert safe("bin", folder, document, "--take-back")[0] == 0
        assert safe("signature", folder, "Simone Martin")[1]["document"] == document

    def test_what_is_no_picture_is_refused_before_the_safe_opens(
        self, tmp_path: Path, folder: Path
    ) -> None:
        (tmp_path / "f.png").write_bytes(b"%PDF-1.7")
        status, data, _ = safe("signature", folder, "Simone Martin", "--file", tmp_path / "f.png")
        assert (status, data["error"]["code"]) == (3, "picture-unreadable")
