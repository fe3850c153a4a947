"""Réglages du bureau: its name, its paper, its delay, what who helps may do, and who helps.

Set up one thing at a time, then changed one at a time: each step is kept as it is answered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.office import (
    FEWEST_MONTHS,
    MOST_MONTHS,
    NAME_LIMIT,
    RIGHTS,
    Member,
    Office,
    Right,
)
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back, home
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Choice,
    Listed,
    Page,
    Status,
    Take,
    Text,
)
from desktop_app.sentences import author_words

STEPS: tuple[to.OfficeStep, ...] = ("name", "me", "head", "months", "rights")
"""In the order in which an office is set up; the last one leads to who helps."""
NAME, ME, HEAD, MONTHS, RIGHTS_OF, HIDING = "name", "me", "head", "months", "rights", "hiding"


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """What is known of an office; ``rules`` None while it is not set up; ``me``: who is at work."""

    rules: Office | None
    members: tuple[Member, ...] = ()
    me: Member | None = None

    @property
    def mine(self) -> bool:
        """Whether who is at work decides of it."""
        return self.rules is None or (self.me is not None and self.me.responsable)


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Réglages du bureau")


def held() -> str:
    """Return by what roles, rules and names hold: said wherever they are set."""
    return i18n.text(
        "Le programme tient les rôles, les règles et les noms, pas le chiffrement : chaque phrase "
        "ouvre tout ce coffre. Seuls les cercles sont chiffrés pour leurs lecteurs : « Votre "
        "coffre », puis « Dossiers réservés »."
    )


def page(found: FoundOffice) -> Page:
    """Return the office as it is, or what sets it up."""
    if found.rules is None:
        return _to_set_up()
    blocks: tuple[Block, ...] = (
        Status(lasting=True),
        *(() if found.mine else (Text(_ask_whom(found.members)),)),
        _who_helps(found),
        *_rules(found, found.rules),
        Text(held(), "hint"),
    )
    return Page(heading(), blocks, (back(),), lead=(found.rules.name,) if found.rules.name else ())


def step(which: to.OfficeStep, found: FoundOffice, *, first: bool) -> Page:
    """Return one step; ``first``: the office is being set up, and the next step follows."""
    office = found.rules or Office()
    title, told, asked, typed = _STEPS[which](office, found)
    number = i18n.text("{n} sur {all}").format(n=STEPS.index(which) + 1, all=len(STEPS))
    blocks: tuple[Block, ...] = (
        *((Text(number, "hint"),) if first else ()),
        *(Text(one) for one in told),
        Ask(which, asked, typed),
        Status(lasting=True),
    )
    go_on = i18n.text("Continuer") if first else i18n.text("Enregistrer")
    return Page(title, blocks, (Action(go_on, Take(which), "primary"), back()))


def after(which: to.OfficeStep) -> to.OfficeStep:
    """Return the step that follows while an office is set up; "" after the last one."""
    place = STEPS.index(which) + 1
    return STEPS[place] if place < len(STEPS) else ""


def changed(office: Office, which: to.OfficeStep, values: Mapping[str, object]) -> Office:
    """Return the rules with what was answered at a step."""
    match which:
        case "name":
            name = str(values.get(NAME, ""))
            return Office(name, office.head, office.months, office.hiding, office.helpers)
        case "head":
            head = str(values.get(HEAD, ""))
            return Office(office.name, head, office.months, office.hiding, office.helpers)
        case "months":
            said = values.get(MONTHS, office.months)
            months = said if isinstance(said, int) else office.months
            return Office(office.name, office.head, months, office.hiding, office.helpers)
        case "rights":
            chosen, may_hide = _chosen(values, RIGHTS_OF), bool(_chosen(values, HIDING))
            helpers = frozenset(one for one in RIGHTS if one in chosen)
            return Office(office.name, office.head, office.months, may_hide, helpers)
    return office


def kept() -> str:
    """Say that a rule is kept."""
    return i18n.text("C’est enregistré dans le coffre.")


def set_up() -> str:
    """Say that the office is set up."""
    return i18n.text("Le bureau est réglé. Ajoutez maintenant qui aide avec vous.")


def heads_changed(count: int) -> str:
    """Say on how many letters of one's own the head of the paper was put; "" for none."""
    if not count:
        return ""
    return i18n.plural(
        "L’en-tête est mis sur {n} lettre à vous.", "L’en-tête est mis sur {n} lettres à vous.",
        count,
    )  # fmt: skip


