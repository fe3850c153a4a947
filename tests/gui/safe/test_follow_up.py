"""People, documents, dossiers and the week: what happened is noted, and both dates are shown."""

import datetime as dt
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import followup, timeline
from tests.gui import files
from tests.gui.keyboard import strike
from tests.gui.safe.conftest import TODAY, Driver
from tests.helpers.demo_blank import demo_blank

RAPO = "caf-rapo-rsa"


def with_person(driver: Driver, name: str = "Ana Müller") -> str:
    found: list[str] = []
    driver.work(lambda: found.append(driver.safe.people.add(name, on=TODAY)))
    return found[0]


def with_dossier(driver: Driver, person: str = "", title: str = "Indu de RSA") -> str:
    found: list[str] = []
    driver.work(
        lambda: found.append(
            driver.safe.dossiers.add(title, on=TODAY, person=person, procedure=RAPO)
        )
    )
    return found[0]


def note_day(driver: Driver, day: dt.date) -> None:
    for name, number in (("Jour", day.day), ("Mois", day.month), ("Année", day.year)):
        driver.type(name, str(number))


def note(driver: Driver, button: str, day: dt.date) -> None:
    driver.press(button)
    note_day(driver, day)


def lines(driver: Driver) -> list[str]:
    return driver.words().splitlines()


def slip(path: Path, kind: str = "PNG") -> Path:
    """Make the photo of a receipt."""
    Image.new("RGB", (60, 40), "navy").save(path, kind)
    return path


class TestPeople:
    def test_a_person_is_added_and_written_for_by_a_gesture(self, in_safe: Driver) -> None:
        in_safe.go(to.People())
        in_safe.type("Nom d’une nouvelle personne", "Béatrice Œdipe")
        in_safe.enter()
        assert "Pour : moi" in in_safe.window._bar.whom.text()
        in_safe.press("Écrire pour cette personne : Béatrice Œdipe")
        assert in_safe.window._bar.whom.text() == "Pour : Béatrice Œdipe"

    def test_opening_her_documents_does_not_change_the_banner(self, in_safe: Driver) -> None:
        with_person(in_safe)
        in_safe.go(to.People())
        in_safe.press("Ses documents : Ana Müller")
        assert in_safe.window._bar.whom.text() == "Pour : moi"

    def test_each_value_says_where_it_comes_from_and_when(self, in_safe: Driver) -> None:
        person = with_person(in_safe)
        in_safe.work(
            lambda: in_safe.safe.people.keep_value(
                person,
                "adresse.voie",
                "12 rue des Lilas",
                source="typed",
                on=dt.date(2026, 11, 3),
            )
        )
        in_safe.go(to.People())
        in_safe.press("Sa fiche : Ana Müller")
        assert "12 rue des Lilas (donné par vous le 3 novembre 2026)" in in_safe.words()

    def test_a_household_is_made_of_persons_of_the_safe(self, in_safe: Driver) -> None:
        with_person(in_safe)
        with_person(in_safe, "Zoé")
        in_safe.go(to.People())
        in_safe.press("Ajouter à son foyer : Ana Müller")
        in_safe.press("Zoé")
        in_safe.type("Quel est son lien avec cette personne ?", "fille")
        in_safe.press("Ajouter au foyer")
        assert "Vit avec : Zoé (fille)." in in_safe.words()
        in_safe.press("Retour")
        assert "Vit avec : Ana Müller." in in_safe.words()

    def test_nothing_crosses_from_one_person_to_another(self, in_safe: Driver) -> None:
        ana, zoe = with_person(in_safe), with_person(in_safe, "Zoé")
        in_safe.work(lambda: in_safe.safe.add(b"a", title="Lettre d’Ana", on=TODAY, person=ana))
        in_safe.go(to.Documents(person=zoe))
        assert not [one for one in rows(in_safe) if "Ana" in one]


def rows(driver: Driver) -> list[str]:
    from desktop_app.gui.widgets.wrapping import LongButton

    return [one.accessibleName() for one in driver.page.findChildren(LongButton)]


def look(driver: Driver) -> None:
    """Look at once for what was typed."""
    from desktop_app.gui.page_places import SearchPlace

    (place,) = driver.page.findChildren(SearchPlace)
    place.look()
    driver.settle()


