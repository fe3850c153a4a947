"""Sample answers to any questions: of nobody, and such that each question accepts its own."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from desktop_app.core.answers.draft import Answers, Draft, Typed
from desktop_app.core.answers.kinds.nir import key
from desktop_app.core.answers.validate import validate
from desktop_app.core.errors import InvalidAnswers
from desktop_app.core.packs.model import PackHeader, Question
from desktop_app.core.packs.resolve import questions_of

_NIR = "2690575120005"
# Reserved to fiction where that exists: telephone numbers, example.org, an IBAN of textbooks.
BY_KIND: Mapping[str, tuple[str, ...]] = {
    "address_line": ("3 rue Neuve",),
    "amount": ("123,45", "12", "1"),
    "caf_number": ("1234567",),
    "country": ("France",),
    "date": ("14/07/1969",),
    "email": ("simone.martin@example.org",),
    "iban": ("FR14 2004 1010 0505 0001 3M02 606",),
    "integer": ("12", "1"),
    "long_text": ("Un premier exemple, assez long pour plusieurs lignes.", "Exemple"),
    "month": ("07/2026",),
    "name": ("Martin", "Li"),
    "nif": ("3023217600053",),
    "nir": (_NIR + key(_NIR),),
    "phone": ("01 99 00 12 34",),
    "postal_code": ("69100",),
    "siret": ("732 829 320 00074",),
    "text": ("Exemple", "Abc", "X"),
    "yes_no": ("oui",),
}


def samples(definition: PackHeader, today: dt.date) -> tuple[Draft, Answers]:
    """Return sample answers as typed and as read; a question that refuses them all has none."""
    tries = {question.id: samples_of(question, today) for question in questions_of(definition)}
    while True:
        answers = {name: left[0] for name, left in tries.items() if left}
        draft = Draft(definition.id, MappingProxyType(answers))
        try:
            return draft, validate(definition, draft, today, shown=True)
        except InvalidAnswers as refusal:
            for name in {problem.question for problem in refusal.problems}:
                tries[name] = tries[name][1:]


def samples_of(question: Question, today: dt.date) -> Sequence[Typed]:
    """Return samples of an answer, the best first; a question may refuse any of them."""
    return tuple(_candidates(question, today))


def _candidates(question: Question, today: dt.date) -> Iterator[Typed]:
    if question.kind == "choice":
        yield from (one.id for one in question.choices)
    elif question.kind == "choices":
        yield from ((one.id,) for one in question.choices)
    else:
        yield from BY_KIND[question.kind]
    if question.kind == "date":
        yield from ((today - dt.timedelta(days=days)).isoformat() for days in (30, 0))
    if question.example:
        yield question.example
