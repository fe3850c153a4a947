"""A list of people: matched, compared, brought in whole; taken out, it comes back the same."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop_app.core.table import Table
from desktop_app.tables import write_table
from desktop_app.untrusted.tables import read_table
from desktop_app.workflow import undoing
from desktop_app.workflow.people.lists import bringing, columns, planning, reading, taking_out
from desktop_app.workflow.people.lists.bringing import Brought, Choices
from desktop_app.workflow.people.lists.planning import Plan
from desktop_app.workflow.store import Safe
from tests.helpers import people_lists
from tests.helpers.safes import new_safe, open_safe

ON = dt.date(2026, 11, 25)
BORN, PHONE, CAF = "identite.date_naissance", "contact.telephone", "caf.numero_allocataire"
HEARD = lambda _done, _all: None  # noqa: E731


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, ON), ON) as opened:
        opened.numbers.begin()
        yield opened


def table(*rows: str, head: str = "Nom;Né le;Tél;Foyer;Lien") -> Table:
    """Return the list of these lines."""
    return read_table("\n".join((head, *rows)).encode())


def planned(safe: Safe, brought: Table) -> Plan:
    return planning.plan(safe, reading.read(brought, columns.guess(brought.head), ON))


def bring(safe: Safe, brought: Table, **choices: bool) -> Brought:
    plan = planned(safe, brought)
    return bringing.bring_in(safe, plan, Choices(**choices), on=ON, progress=HEARD)


def states(plan: Plan) -> list[str]:
    return [one.state for one in plan.lines]


def names(safe: Safe) -> list[str]:
    return [one.name for one in safe.people.all()]


HEADS = {
    "Nom;Prénom;Né(e) le;Portable": ("identite.nom", "identite.prenom", BORN, PHONE),
    "NOM;Date naissance": ("nom_complet", BORN),
    "Nom et prénom;n° CAF;Sexe": ("nom_complet", CAF, "identite.civilite"),
    "Dat de naisance;Telefone;Remarque": (BORN, PHONE, ""),
    "Prénom et nom;famille.enfant_1_nom;Ligne": ("nom_complet", "famille.enfant_1_nom", ""),
    "Nom;Nom;": ("nom_complet", "", ""),
}


@pytest.mark.parametrize(("head", "matched"), HEADS.items())
def test_columns_are_guessed_by_what_stands_above_them(head: str, matched: tuple[str, ...]) -> None:
    assert columns.guess(head.split(";")) == matched


def test_our_own_heads_are_known() -> None:
    heads = [one.head for one in columns.COLUMNS]
    assert list(columns.guess(heads)) == [one.id for one in columns.COLUMNS]


def test_each_line_says_what_would_become_of_it(safe: Safe) -> None:
    fatou = safe.people.add("Fatou Diallo", on=ON)
    safe.people.keep_values(fatou, {BORN: "14/03/1982"}, source="typed", on=ON)
    safe.people.add("Awa Sow", on=ON)
    plan = planned(
        safe,
        table(
            "Ali Traoré;02/11/1990;06 11 11 11 11;;",  # new
            "Fatou Diallo;14/03/1982;;;",  # same
            "DIALLO Fatou;14 mars 1982;06 22 22 22 22;;",  # the line before is she
            "Awa Sow;01/01/2000;;;",  # of whom nothing else is known here
            "Noé Petit;31/02/2010;;;",  # no such day
            ";01/01/2000;;;",  # nobody
            "Ali Traoré;02/11/1990;;;",  # the first line again
        ),
    )
    assert states(plan) == ["new", "same", "twice", "doubtful", "faulty", "faulty", "twice"]
    assert plan.lines[6].first == 2
    fault = plan.lines[4].row.faults[0]
    assert (fault.column, fault.problem.code) == (1, "date-impossible")
    assert fault.problem.suggestion == "28/02/2010"
    assert names(safe) == ["Awa Sow", "Fatou Diallo"]  # nothing was changed


def test_what_is_sure_is_done_and_the_rest_waits(safe: Safe) -> None:
    fatou = safe.people.add("Fatou Diallo", on=ON)
    known = {BORN: "14/03/1982", PHONE: "06 00 00 00 00"}
    safe.people.keep_values(fatou, known, source="typed", on=ON)
    awa = safe.people.add("Awa Sow", on=ON)
    brought = table(
        "Fatou Diallo;14/03/1982;06 22 22 22 22;;",
        "Awa Sow;01/01/2000;;;",
        "Ali Traoré;02/11/1990;611111111;1;",  # the spreadsheet lost its zero
        "Léa Traoré;02/11/2015;;1;fille",
        ";;;;",
        "Noé Petit;hier;;;",
    )
    assert bring(safe, brought) == Brought(added=2, completed=0, corrected=0, waiting=3)
    assert safe.people.profile(fatou)[PHONE].value == "06 00 00 00 00"
    ali = safe.people.find("ali", limit=1)[0].id
    assert safe.people.profile(ali)[PHONE].value.replace("\u00a0", " ") == "06 11 11 11 11"
    assert safe.people.profile(ali)[PHONE].source == "import"
    there = [(one.name, link) for one, link in safe.people.household_of(ali)]
    assert there == [("Ali Traoré", ""), ("Léa Traoré", "fille")]
    assert bring(safe, brought, replace=True).corrected == 1
    assert safe.people.profile(fatou)[PHONE].value.replace("\u00a0", " ") == "06 22 22 22 22"
    assert [one.value for one in safe.people.history(fatou)][1] == "06 00 00 00 00"  # underneath
    assert bring(safe, brought, doubtful=True).added == 1
    assert names(safe).count("Awa Sow") == 2
    assert not safe.people.profile(awa)


def test_a_list_is_one_gesture_that_is_undone_whole(safe: Safe) -> None:
    safe.people.add("Fatou Diallo", on=ON)
    plan = planned(safe, table("Ali Traoré;02/11/1990;;1;", "Léa Traoré;02/11/2015;;1;fille"))
    _, reverse = undoing.do(
        safe, lambda: bringing.bring_in(safe, plan, Choices(), on=ON, progress=HEARD)
    )
    assert len(names(safe)) == 3
    safe.undo(reverse, on=ON)
    assert names(safe) == ["Fatou Diallo"]
    again = safe.people.add("Noé Petit", on=ON)
    assert safe.numbers.one(again) == 4  # the numbers of those who went are nobody else's


class Stopped(Exception):
    """Stopped by the person."""


def test_stopped_midway_it_leaves_nothing(safe: Safe) -> None:
    plan = planned(safe, table(*(f"Personne {n}x;;;;" for n in range(9))))

    def stop(done: int, _all: int) -> None:
        if done == 5:
            raise Stopped

    with pytest.raises(Stopped):
        bringing.bring_in(safe, plan, Choices(), on=ON, progress=stop)
    assert names(safe) == []
    assert safe.numbers.last == 0


def test_a_file_number_of_another_office_names_nobody_here(safe: Safe) -> None:
    safe.people.add("Fatou Diallo", on=ON)  # n° 1
    head = "N° de dossier;Nom"
    assert states(planned(safe, table("1;Ali Traoré", head=head))) == ["new"]
    assert states(planned(safe, table("1;Fatou Dialo", head=head))) == ["same"]
    bring(safe, table("40;Ali Traoré", "1;Zoé Petit", head=head))
    numbers = {one.name: safe.numbers.one(one.id) for one in safe.people.all()}
    assert numbers == {"Fatou Diallo": 1, "Ali Traoré": 40, "Zoé Petit": 41}


def test_who_lives_with_others_here_is_not_moved(safe: Safe) -> None:
    ali, mother, friend = (safe.people.add(one, on=ON) for one in ("Ali Sow", "Awa Sow", "Ana Roy"))
    home = safe.people.new_household()
    for person in (ali, mother):
        safe.people.join(home, person, since=ON)
    head = "N° de dossier;Nom;Foyer;Lien"
    bring(safe, table("1;Ali Sow;9;", "3;Ana Roy;9;conjointe", head=head))
    assert {one.name for one, _ in safe.people.household_of(ali)} >= {"Ali Sow", "Awa Sow"}
    assert safe.people.household_id(mother) == home
    assert safe.people.household_id(friend) in ("", home)


def known(safe: Safe) -> dict[str, tuple[dict[str, str], list[tuple[str, str]]]]:
    """Return all that a list holds of everyone, by her name and number."""
    people = safe.people.all()
    return {
        f"{one.name} {safe.numbers.one(one.id)}": (
            {
                field: value.value
                for field, value in safe.people.profile(one.id).items()
                if value.value
            },
            sorted((who.name, link) for who, link in safe.people.household_of(one.id)),
        )
        for one in people
    }


FORMULAS = ("=1+1", "+33", "-2", "@x", "'=x", "''")
VALUES = st.fixed_dictionaries(
    {},
    optional={
        BORN: st.dates(dt.date(1930, 1, 1), ON).map(lambda day: f"{day:%d/%m/%Y}"),
        PHONE: st.integers(600_000_000, 799_999_999).map(
            lambda n: "\u00a0".join(f"0{n}"[i : i + 2] for i in range(0, 10, 2))
        ),
        "adresse.voie": st.sampled_from(
            ["=1+1", "+33", "-2", "@x", "'=x", "''", '12 bis; rue "A"']
        ),
        "adresse.commune": st.text("éàœ ABC'-", min_size=1).map(lambda t: " ".join(t.split())),
        "identite.civilite": st.sampled_from(["mme", "m"]),
        "famille.enfant_1_nom": st.sampled_from(["Léa", "=cmd|' /C calc'!A0", "'a", "a\nb"]),
        CAF: st.integers(1_000_000, 9_999_999).map(str),
    },
)
NAMES = st.sampled_from(
    [
        "Fatou Diallo",
        "Ali Traoré",
        "王小明",
        "فاطمة الزهراء",
        "=HYPERLINK(1)",
        "Jean-Pierre Le Goff",
    ]
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Safe, Safe]]:
    """The safe that a list comes from, and one that it goes to."""
    folders = (tmp_path_factory.mktemp(name) for name in ("from", "to"))
    one, other = (open_safe(new_safe(folder, ON), ON) for folder in folders)
    with one, other:
        yield one, other


def emptied(safe: Safe) -> None:
    """Take everyone out, as if nobody had ever come."""
    with safe.act():
        for one in safe.people.all():
            safe.bin.erase("person", one.id, on=ON)
        safe.database.execute("DELETE FROM setting WHERE name = 'last-file-number'")  # type: ignore[attr-defined]
        safe.database.execute("DELETE FROM household")  # type: ignore[attr-defined]
    safe.numbers.begin()


@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    people=st.lists(st.tuples(NAMES, VALUES, st.integers(0, 2)), min_size=1, max_size=6),
    kind=st.sampled_from(["csv", "xlsx"]),
)
def test_taken_out_and_brought_in_it_is_the_same(
    two: tuple[Safe, Safe], kind: str, people: list[tuple[str, dict[str, str], int]]
) -> None:
    one, other = two
    for safe in two:
        emptied(safe)
    homes = {n: one.people.new_household() for n in (1, 2)}
    for n, (name, values, home) in enumerate(people):
        person = one.people.add(f"{name} {n}", on=ON)
        kept = {field: value for field, value in values.items() if value}
        one.people.keep_values(person, kept, source="typed", on=ON)
        if home:
            one.people.join(homes[home], person, role=("", "fille", "conjoint")[n % 3], since=ON)
    found = taking_out.everyone(one)
    brought = read_table(write_table(found.head, found.rows, kind))  # type: ignore[arg-type]
    again = planned(one, brought)
    assert set(states(again)) == {"same"}, "brought in where it came from, it changes nothing"
    before = known(one)
    bringing.bring_in(one, again, Choices(replace=True), on=ON, progress=HEARD)
    assert known(one) == before
    bring(other, brought, doubtful=True)
    alone = {name: (values, []) for name, (values, home) in before.items() if len(home) < 2}
    assert known(other) == before | alone


def whole(safe: Safe, count: int, faulty: int) -> Plan:
    rows = people_lists.people(count, faulty)
    brought = read_table(write_table(people_lists.HEAD, rows, "csv"))
    plan = planned(safe, brought)
    assert plan.counts["faulty"] == faulty
    assert plan.counts["new"] + plan.counts["twice"] + plan.counts["doubtful"] == count - faulty
    return plan


def test_a_hundred_people_of_whom_six_lines_are_faulty(safe: Safe) -> None:
    done = bringing.bring_in(safe, whole(safe, 100, 6), Choices(), on=ON, progress=HEARD)
    assert (done.added + done.waiting, done.waiting >= 6) == (100, True)
    found = taking_out.everyone(safe)
    brought = read_table(write_table(found.head, found.rows, "xlsx"))
    assert set(states(planned(safe, brought))) == {"same"}


@pytest.mark.slow
def test_five_thousand_people_of_whom_three_hundred_lines_are_faulty(safe: Safe) -> None:
    plan = whole(safe, 5_000, 300)
    done, reverse = undoing.do(
        safe,
        lambda: bringing.bring_in(safe, plan, Choices(doubtful=True), on=ON, progress=HEARD),
    )
    assert done.added >= 4_650
    found = taking_out.everyone(safe)
    for kind in ("csv", "xlsx"):
        brought = read_table(write_table(found.head, found.rows, kind))  # type: ignore[arg-type]
        assert set(states(planned(safe, brought))) == {"same"}
    safe.undo(reverse, on=ON)
    assert names(safe) == []