class TestDocuments:
    def test_the_search_answers_while_typing_without_accents(self, in_safe: Driver) -> None:
        def fill() -> None:
            in_safe.safe.add(b"a", title="Décision de la CAF", on=TODAY, text="trop-perçu")
            in_safe.safe.add(b"b", title="Facture", on=TODAY)

        in_safe.work(fill)
        in_safe.go(to.Documents())
        in_safe.type("Chercher un mot", "decis")
        look(in_safe)
        assert "1 document trouvé" in in_safe.words()
        in_safe.type("Chercher un mot", "TROP-PERCU")
        look(in_safe)
        assert "1 document trouvé" in in_safe.words()
        in_safe.type("Chercher un mot", "zzz")
        look(in_safe)
        assert "Rien trouvé" in in_safe.words()

    @pytest.mark.parametrize("typed", ["dette", "DETTE rsa", "muller"])
    def test_a_dossier_is_found_by_its_title_or_its_person(
        self, in_safe: Driver, typed: str
    ) -> None:
        ana = with_person(in_safe)
        add = in_safe.safe.dossiers.add
        in_safe.work(lambda: add("Une dette de RSA", on=TODAY, person=ana))
        in_safe.work(lambda: add("Un loyer", on=TODAY))
        in_safe.go(to.Documents())
        in_safe.type("Chercher un mot", typed)
        look(in_safe)
        assert rows(in_safe) == ["Une dette de RSA — Ana Müller, depuis le 25 novembre 2026"]
        assert "1 dossier trouvé" in in_safe.words()

    def test_what_is_found_among_everyone_says_whose_it_is(self, in_safe: Driver) -> None:
        ana = with_person(in_safe)
        in_safe.work(lambda: in_safe.safe.add(b"a", title="Recours", on=TODAY, person=ana))
        in_safe.go(to.Documents())
        assert rows(in_safe) == ["Document : Recours, 25 novembre 2026 — Ana Müller"]
        in_safe.go(to.Documents(person=ana))
        assert rows(in_safe) == ["Document : Recours, 25 novembre 2026"]

    def test_hundreds_are_shown_some_at_a_time(self, in_safe: Driver) -> None:
        for number in range(35):
            with_dossier(in_safe, title=f"Affaire {number}")
        in_safe.go(to.Documents())
        assert len(rows(in_safe)) == 30
        in_safe.press("Voir les 5 autres")
        assert len(rows(in_safe)) == 35
        focused = in_safe.app.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == rows(in_safe)[30]

    def test_the_pages_are_drawn_and_a_copy_is_the_same_bytes(
        self, in_safe: Driver, tmp_path: Path
    ) -> None:
        data, out = demo_blank(), tmp_path / "copie.pdf"
        found: list[str] = []
        in_safe.work(
            lambda: found.append(
                in_safe.safe.add(
                    data, title="Demande", on=TODAY, kind="form", pages=2, media="application/pdf"
                )
            )
        )
        in_safe.go(to.StoredDocument(document=found[0]))
        assert "Page 1 sur 2" in in_safe.words()
        assert not in_safe.page._preview._image.pixmap().isNull()
        in_safe.page.save_to(str(out))
        in_safe.settle()
        assert out.read_bytes() == data
        assert "plus protégée par le coffre" in in_safe.words()

    def test_the_bin_gives_back(self, in_safe: Driver) -> None:
        found: list[str] = []
        in_safe.work(lambda: found.append(in_safe.safe.add(b"a", title="Lettre", on=TODAY)))
        in_safe.go(to.StoredDocument(document=found[0]))
        in_safe.press("Mettre à la corbeille")
        assert in_safe.safe.documents() == []
        in_safe.press("Reprendre ce document")
        assert [one.title for one in in_safe.safe.documents()] == ["Lettre"]