def may_words(right: Right) -> str:
    """Return what somebody who helps may do, as it is chosen."""
    return {
        "erase": i18n.text("effacer pour de bon une personne ou un dossier"),
        "import": i18n.text("faire entrer une liste de personnes"),
        "export": i18n.text("sortir une liste de personnes ou des chiffres"),
        "backup": i18n.text("copier tout le coffre ailleurs"),
    }[right]


def no_such_right(name: str) -> str:
    """Say that nothing is allowed under this name, and what may be."""
    words = i18n.text("« {name} » n’est rien qu’on laisse faire ; il y a : {known}")
    return words.format(name=name, known=", ".join(RIGHTS))


def who_helps(members: Sequence[Member]) -> Page:
    """Return who helps, each on a line; those who left come last."""
    here = tuple(member_words(one) for one in members if one.ways)
    left = tuple(called(one) for one in members if not one.ways)
    title = Text(i18n.text("Ne sont plus du bureau"), "subheading")
    blocks = (Listed(here), *((title, Listed(left)) if left else ()))
    return Page(i18n.text("Qui aide"), blocks, ())


def called(one: Member) -> str:
    """Return how somebody is called in the office."""
    return one.name or i18n.text("sans nom")


def _to_set_up() -> Page:
    told = (
        i18n.text("Ce coffre sert à plusieurs personnes ? Réglez le bureau, en quelques pages."),
        i18n.text(
            "Chaque chose notée portera le nom de qui l’a faite. Vous en serez responsable : ses "
            "règles, et qui y aide."
        ),
    )
    begin = Action(i18n.text("Commencer"), to.Office("name", first=True), "primary")
    blocks = (*map(Text, told), Text(held(), "hint"))
    return Page(heading(), blocks, (begin, home()), lead=told)


def _ask_whom(members: Sequence[Member]) -> str:
    names = [author_words.who(one.name) for one in members if one.role]
    words = i18n.text("Ces règles reviennent aux personnes responsables : {names}.")
    return words.format(names=", ".join(names))


def _who_helps(found: FoundOffice) -> Card:
    lines = (_member(one, mine=found.mine) for one in found.members if not one.words)
    words = i18n.text("Ajouter quelqu’un")
    add = (Action(words, to.OfficeHelper(), "primary"),) if found.mine else ()
    return Card(i18n.text("Qui aide"), (*lines, *add))


def _member(one: Member, *, mine: bool) -> Block:
    told = member_words(one)
    if mine or one.at_work:
        return Choice(told, to.OfficeHelper(one.id), "personnes")
    return Text(told)


def member_words(one: Member) -> str:
    """Return a helper as one line: her name, her role, whether she is at work."""
    return f"{called(one)} · {role_words(one)}"


def role_words(one: Member) -> str:
    """Return what a helper is, and whether she is at work."""
    role = i18n.text("responsable") if one.role else i18n.text("aide")
    return f"{role} · {i18n.text('au travail ici')}" if one.at_work else role


