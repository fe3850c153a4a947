"""Every mouth says the same of a deadline: screen, command, JSON, kit, agenda, its list, calendar.

Each procedure of the law, each event that starts it, and each day on which something changes: the
day itself, the prudent day, the one after it, the usual last day, the legal one, the days after
them; in a delay in hours also before its hour and after it, on the same day. What must be said is
read here from the two computed dates, the prudent one first, the year of missing remedies only once
the usual delay is over; each renderer then speaks by its own functions, and its words are read
back.
"""

import datetime as dt
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.cli import deadline as command
from desktop_app.cli.parser import build
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.moment import Moment, Now, Today, day_of, iso
from desktop_app.core.records import Event
from desktop_app.pages import kit, one_deadline, reading, week
from desktop_app.pages.destinations import TooLate
from desktop_app.pages.home import date_words
from desktop_app.pages.page import Action, Block, Card, Text
from desktop_app.pages.too_late import late_of
from desktop_app.pages.until import card
from desktop_app.sentences import case_words, ladder_words, timeline_words
from desktop_app.sentences.agenda_words import entries
from desktop_app.sentences.calendar_file import calendar_file
from desktop_app.sentences.deadline_words import warning
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.deadlines import deadline_for, fitting_events
from desktop_app.workflow.guidance.urgent import LastMoment
from desktop_app.workflow.guidance.which_delay import Candidate, Notified, counted
from desktop_app.workflow.matter import followup, timeline
from desktop_app.workflow.matter.dossiers import next_date
from desktop_app.workflow.matter.ladder import ladder
from tests.helpers.letters import letter
from tests.helpers.safes import new_safe, open_safe

TOOLS = RealTools()
LAW = TOOLS.law
DAY = dt.date(2026, 11, 24)
LETTER = letter()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTH = MONTHS.split()
UNTOLD = "sans-voies-et-delais"
# Each of another mechanism; the other ways to learn of a decision are counted like one of them.
WAYS = (
    "notification",
    "reception",
    "compte-en-ligne",
    "lettre-simple",
    "lrar-retiree",
    "ancienne-adresse",
)
NOTIFIED = ("caf-cra-pf", "recours-ta", "oqtf-1mois")
"""Whose notice may say another delay than the law, which protects or not."""
DATED = re.compile(rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTH)}) (\d{{4}})", re.IGNORECASE)
LATE = re.compile(r"dernier jour est passé|dernier jour était|trop tard \?", re.IGNORECASE)
OVER = re.compile(r"est passée|est passé :|Ce jour est passé|était attendue", re.IGNORECASE)
AT_ONCE = re.compile(r"dès aujourd’hui|Aujourd’hui, dès que possible", re.IGNORECASE)
PARIS = dt.timezone(dt.timedelta(hours=1))
"""All the hours asked here are in winter."""
BY_THE_HOUR = "dépend de l’heure écrite sur la décision"
LEGAL = re.compile(r"dernier jour légal", re.IGNORECASE)
PLEADED = "Le bureau peut compter depuis"
UNLIMITED = "Aucun dernier jour légal ne peut être donné."


@dataclass(frozen=True)
class Fact:
    """What must be said, read from the two dates: which days may be named, and what of them.

    ``earlier``: the start that a body could plead, which is why it is for today.
    ``hourless``: its hour is not known, and no moment may be called the legal end.
    ``notice``: until when the letter received says, while something can be done.
    """

    kind: str
    large: dt.date | None
    may_name: frozenset[dt.date]
    ends: bool = True
    earlier: dt.date | None = None
    hourless: bool = False
    notice: dt.date | None = None

    @property
    def over(self) -> bool:
        return self.kind in ("late", "body-late")


@dataclass(frozen=True)
class Said:
    """The words of one mouth: ``head`` shows the day, ``rest`` what goes with it.

    ``tells_limit``: it has room for the legal day. ``counts_itself``: it names today by "today".
    """

    head: str
    rest: str = ""
    tells_limit: bool = True
    agenda: bool = False


@dataclass(frozen=True)
class Case:
    request: Request
    event: Event

    @property
    def name(self) -> str:
        return f"{self.request.procedure} / {self.request.event}"


