"""What is known is offered once in a form, and only in the part that is about whose it is.

A form that asks a first name twice, and does not say of whom, asks it of two people: the second
one, the other parent, the household, a guardian, is somebody else, and none of the person's own
facts may be written there. Nor are her address and telephone those of a part that stands before the
one that asks who she is: it is the office's, or a lawyer's. A part that says of whom it is may ask
again what another one asked.
"""

from collections.abc import Collection, Iterable

import msgspec

from desktop_app.core.generic.roles import ME, OTHER, says_her
from desktop_app.core.packs.model import Question, Section

_MAY_COME_AGAIN = frozenset(["contact.telephone", "contact.courriel", "identite.nom"])
"""Facts that one part about the person may ask after another: a second telephone, "nom d'usage"."""
_SECOND = frozenset(["contact.telephone", "contact.courriel"])
"""Asked again of the same person, they are her second ones, of which nothing is known."""
_OF_ONE_ONLY = frozenset(["identite.prenom", "identite.date_naissance", "sante.nir"])
"""Asked again in the same part, they are of the next line of a table: of the next person."""

_WHO = frozenset(["identite.nom", "identite.nom_naissance", "identite.prenom"])
_TOWN, _BIRTHPLACE = "adresse.commune", "identite.lieu_naissance"


def once(sections: Iterable[Section], already: Collection[str] = ()) -> tuple[Section, ...]:
    """Return the parts of a form with each fact offered once, and what is nobody's known so.

    Args:
        already: facts of the person that the questions asked before these offer.
    """
    parts = [_with_birthplace(section) for section in sections]
    first = next((n for n, one in enumerate(parts) if _hers(one) & _WHO), 0)
    asked = set(already)
    found = []
    for number, section in enumerate(parts):
        own = _hers(section)
        said = says_her(section.title)
        if number < first and not said:
            section = _without_whereabouts(section)  # noqa: PLW2901
        elif own & asked - _MAY_COME_AGAIN and not said:
            section = _none_of_hers(section)  # noqa: PLW2901
        found.append(_offered(section, asked & _SECOND if said else asked))
        if number >= first:
            asked |= own
    return tuple(found)


def _offered(section: Section, before: Collection[str]) -> Section:
    """Offer each fact of each person the first time; what of hers comes again is another's."""
    seen = {(ME, key) for key in before}
    hers, questions = True, []
    for question in section.question:
        keys = {(question.whose, key) for key in _keys(question)}
        again = keys & seen
        if question.whose == ME:
            hers = hers and not any(key in _OF_ONE_ONLY for _, key in again)
        if question.whose == ME and keys and not hers:
            questions.append(_of_another(question))
        else:
            questions.append(_bare(question) if again else question)
        seen |= keys
    return msgspec.structs.replace(section, question=tuple(questions))


def _with_birthplace(section: Section) -> Section:
    """A town asked right after a day is where one was born, or where something happened."""
    questions: list[Question] = []
    for question in section.question:
        before = questions[-1] if questions else None
        if question.remember == _TOWN and before is not None and before.kind == "date":
            born = before.remember == "identite.date_naissance"
            place = _BIRTHPLACE if born else ""
            question = msgspec.structs.replace(question, remember=place)  # noqa: PLW2901
        questions.append(question)
    return msgspec.structs.replace(section, question=tuple(questions))


def _without_whereabouts(section: Section) -> Section:
    return _of_others(section, ("adresse.", "contact."))


def _none_of_hers(section: Section) -> Section:
    return _of_others(section, ("",))


def _of_others(section: Section, begins: tuple[str, ...]) -> Section:
    """Say of the questions about the person that ask such facts that they are of somebody else."""
    changed = (
        _of_another(one)
        if one.whose == ME and any(key.startswith(begins) for key in _keys(one))
        else one
        for one in section.question
    )
    return msgspec.structs.replace(section, question=tuple(changed))


def _of_another(question: Question) -> Question:
    return msgspec.structs.replace(question, whose=OTHER)


def _bare(question: Question) -> Question:
    return msgspec.structs.replace(question, remember="") if question.remember else question


def _hers(section: Section) -> set[str]:
    return {key for one in section.question if one.whose == ME for key in _keys(one)}


def _keys(question: Question) -> tuple[str, ...]:
    return tuple(question.remember.split())