def _rules(found: FoundOffice, office: Office) -> Iterator[Card]:
    nothing = i18n.text("Rien n’est écrit.")
    hiding = (
        i18n.text("Chacun peut cacher sa page, puis la revoir par un code court.")
        if office.hiding
        else i18n.text("Une page cachée se revoit par la phrase seule.")
    )
    may = [may_words(one) for one in RIGHTS if one in office.helpers]
    months = i18n.plural("{n} mois sans contact", "{n} mois sans contact", office.months)
    shown: tuple[tuple[str, tuple[Block, ...], str, to.OfficeStep], ...] = (
        (
            i18n.text("Nom du bureau"),
            (Text(office.name or nothing),),
            i18n.text("Changer le nom"),
            "name",
        ),
        (
            i18n.text("En-tête du papier"),
            tuple(Text(line) for line in (office.head or nothing).splitlines()),
            i18n.text("Changer l’en-tête"),
            "head",
        ),
        (
            i18n.text("Durée de garde"),
            (Text(months),),
            i18n.text("Changer la durée"),
            "months",
        ),
        (
            i18n.text("Ce que fait chaque personne qui aide"),
            (Listed(tuple(may)) if may else Text(i18n.text("Rien de plus.")), Text(hiding)),
            i18n.text("Changer ce qu’elle fait"),
            "rights",
        ),
    )
    for title, blocks, words, which in shown:
        change = (Action(words, to.Office(which)),) if found.mine else ()
        yield Card(title, (*blocks, *change))


# ---------------------------------------------------------------- the steps

Told = tuple[str, tuple[str, ...], tuple[Asked, ...], Mapping[str, str | tuple[str, ...]]]


def _name(office: Office, _found: FoundOffice) -> Told:
    label = i18n.text("Comment s’appelle ce bureau ?")
    asked = Question(id=NAME, kind="text", label=label, max_length=NAME_LIMIT)
    return i18n.text("Le nom du bureau"), (), (Asked(asked),), {NAME: office.name}


def _me(_office: Office, found: FoundOffice) -> Told:
    label = i18n.text("Et vous, quel est votre nom ?")
    told = i18n.text("Il se lit à côté de ce que vous notez, dans ce coffre seulement.")
    asked = Question(id=ME, kind="text", label=label, required=True, max_length=NAME_LIMIT)
    return i18n.text("Votre nom"), (told,), (Asked(asked),), {ME: found.me.name if found.me else ""}


def _head(office: Office, _found: FoundOffice) -> Told:
    label = i18n.text("Quel en-tête pour le papier du bureau ?")
    told = i18n.text("Cinq lignes au plus. Elles se placent en haut de vos propres lettres.")
    asked = Question(id=HEAD, kind="long_text", label=label)
    return i18n.text("L’en-tête du papier"), (told,), (Asked(asked),), {HEAD: office.head}


def _months(office: Office, _found: FoundOffice) -> Told:
    label = i18n.text("Après combien de mois sans contact proposer d’effacer ?")
    told = i18n.text("Rien ne s’efface tout seul : une liste est proposée, et vous confirmez.")
    asked = Question(
        id=MONTHS,
        kind="integer",
        label=label,
        required=True,
        minimum=str(FEWEST_MONTHS),
        maximum=str(MOST_MONTHS),
    )
    return (
        i18n.text("La durée de garde"),
        (told,),
        (Asked(asked, characters=4),),
        {MONTHS: str(office.months)},
    )


def _rights(office: Office, _found: FoundOffice) -> Told:
    label = i18n.text("Que fait une personne qui aide, sans être responsable ?")
    may = tuple(Option(id=one, label=may_words(one)) for one in RIGHTS)
    hide = i18n.text("cacher sa page, puis la revoir par un code court")
    asked = (
        Question(id=RIGHTS_OF, kind="choices", label=label, choices=may),
        Question(
            id=HIDING,
            kind="choices",
            label=i18n.text("Et tout le monde ?"),
            choices=(Option(id=HIDING, label=hide),),
        ),
    )
    now = {
        RIGHTS_OF: tuple(sorted(office.helpers)),
        HIDING: (HIDING,) if office.hiding else (),
    }
    return (
        i18n.text("Ce que fait chaque personne qui aide"),
        (held(),),
        tuple(map(Asked, asked)),
        now,
    )


_STEPS = {"name": _name, "me": _me, "head": _head, "months": _months, "rights": _rights}


def _chosen(values: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = values.get(name, ())
    return (found,) if isinstance(found, str) else tuple(found)  # type: ignore[arg-type]
