"""A dossier's timeline, by the keyboard: corrected, taken back, proved, followed, erased."""

import datetime as dt
import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.gui.widgets.timeline import TimelineStep
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import followup, timeline
from tests.gui.safe.conftest import TODAY, DrivenTools, Driver, Start
from tests.helpers.clocks import Noon
from tests.helpers.recognition import needed
from tests.received.drawing import draw
from tests.received.letters import letters
from tests.received.noise import KINDS

RAPO = "caf-rapo-rsa"
DECIDED, SENT = dt.date(2026, 11, 3), dt.date(2026, 11, 20)
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 200


def matter(driver: Driver, *, decided: bool = True, posted: bool = False) -> str:
    """Open a dossier with what was noted in it, and show it."""
    found: list[str] = []

    def work() -> None:
        safe, law = driver.safe, driver.tools.law
        person = safe.people.add("Ana Müller", on=TODAY)
        found.append(safe.dossiers.add("Indu de RSA", on=TODAY, person=person, procedure=RAPO))
        common = {"procedure": RAPO, "today": TODAY}
        if decided:
            followup.decision_received(safe, law, found[0], day=DECIDED, **common)
        if posted:
            followup.posted(safe, law, found[0], day=SENT, number="1A 234", **common)

    driver.work(work)
    driver.go(to.Dossier(dossier=found[0]))
    return found[0]


def type_day(driver: Driver, day: dt.date) -> None:
    for name, number in (("Jour", day.day), ("Mois", day.month), ("Année", day.year)):
        driver.type(name, str(number))


def slip(path: Path, kind: str = "JPEG") -> Path:
    Image.new("RGB", (600, 400), "navy").save(path, kind)
    return path


def lines(driver: Driver) -> list[str]:
    return driver.words().splitlines()


