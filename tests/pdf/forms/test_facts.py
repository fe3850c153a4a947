"""What the children say of an unknown PDF: words, order, titles; and real forms of the corpus."""

import datetime as dt
import re
from functools import lru_cache
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.checks.questions import MOST_WORDS
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.generic.roles import ME
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.pdf.forms.facts import read_file
from desktop_app.untrusted.errors import PdfEncrypted, PdfNothingToFill, PdfTookTooLong, PdfXfaOnly
from tests.helpers.forms import READ_ONLY, FormPdf
from tests.helpers.paper import paper
from tests.helpers.unknown import flat_form, sixty_fields, unknown_form

TODAY = dt.date(2026, 11, 25)
RAW = re.compile(r"\[\d|_|#\d|[a-z][A-Z]|^\w+\.\w+$|(?i:texte|undefined|topmost|check ?box)\d*$")


@lru_cache
def form_of(data: bytes) -> GenericForm:
    return generic_form(read_file(data).facts()[0], "essai", TODAY)


def labels(form: GenericForm) -> list[str]:
    return [one.label for one in questions_of(form.definition)]


class TestSynthetic:
    def test_words_beside_each_box_ask_for_it_in_the_order_of_the_page(self) -> None:
        form = form_of(unknown_form())
        assert [section.title for section in form.definition.section] == [
            "Page 1 : 1. Votre identité",
            "Page 2 : 2. L’employeur",
        ]
        assert labels(form) == [
            "Vous êtes",
            "Nom de naissance",
            "Prénoms",
            "Né(e) le",
            "Numéro de sécurité sociale",
            "Adresse : numéro et voie",
            "Code postal",
            "Commune",
            "Téléphone",
            "Expliquez votre situation",
            "Raison sociale",
            "Code postal",
            "Avez-vous un contrat ?",
            "Faut-il cocher : Je certifie que ces renseignements sont exacts ?",
        ]

    def test_what_everyone_has_is_recognised_but_not_the_employer_s(self) -> None:
        asked = questions_of(form_of(unknown_form()).definition)
        keys = [one.remember if not one.whose else "" for one in asked]
        assert keys == [
            "identite.civilite",
            "identite.nom_naissance",
            "identite.prenom",
            "identite.date_naissance",
            "sante.nir",
            "adresse.voie",
            "adresse.code_postal",
            "adresse.commune",
            "contact.telephone",
            *[""] * 5,
        ]

    def test_sixty_boxes_with_raw_names_are_sixty_readable_questions(self) -> None:
        found = labels(form_of(sixty_fields()))
        assert len(found) == 60
        assert found[0] == "Montant de la ressource 1"
        assert not [label for label in found if RAW.search(label)]

    def test_boxes_found_on_paper_become_questions_too(self) -> None:
        facts, notices = read_file(flat_form()).facts()
        assert all(one.found for one in facts.boxes)
        form = generic_form(facts, "essai", TODAY)
        assert labels(form) == ["Nom de naissance", "Prénom", "Commune", "Êtes-vous étudiant ?"]
        assert [place.field for place in form.field_map.place] == [""] * 5
        assert "form-boxes-found" in [one.code for one in notices]

    def test_paper_with_one_closed_field_is_paper(self) -> None:
        form = FormPdf(_line, size=(595, 842))
        form.text("Version", (500, 800, 580, 815), Ff=READ_ONLY)
        assert labels(form_of(form.data())) == ["Nom de naissance"]

    def test_a_box_that_the_form_shows_to_nobody_is_not_asked(self) -> None:
        form = FormPdf("Nom")
        form.text("Nom", (60, 270, 200, 290))
        hidden, unseen = 1 << 1, 1 << 5
        for number, flags in enumerate((hidden, unseen)):
            form.text(f"hash{number}", (60, 200, 200, 220))["/F"] = flags
        assert labels(form_of(form.data())) == ["Nom"]

    def test_where_looking_around_is_too_much_the_form_s_own_words_are_kept(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Of whom the parts speak is not known then: nothing of the person is offered."""

        def too_long(*_: object) -> None:
            raise PdfTookTooLong

        monkeypatch.setattr("desktop_app.pdf.forms.facts.look_around", too_long)
        found, _notices = read_file(unknown_form()).facts()
        form = generic_form(found, "essai", TODAY)
        assert {"Nom de naissance", "Adresse : numéro et voie", "Commune"} <= set(labels(form))
        assert ME not in {one.whose for one in questions_of(form.definition)}

    def test_a_locked_pdf_asks_for_its_password(self) -> None:
        import pikepdf

        locked = unknown_form(encryption=pikepdf.Encryption(user="sésame", owner="x", R=6))
        with pytest.raises(PdfEncrypted):
            read_file(locked).facts()
        assert len(read_file(locked, "sésame").facts()[0].boxes) == len(
            read_file(unknown_form()).facts()[0].boxes
        )

    def test_a_page_of_plain_words_has_nothing_to_fill(self) -> None:
        with pytest.raises(PdfNothingToFill):
            read_file(paper(lambda canvas: canvas.drawString(40, 200, "Une notice."))).facts()


REAL = {
    "french/cerfa-13912-04-pmsmp-convention.pdf": 0.99,
    "french/attestation-deplacement-17-champs.pdf": 1.0,
    "french/geva-sco-premiere-demande-interactif.pdf": 0.95,
}
MORE = {
    "french/cerfa-15476-04-declaration-vol-drone.pdf": 0.96,
    "french/cerfa-10103-10-contrat-apprentissage.pdf": 0.99,
    "french/cerfa-12504-03-cmuc-demande.pdf": 0.85,
    "french/cerfa-13757-03-mandat-immatriculation-xfa.pdf": 1.0,
    "french/cerfa-10397-16-ressources-plat.pdf": 0.99,
    "world/de-beratungshilfe-antrag.pdf": 0.99,
    "world/lu-160f-2019-certificat-salaire.pdf": 0.8,
}
"""A form of the corpus, and the least share of its questions that words name."""


def _line(canvas: Canvas) -> None:
    canvas.drawString(40, 700, "Nom de naissance :")
    canvas.line(150, 698, 420, 698)


@pytest.mark.parametrize(
    ("name", "readable"),
    [*REAL.items(), *(pytest.param(*one, marks=pytest.mark.slow) for one in MORE.items())],
)
def test_real_forms_ask_in_words(corpus: Path, name: str, readable: float) -> None:
    path = corpus / name
    if not path.is_file():
        pytest.skip(f"{name} is not here")
    questions = list(questions_of(form_of(path.read_bytes()).definition))
    raw = [one.label for one in questions if RAW.search(one.label)]
    long = [one.label for one in questions if len(one.label.split()) > MOST_WORDS + 1]
    named = [one for one in questions if not _numbered(one)]
    assert not raw
    assert not long
    assert len(named) >= readable * len(questions)


def _numbered(one: Question) -> bool:
    return re.search(r"\b[Cc]ase \d+, page \d+", one.label) is not None


def test_dates_of_a_real_form_are_dates(corpus: Path) -> None:
    path = corpus / "french/cerfa-13912-04-pmsmp-convention.pdf"
    if not path.is_file():
        pytest.skip("the form is not here")
    kinds = {one.label: one for one in questions_of(form_of(path.read_bytes()).definition)}
    for label in ("Date de naissance du bénéficiaire", "Date d'inscription", "Fait le"):
        assert kinds[label].kind == "date"
    assert kinds["Date de naissance du bénéficiaire"].remember == "identite.date_naissance"
    assert kinds["Code postal de l'organisme prescripteur"].whose == "organisme"


def test_xfa_only_is_refused_in_words(corpus: Path) -> None:
    path = corpus / "french/cerfa-12818-02-vae-recevabilite-xfa-seul.pdf"
    if not path.is_file():
        pytest.skip("the form is not here")
    with pytest.raises(PdfXfaOnly):
        read_file(path.read_bytes()).facts()
