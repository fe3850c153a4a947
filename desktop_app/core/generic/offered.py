"""What is known is offered once in a form, and only in the part that is about whose it is.

A form that asks a first name twice, and does not say of whom, asks it of two people: the second
one, the other parent, the household, a guardian, is somebody else, and none of the person's own
facts may be written there. Nor are her address and telephone those of a part that stands before the
one that asks who she is: it is the office's, or a lawyer's. A part that says of whom it is may ask
again what another one asked.
"""

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from desktop_app.core.generic import own_words
from desktop_app.core.generic.roles import ME, OTHER, says_her
from desktop_app.core.packs.model import Question, Section

_MAY_COME_AGAIN = frozenset(["contact.telephone", "contact.courriel", "identite.nom"])
"""Facts that one part about the person may ask after another: a second telephone, "nom d'usage"."""
_SECOND = frozenset(["contact.telephone", "contact.courriel", "identite.civilite"])
"""Asked again of the same person, they are her second ones, or go with another one's name."""
_OF_ONE_ONLY = frozenset(["identite.prenom", "identite.date_naissance", "sante.nir"])
"""Asked again in the same part, they are of the next line of a table: of the next person."""

_WHO = frozenset(["identite.nom", "identite.nom_naissance", "identite.prenom"])
_UNTITLED = re.compile(re.escape(own_words.PAGE).replace(r"\{page\}", r"\d+"))
_STREET, _TOWN, _BIRTHPLACE = "adresse.voie", "adresse.commune", "identite.lieu_naissance"


def once(sections: Iterable[Section], already: Collection[str] = ()) -> tuple[Section, ...]:
    """Return the parts of a form with each fact offered once, and what is nobody's known so.

    Args:
        already: facts of the person that the questions asked before these offer.
    """
    parts = [_with_whole_address(_with_birthplace(section)) for section in sections]
    first = next((n for n, one in enumerate(parts) if _hers(one) & _WHO), _nowhere(parts))
    asked = set(already)
    somebody = False  # whose address was asked for before anybody's name
    found = []
    for number, section in enumerate(parts):
        own = _hers(section)
        said = says_her(section.title)
        if number < first and not said:
            somebody = somebody or any(key.startswith("adresse.") for key in own)
            section = _without_whereabouts(section)  # noqa: PLW2901
        elif not said and (own & asked - _MAY_COME_AGAIN or (somebody and _is_untitled(section))):
            section = _none_of_hers(section)  # noqa: PLW2901
        before = asked & _SECOND if said else asked
        found.append(_offered(section, before, named=bool(asked & _WHO)))
        if number >= first:
            asked |= own
    return tuple(found)


def _is_untitled(section: Section) -> bool:
    """Whether nothing on the paper names a part: it may then be anybody's."""
    return _UNTITLED.fullmatch(section.title) is not None


def _nowhere(parts: Sequence[Section]) -> int:
    """Where a form that never asks who she is begins to be about her: at once, unless it asks who
    somebody else is.
    """
    asked = {key for section in parts for one in section.question for key in _keys(one)}
    return len(parts) if asked & _WHO else 0


def _offered(section: Section, before: Collection[str], *, named: bool) -> Section:
    """Offer each fact of each person the first time; what of hers comes again is another's.

    So is a name after her street, once she was ``named``: that of who receives her letters.
    """
    seen = {(ME, key) for key in before}
    hers, reached, questions = True, False, []
    for question in section.question:
        own = {*_keys(question)} if question.whose == ME else set()
        keys = {(question.whose, key) for key in _keys(question)}
        again = {one for one in keys & seen if not _says_again(question, one[1])}
        others_name = named and reached and bool(own & _WHO)
        hers = hers and not others_name and not (own and {key for _, key in again} & _OF_ONE_ONLY)
        reached = reached or _STREET in own
        if own and not hers:
            questions.append(_of_another(question))
        else:
            questions.append(_bare(question) if again else question)
        seen |= keys
    return msgspec.structs.replace(section, question=tuple(questions))


def _says_again(question: Question, key: str) -> bool:
    """Whether a box says itself that it asks again who she is: "Prénom (vous)"."""
    return key.startswith("identite.") and says_her(question.label)


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


def _with_whole_address(section: Section) -> Section:
    """A town that stands alone is that of an election, of a birth, of an event: no address."""
    address = {key for one in section.question for key in _keys(one) if key.startswith("adresse.")}
    if address != {_TOWN}:
        return section
    alone = (_bare(one) if one.remember == _TOWN else one for one in section.question)
    return msgspec.structs.replace(section, question=tuple(alone))


def _without_whereabouts(section: Section) -> Section:
    return _of_others(section, ("adresse.", "contact."))


def _none_of_hers(section: Section) -> Section:
    return _of_others(section, ("",))


def _of_others(section: Section, begins: tuple[str, ...]) -> Section:
    """Say of the questions about the person that ask such facts that they are of somebody else."""
    changed = (
        _of_another(one)
        if one.whose == ME
        and any(key.startswith(begins) for key in _keys(one))
        and not says_her(one.label)
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