def requests() -> Iterator[Request]:
    for procedure in LAW.procedures():
        in_hours = procedure.delay is not None and procedure.delay.unit == "heures"
        date = dt.datetime.combine(DAY, dt.time(16, 30)) if in_hours else DAY
        for fitting in fitting_events(LAW, procedure.id):
            of = fitting.of[0] if fitting.of else ""
            picked_up = DAY if fitting.event.start == "pickup" else None
            ends = DAY + dt.timedelta(days=200)  # a permit that ends: its window is before
            starts = ends if fitting.event.start == "window" else date
            yield Request(procedure.id, fitting.event.id, starts, DAY, of, picked_up)
            if in_hours:
                yield Request(procedure.id, fitting.event.id, DAY, DAY, of)
    for name, notice in product(NOTIFIED, (WrittenDelay(15, "jours"), WrittenDelay(6, "mois"))):
        yield Request(name, "notification", DAY, DAY, notice=notice)
    for procedure in LAW.procedures():
        yield from with_two_starts(procedure.id)


def with_two_starts(procedure: str) -> Iterator[Request]:
    """Yield what came on no sure day, long ago for who pleads the earliest one."""
    long_ago = DAY - dt.timedelta(days=84)
    told: dict[str, dict[str, Any]] = {
        "compte-en-ligne": {"opened": DAY, "agreed": "non"},
        "lettre-simple": {"received": DAY},
        "fps-poste": {"received": long_ago + dt.timedelta(days=2)},
        UNTOLD: {"received": DAY},
        "lre": {"opened": DAY - dt.timedelta(days=70)},
        "ofpra-electronique": {},
        "lrar-sans-avis": {"received": DAY},
        "ancienne-adresse": {"received": DAY, "address": "reexpediee"},
        "deux-recours-rejetes": {"received": DAY},
        "aj-accordee": {"received": DAY - dt.timedelta(days=100)},
        "aj-refusee": {},
        "lrar-retiree": {"picked_up": long_ago + dt.timedelta(days=15)},
    }
    events = {fitting.event.id: fitting for fitting in fitting_events(LAW, procedure)}
    for event in told.keys() & events.keys():
        of = events[event].of[0] if events[event].of else ""
        yield Request(procedure, event, long_ago, DAY, of, **told[event])


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Return every deadline, filed in a real safe on the day it begins, as a paper files it."""
    filed = []
    with open_safe(new_safe(tmp_path_factory.mktemp("voix"), DAY), DAY) as safe:
        with safe.act():
            for request in requests():
                dossier = safe.dossiers.add("Essai", on=DAY, procedure=request.procedure)
                followup.delay_runs(safe, dossier, deadline_for(LAW, request))
                filed.append((request, dossier))
        return [Case(request, safe.events.timeline(dossier)[0]) for request, dossier in filed]


def ended(end: Moment, today: Today) -> bool:
    """Tell whether it is over: by its hour once the hour is known, else with its day."""
    if not isinstance(end, dt.datetime):
        return end < day_of(today)
    if isinstance(today, Now):
        return end < today.at.astimezone(PARIS).replace(tzinfo=None)
    return end <= dt.datetime.combine(today, dt.time())


def fact(found: Deadline, today: Today) -> Fact:
    must = _fact(found, today)
    if found.notice is None or must.over:
        return must
    return replace(must, notice=day_of(found.notice.last_day))


def _fact(found: Deadline, today: Today) -> Fact:
    usual = next((w.values for w in found.warnings if w.code == "secours-un-an"), None)
    days = [usual["prudent"], usual["last"]] if usual else []
    days += [found.prudent_day, found.last_day]
    ahead = [day_of(day) for day in days if isinstance(day, dt.date)]
    first = next((day for day in days if isinstance(day, dt.date)), None)
    if first is None:
        return Fact("no date", None, frozenset())
    if found.rule == "mb":
        kind = "body-late" if ended(first, today) else "body"
        return Fact(kind, ahead[0], frozenset(ahead))
    last = day_of(found.last_day) if found.last_day else None
    hourless = found.rule == "h" and not isinstance(found.last_day, dt.datetime)
    if found.last_day is not None and ended(found.last_day, today):
        assert last is not None
        return Fact("late", last, frozenset({last}))
    legal = day_of(days[1]) if usual and not ended(days[1], today) else last
    if not ended(first, today):
        named = frozenset(day for day in (ahead[0], legal) if day is not None)
        return Fact("to come", ahead[0], named, ends=last is not None, hourless=hourless)
    earlier = pleaded(found)
    named = frozenset(day for day in (earlier, legal) if day is not None)
    kind = "pressing" if last else "now"
    return Fact(kind, None, named, earlier=earlier, hourless=hourless)


def pleaded(found: Deadline) -> dt.date | None:
    """Return the day from which a body could count, when it is not the one of the text."""
    if found.start_prudent is None:
        return None
    untold = found.event == UNTOLD or LAW.tables.events[found.event].unnotified
    if untold and found.start_prudent == found.count_from:
        return None  # one start, and no end where nothing runs out
    return day_of(found.start_prudent) if found.start_prudent != found.start_legal else None


def days_of(request: Request) -> list[Today]:
    """Return the days on which a deadline is told; one is enough for ways counted alike."""
    alike = request.event in LAW.tables.groups["notification"]
    days = turning_days(deadline_for(LAW, request))
    return days[:1] if alike and request.event not in WAYS else days


def turning_days(found: Deadline) -> list[Today]:
    usual = next((w.values for w in found.warnings if w.code == "secours-un-an"), {})
    days = [found.prudent_day, found.last_day, usual.get("prudent"), usual.get("last")]
    known = {day_of(day) for day in days if isinstance(day, dt.date)}
    after = {day + dt.timedelta(days=1) for day in known}
    told: list[Today] = sorted(day for day in known | after | {DAY} if day >= DAY)
    return [*told, *_turning_hours(found)]


def _turning_hours(found: Deadline) -> Iterator[Now]:
    """Yield moments of the last day of a delay in hours, and the first one of the day after."""
    if found.rule == "h" and (end := found.prudent_day):
        ends = end if isinstance(end, dt.datetime) else dt.datetime.combine(end, dt.time())
        minute, midnight = dt.timedelta(minutes=1), dt.datetime.combine(ends, dt.time())
        for at in (ends - minute, ends, ends + minute, midnight + dt.timedelta(days=1)):
            yield Now(at.replace(tzinfo=PARIS).astimezone(dt.UTC))
            yield Now(at.replace(tzinfo=PARIS))


def mouths(case: Case, found: Deadline, today: Today) -> Iterator[tuple[str, Said]]:
    """Yield what each renderer says, through its own functions."""
    yield "screen", _screen(found, today)
    yield from _command(case.request, today)
    printed = one_deadline.page(found, today).blocks[0]
    assert isinstance(printed, Card)
    assert printed.blocks == _day_of(card(found, today, explained=True))
    if not isinstance(today, Now):  # no letter is counted in hours: see the last test
        assert printed == kit.day_card(replace(LETTER, day=today), found)
    yield "kit", Said(*_head_and_rest(printed.blocks))
    procedure = LAW.procedure(found.procedure)
    told = case_words.candidate_lines(Candidate(procedure, (), deadline=found), today)
    yield "which-delay", Said(_after_about(told)[0], " ".join(_after_about(told)[1:]))
    head, *rest = case_words.moment_lines(LastMoment(procedure, found), today)
    warned = {warning(told) for told in found.warnings}
    yield "urgent", Said(head, " ".join(line for line in rest if line not in warned))
    yield from _ladder(found, today)
    if case.event.awaited:
        yield from _agenda(case.event, today)


def _screen(found: Deadline, today: Today) -> Said:
    shown = card(found, today, explained=False)
    head, rest = _head_and_rest(_day_of(shown))
    late = [one.does for one in shown.blocks if isinstance(one, Action)]
    assert bool(late) == (LATE.search(head) is not None)
    assert all(isinstance(one, TooLate) and one.last_day == found.last_day for one in late)
    return Said(head, rest)


def _day_of(shown: Card) -> tuple[Block, ...]:
    """Return what the window's card says of the day: without what is pressed, and why."""
    return tuple(one for one in shown.blocks if isinstance(one, Text))


