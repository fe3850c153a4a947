"""What comes on a stick is looked at, accepted or not, and may be undone.

Letters, forms and law: verified, written whole in a hidden folder, checked there as a pack of a
stranger is, and set beside what is at hand. Accepting is then one rename. It serves from the next
start: an interview that goes on keeps the questions with which it began.
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.procedures import Delay, Procedure, Silence
from desktop_app.core.deadlines.tables import Amount
from desktop_app.core.delivery import PackDelivery
from desktop_app.core.errors import AppError, InvalidPack, Problem, UnknownPack
from desktop_app.core.packs.files import FORM_FILE, LETTER_FILE
from desktop_app.core.packs.listed import PackTexts
from desktop_app.workflow.packs.checking import check_texts
from desktop_app.workflow.ports import Catalogue, Clock, Deliveries, LawReader

Progress = Callable[[int, int], object]


class ArrivingTools(Protocol):
    """What is needed here of the tools."""

    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def law(self) -> Law: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def law_under(self) -> LawReader: ...


class DeliveryExpired(AppError):
    """Its publisher said until when it may be put in place. ``day``."""


class DeliveryFromLater(AppError):
    """Made on a day that is not there yet: it, or the date of this computer, is wrong. ``day``."""


class DeliveryLawOlder(AppError):
    """Its law was read before that of here. ``here``, ``there``: the days."""


class DeliveryTakesOurs(AppError):
    """A letter or a form of the program, from others than its publishers. ``id``: which."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that changes: its name, what it was ("" when it is new) and what it becomes."""

    title: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class MovedDelay:
    """A delay of the law that changes; None where there is, or was, none that is counted."""

    title: str
    before: Delay | None
    now: Delay | None


