"""What is asked of a person for the arguments that her letter may hold: facts, never law."""

from collections.abc import Iterator, Sequence

import msgspec

from desktop_app.core.arguments.model import Argument, Nature
from desktop_app.core.arguments.offers import NEVER, Offer, both, either, of, once, raised
from desktop_app.core.packs.model import Question, Section
from desktop_app.core.packs.pleading import facts_question, question_of

LONGEST = 2500
"""Of what she tells for one argument, in characters: what a first letter holds of one matter."""
ON_A_PAGE = 4
"""Arguments of a page: some of them only are asked of one person, each with its box."""
Part = tuple[str, tuple[str, ...], tuple[Nature, ...]]
PARTS: tuple[Part, ...] = (
    (
        "moyens-fond",
        ("Ce qui est faux dans la décision", "Autres erreurs de la décision"),
        ("merits",),
    ),
    ("moyens-dette", ("La dette", "La dette et le contrôle"), ("debt",)),
    ("moyens-forme", ("La lettre que vous contestez",), ("form", "data")),
)
"""The parts of the interview, each with the titles of its pages, and what is asked there.

resources/packaging/pack_words.py gives these titles to translators."""


def asked_in(
    sections: Sequence[Section], offers: Sequence[Offer], shut: Sequence[Argument]
) -> tuple[Section, ...]:
    """Return the sections, the arguments' own before the one that asks them.

    What is asked of the judge besides waits on the page of that section, with its own question.
    """
    found: list[Section] = []
    for section in sections:
        if section.arguments:
            found += _sections(section, offers, shut)
        if not section.arguments or section.include or section.question:
            found.append(msgspec.structs.replace(section, arguments=False))
    return tuple(found)


def _sections(
    last: Section, offers: Sequence[Offer], shut: Sequence[Argument]
) -> Iterator[Section]:
    arguments = once(offers)
    known = {one.id for one in arguments}
    left = [one for one in arguments if not any(one.nature in part[2] for part in PARTS)]
    for name, titles, natures in PARTS:
        asked = tuple(
            question
            for one in arguments
            if one.nature in natures
            for question in _asked(one, offers, _page(one, titles, offers))
        )
        if asked:
            yield Section(id=name, title=titles[0], question=asked)
    silent = {one.id: _silent(one) for one in shut if one.id not in known}
    besides = [question for one in left for question in _asked(one, offers, last.title)]
    if besides or silent:
        yield Section(id="moyens-suite", title=last.title, question=(*besides, *silent.values()))


def _page(argument: Argument, titles: Sequence[str], offers: Sequence[Offer]) -> str:
    """Return the page of an argument: by its place where it comes first; the last has the rest."""
    rank = min(one.rank for one in of(argument, offers))
    return titles[min(rank // ON_A_PAGE, len(titles) - 1)]


def _asked(argument: Argument, offers: Sequence[Offer], page: str) -> Iterator[Question]:
    own = list(of(argument, offers))
    when, rare = either(one.when for one in own), all(one.rare for one in own)
    yield msgspec.structs.replace(_question(argument), when=when, aside=rare, page=page)
    if argument.facts and argument.raised_by != "texte":
        yield Question(
            id=facts_question(argument.id),
            kind="long_text",
            label=argument.facts,
            why=argument.why,
            example=argument.facts_example,
            when=both(when, raised(argument)),
            fact="same",
            alphabet="latin",
            max_length=LONGEST,
            page=page,
        )


def _question(argument: Argument) -> Question:
    in_words = argument.raised_by == "texte"
    return Question(
        id=question_of(argument.id),
        kind="long_text" if in_words else "yes_no",
        label=argument.question,
        hint=argument.hint,
        why=argument.why,
        example=argument.example if in_words else "",
        fact="same",
        unknown=not in_words,
        alphabet="latin" if in_words else "",
        max_length=LONGEST if in_words else 0,
    )


def _silent(argument: Argument) -> Question:
    """Return the question that holds what an earlier letter said, and is never asked here."""
    return msgspec.structs.replace(_question(argument), when=NEVER)
