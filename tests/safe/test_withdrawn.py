"""Who asked that nothing more is kept: every way into the safe, walked from the store's own list.

``WRITES`` of ``test_undoing`` has each act that writes something, and a test there that none is
left out: each is done here on a safe whose people all withdrew, and is refused, or stands below
with why it is not.
"""

import contextlib
from collections.abc import Callable, Iterator

import pytest

from desktop_app.safe.door import Door
from desktop_app.safe.errors import Withdrawn
from desktop_app.safe.moving import Moving
from desktop_app.safe.store import Safe
from desktop_app.workflow.office import consent, day
from tests.safe.conftest import PHRASE, TODAY, Made
from tests.safe.test_undoing import EIGHT, LATER, WRITES, Act, Seed, dump, sown

NOT_HERS = {
    "People.add", "People.make_own",  # somebody else
    "Visits.arrive",  # nobody in particular
    "Visits.end",  # of who is received unnamed
    "Figures.keep_own_set", "KeptLaw.add", "KeptLaw.keep_only",
}  # fmt: skip
MAY = {
    "People.forget": "less is known of her",
    "People.leave": "she is out of it",
    "Safe.rename_person": "what is there is corrected",
    "Drafts.finish": "what was begun is ended",
    "Drafts.forget": "less is kept",
    "Drafts.file": "her own answers, in her own dossier",
    "Events.rewrite": "what is there is corrected",
    "Events.done": "nothing more is awaited",
    "Events.await_again": "what is there is corrected",
    "Events.forget": "less is kept",
    "Events.remove": "less is kept",
    "Events.put_back": "it was there",
    "Visits.leave": "she waits no more",
    "Visits.close_before": "yesterday is over",
    "Bin.put": "less is kept",
    "Bin.take_back": "it was there",
    "Consents.give": "she changed her mind",
    "Consents.withdraw": "she says so once more, after that",
    "Register.note": "a number, no name: that her papers were handed over to her",
    "Retention.keep": "a lawsuit goes on: said by a helper, with why",
    "Figures.close": "a matter ends",
    "Figures.open_again": "what is there is corrected",
    "Mandates.end": "less may be done for her",
    "Mandates.end_all": "less may be done for her",
}
MORE: dict[str, Act] = {
    "her own household": lambda s, i: s.people.join(i.household, i.person, since=LATER),
    "a thing that nobody knew": lambda s, i: s.people.keep_value(
        i.person, "contact.telephone", "06", source="helper", on=LATER
    ),
    "she comes": lambda s, i: s.visits.arrive(i.other, day=TODAY, at=EIGHT),
    "she comes, who was expected": lambda s, i: s.visits.arrive(i.person, day=TODAY, at=EIGHT),
    "she comes for her dossier, unnamed": lambda s, i: s.visits.arrive(
        day=TODAY, at=EIGHT, dossier=i.dossier
    ),
    "an appointment": lambda s, i: s.visits.expect(i.person, day=LATER, appointment=EIGHT),
    "an appointment for her dossier": lambda s, i: s.visits.expect(
        "", day=LATER, appointment=EIGHT, dossier=i.dossier
    ),
    "she is received": lambda s, i: day.receive(s, i.expected, at=EIGHT),
    "who was received is she": lambda s, i: s.visits.name(i.received, i.person),
    "a mandate is signed": lambda s, i: s.mandates.sign(s.mandates.of(i.person)[0].id, on=TODAY),
    "a mandate has its paper": lambda s, i: s.mandates.file(s.mandates.of(i.person)[0].id, i.paper),
    "a decision came": lambda s, i: s.events.add(
        i.dossier, kind="decision-received", day=TODAY, procedure="rsa", awaited=True
    ),
    "a paper in her dossier": lambda s, i: s.add(b"x", title="A", on=TODAY, dossier=i.dossier),
    "somebody's answers in her dossier": lambda s, i: s.drafts.file(
        s.drafts.begin("recours", "{}", on=TODAY), i.dossier
    ),
}
"""Other ways in than those by which undoing is tried."""


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


