"""Logs of several computers give one state, whatever came first, and lose nothing said."""

import datetime as dt
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core import operations as ops
from desktop_app.core.merging import LogForked, merged, missing, state_of
from desktop_app.core.operations import (
    ACTS,
    AnswerGiven,
    Change,
    DocumentFiled,
    DossierOpened,
    DraftBegun,
    DraftForgotten,
    DraftTaken,
    Erased,
    EventCorrected,
    EventMoved,
    EventNoted,
    Operation,
    PersonAdded,
    PersonRenamed,
    TakenBack,
    Thrown,
    ValueForgotten,
    ValueGiven,
)
from desktop_app.safe.noting import TABLES

DAY = dt.date(2026, 11, 24)
AT = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
PCS = ("accueil", "bureau", "foyer")
PEOPLE, FOLDERS, THINGS = ("ana", "zoé"), ("rsa", "toit"), ("t1", "t2", "t3")
WORDS = ("a", "b", "c")

person, dossier, thing = map(st.sampled_from, (PEOPLE, FOLDERS, THINGS))
word = st.sampled_from(WORDS)
change: st.SearchStrategy[Change] = st.one_of(
    st.builds(PersonAdded, person, word),
    st.builds(PersonRenamed, person, word),
    st.builds(ValueGiven, person, st.sampled_from(("tel", "nom")), word, st.just("draft"), thing),
    st.builds(ValueForgotten, person, st.just("tel")),
    st.builds(DossierOpened, dossier, person, word),
    st.builds(DraftBegun, thing, st.just("caf"), person),
    st.builds(DraftTaken, thing),
    st.builds(AnswerGiven, thing, st.just("nom"), st.tuples(word)),
    st.builds(DraftForgotten, thing),
    st.builds(DocumentFiled, st.just("papier"), st.just(b"s"), word, st.just("letter"), person),
    st.builds(EventNoted, st.just("e1"), dossier, word, st.just(DAY)),
    st.builds(EventCorrected, st.just("e1"), word, st.just(DAY)),
    st.builds(EventMoved, st.just("e1"), st.sampled_from(("done", "removed", "back"))),
    st.builds(Thrown, st.just("dossier"), dossier),
    st.builds(TakenBack, st.just("dossier"), dossier),
    st.builds(Erased, st.just("person"), person),
    st.builds(Erased, st.just("draft"), thing),
)


@st.composite
def office(draw: st.DrawFn) -> tuple[Operation, ...]:
    """Draw what several computers did, each having read so much of the others before."""
    done: dict[str, list[Operation]] = {pc: [] for pc in PCS}
    read: dict[str, dict[str, int]] = {pc: {} for pc in PCS}
    for _ in range(draw(st.integers(0, 14))):
        pc = draw(st.sampled_from(PCS))
        for other in PCS:
            if other != pc and draw(st.booleans()):
                read[pc][other] = len(done[other])
        known = [one for other, n in read[pc].items() for one in done[other][:n]] + done[pc]
        turn = 1 + max((one.turn for one in known), default=0)
        when = AT + dt.timedelta(days=draw(st.sampled_from((-365, 0, 365))))
        seen = tuple(sorted((other, n) for other, n in read[pc].items() if n))
        done[pc].append(Operation(pc, len(done[pc]) + 1, turn, f"h-{pc}", when, draw(change), seen))
    return tuple(one for log in done.values() for one in log)


