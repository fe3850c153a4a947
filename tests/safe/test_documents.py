"""What is filed comes back as the same bytes, under the right name, and is found."""

import re
import unicodedata
from contextlib import suppress
from threading import Event, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.safe.errors import NotFound, NothingToSave, OtherPerson, SeveralMatch
from desktop_app.safe.search import match
from tests.safe.conftest import TODAY, Made


def test_same_bytes_come_back(made: Made) -> None:
    with made.open() as safe:
        assert {d.id for d in safe.documents()} == set(made.contents)
        for document, data in made.contents.items():
            assert safe.content(document) == data


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=5000), title=st.text(min_size=1, max_size=200), text=st.text())
def test_any_bytes_and_any_title_round_trip(opened, data: bytes, title: str, text: str) -> None:
    try:
        document = opened.add(data, title=title, on=TODAY, text=text)
    except NothingToSave:
        assert not cleaned_by_hand(title)
        return
    assert opened.content(document) == data
    assert opened.document(document).size == len(data)


def cleaned_by_hand(title: str) -> str:
    return "".join(c for c in title if unicodedata.category(c)[0] not in "CZ")


@pytest.fixture(scope="module")
def opened(original: Made, tmp_path_factory: pytest.TempPathFactory):
    with original.copied(tmp_path_factory.mktemp("opened") / "coffre").open() as safe:
        yield safe


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1, 5_000_000])
def test_sizes_around_the_chunk(opened, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    assert opened.content(opened.add(data, title="Taille", on=TODAY)) == data


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("decision", 6, id="accents ignored"),
        pytest.param("DÉCISION", 6, id="capitals ignored"),
        pytest.param("de\u0301cision", 6, id="decomposed accent"),
        pytest.param("coeur", 6, id="œ typed as oe"),
        pytest.param("cœur", 6, id="œ typed as itself"),
        pytest.param("decis", 6, id="beginning of a word"),
        pytest.param("decision 4", 1, id="both words"),
        pytest.param("indu rsa loyer", 0, id="one word missing"),
        pytest.param('" OR * NEAR( title:', 0, id="the index's own syntax is only words"),
        pytest.param("'; DROP TABLE document; --", 0, id="SQL is only words"),
        pytest.param("   ", 0, id="no word"),
    ],
)
def test_search(made: Made, typed: str, found: int) -> None:
    with made.open() as safe:
        assert len(safe.search(typed)) == found
        assert len(safe.search(typed, order="relevance")) == found


def test_the_newest_come_first(made: Made) -> None:
    with made.open() as safe:
        titles = [document.title for document in safe.search("decision", limit=3)]
    assert titles == [f"Décision numéro {number}" for number in (6, 5, 4)]


@given(st.text(max_size=300))
def test_nothing_typed_is_syntax(typed: str) -> None:
    assert re.fullmatch(r'("\w+"\*?( |$))*', match(typed))


def test_what_belongs_to_one_person_stays_hers(made: Made) -> None:
    with made.open() as safe:
        assert len(safe.documents(person="ana muller")) == 3
        assert len(safe.documents(person="Béa Oedipe", dossier="Indu 0")) == 3
        hers = next(d for d in safe.dossiers.all() if d.person == "Ana Müller")
        with pytest.raises(OtherPerson):
            safe.add(b"x", title="T", on=TODAY, person="Béa Œdipe", dossier=hers.id)
        same_title = safe.add(b"x", title="T", on=TODAY, person="Béa Œdipe", dossier=hers.title)
        assert safe.document(same_title).dossier_id != hers.id


def test_the_very_same_bytes_are_found_again_unless_they_are_thrown_away(made: Made) -> None:
    with made.open() as safe:
        first = safe.add(b"the same", title="T", on=TODAY)
        safe.add(b"others", title="T", on=TODAY)
        assert [one.id for one in safe.documents(data=b"the same")] == [first]
        safe.bin.put(first, on=TODAY)
        assert safe.documents(data=b"the same") == []


def test_namesakes_need_an_id(made: Made) -> None:
    with made.open() as safe:
        other = safe.people.add("Ana Muller", on=TODAY)
        with pytest.raises(SeveralMatch):
            safe.add(b"x", title="T", on=TODAY, person="Ana Müller")
        document = safe.add(b"x", title="T", on=TODAY, person=other)
        assert safe.document(document).person_id == other


def test_a_refused_document_leaves_no_person_behind(made: Made) -> None:
    with made.open() as safe:
        with pytest.raises(NothingToSave):
            safe.add(b"x", title=" \t ", on=TODAY, person="Quelqu’un", dossier="Autre")
        assert "Quelqu’un" not in [person.name for person in safe.people.all()]
        assert "Autre" not in [dossier.title for dossier in safe.dossiers.all()]


def test_an_unknown_id_is_said(made: Made) -> None:
    with made.open() as safe, pytest.raises(NotFound):
        safe.content("nothing-like-that")


@pytest.mark.parametrize(
    "typed",
    ["léa", "OEUVRÉ recours", "dette caf", "recours"],
    ids=["person", "both", "case", "title"],
)
def test_a_document_is_found_by_whose_it_is_and_by_its_case(opened, typed: str) -> None:
    document = opened.add(
        b"x", title="Recours", on=TODAY, person="Léa Œuvré", dossier="Dette Caf de Léa"
    )
    assert document in {found.id for found in opened.search(typed)}


def test_who_looks_while_another_files_sees_all_of_it_or_nothing(made: Made) -> None:
    """The row of a document comes before its bytes: seen alone it was said to be damaged."""
    begun, seen = Event(), []

    def look() -> None:
        begun.wait()
        found = [safe.content(one.id) for one in safe.documents() if one.title == "Perdu"]
        with database.act():  # her own act, not a part of the other's
            seen.append(found)

    with made.open() as safe:
        database = safe._documents._database
        other = Thread(target=look)
        other.start()
        with suppress(ZeroDivisionError), database.act():
            safe.add(b"never", title="Perdu", on=TODAY)
            begun.set()
            other.join(0.3)
            assert not seen
            raise ZeroDivisionError
        other.join()
    assert seen == [[]]