def _head_and_rest(blocks: Iterable[Block]) -> tuple[str, str]:
    head, *rest = reading.read(blocks)
    return head, " ".join(rest)


def _command(request: Request, today: Today) -> Iterator[tuple[str, Said]]:
    asked = vars(_arguments()) | {
        "procedure": request.procedure,
        "event": request.event,
        "date": iso(request.date),
        "of": request.of,
        "picked_up": request.picked_up.isoformat() if request.picked_up else "",
        "today": "" if isinstance(today, Now) else today.isoformat(),
        "territory": request.territory,
        "notice_delay": f"{request.notice.value} {request.notice.unit}" if request.notice else "",
        "received": request.received.isoformat() if request.received else "",
        "opened": request.opened.isoformat() if request.opened else "",
        "agreed": request.agreed,
        "address": request.address,
    }
    report = command.run(Namespace(**asked), _tools(today))
    head, *rest = _first_block(report.text)
    over = "\n\nTROP TARD ?\n" in report.text
    assert over == (LATE.search(head) is not None), report.text
    yield "command", Said(head, " ".join(rest))
    said = report.data["said"]
    head, _stop, rest_of = said["text"].partition(". ")
    yield "json", Said(head, rest_of)
    large = [said["day"][:10]] if said["day"] else []
    assert large == [day.isoformat() for day in days_in(head)]