@given(office(), st.randoms(use_true_random=False))
def test_whatever_came_first_the_state_is_the_same(told: Sequence[Operation], chance) -> None:
    mixed = [*told, *told[: len(told) // 2]]  # some come twice
    chance.shuffle(mixed)
    cut = chance.randint(0, len(mixed))
    assert state_of(mixed) == state_of(told)
    assert merged(mixed[:cut], mixed[cut:]) == merged(mixed[cut:], mixed[:cut]) == merged(told)
    assert merged(merged(told), told) == merged(told)


@given(office())
def test_what_is_newest_is_told_by_no_clock(told: Sequence[Operation]) -> None:
    other = [
        Operation(one.pc, one.n, one.turn, one.author, AT, one.change, one.seen) for one in told
    ]
    proposed = {place: one.proposed.place for place, one in state_of(told).registers.items()}
    assert proposed == {p: one.proposed.place for p, one in state_of(other).registers.items()}


@given(office())
def test_what_was_erased_anywhere_is_nowhere(told: Sequence[Operation]) -> None:
    state = state_of(told)
    gone = {one.change.id for one in told if isinstance(one.change, Erased)}
    assert gone <= state.erased
    left = [one.change for register in state.registers.values() for one in register.said]
    for one in left:
        assert not gone.intersection(
            str(getattr(one, name, ""))
            for name in ("person", "draft", "dossier", "source_id", "event", "id")
        )


@given(office())
def test_nothing_said_of_what_lives_is_lost(told: Sequence[Operation]) -> None:
    state = state_of(told)
    kept = {one.place for register in state.registers.values() for one in register.said}
    forgetting = [one for one in told if isinstance(one.change, ValueForgotten | DraftForgotten)]
    for one in told:
        if isinstance(one.change, ValueGiven):
            mentioned = {one.change.person, one.change.source_id}
            forgotten = any(
                isinstance(it.change, ValueForgotten)
                and (it.change.person, it.change.field) == (one.change.person, one.change.field)
                and it.saw(one)
                for it in forgetting
            )
            assert (one.place in kept) is not (bool(mentioned & state.erased) or forgotten)


def said(pc: str, n: int, turn: int, it: Change, **seen: int) -> Operation:
    return Operation(pc, n, turn, f"h-{pc}", AT, it, tuple(sorted(seen.items())))


def test_two_people_who_had_not_read_each_other_are_both_kept() -> None:
    one = said("accueil", 1, 1, ValueGiven("ana", "tel", "06"))
    other = said("bureau", 1, 1, ValueGiven("ana", "tel", "07"))
    register = state_of([other, one]).registers["person", "ana", "value", "tel"]
    assert (register.open, register.proposed, register.differs) == ((one, other), other, True)
    after = said("accueil", 2, 2, ValueGiven("ana", "tel", "07"), bureau=1)
    register = state_of([after, other, one]).registers["person", "ana", "value", "tel"]
    assert (register.open, register.differs) == ((after,), False)
    assert register.said == (one, other, after)


def test_a_correction_that_the_removal_had_not_read_is_kept() -> None:
    noted = said("accueil", 1, 1, EventNoted("e", "rsa", "posted", DAY))
    corrected = said("bureau", 1, 2, EventCorrected("e", "posted", DAY, "guichet"), accueil=1)
    removed = said("accueil", 2, 2, EventMoved("e", "removed"))
    registers = state_of([removed, corrected, noted]).registers
    assert registers["event", "e", "told"].proposed == corrected
    assert registers["event", "e", "moved"].proposed == removed


def test_an_erasure_wins_over_what_never_heard_of_it() -> None:
    told = [
        said("accueil", 1, 1, PersonAdded("ana", "Ana")),
        said("accueil", 2, 2, Erased("person", "ana")),
        said("foyer", 1, 1, DossierOpened("rsa", "ana", "Indu")),
        said("foyer", 2, 9, EventNoted("e", "rsa", "posted", DAY)),
        said("foyer", 3, 10, EventCorrected("e", "posted", DAY)),
    ]
    state = state_of(told)
    assert state.registers == {}
    assert state.erased == {"ana", "rsa", "e"}


def test_forgetting_forgets_what_it_had_read_alone() -> None:
    read = said("accueil", 1, 1, ValueGiven("ana", "tel", "06"))
    unread = said("bureau", 1, 1, ValueGiven("ana", "tel", "07"))
    forgotten = said("foyer", 1, 2, ValueForgotten("ana", "tel"), accueil=1)
    registers = state_of([forgotten, unread, read]).registers
    assert registers["person", "ana", "value", "tel"].said == (unread,)
    assert state_of([forgotten, read]).registers == {}


def test_what_only_an_erased_draft_told_of_a_person_goes_with_it() -> None:
    told = [
        said("accueil", 1, 1, ValueGiven("ana", "tel", "06", "draft", "d")),
        said("bureau", 1, 1, ValueGiven("ana", "nom", "Ana")),
        said("bureau", 2, 2, Erased("draft", "d")),
    ]
    assert set(state_of(told).registers) == {("person", "ana", "value", "nom")}


def test_one_draft_has_one_holder_the_last_who_took_it() -> None:
    told = [
        said("accueil", 1, 1, DraftTaken("d")),
        said("bureau", 1, 2, DraftTaken("d"), accueil=1),
        said("accueil", 2, 2, AnswerGiven("d", "nom", ("Ana",))),
    ]
    state = state_of(told)
    assert state.holders["d"].pc == "bureau"
    assert not state.holders["d"].saw(told[2])  # said beside who held it: shown, and kept


def test_a_gap_is_seen_and_a_computer_put_back_too() -> None:
    first, third = said("a", 1, 1, PersonAdded("x", "X")), said("a", 3, 3, PersonAdded("z", "Z"))
    other = said("b", 1, 4, PersonAdded("w", "W"), a=4)
    assert missing([first, third, other]) == {"a": (2, 4)}
    assert missing([first]) == {}
    with pytest.raises(LogForked):
        merged([first], [said("a", 1, 1, PersonAdded("y", "Y"))])


def test_every_kind_that_a_safe_notes_is_a_change() -> None:
    noted = {write.kind for table in TABLES.values() for write in table.writes}
    told = [kind for kinds in ACTS.values() for kind in kinds]
    assert len(told) == len(set(told))
    assert set(told) == noted
    assert set(ACTS) == set(get_args(ops.Change))
