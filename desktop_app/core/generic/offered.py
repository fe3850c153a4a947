"""What is known of the person is offered once in a form, and only in the part that is about her.

A form that asks a first name twice asks it of two people: the second one, the other parent, the
household, a guardian, is somebody else, and none of the person's own facts may be written there.
Nor are her address and telephone those of a part that stands before the one that asks who she is:
it is the office's, or a lawyer's.
"""

from collections.abc import Collection, Iterable

import msgspec

from desktop_app.core.packs.model import Question, Section

_MAY_COME_AGAIN = frozenset(["contact.telephone", "contact.courriel", "identite.nom"])
"""Facts that one part about the person may ask after another: a second telephone, "nom d'usage"."""
_OF_ONE_ONLY = frozenset(["identite.prenom", "identite.date_naissance", "sante.nir"])
"""Asked again in the same part, they are of the next line of a table: of the next person."""

_WHO = frozenset(["identite.nom", "identite.nom_naissance", "identite.prenom"])
_TOWN, _BIRTHPLACE = "adresse.commune", "identite.lieu_naissance"


def once(sections: Iterable[Section], already: Collection[str] = ()) -> tuple[Section, ...]:
    """Return the parts of a form with each fact offered once.

    Args:
        already: facts that the questions asked before these offer.
    """
    parts = [_with_birthplace(section) for section in sections]
    first = next((n for n, one in enumerate(parts) if _all_keys(one) & _WHO), 0)
    asked = set(already)
    found = []
    for number, section in enumerate(parts):
        if number < first:
            found.append(_without_whereabouts(section))
            continue
        own = _all_keys(section)
        hers = not (own & asked) - _MAY_COME_AGAIN
        found.append(_offered(section, asked) if hers else _none_of_hers(section))
        asked |= own
    return tuple(found)


def _offered(section: Section, before: Collection[str]) -> Section:
    """Offer each fact the first time, and nothing once the part goes on to another person."""
    seen, hers, questions = set(before), True, []
    for question in section.question:
        keys = set(_keys(question))
        hers = hers and not keys & seen & _OF_ONE_ONLY
        questions.append(question if hers and not keys & seen else _bare(question))
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
    bare = (
        _bare(one) if any(key.startswith(("adresse.", "contact.")) for key in _keys(one)) else one
        for one in section.question
    )
    return msgspec.structs.replace(section, question=tuple(bare))


def _none_of_hers(section: Section) -> Section:
    return msgspec.structs.replace(section, question=tuple(map(_bare, section.question)))


def _bare(question: Question) -> Question:
    return msgspec.structs.replace(question, remember="") if question.remember else question


def _all_keys(section: Section) -> set[str]:
    return {key for question in section.question for key in _keys(question)}


def _keys(question: Question) -> tuple[str, ...]:
    return tuple(question.remember.split())