class TestShown:
    def test_both_dates_at_each_step_the_prudent_first(self, in_safe: Driver) -> None:
        matter(in_safe)
        (row,) = in_safe.page.findChildren(TimelineStep)
        shown = [(w.text(), w.property("role")) for w in row.children() if hasattr(w, "say")]
        assert shown == [
            ("Décision reçue le 3 novembre 2026.", "body"),
            ("À poster au plus tard le jeudi 31 décembre 2026", "label"),
            ("Dernier jour légal : lundi 4 janvier 2027.", "body"),
        ]

    def test_what_is_to_come_says_so_in_words_not_by_its_dot_alone(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        assert "À venir : Réponse attendue avant le 20 janvier 2027." in lines(in_safe)

    def test_when_everything_was_said_nothing_impossible_is_offered(self, in_safe: Driver) -> None:
        matter(in_safe)
        offered = [b.text() for b in in_safe.page.findChildren(QPushButton)]
        assert "J’ai une réponse" not in offered, "nothing was posted"
        assert "L’avis de réception est revenu" not in offered


class TestCorrecting:
    def test_a_wrong_day_is_typed_again_and_the_dates_follow(self, in_safe: Driver) -> None:
        matter(in_safe)
        in_safe.press("Corriger : Décision reçue le 3 novembre 2026")
        assert in_safe.to("Jour").property("text") == "03", "what was noted is there"
        type_day(in_safe, dt.date(2026, 11, 6))
        in_safe.press("Enregistrer la correction")
        assert "Décision reçue le 6 novembre 2026." in lines(in_safe)
        assert "À poster au plus tard le mercredi 6 janvier 2027" in lines(in_safe)

    def test_a_day_that_contradicts_the_rest_is_refused_and_stays_typed(
        self, in_safe: Driver
    ) -> None:
        dossier = matter(in_safe, posted=True)
        in_safe.press("Corriger : Lettre postée")
        type_day(in_safe, dt.date(2026, 11, 1))
        in_safe.press("Enregistrer la correction")
        assert "avant celui où vous avez reçu la décision" in in_safe.words()
        assert in_safe.to("Jour").property("text") == "1"
        posted = in_safe.safe.events.timeline(dossier)[1]
        assert posted.day == SENT

    def test_a_step_is_removed_once_asked_and_put_back(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        in_safe.press("Corriger : Lettre postée")
        in_safe.press("Retirer cette étape")
        assert "« Lettre postée le 20 novembre 2026" in in_safe.words(), "it is named"
        in_safe.press("Retirer")
        assert "À poster au plus tard le jeudi 31 décembre 2026" in lines(in_safe), (
            "to be posted again"
        )
        in_safe.press("Remettre : Lettre postée le 20 novembre 2026")
        assert "À venir : Réponse attendue avant le 20 janvier 2027." in lines(in_safe)

    def test_asked_then_kept_nothing_is_removed(self, in_safe: Driver) -> None:
        dossier = matter(in_safe, posted=True)
        in_safe.press("Corriger : Lettre postée")
        in_safe.press("Retirer cette étape")
        in_safe.press("Garder")
        assert len(in_safe.safe.events.timeline(dossier)) == 3

    def test_what_is_no_longer_awaited_may_be_again(self, in_safe: Driver) -> None:
        matter(in_safe)
        in_safe.press("Ne plus l’attendre : Décision reçue")
        assert in_safe.safe.agenda.next_dates() == []
        in_safe.press("L’attendre à nouveau : Décision reçue")
        assert len(in_safe.safe.agenda.next_dates()) == 1

    def test_an_answer_no_longer_awaited_may_be_again(self, in_safe: Driver) -> None:
        matter(in_safe, posted=True)
        in_safe.press("Ne plus l’attendre : Réponse attendue")
        assert in_safe.safe.agenda.next_dates() == []
        in_safe.press("Attendre à nouveau : Réponse attendue avant le 20 janvier 2027.")
        assert len(in_safe.safe.agenda.next_dates()) == 1


class TestProof:
    def test_the_photo_is_added_later_and_looked_at(self, in_safe: Driver, tmp_path: Path) -> None:
        matter(in_safe, posted=True)
        in_safe.press("Corriger : Lettre postée")
        in_safe.page.put_proof(str(slip(tmp_path / "reçu.jpg")))
        in_safe.press("Enregistrer la correction")
        in_safe.press("Voir la preuve")
        shown = in_safe.page._preview._image.pixmap()
        assert (shown.width(), shown.height()) == (600, 400)

    def test_another_photo_takes_its_place_the_first_goes_to_the_bin(
        self, in_safe: Driver, tmp_path: Path
    ) -> None:
        matter(in_safe, posted=True)
        for name in ("un.jpg", "deux.jpg"):
            in_safe.press("Corriger : Lettre postée")
            in_safe.page.put_proof(str(slip(tmp_path / name)))
            in_safe.press("Enregistrer la correction")
        assert len(in_safe.safe.documents()) == 1
        assert len(in_safe.safe.bin.all()) == 1

    @pytest.mark.parametrize(
        ("name", "data", "said"),
        [
            pytest.param("photo.heic", HEIC, "un format récent (HEIC)", id="recent phone"),
            pytest.param("photo.jpg", b"\xff\xd8\xff" + b"\0" * 99, "abîmée", id="broken"),
            pytest.param("note.txt", b"bonjour", "d’un autre genre", id="text"),
        ],
    )
    def test_a_photo_that_cannot_be_seen_is_refused_and_nothing_is_lost(
        self, in_safe: Driver, tmp_path: Path, name: str, data: bytes, said: str
    ) -> None:
        dossier = matter(in_safe)
        (tmp_path / name).write_bytes(data)
        in_safe.press("J’ai posté la lettre")
        type_day(in_safe, SENT)
        in_safe.type("Quel numéro", "1A 234")
        in_safe.page.put_proof(str(tmp_path / name))
        in_safe.press("Noter dans le dossier")
        assert said in in_safe.words()
        assert in_safe.to("Quel numéro").property("text") == "1A 234"
        assert [e.kind for e in in_safe.safe.events.timeline(dossier)] == ["decision-received"]
        assert in_safe.safe.documents() == []


class TestOwnReminder:
    def test_what_one_wants_to_be_reminded_of_comes_in_the_week(self, in_safe: Driver) -> None:
        matter(in_safe, decided=False)
        in_safe.press("Autre chose à faire")
        in_safe.type("Que faudra-t-il faire", "Appeler la Caf")
        type_day(in_safe, TODAY + dt.timedelta(days=2))
        in_safe.press("Noter dans le dossier")
        assert "À venir : Appeler la Caf, le 27 novembre 2026." in lines(in_safe)
        in_safe.go(to.Week())
        assert "Appeler la Caf" in lines(in_safe)
        assert "Ana Müller — Indu de RSA" in lines(in_safe)
        in_safe.press("Ouvrir le dossier")
        in_safe.press("C’est fait")
        assert "Fait : Appeler la Caf." in lines(in_safe)
        assert in_safe.safe.agenda.next_dates() == []

    @pytest.mark.parametrize(
        ("what", "day", "said"),
        [
            pytest.param("Appeler", TODAY - dt.timedelta(days=1), "Ce jour est passé", id="past"),
            pytest.param(" ", TODAY, "Écrivez en quelques mots", id="nothing"),
            pytest.param("Appeler", dt.date(2126, 1, 1), "plus de dix ans", id="another century"),
        ],
    )
    def test_what_cannot_be_reminded_is_said(
        self, in_safe: Driver, what: str, day: dt.date, said: str
    ) -> None:
        dossier = matter(in_safe, decided=False)
        in_safe.press("Autre chose à faire")
        in_safe.type("Que faudra-t-il faire", what)
        type_day(in_safe, day)
        in_safe.press("Noter dans le dossier")
        assert said in in_safe.words()
        assert in_safe.safe.events.timeline(dossier) == []


def test_a_paper_received_is_filed_in_its_dossier(in_safe: Driver, tmp_path: Path) -> None:
    matter(in_safe)
    in_safe.page.put_paper(str(slip(tmp_path / "Décision de la Caf.jpg")))
    in_safe.settle()
    (kept,) = in_safe.safe.documents()
    assert (kept.title, kept.kind, kept.dossier) == (
        "Décision de la Caf",
        "received",
        "Indu de RSA",
    )
    rows = [row.words() for row in in_safe.page.findChildren(LongButton)]
    assert [row for row in rows if row.startswith("Papier reçu : Décision de la Caf")]


def test_the_words_of_a_photo_filed_straight_are_found(in_safe: Driver, tmp_path: Path) -> None:
    needed()
    (letter,) = [one for one in letters() if one.id == "caf-indu-rsa"]
    whole = Image.open(io.BytesIO(KINDS["scan 150"](draw(letter)[0], "upright").data))
    photo = tmp_path / "IMG_0412.png"
    whole.crop((0, 0, whole.width, whole.height // 3)).save(photo)
    matter(in_safe)
    in_safe.page.put_paper(str(photo))
    in_safe.settle()
    (found,) = in_safe.safe.search("allocataire")
    assert found.title == "IMG_0412"


class Later(Noon):
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.day = TODAY

    def today(self) -> dt.date:
        return self.day


class MovedTools(DrivenTools):
    clock = Later()  # type: ignore[assignment]


@pytest.fixture
def moved(start: Start) -> Driver:
    """The program with an open safe, on a day that goes on."""
    from desktop_app.workflow.safes.care import make_safe
    from tests.gui.safe.conftest import PHRASE

    tools = MovedTools()
    tools.clock.day = TODAY
    driver = start(tools)

    def work() -> None:
        made = make_safe(tools.safes, tools.known_safes, PHRASE, on=TODAY)
        driver.window._session.open(made.safe, str(made.path))

    driver.work(work)
    return driver


def with_letter(driver: Driver) -> str:
    """File the letter of the demonstration, with its answers, and note that it was posted."""
    found: list[str] = []

    def work() -> None:
        safe, tools = driver.safe, driver.tools
        draft = tools.demo.letter
        made = make_letter(tools, draft, TODAY)
        ana = safe.people.add("Ana Müller", on=TODAY)
        kept = saving.save(safe, draft, draft_id="", question="", on=TODAY, person=ana)
        filed = file_paper(safe, tools, made, TODAY, person=ana, draft=kept)
        interview = Interview(made.prepared.definition, draft, TODAY)
        saving.finish(safe, interview, draft_id=kept, on=TODAY, person=ana)
        followup.posted(
            safe, tools.law, filed[0], procedure=RAPO, day=TODAY, today=TODAY, number="1A 234"
        )
        found.append(filed[0])

    driver.work(work)
    return found[0]


class TestReminder:
    def test_after_the_day_the_first_screen_leads_to_the_next_letter(self, moved: Driver) -> None:
        with_letter(moved)
        moved.tools.clock.day = dt.date(2027, 1, 28)
        moved.window.restart(to.Home())
        moved.settle()
        moved.press("Une réponse est-elle arrivée ? Elle était attendue le lundi 25 janvier 2027")
        assert "Une réponse est-elle arrivée ?" in lines(moved)
        moved.press("La lettre suivante")
        heading = "Ce qui s’est passé avant"  # what was decided is known
        assert moved.page.heading.text() == heading
        writing = moved.window._session.writing
        assert writing is not None
        said = writing.interview.draft.answers
        assert (said["nom"], said["requete_recours_envoi"]) == ("Belkacem", "25/11/2026")
        assert said["ta_droit"] == "rsa"
        assert moved.window._bar.whom.text() == "Pour : Ana Müller", "one writes for whose it is"

    def test_the_receipt_first_then_the_silence(self, moved: Driver) -> None:
        dossier = with_letter(moved)
        moved.tools.clock.day = dt.date(2027, 1, 28)
        moved.go(to.Dossier(dossier=dossier))
        assert "suivi de La Poste" in moved.words(), "where the day of receipt is found"
        moved.press("L’avis de réception est revenu")
        type_day(moved, dt.date(2026, 11, 27))
        moved.press("Noter dans le dossier")
        moved.press("Personne n’a répondu")
        assert "Pas de réponse au 27 janvier 2027 : c’est un refus." in lines(moved)
        assert "À venir : Aller au tribunal administratif contre la décision." in lines(moved)
        assert "vous écrivez au tribunal administratif" in moved.words(), "no letter: to whom"

    def test_the_letter_that_follows_is_filed_in_the_same_dossier(self, moved: Driver) -> None:
        dossier = with_letter(moved)
        moved.tools.clock.day = dt.date(2027, 1, 28)
        moved.go(to.Dossier(dossier=dossier))
        moved.press("La lettre suivante")
        moved.press("Non, aucune réponse")
        moved.press("Continuer")
        (draft,) = moved.safe.drafts.unfinished()
        assert draft.dossier_id == dossier

    def test_which_letter_was_posted_is_asked_when_several_may_be(self, moved: Driver) -> None:
        dossier = with_letter(moved)
        late = dt.date(2027, 1, 28)
        moved.tools.clock.day = late

        def silent() -> None:
            common = {"procedure": RAPO, "today": late}
            law = moved.tools.law
            followup.receipt_returned(moved.safe, law, dossier, day=TODAY, **common)
            followup.silence_reached(moved.safe, law, dossier, **common)

        moved.work(silent)
        moved.go(to.Dossier(dossier=dossier))
        moved.press("J’ai posté la lettre")
        type_day(moved, late)
        moved.press("Noter dans le dossier")
        assert "Il manque votre réponse." in moved.words()
        moved.to("La Caf me réclame")
        moved.key(Qt.Key.Key_Down)
        moved.key(Qt.Key.Key_Down)
        moved.key(Qt.Key.Key_Space)
        moved.press("Noter dans le dossier")
        awaited = {(e.kind, e.procedure) for e in moved.safe.agenda.next_dates()}
        assert awaited == {
            (timeline.NEXT, "recours-ta"),
            (timeline.SILENCE_EXPECTED, "demande-motifs"),
        }


class TestErasing:
    def test_asked_once_named_then_taken_back(self, in_safe: Driver) -> None:
        dossier = matter(in_safe, posted=True)
        in_safe.press("Mettre ce dossier à la corbeille")
        assert "« Indu de RSA » ira à la corbeille" in in_safe.words()
        assert "2 étapes notées" in in_safe.words()
        in_safe.press("Mettre à la corbeille")
        assert in_safe.safe.dossiers.all() == []
        assert in_safe.safe.agenda.next_dates() == []
        in_safe.press("Reprendre ce dossier : Indu de RSA")
        assert [one.id for one in in_safe.safe.dossiers.all()] == [dossier]
        assert len(in_safe.safe.agenda.next_dates()) == 1

    def test_at_once_for_who_asks_again(self, in_safe: Driver) -> None:
        dossier = matter(in_safe)
        in_safe.work(lambda: in_safe.safe.bin.put(dossier, on=TODAY, kind="dossier"))
        in_safe.go(to.Bin())
        in_safe.press("Effacer tout de suite : Indu de RSA")
        assert "« Indu de RSA » sera effacé pour de bon" in in_safe.words()
        in_safe.press("Effacer pour de bon")
        assert "La corbeille est vide." in in_safe.words()
        assert in_safe.safe.bin.dossiers() == []
        assert in_safe.safe.matters.still_in_backups is None

    def test_a_dossier_that_is_gone_says_so_and_lets_one_leave(self, in_safe: Driver) -> None:
        dossier = matter(in_safe)
        in_safe.work(lambda: in_safe.safe.bin.erase("dossier", dossier, on=TODAY))
        in_safe.go(to.Dossier(dossier=dossier))
        in_safe.press("Retour")