@pytest.fixture
def seed(safe: Safe) -> Seed:
    """One of each thing, a mandate that is not signed; then all who are there agree no more."""
    found = sown(safe)
    safe.mandates.prepare(found.person, ("caf",), from_day=TODAY, until_day=TODAY)
    for person in safe.people.all():
        safe.consents.give(person.id, "gardons-1", on=TODAY)
        safe.consents.withdraw(person.id, on=TODAY)
    return found


def refused(safe: Safe, act: Callable[[], object]) -> bool:
    """Tell whether an act is refused, and leaves all as it was."""
    before = dump(safe)
    try:
        with safe.act():
            act()
    except Withdrawn:
        return dump(safe) == before
    return False


def test_no_act_of_the_store_adds_anything_of_hers(safe: Safe, seed: Seed) -> None:
    acts = {name: act for name, (act, _) in WRITES.items() if name not in NOT_HERS | MAY.keys()}
    ways = acts | MORE
    assert len(ways) > 25
    let_in = [name for name, act in ways.items() if not refused(safe, lambda a=act: a(safe, seed))]  # type: ignore[misc]
    assert let_in == []


class _Undone(Exception):
    """What was done is not to stay."""


def test_what_ends_corrects_or_is_of_somebody_else_is_done(safe: Safe, seed: Seed) -> None:
    for name in sorted(NOT_HERS | MAY.keys() - {"Mandates.end", "Mandates.end_all"}):
        with contextlib.suppress(_Undone), safe.act():
            WRITES[name][0](safe, seed)
            raise _Undone(name)


def test_each_that_may_is_an_act_of_the_store() -> None:
    assert NOT_HERS | MAY.keys() <= WRITES.keys()


def test_a_mandate_of_before_ends(safe: Safe, seed: Seed) -> None:
    safe.mandates.end_all(seed.person, on=TODAY)
    assert safe.mandates.of(seed.person) == []


class TestCircles:
    """Her dossier goes to no circle; what she asked goes where her dossier went before."""

    @pytest.fixture
    def both(self, made: Made, door: Door) -> Iterator[tuple[Safe, Safe]]:
        with door.open(made.path, PHRASE, on=TODAY) as office:
            yield office, office.circles.make("Cercle", on=TODAY, tell=lambda _: None)[0]

    @pytest.mark.parametrize("where", [0, 1])
    def test_withdrawn_here_or_there_it_is_not_moved(
        self, both: tuple[Safe, Safe], where: int
    ) -> None:
        office, circle = both
        seed = sown(office)
        Moving(office, circle, seed.dossier, on=TODAY).all_of_it()
        matter = office.dossiers.add("Autre", on=TODAY, person=seed.person)
        both[where].consents.withdraw(seed.person, on=TODAY)
        before = dump(office), dump(circle)
        with pytest.raises(Withdrawn):
            office.circles.move(office.id, circle.id, matter, on=TODAY)
        with pytest.raises(Withdrawn):
            office.circles.move(circle.id, office.id, seed.dossier, on=TODAY)
        assert (dump(office), dump(circle)) == before

    def test_what_she_agreed_to_goes_with_her(self, both: tuple[Safe, Safe]) -> None:
        office, circle = both
        seed = sown(office)
        office.consents.give(seed.person, "gardons-1", language="fr", on=TODAY)
        Moving(office, circle, seed.dossier, on=TODAY).all_of_it()
        assert circle.consents.of(seed.person) == office.consents.of(seed.person)

    def test_it_holds_in_the_circles_that_are_open(self, both: tuple[Safe, Safe]) -> None:
        office, circle = both
        seed = sown(office)
        Moving(office, circle, seed.dossier, on=TODAY).all_of_it()
        consent.withdraw(office, seed.person, TODAY)
        assert circle.consents.withdrawn(seed.person)