class TestDossier:
    def test_from_the_decision_to_the_answer(self, in_safe: Driver) -> None:
        driver = in_safe
        dossier = with_dossier(driver, with_person(driver))
        driver.go(to.Dossier(dossier=dossier))
        note(driver, "J’ai reçu une décision", dt.date(2026, 11, 3))
        driver.press("Noter dans le dossier")
        assert "Décision reçue le 3 novembre 2026." in lines(driver)
        assert "Jeudi 31 décembre 2026" in lines(driver)
        assert "Dernier jour légal : lundi 4 janvier 2027." in lines(driver)

        note(driver, "J’ai posté la lettre", dt.date(2026, 11, 20))
        driver.type("Quel numéro", "1A 234")
        driver.press("Noter dans le dossier")
        assert "Jeudi 31 décembre 2026" not in lines(driver)
        assert "À venir : Réponse attendue avant le 20 janvier 2027." in lines(driver)

        note(driver, "L’avis de réception est revenu", dt.date(2026, 11, 23))
        driver.press("Noter dans le dossier")
        assert "À venir : Réponse attendue avant le 23 janvier 2027." in lines(driver)
        assert "À venir : Réponse attendue avant le 20 janvier 2027." not in lines(driver)

        driver.press("J’ai une réponse")
        note_day(driver, dt.date(2026, 11, 25))
        driver.press("Non : la demande est refusée")
        driver.press("Noter dans le dossier")
        told = lines(driver)
        assert any(line.startswith("Réponse reçue le 25 novembre 2026") for line in told)
        assert "À venir : Aller au tribunal administratif contre la décision." in told
        legal = [line for line in told if line.startswith("Dernier jour légal")]
        assert legal, told

    @pytest.mark.parametrize("field", ["Année", "Quel numéro est sur le reçu du recommandé ?"])
    def test_enter_notes_it_once_struck_twice_too(self, in_safe: Driver, field: str) -> None:
        dossier = with_dossier(in_safe)
        in_safe.go(to.Dossier(dossier=dossier))
        note(in_safe, "J’ai posté la lettre", TODAY)
        in_safe.to(field)
        strike(Qt.Key.Key_Return)
        strike(Qt.Key.Key_Return, after=80)
        in_safe.settle()
        assert in_safe.page.heading.text() == "Indu de RSA", "it was noted, and one is back"
        events = in_safe.safe.events.timeline(dossier)
        assert [one.kind for one in events].count("posted") == 1

    def test_today_is_one_press(self, in_safe: Driver) -> None:
        dossier = with_dossier(in_safe)
        in_safe.go(to.RecordEvent(dossier=dossier, kind="posted"))
        in_safe.press("C’est aujourd’hui")
        assert in_safe.focus().accessibleName() == "Jour"
        in_safe.enter()
        (noted,) = [e for e in in_safe.safe.events.timeline(dossier) if e.kind == "posted"]
        assert noted.day == TODAY

    def test_enter_in_a_day_that_is_not_whole_says_what_is_wrong(self, in_safe: Driver) -> None:
        in_safe.go(to.RecordEvent(dossier=with_dossier(in_safe), kind="posted"))
        in_safe.type("Jour", "31")
        in_safe.enter()
        assert "Cette date" in in_safe.words() or "Écrivez le jour" in in_safe.words()
        assert in_safe.focus().accessibleName().startswith("Jour — "), "one is taken there"

    def test_what_comes_back_from_an_appeal_is_an_answer_not_a_new_decision(
        self, in_safe: Driver
    ) -> None:
        in_safe.go(to.Dossier(dossier=with_dossier(in_safe)))
        note(in_safe, "J’ai reçu une décision", dt.date(2026, 11, 3))
        in_safe.press("Noter dans le dossier")
        note(in_safe, "J’ai posté la lettre", dt.date(2026, 11, 20))
        in_safe.press("Noter dans le dossier")
        with pytest.raises(AssertionError, match="cannot be reached"):
            in_safe.to("J’ai reçu une décision")
        assert in_safe.to("J’ai une réponse")

    def test_a_proof_is_kept_as_evidence(self, in_safe: Driver, tmp_path: Path) -> None:
        photo = slip(tmp_path / "reçu.png")
        in_safe.go(to.Dossier(dossier=with_dossier(in_safe)))
        note(in_safe, "J’ai posté la lettre", dt.date(2026, 11, 20))
        in_safe.page.put_proof(str(photo))
        in_safe.press("Noter dans le dossier")
        (kept,) = in_safe.safe.documents()
        assert (kept.kind, kept.media) == ("evidence", "image/png")
        assert in_safe.safe.content(kept.id) == photo.read_bytes()

    def test_a_proof_that_is_gone_loses_nothing_and_notes_nothing(
        self, in_safe: Driver, tmp_path: Path
    ) -> None:
        dossier = with_dossier(in_safe)
        in_safe.go(to.Dossier(dossier=dossier))
        note(in_safe, "J’ai posté la lettre", dt.date(2026, 11, 20))
        in_safe.type("Quel numéro", "1A 234")
        in_safe.page.put_proof(str(tmp_path / "absente.png"))
        in_safe.press("Noter dans le dossier")
        assert "Ce fichier n’existe pas" in in_safe.words()
        assert in_safe.to("Quel numéro").property("text") == "1A 234"
        assert in_safe.safe.events.timeline(dossier) == []

    @pytest.mark.parametrize(
        ("day", "said"),
        [
            pytest.param(TODAY + dt.timedelta(days=1), "pas encore arrivé", id="tomorrow"),
            pytest.param(None, "Il manque votre réponse", id="nothing"),
        ],
    )
    def test_an_impossible_day_is_said(
        self, day: dt.date | None, said: str, in_safe: Driver
    ) -> None:
        in_safe.go(to.RecordEvent(dossier=with_dossier(in_safe), kind=timeline.POSTED))
        if day:
            note_day(in_safe, day)
        in_safe.press("Noter dans le dossier")
        assert said in in_safe.words()

    def test_silence_reached_opens_what_follows(self, in_safe: Driver) -> None:
        driver, dossier = in_safe, with_dossier(in_safe)
        law = driver.tools.law

        def past() -> None:
            common = {"procedure": RAPO, "today": TODAY}
            followup.posted(driver.safe, law, dossier, day=dt.date(2026, 9, 1), **common)
            followup.receipt_returned(driver.safe, law, dossier, day=dt.date(2026, 9, 3), **common)

        driver.work(past)
        driver.go(to.Dossier(dossier=dossier))
        driver.press("Personne n’a répondu")
        assert any("Pas de réponse au 3 novembre 2026" in line for line in lines(driver))
        awaited = driver.safe.agenda.next_dates()
        assert {event.kind for event in awaited} == {timeline.NEXT}
        assert all(event.prudent_day or event.last_day for event in awaited)


