"""Squares as one question: yes or no, one choice, several choices."""

from collections.abc import Sequence

from desktop_app.core.exclusive import exclusive
from desktop_app.core.generic import own_words, wording
from desktop_app.core.generic.asked import Asked, labelled
from desktop_app.core.generic.known import civility
from desktop_app.core.generic.layout.joining import Unit, shared_words
from desktop_app.core.generic.layout.naming import Named, option_words
from desktop_app.core.generic.layout.telling import shown
from desktop_app.core.generic.placing import places_of
from desktop_app.core.packs.model import Choice, Place, Question

TICK_WORDS = 11  # of a square's own: the question adds four


def squares(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    """Squares that are fields of their own, asked together."""
    common = _common(unit.parts)
    label = _asked(unit, common) or unit.first.title or own_words.LIST_OF_SQUARES
    words = tuple(wording.capital(_answer(one)) for one in unit.parts)
    if unit.first.numbered:
        words = tuple(own_words.OPTION.format(n=n + 1) for n in range(len(words)))
    elif (shared := shared_words(words)) and not common:
        words = _told_apart(unit, words, shared)
    if unit.kind == "choice" and common and not exclusive(words):
        words = tuple(_rest(one, common) for one in unit.parts)  # the names say it better
    return _choice(unit, asked, shown(unit.first, label), words, several=unit.kind == "choices")


def _answer(one: Named) -> str:
    """The words of a square without those of its question, which stand above all of them."""
    head, mark, tail = one.label.partition(" : ")
    return (
        tail if mark and wording.plain_words(head) == wording.plain_words(one.asked) else one.label
    )


def _told_apart(unit: Unit, words: Sequence[str], shared: str) -> tuple[str, ...]:
    """The rest of the words of each square, else its column's, else which it is."""
    rests = tuple(one[len(shared) :].strip(" :") for one in words)
    columns = tuple(wording.capital(wording.clean(one.box.column)) for one in unit.parts)
    for found in (rests, columns):
        if all(found) and len({*found}) == len(found):
            return found
    return tuple(own_words.OPTION.format(n=n + 1) for n in range(len(words)))


def one_of(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    one = unit.first
    return _choice(unit, asked, shown(one, one.label), option_words(one.box), several=False)


def _choice(
    unit: Unit, asked: Asked, label: str, words: tuple[str, ...], *, several: bool
) -> tuple[Question, tuple[Place, ...]]:
    own = civility(words)
    ids = own or choice_ids(words)
    name = asked.id(label)
    key = "identite.civilite" if own else ""
    choices = tuple(Choice(id=one, label=text) for one, text in zip(ids, words, strict=True))
    kind = "choices" if several else "choice"
    default = _ticked(unit, ids, several=several)
    question = labelled(name, label, kind=kind, choices=choices, remember=key, default=default)
    test = "'{}' in " + name if several else name + " == '{}'"
    places: list[Place] = []
    for one in unit.parts:
        options = one.box.options
        if unit.kind in ("choice", "choices"):
            identifier = ids[unit.parts.index(one)]
            text = f"{label} : {one.label}"
            places += places_of(one.box, asked, text, when=test.format(identifier))
            continue
        for option, identifier, text in zip(options, ids, words, strict=True):
            where = test.format(identifier)
            shown = f"{label} : {text}"
            places += places_of(one.box, asked, shown, when=where, option=option)
    return question, tuple(places)


def choice_ids(words: Sequence[str]) -> tuple[str, ...]:
    taken = Asked()
    return tuple(taken.id(word)[:60] for word in words)


def _ticked(unit: Unit, ids: Sequence[str], *, several: bool) -> str:
    """What the blank already shows ticked is proposed: it would show on the paper anyway."""
    if unit.kind in ("choice", "choices"):
        on = [one for one, part in zip(ids, unit.parts, strict=True) if part.box.chosen]
        return ",".join(on) if several else (on[0] if len(on) == 1 else "")
    chosen = unit.first.box.chosen
    options = unit.first.box.options
    return next((one for one, opt in zip(ids, options, strict=True) if opt.id in chosen), "")


def _asked(unit: Unit, common: str) -> str:
    """What several squares answer: the words before the first, unless they end another list."""
    asked = unit.first.asked
    stops = asked[:1].isdigit() or len(asked.split()) > wording.MOST_WORDS
    if unit.kind == "choices" and stops:
        asked = ""
    return common if len(common.split()) > len(asked.split()) else asked


def _rest(one: Named, common: str) -> str:
    return wording.capital(wording.from_name(one.box.name)[len(common) :].strip(" :-").lower())


def _common(parts: Sequence[Named]) -> str:
    """The words that begin the names of all the squares: "Sexe M", "Sexe F"."""
    names = [wording.from_name(one.box.name).split() for one in parts if not one.box.found]
    if len(names) < len(parts):
        return ""
    same: list[str] = []
    for words in zip(*names, strict=False):
        if len(set(words)) > 1:
            break
        same.append(words[0])
    text = wording.clean(" ".join(same))
    return text if wording.says_something(text) else ""


def tick(unit: Unit, asked: Asked) -> tuple[Question, tuple[Place, ...]]:
    one = unit.first
    label = shown(one, one.label, TICK_WORDS)
    name = asked.id(label)
    words = wording.shortened(label, TICK_WORDS)
    hint = label if words != label else ""
    default = "oui" if one.box.chosen else ""
    label_of_ours = own_words.ONE_SQUARE.format(words=words)
    if one.numbered:  # "Faut-il cocher : Case 4, page 1 ?" is no French
        label_of_ours = own_words.NUMBERED_SQUARE.format(n=one.number, page=one.box.page)
    question = Question(id=name, kind="yes_no", label=label_of_ours, hint=hint, default=default)
    places: list[Place] = []
    for part in unit.parts:
        option = part.box.options[0] if part.box.options else None
        places += places_of(part.box, asked, label, when=name, option=option)
    return question, tuple(places)
