"""A letter that was received: shown to the program, then what it says, to be confirmed.

Each fact is told with what can be done of it; nothing is taken before one says that it is right.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.moment import Today
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.received.model import SEVERAL, Fact, Proposal, Sure, Value
from desktop_app.core.received.rules import Rules
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import wanted
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Gesture,
    Live,
    Own,
    Page,
    Row,
    Status,
    Take,
    Text,
)
from desktop_app.pages.received_next import ChooseMyself, following, length_words
from desktop_app.sentences import update_words
from desktop_app.workflow.guidance import received
from desktop_app.workflow.guidance.received import Looked, Understood

FOUND, PAPER, NEXT = "found", "paper", "next"
"""Places: of the facts, of the picture of the letter, of what comes next."""
SEEN = "seen-"
"""Before a fact: the place of the piece of the letter where it was read."""
DAYS: frozenset[Fact] = frozenset({"written_on", "decided_on", "until", "last_day"})
ASKED = "fact-"
"""Before a fact, where it is corrected."""


@record(frozen=True)
class Confirm(Gesture):
    """Take the proposal of this place as right."""

    fact: Fact
    place: int = 0


@record(frozen=True)
class Refuse(Gesture):
    """Say that nothing that was read of it is right."""

    fact: Fact


@record(frozen=True)
class Correct(Gesture):
    """Write it by hand."""

    fact: Fact


@record(frozen=True)
class LookAgain(Gesture):
    """Take back what was said of it."""

    fact: Fact


@record(frozen=True)
class Locate(Gesture):
    """Show where it was read."""

    fact: Fact


@record(frozen=True)
class TurnPaper(Gesture):
    """Turn the picture of the letter by a quarter, and read it again."""


@record(frozen=True)
class KeepPaper(Gesture):
    """File the letter by itself, in no dossier."""


@record(frozen=True)
class Scan(Gesture):
    """Scan it."""


def page(*, scans: bool) -> Page:
    """Return the page before the letter is shown; ``scans``: a scanner can be asked."""
    told = i18n.text(
        "Une photo nette, un scan ou un PDF. Le programme y cherche qui écrit, la date, la somme, "
        "le délai ; vous dites si c’est juste."
    )
    paste = i18n.text("Vous pouvez aussi la coller : Ctrl et V.")
    network = i18n.text(
        "Un scanner relié par le réseau ou le wifi ? Enregistrez l’image avec son programme, "
        "puis déposez-la ici."
    )
    blocks: tuple[Block, ...] = (
        Text(told),
        Text(
            i18n.text("Rien ne quitte cet ordinateur, et votre fichier n’est pas changé."), "hint"
        ),
        wanted.may_drop(),
        Text(paste, "hint"),
        *((Text(network, "hint"),) if scans else ()),
        Status(lasting=True),
        Live(NEXT),
    )
    scan = (Action(i18n.text("Scanner la lettre"), Scan()),) if scans else ()
    choose = Action(i18n.text("Choisir la photo ou le PDF"), wanted.letter(), "primary")
    return Page(i18n.text("Montrez la lettre reçue"), blocks, (choose, *scan, back()))


def not_read(*, keeps: bool) -> Iterator[Block]:
    """Yield what one may do all the same with a paper that could not be opened."""
    words = i18n.text("Votre fichier n’est pas changé. Vous pouvez continuer sans le lire ici.")
    yield Text(words)
    if keeps:
        yield Action(i18n.text("Ranger quand même ce papier"), KeepPaper())
    yield Choice(i18n.text("Choisir moi-même quoi écrire"), ChooseMyself(""), "bureau")


def reading() -> str:
    """Return what is said while the letter is read."""
    return i18n.text("La lettre est lue. Une photo prend quelques secondes, parfois une minute.")


def scanning() -> str:
    """Return what is said while the scanner works."""
    return i18n.text("Le scanner travaille. Cela prend une minute ou deux.")


def stopped() -> str:
    """Return what is said once one stopped the reading."""
    return i18n.text("La lecture est arrêtée. Rien n’est changé.")


def read_again() -> str:
    """Return what is said once the picture was turned, and read so."""
    return i18n.text("La photo est tournée, et lue de nouveau.")


def found_page(
    understood: Understood, looked: Looked, rules: Rules, today: Today, *, keeps: bool
) -> Page:
    """Return what a letter says, beside its picture; ``keeps``: there is a safe to file it in."""
    blocks: tuple[Block, ...] = (
        Live(FOUND, tuple(facts(understood, looked, rules))),
        Live(NEXT, tuple(following(looked, rules, None, today))),
        Status(lasting=True),
        Own(PAPER),
    )
    keep = Action(i18n.text("Ranger seulement ce papier"), KeepPaper())
    turn = Action(i18n.text("Tourner la photo"), TurnPaper())
    other = Action(i18n.text("Montrer une autre image"), to.Received())
    pictured = understood.words.recognised
    actions = (*((turn,) if pictured else ()), *((keep,) if keeps else ()), other, back())
    heading = i18n.text("Ce que dit votre lettre")
    return Page(heading, blocks, actions, lead=lead(understood, looked, rules))


def lead(understood: Understood, looked: Looked, rules: Rules) -> tuple[str, ...]:
    """Return what is heard with the heading: nothing is taken yet, or nothing was read."""
    first = takewhile(lambda one: isinstance(one, Text), facts(understood, looked, rules))
    return tuple(one.words for one in first if isinstance(one, Text))


def told_page(understood: Understood, rules: Rules) -> Page:
    """Return what a letter says, for who only reads: each fact, and how surely it was read."""
    looked = Looked(understood.reading)
    blocks: list[Block] = [*map(Text, update_words.told(understood.updates))]
    blocks += _why_not(understood, looked)
    for fact in looked.found:
        lines = [_said(one, rules) for one in looked.proposed(fact)]
        blocks.append(Card(labels()[fact], tuple(map(Text, lines))))
    blocks.append(Text(i18n.text("Vérifiez chaque ligne sur la lettre."), "hint"))
    return Page(i18n.text("Ce que dit votre lettre"), tuple(blocks), ())


def facts(understood: Understood, looked: Looked, rules: Rules) -> Iterator[Block]:
    """Yield what was not read, and why, then a card for each fact."""
    if looked.found:
        yield Text(
            i18n.text("Regardez chaque ligne : rien n’est retenu avant votre « C’est juste ».")
        )
    yield from map(Text, update_words.told(understood.updates))
    yield from _why_not(understood, looked)
    for fact in looked.found:
        yield Card(labels()[fact], tuple(_card(looked, fact, rules)))


def labels() -> dict[Fact, str]:
    """Return the name of each fact."""
    return {
        "sender": i18n.text("Qui écrit"),
        "decision": i18n.text("De quoi parle la lettre"),
        "written_on": i18n.text("Date de la lettre"),
        "decided_on": i18n.text("Date de la décision"),
        "until": i18n.text("À faire avant le"),
        "sum": i18n.text("La somme"),
        "number": i18n.text("Votre numéro chez eux"),
        "reference": i18n.text("Référence de la lettre"),
        "delay": i18n.text("Délai pour contester, d’après la lettre"),
        "last_day": i18n.text("Dernier jour pour contester, d’après la lettre"),
        "remedies": i18n.text("À qui écrire pour contester, d’après la lettre"),
    }


def value_words(fact: Fact, value: Value, rules: Rules) -> str:
    """Return a value in words."""
    if isinstance(value, dt.date):
        return i18n.long_date(value)
    if isinstance(value, Decimal):
        return i18n.amount(value)
    if isinstance(value, WrittenDelay):
        return length_words(value)
    return i18n.pack_text(received.names(rules).get(f"{fact} {value}", value))


def saying(looked: Looked, fact: Fact, rules: Rules) -> str:
    """Return what is heard once something was said of a fact."""
    values = looked.said.get(fact)
    if values is None:
        return labels()[fact]
    told = ", ".join(value_words(fact, one, rules) for one in values)
    return i18n.labelled(labels()[fact], told or i18n.text("rien n’est retenu"))


def _why_not(understood: Understood, looked: Looked) -> Iterator[Block]:
    if understood.unread is not None:
        yield Text(i18n.sentence(understood.unread.wording, understood.unread.parameters))
    elif not looked.found:
        yield Text(
            i18n.text(
                "Rien n’a été reconnu : l’image est peut-être floue, coupée, ou ce n’est pas une "
                "lettre. Vous pouvez la garder, et continuer sans elle."
            )
        )
    more = understood.words.pages - len(understood.words.leaves)
    if more > 0 and understood.words.leaves:
        yield Text(
            i18n.plural(
                "La dernière page n’a pas été lue.",
                "Les {n} dernières pages n’ont pas été lues.",
                more,
            ),
            "hint",
        )


def _card(looked: Looked, fact: Fact, rules: Rules) -> Iterator[Block]:
    if looked.changing == fact:
        yield from _correcting(looked, fact, rules)
    elif fact in looked.said:
        values = looked.said[fact]
        told = [value_words(fact, one, rules) for one in values]
        for one in told or [i18n.text("Rien n’est retenu.")]:
            yield Text(one, "done" if told else "body")
        change = i18n.text("Changer")
        yield Action(change, LookAgain(fact), "plain", _called(change, fact))
    else:
        yield from _proposed(looked, fact, rules)


def _proposed(looked: Looked, fact: Fact, rules: Rules) -> Iterator[Block]:
    proposals = looked.proposed(fact)
    several = len(proposals) > 1 and fact not in SEVERAL
    if several:
        yield Text(i18n.text("La lettre dit plusieurs choses. Laquelle est juste ?"))
        yield Own(f"{SEEN}{fact}")
        yield Row(
            tuple(
                Action(value_words(fact, one.value, rules), Confirm(fact, place))
                for place, one in enumerate(proposals)
            )
        )
    else:
        for one in proposals:
            yield Text(value_words(fact, one.value, rules), "label")
        yield Own(f"{SEEN}{fact}")
        if hint := _hesitation(proposals[0].sure):
            yield Text(hint, "hint")
    right = i18n.text("C’est juste")
    about = "\n".join(value_words(fact, one.value, rules) for one in proposals)
    confirm = Action(right, Confirm(fact), "secondary", _called(right, fact), about)
    said = () if several else (confirm,)
    correct, wrong = i18n.text("Corriger"), i18n.text("Ce n’est pas ça")
    where = i18n.text("Où est-ce ?")
    by_hand = (Action(correct, Correct(fact), "plain", _called(correct, fact)),)
    yield Row(
        (
            *said,
            *(by_hand if fact not in SEVERAL else ()),
            Action(wrong, Refuse(fact), "plain", _called(wrong, fact)),
            Action(where, Locate(fact), "plain", _called(where, fact)),
        )
    )


def _correcting(looked: Looked, fact: Fact, rules: Rules) -> Iterator[Block]:
    name = f"{ASKED}{fact}"
    question = _question(fact, rules)
    proposals = looked.proposed(fact)
    first = {question.id: received.typed(proposals[0].value)} if proposals else {}
    keep, leave = i18n.text("Garder ce que j’ai écrit"), i18n.text("Laisser comme c’était")
    yield Own(f"{SEEN}{fact}")
    yield Ask(name, (Asked(question, empty="answer-required"),), first)
    yield Row((Action(keep, Take(name)), Action(leave, LookAgain(fact), "plain")))


def _question(fact: Fact, rules: Rules) -> Question:
    label = i18n.text("Ce qui est juste")
    if fact in ("sender", "decision"):
        options = rules.senders if fact == "sender" else rules.decisions
        choices = tuple(
            Option(id=one.id, label=value_words(fact, one.id, rules)) for one in options
        )
        return Question(id=fact, kind="choice", label=label, choices=choices)
    kind = "date" if fact in DAYS else "amount" if fact == "sum" else "text"
    return Question(id=fact, kind=kind, label=label)


def _called(words: str, fact: Fact) -> str:
    """Return how a button is called aloud: there is one of these words for each fact."""
    return i18n.labelled(words, labels()[fact])


def _said(one: Proposal, rules: Rules) -> str:
    words = value_words(one.fact, one.value, rules)
    hint = _hesitation(one.sure)
    return f"{words} ({hint})" if hint else words


def _hesitation(sure: Sure) -> str:
    return {
        "sure": "",
        "likely": i18n.text("À vérifier sur la lettre."),
        "doubtful": i18n.text("Mal lu, ou dit de deux façons : regardez bien la lettre."),
    }[sure]


def facts_data(proposals: Sequence[Proposal]) -> list[dict[str, object]]:
    """Return proposals as data: the value as it is typed, how sure it is, and its places."""
    return [
        {
            "value": received.typed(one.value),
            "sure": one.sure,
            "places": [
                {"page": place.page, "box": [round(side, 1) for side in place.box]}
                for place in one.places
            ],
        }
        for one in proposals
    ]


assert set(labels.__annotations__) == {"return"}