def _first_block(page: str) -> list[str]:
    """Return the lines of the first answer: what stands between the title and the rule."""
    _title, first = page.partition("\n\n")[0].split("\n", 1)
    return [" ".join(line.split()) for line in re.split(r"\n(?=  \S)", first)]


def _after_about(lines: tuple[str, ...]) -> list[str]:
    """Return the lines of the day, without those that name the law's day and the letter's."""
    differs = "La lettre reçue ne dit pas"
    return [one for one in lines if not one.startswith(differs)]


def _ladder(found: Deadline, today: Today) -> Iterator[tuple[str, Said]]:
    rungs = ladder(LAW, (), found.procedure, day_of(today), found)
    (here,) = [one for one in ladder_words.told(rungs, today) if one.rung.state == "ici"]
    told = " ".join(here.dates[1:])  # the first says that the letter is to be sent
    if told:
        head, _stop, rest = told.partition(". ")
        yield "ladder", Said(head, rest)


def _agenda(event: Event, today: Today) -> Iterator[tuple[str, Said]]:
    one = next_date(event, today)
    when, besides = timeline_words.when(one, today), timeline_words.besides(one)
    yield "week", Said(when, besides, agenda=True)
    title, head, *rest = reading.lines(week.listed([one], today), reading.nothing)[2:]
    yield "printed agenda", Said(head, " ".join(rest), agenda=True)
    assert (title == "À regarder ensemble") == one.past
    yield "safe agenda", Said(head, " ".join(rest), agenda=True)
    yield "first screen", Said(date_words(one), tells_limit=False, agenda=True)
    head, rest = timeline_words.dates(event, today)
    if head:
        yield "dossier", Said(head, rest, agenda=True)
    assert bool(late_of(one)) == (one.past and event.kind != timeline.SILENCE_EXPECTED)
    yield "calendar", _calendar(one, today)


def _calendar(one: Any, today: Today) -> Said:
    text = calendar_file(entries([one], today, named=True), day_of(today)).decode()
    unfolded = text.replace("\r\n ", "")
    start = re.search(r"^DTSTART;VALUE=DATE:(\d{8})\r$", unfolded, re.MULTILINE)
    told = re.search(
        r"^DESCRIPTION:(Dernier|L[ea] |C’est|Aucun dernier)(.*)", unfolded, re.MULTILINE
    )
    if start is None:
        return Said("", tells_limit=False, agenda=True)
    day = dt.date.fromisoformat(start[1])
    said = "Aujourd’hui, dès que possible" if day == day_of(today) else _written(day)
    return Said(said, "".join(told.groups()) if told else "", agenda=True)


def _written(day: dt.date) -> str:
    return f"{day.day} {MONTH[day.month - 1]} {day.year}"


@cache
def _arguments() -> Namespace:
    return build("deadline").parse_args(["deadline", "x"])


def _tools(today: Today) -> Any:
    clock = SimpleNamespace(now=lambda: today)
    return SimpleNamespace(law=LAW, catalogue=TOOLS.catalogue, clock=clock)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def days_in(words: str) -> list[dt.date]:
    found = DATED.findall(plain(words))
    return [dt.date(int(y), MONTH.index(m.lower()) + 1, int(d)) for d, m, y in found]


def wrong(said: Said, must: Fact, today: Today) -> str:
    """Return why these words do not say this fact; "" when they do."""
    both = plain(f"{said.head} {said.rest}")
    noticed = re.compile(r"La lettre reçue dit : jusqu’au [^.]*\.")
    noticing = [day for line in noticed.findall(both) for day in days_in(line)]
    if noticing != [must.notice] * (must.notice is not None) and said.tells_limit and said.head:
        return f"says that the letter received says {noticing}"
    named, large = set(days_in(noticed.sub("", both))), days_in(said.head)
    if not named <= must.may_name:
        return f"names {sorted(named - must.may_name)}"
    if bool(LATE.search(both)) and must.kind != "late":
        return "says too late"
    if bool(OVER.search(both)) != must.over and said.head:
        return "says that it is past" if not must.over else "does not say that it is past"
    at_once = must.kind in ("pressing", "now")
    today_too = said.agenda and must.large == day_of(today) and not must.over
    if bool(AT_ONCE.search(both)) != at_once and not today_too and said.head:
        return "does not say: today" if at_once else "says: today"
    nothing_ends = must.kind == "now" or (must.kind == "to come" and not must.ends)
    if (UNLIMITED in both) != nothing_ends and said.tells_limit:
        return "does not say that nothing ends" if nothing_ends else "says that nothing ends"
    told = must.hourless and said.tells_limit and bool(said.head)
    if (BY_THE_HOUR in both) != told or (must.hourless and LEGAL.search(both)):
        return (
            "calls a moment the legal end, which depends on the hour" if told else "asks the hour"
        )
    if at_once and said.head and not says_today_first(plain(said.head)):
        return "shows a day in its large words before it says: today"
    if must.earlier and not said.agenda and PLEADED not in both:
        return "does not say why it is for today"
    if said.agenda and (at_once or today_too or not said.head):
        return ""  # it says "today" in place of a day
    if large[:1] != ([must.large] if must.large else []):
        return f"shows {large} and not {must.large}"
    return ""


