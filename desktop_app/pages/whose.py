"""Of whom a page of questions is: said, and changed by choosing another one in a list."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.generic import roles
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Value
from desktop_app.pages.page import Ask
from desktop_app.sentences.person_words import told_apart
from desktop_app.workflow.interview import whose
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.people import by_role

WHOSE = "whose"
"""The list of those of whom a page may be."""
HERSELF = "moi"
"""How the person herself is called there: an answer is never empty."""
UNSAID = "a-dire"
"""What stands there as long as nobody knows."""


def asked(
    interview: Interview, questions: Sequence[Question], profile: Mapping[str, Value]
) -> Iterator[Ask]:
    """Yield of whom these questions are, where it is worth saying, and who else it may be."""
    now = whose.of_page(interview, questions, profile)
    if now is None:
        return
    may_be = tuple(whose.choices(now, profile))
    names = Counter(name for _role, name in may_be if name)
    choices = tuple(
        Option(
            id=role or HERSELF,
            label=words(role, called(role, name, profile) if names[name] > 1 else name),
        )
        for role, name in may_be
    )
    if not now.said:
        choices = (Option(id=UNSAID, label=i18n.text("à choisir")), *choices)
    stands = (now.role or HERSELF) if now.said else UNSAID
    label = i18n.text("De qui parle cette page ?")
    question = Question(id=WHOSE, kind="choice", label=label, choices=choices)
    yield Ask(WHOSE, (Asked(question, closed=True),), {WHOSE: stands}, at_once=True)


def called(role: str, name: str, profile: Mapping[str, Value]) -> str:
    """Return the name of who has a role, told from another one's of that name."""
    return told_apart(name, *by_role.apart(role, profile))


def chosen(value: object) -> str:
    """Return the role of what is chosen in the list."""
    return {HERSELF: roles.ME, UNSAID: roles.OTHER}.get(str(value), str(value))


def about(role: str) -> str:
    """Return of whom what follows is, in a list of questions."""
    return i18n.text("Il s’agit de : {who}").format(who=words(role))


def words(role: str, name: str = "") -> str:
    """Return who has a role: what they are to the person, and their name when it is known."""
    what = _words(role)
    if not (what and name):
        return what or name
    return i18n.text("{name} ({role})").format(name=name, role=what)


def _words(role: str) -> str:
    kind, _, number = role.rpartition("_")
    if kind in roles.NUMBERED and number.isdigit():
        return {
            roles.CHILD: i18n.text("votre enfant n° {n}"),
            roles.MEMBER: i18n.text("une personne de votre foyer, n° {n}"),
            roles.DEPENDANT: i18n.text("une autre personne de votre foyer, n° {n}"),
        }[kind].format(n=number)
    return {
        roles.ME: i18n.text("vous"),
        roles.SPOUSE: i18n.text("la personne avec qui vous vivez en couple"),
        roles.OTHER_PARENT: i18n.text("l’autre parent"),
        roles.PARENT: i18n.text("le père ou la mère"),
        roles.REPRESENTATIVE: i18n.text("la personne qui vous représente"),
        roles.GUARANTOR: i18n.text("la personne qui se porte garante"),
        roles.LANDLORD: i18n.text("le propriétaire ou l’agence"),
        roles.EMPLOYER: i18n.text("l’employeur"),
        roles.DOCTOR: i18n.text("le médecin"),
        roles.LAWYER: i18n.text("l’avocat"),
        roles.OFFICE: i18n.text("l’organisme"),
        roles.OTHER: i18n.text("quelqu’un d’autre"),
    }.get(role, "")