@dataclass(frozen=True, slots=True)
class MovedSilence:
    """What no answer means, that changes; the usual one first, none where it says nothing."""

    title: str
    before: tuple[Silence, ...]
    now: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class MovedAmount:
    """A sum that the law sets and that changes; None where it is new, or no longer there."""

    title: str
    before: Amount | None
    now: Amount | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a delivery changes in what is at hand.

    Attributes:
        new, changed, gone: titles of letters and forms.
        addresses: where one writes to, as it was and as it becomes.
        delays, silences, amounts: those of the law.
        rules: titles of procedures that change otherwise, or are new.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    addresses: tuple[Moved, ...] = ()
    delays: tuple[MovedDelay, ...] = ()
    silences: tuple[MovedSilence, ...] = ()
    amounts: tuple[MovedAmount, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A delivery that waits for an answer, whole in its hidden folder; ``law``: that it brings."""

    delivery: PackDelivery
    staged: str
    changes: Changes
    law: Law | None = None


def look_at(tools: ArrivingTools, path: str, progress: Progress) -> Arrived:
    """Return what a file would put in place, checked whole; nothing that is used has changed.

    Args:
        progress: told how much is done, of how much; gives up when it raises.

    Raises:
        AppError: why it is refused; nothing is left behind.
    """
    delivery = tools.deliveries.read(path)
    _expect_of_now(delivery, tools.clock.today())
    staged = tools.deliveries.stage(delivery, progress)
    try:
        law = tools.law_under(staged) if (Path(staged) / "law").is_dir() else tools.law
        texts = _checked(tools, delivery, staged, law, progress)
        if law.reread_on < tools.law.reread_on:
            raise DeliveryLawOlder(
                here=tools.law.reread_on.isoformat(), there=law.reread_on.isoformat()
            )
        former = _former(tools, delivery)
        changes = _changes(tools, texts, former, law)
        return Arrived(delivery, staged, changes, None if law is tools.law else law)
    except BaseException:
        tools.deliveries.give_up(staged)
        raise


def _expect_of_now(delivery: PackDelivery, today: dt.date) -> None:
    """Refuse what is over, or not of this day yet."""
    if delivery.made_on > today:
        raise DeliveryFromLater(day=delivery.made_on.isoformat())
    if delivery.good_until is not None and delivery.good_until < today:
        raise DeliveryExpired(day=delivery.good_until.isoformat())


def accept(deliveries: Deliveries, arrived: Arrived) -> None:
    """Put it in place of what was there, which is kept to come back to.

    Raises:
        DiskFull, ReadOnly, MediaRemoved, NotWritten: what was there is used still.
    """
    deliveries.put(arrived.delivery, arrived.staged)


def refuse(deliveries: Deliveries, arrived: Arrived) -> None:
    """Leave everything as it was, and nothing of it behind."""
    deliveries.give_up(arrived.staged)


def _checked(
    tools: ArrivingTools, delivery: PackDelivery, staged: str, law: Law, progress: Progress
) -> Sequence[PackTexts]:
    """Return its packs; raise ``InvalidPack`` with all that is wrong, DeliveryTakesOurs."""
    found = tools.catalogue.texts_under(staged)
    if delivery.publisher.standing != "ours":
        _expect_others(tools, delivery, found)
    problems: list[Problem] = []
    for done, texts in enumerate(found):
        progress(done, len(found))
        problems += check_texts(texts, law).problems
    if law is not tools.law:
        problems += law.problems_under(staged, delivery.made_on) or ()
    if problems:
        raise InvalidPack(problems, n=len(problems))
    return found


def _expect_others(
    tools: ArrivingTools, delivery: PackDelivery, found: Sequence[PackTexts]
) -> None:
    """Refuse what would take the place of a model that this publisher did not deliver."""
    here = _former_folder(tools, delivery.name)
    for texts in found:
        known = _texts_at_hand(tools.catalogue, texts.id)
        if known is not None and not (here and known.path.startswith(here)):
            raise DeliveryTakesOurs(id=texts.id)
    _expect_own_groups(tools.catalogue.group_texts, delivery.texts, here)


def _expect_own_groups(ours: Mapping[str, bytes], texts: Mapping[str, bytes], here: str) -> None:
    """Refuse a group of questions that is here under that name: letters would ask ours for it."""
    for name in texts:
        shelf, _, group = name.partition("/")
        if shelf == "common" and group in ours and not (here and (Path(here) / name).is_file()):
            raise DeliveryTakesOurs(id=group)


def _former_folder(tools: ArrivingTools, name: str) -> str:
    return next((one.folder for one in tools.deliveries.installed() if one.name == name), "")


def _former(tools: ArrivingTools, delivery: PackDelivery) -> Sequence[PackTexts]:
    folder = _former_folder(tools, delivery.name)
    return tools.catalogue.texts_under(folder) if folder else ()


def _texts_at_hand(catalogue: Catalogue, pack: str) -> PackTexts | None:
    try:
        return catalogue.texts(pack)
    except (UnknownPack, InvalidPack):
        return None


def _changes(
    tools: ArrivingTools, texts: Sequence[PackTexts], former: Sequence[PackTexts], law: Law
) -> Changes:
    new, changed, addresses = [], [], []
    was = {one.id: one for one in former}
    for one in texts:
        before = was.get(one.id) or _texts_at_hand(tools.catalogue, one.id)
        if before is None:
            new.append(_title(one))
        elif before.texts != one.texts:
            changed.append(_title(one))
        written = _written_to(one)
        formerly = _written_to(before) if before else ""
        if written != formerly:
            addresses.append(Moved(_title(one), formerly, written))
    gone = [_title(one) for one in former if one.id not in {other.id for other in texts}]
    if law is tools.law:
        return Changes(tuple(new), tuple(changed), tuple(gone), tuple(addresses))
    return Changes(
        tuple(new),
        tuple(changed),
        tuple(gone),
        (*addresses, *_moved_bodies(tools.law, law)),
        tuple(_moved_delays(tools.law, law)),
        tuple(_moved_silences(tools.law, law)),
        tuple(_moved_amounts(tools.law, law)),
        tuple(_other_rules(tools.law, law)),
    )


def _moved_bodies(before: Law, now: Law) -> Iterator[Moved]:
    former, here = before.bodies.bodies, now.bodies.bodies
    for name, body in {**former, **here}.items():
        was, written = (
            " ".join(one[name].address) if name in one else "" for one in (former, here)
        )
        if was != written:
            yield Moved(body.name, was, written)


def _moved_delays(before: Law, now: Law) -> Iterator[MovedDelay]:
    for was, one in _both(before, now):
        if was.delay != one.delay:
            yield MovedDelay(one.plain_title or one.title, was.delay, one.delay)


def _moved_silences(before: Law, now: Law) -> Iterator[MovedSilence]:
    for was, one in _both(before, now):
        if _counted(was.silence) != _counted(one.silence):
            yield MovedSilence(one.plain_title or one.title, was.silence, one.silence)


def _counted(silences: Sequence[Silence]) -> list[tuple[object, ...]]:
    return [(one.value, one.unit, one.effect, one.when, one.where) for one in silences]


def _moved_amounts(before: Law, now: Law) -> Iterator[MovedAmount]:
    former, here = ({one.id: one for one in law.amounts} for law in (before, now))
    for name, one in (former | here).items():
        was, is_now = former.get(name), here.get(name)
        if was is None or is_now is None or (was.value, was.per) != (is_now.value, is_now.per):
            yield MovedAmount(one.title, was, is_now)


def _both(before: Law, now: Law) -> Iterator[tuple[Procedure, Procedure]]:
    former = {one.id: one for one in before.procedures()}
    return ((former[one.id], one) for one in now.procedures() if one.id in former)


def _other_rules(before: Law, now: Law) -> Iterator[str]:
    former = {one.id: one for one in before.procedures()}
    for one in now.procedures():
        was = former.get(one.id)
        told = was is not None and (
            was.delay != one.delay or _counted(was.silence) != _counted(one.silence)
        )
        if was != one and not told:
            yield one.plain_title or one.title


def _title(texts: PackTexts) -> str:
    found = _data(texts)
    return str(found.get("plain_title") or found.get("title") or texts.id)


def _written_to(texts: PackTexts) -> str:
    """Return the lines of an address that a pack itself holds, in one line; "" for none."""
    recipient = _data(texts).get("recipient", {})
    lines = recipient.get("line", ()) if isinstance(recipient, Mapping) else ()
    told = (one.get("text", "") if isinstance(one, Mapping) else one for one in lines)
    return " ".join(str(one) for one in told if one)


def _data(texts: PackTexts) -> Mapping[str, object]:
    raw = texts.texts.get(LETTER_FILE) or texts.texts.get(FORM_FILE) or b""
    return tomllib.loads(raw.decode("utf-8"))  # it was parsed when it was checked


@dataclass(frozen=True, slots=True)
class Age:
    """Since when this program was made. ``months``: whole ones; below zero: the clock is wrong."""

    version: str
    made_on: dt.date
    months: int

    @property
    def old(self) -> bool:
        """Whether law, addresses and forms may well have changed since."""
        return self.months >= OLD_MONTHS


OLD_MONTHS = 6


def age(version: str, made_on: dt.date, today: dt.date) -> Age:
    """Return how old the program is, in whole months."""
    if today < made_on:
        return Age(version, made_on, -1)
    months = (today.year - made_on.year) * 12 + today.month - made_on.month
    return Age(version, made_on, months - (today.day < made_on.day))