class TestWeek:
    def test_empty_it_says_how_it_fills(self, in_safe: Driver) -> None:
        in_safe.go(to.Week())
        assert "Une date vient ici quand" in in_safe.words()

    def test_without_a_safe_it_says_why(self, driver: Driver) -> None:
        driver.go(to.Week())
        assert "Sans coffre, aucune date n’est gardée." in driver.words()

    def test_the_dates_go_to_a_calendar_without_names_unless_asked(
        self, in_safe: Driver, tmp_path: Path
    ) -> None:
        dossier = with_dossier(in_safe, with_person(in_safe, "Ana"), "Indu de Ana")
        in_safe.work(
            lambda: followup.decision_received(
                in_safe.safe, in_safe.tools.law, dossier, procedure=RAPO, day=TODAY, today=TODAY
            )
        )
        in_safe.go(to.Week())
        for name, asked in (("sans", False), ("avec", True)):
            if asked:
                in_safe.to("Écrire les noms et les dossiers").click()
            in_safe.press("Enregistrer pour un agenda (.ics)")
            files.save(in_safe.window, tmp_path / f"{name}.ics")
            in_safe.settle()
            assert "Le fichier est enregistré" in in_safe.words()
            written = (tmp_path / f"{name}.ics").read_text("utf-8")
            assert written.count("BEGIN:VEVENT") == 1
            assert ("Ana" in written) is asked

    def test_everyone_the_prudent_day_first_and_no_blame(self, in_safe: Driver) -> None:
        driver, law = in_safe, in_safe.tools.law
        for name, day in (("Ana", dt.date(2026, 10, 1)), ("Zoé", dt.date(2026, 8, 3))):
            dossier = with_dossier(driver, with_person(driver, name), f"Dossier de {name}")
            driver.work(
                lambda one=dossier, on=day: followup.decision_received(
                    driver.safe, law, one, procedure=RAPO, day=on, today=TODAY
                )
            )
        driver.go(to.Week())
        told = lines(driver)
        assert told.index("Dans les sept jours") < told.index("À regarder ensemble")
        assert "Ana — Dossier de Ana" in told
        assert any(line.startswith("La date du") and line.endswith("est passée") for line in told)
        assert "retard" not in driver.words().lower()
        driver.press("Ouvrir le dossier : Ana")
        assert driver.page.heading.text() == "Dossier de Ana"


def test_the_bin_is_looked_into_later(in_safe: Driver) -> None:
    def fill() -> None:
        document = in_safe.safe.add(b"a", title="Lettre", on=TODAY)
        in_safe.safe.bin.put(document, on=TODAY)

    in_safe.work(fill)
    in_safe.go(to.Documents())
    in_safe.press("Corbeille")
    assert "Lettre" in in_safe.words()
    in_safe.press("Reprendre ce document : Lettre")
    assert "La corbeille est vide." in in_safe.words()
    assert [one.title for one in in_safe.safe.documents()] == ["Lettre"]