def says_today_first(head: str) -> bool:
    """Tell whether who reads the large words alone acts today, and waits for no legal day."""
    found = AT_ONCE.search(head)
    return found is not None and not days_in(head[: found.start()])


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.slow)])
def test_every_mouth_says_the_same_of_every_deadline_on_every_day(
    cases: list[Case], every: int
) -> None:
    """Of one case in three, or with time of each."""
    told: list[str] = []
    heard: set[str] = set()
    argued = 0
    for case in cases[::every]:
        for today in days_of(case.request):
            found = deadline_for(LAW, replace(case.request, today=today))
            must = fact(found, today)
            argued += must.kind == "pressing" and must.earlier is not None
            for mouth, said in mouths(case, found, today):
                heard.add(mouth)
                if why := wrong(said, must, today):
                    told.append(f"{case.name}, {today}: {mouth} {why}: {said} / {must}")
    assert not told, f"{len(told)} contradictions\n" + "\n".join(told[:20])
    assert len(heard) == 13, sorted(heard)
    assert argued > 50 / every


def test_a_letter_that_does_not_explain_is_never_too_late_while_its_year_or_no_day_runs() -> None:
    """The person said so: where the usual delay is over, what remains is told in its place."""
    told = 0
    for procedure in LAW.procedures():
        if procedure.without_notice is None or procedure.delay is None:
            continue
        notified = Notified("notification", DAY, told=False)
        if "notification" not in LAW.tables.expand(procedure.events):
            continue
        first = counted(LAW, [Candidate(procedure, ())], notified, DAY)[0]
        assert first.deadline is not None
        assert first.rescue is not None
        assert first.deadline.last_day is not None
        today = day_of(first.deadline.last_day) + dt.timedelta(days=1)
        (late,) = counted(LAW, [Candidate(procedure, ())], notified, today)
        words = " ".join(case_words.candidate_lines(late, today))
        assert not LATE.search(words), words
        assert AT_ONCE.search(words), words
        assert (UNLIMITED in words) == (first.rescue.last_day is None)
        told += 1
    assert told > 20


def test_no_letter_is_counted_in_hours_whose_sheets_know_its_day_alone() -> None:
    """The kit speaks on the letter's day: a letter of 48 hours would need its hour too."""
    hours = {one.id for one in LAW.procedures() if one.delay and one.delay.unit == "heures"}
    assert hours
    for item in TOOLS.catalogue.search(kind="letter"):
        rules = TOOLS.catalogue.letter(item.id).deadline
        assert not hours & {item.procedure, *(rule.procedure for rule in rules)}, item.id


@pytest.mark.parametrize(
    ("place", "utc", "over"),
    [
        pytest.param("metropole", "2026-11-29T05:29", False, id="Paris, 06:29"),
        pytest.param("metropole", "2026-11-29T05:31", True, id="Paris, 06:31"),
        pytest.param("reunion", "2026-11-29T02:31", True, id="Saint-Denis, 06:31"),
        pytest.param("martinique", "2026-11-29T10:29", False, id="Fort-de-France, 06:29"),
        pytest.param("martinique", "2026-11-29T10:31", True, id="Fort-de-France, 06:31"),
        pytest.param("saint-pierre-et-miquelon", "2026-11-29T09:29", False, id="Saint-Pierre"),
        pytest.param("saint-pierre-et-miquelon", "2026-11-29T09:31", True, id="Saint-Pierre after"),
    ],
)
def test_an_hour_passes_by_the_clocks_of_the_place(place: str, utc: str, over: bool) -> None:
    now = Now(dt.datetime.fromisoformat(f"{utc}+00:00"))
    date = dt.datetime.combine(dt.date(2026, 11, 27), dt.time(6, 30))
    asked = Request("oqtf-48h", "notification", date, now, territory=place)
    found = deadline_for(LAW, asked)
    said = dict(_command(asked, now))
    assert (LATE.search(said["command"].head) is not None) == over
    assert ("trop-tard" in [one.code for one in found.warnings]) == over
