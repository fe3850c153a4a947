"""Decides how one's case is found: who wrote, what is said or wanted, then which paper."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Choice, Drawing, Found, Long, Search, Text

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.guidance.search import Found as Answers
    from desktop_app.workflow.ports import Catalogue

MOST = 8
"""Situations shown at first: the others come at a gesture."""
OTHER = "autre"
"""The situation of a pack that names none of this kind."""
ANY_BODY = "transversal"
# What may be asked of any body, whatever letter it wrote. To contest, each has its own way.
OF_ANY_BODY = frozenset({"incompris", "silence", "savoir", "mediateur"})


@record(frozen=True)
class Offer:
    """One thing to choose: a family, a situation of it, a letter or form (``pack``), or a page.

    ``place`` leads to such a page; ``former``: what to know of an edition that is no longer taken.
    """

    words: str
    family: str = ""
    situation: str = ""
    pack: str = ""
    place: to.Destination | None = None
    drawing: Drawing = "bureau"
    former: str = ""


def in_turn(offers: Iterable[Offer], show: Callable[[Offer], Iterable[Block]]) -> Iterator[Block]:
    """Yield what shows these; former editions under their heading, each with what to do instead."""
    from desktop_app.sentences import edition_words  # with the first list of papers

    headed = False
    for one in offers:
        if one.former and not headed:
            headed = True
            yield Text(edition_words.former_editions(), "subheading")
        yield from show(one)
        if one.former:
            yield Text(one.former, "hint")


def families() -> dict[str, str]:
    """Return who may have written, in a person's words; the one most people need first."""
    return {
        "caf": i18n.text("La Caf (allocations, RSA, logement)"),
        "maladie": i18n.text("L’assurance maladie (CPAM)"),
        "etrangers": i18n.text("La préfecture (titre de séjour)"),
        "handicap": i18n.text("La MDPH (maison du handicap)"),
        "emploi": i18n.text("France Travail"),
        "dettes": i18n.text("Mes dettes, un crédit"),
        "retraite": i18n.text("La retraite"),
        "impots": i18n.text("Les impôts"),
        "logement": i18n.text("Mon logement, mon propriétaire"),
        "travail": i18n.text("Mon employeur"),
        "famille": i18n.text("La famille : pension, séparation"),
        "deces": i18n.text("Le décès d’un proche"),
        "social": i18n.text("La mairie : aides, adresse"),
        "etat-civil": i18n.text("L’état civil, des papiers perdus"),
        "vehicule": i18n.text("Ma voiture, ma moto"),
        "education": i18n.text("L’école, l’université, Parcoursup"),
        "amendes": i18n.text("Une amende, un stationnement"),
        "energie": i18n.text("L’électricité, le gaz"),
        "banque": i18n.text("Ma banque"),
        "consommation": i18n.text("Un magasin, un site, un abonnement"),
        "sante": i18n.text("Un hôpital, un médecin"),
        "cotisations": i18n.text("Cotisations (Urssaf, MSA)"),
        "autonomie": i18n.text("Le Département (autonomie, aides)"),
        ANY_BODY: i18n.text("Un autre bureau"),
    }


def situations(kind: to.Kind) -> dict[str, str]:
    """Return what a letter says, or what is wanted, in a person's words and in order."""
    if kind == "lettre":
        return {
            "rembourser": i18n.text("Rembourser de l’argent"),
            "refus": i18n.text("Un refus, ou une aide plus petite"),
            "arret": i18n.text("On arrête de me payer"),
            "sanction": i18n.text("On parle de fraude, ou de sanction"),
            "payer": i18n.text("Payer un impôt, une amende, une facture"),
            "partir": i18n.text("Partir d’un logement, ou de France"),
            "incompris": i18n.text("Je ne comprends pas la lettre"),
            OTHER: i18n.text("Autre chose"),
        }
    return {
        "demander": i18n.text("Une aide, un papier, un rendez-vous"),
        "silence": i18n.text("Une réponse : personne ne m’a répondu"),
        "savoir": i18n.text("Voir mon dossier, ou savoir pourquoi"),
        "temps": i18n.text("Du temps ou une remise, pour payer"),
        "mediateur": i18n.text("L’aide d’un médiateur"),
        OTHER: i18n.text("Autre chose"),
    }


def heading(kind: to.Kind, family: str = "", situation: str = "") -> str:
    """Return the question of a page: whose, then what, then which paper."""
    if situation:
        return i18n.text("Quel est votre cas ?")
    if family:
        return {
            "lettre": i18n.text("Que demande cette lettre ?"),
            "demande": i18n.text("Que voulez-vous ?"),
            "formulaire": "",
        }[kind]
    return {
        "lettre": i18n.text("Qui vous a écrit ?"),
        "demande": i18n.text("À qui voulez-vous demander quelque chose ?"),
        "formulaire": i18n.text("Quel est ce formulaire ?"),
    }[kind]


def chosen(kind: to.Kind, family: str, situation: str) -> str:
    """Return what was said on the pages before, as a reminder."""
    office = families().get(family, family).partition(" (")[0]
    said = (office, situations(kind).get(situation, ""))
    return " · ".join(part for part in said if part)


def offers(
    catalogue: "Catalogue", kind: to.Kind, family: str = "", situation: str = ""
) -> Sequence[Offer]:
    """Return what can be chosen on a page. For the worker."""
    if kind == "formulaire":
        return [offer(item) for item in _in_order(catalogue, catalogue.search("", "form"))]
    found = list(catalogue.search("", "letter" if kind == "lettre" else ""))
    if not family:
        return _families(found, kind, [one.id for one in catalogue.often.family])
    own = {item.id: _said(item, kind) for item in found if item.family == family}
    whole = own | {
        item.id: said & OF_ANY_BODY
        for item in found
        if item.family == ANY_BODY != family and (said := _said(item, kind)) & OF_ANY_BODY
    }
    if not situation:
        return _situations(whole.values(), kind, family)
    # Those of this body before those that suit any.
    here = _in_order(catalogue, [item for item in found if situation in whole.get(item.id, ())])
    first = sorted(here, key=lambda item: (item.former, item.id not in own))
    return [_case(item, kind) for item in first]


def searched(name: str, *, example: bool = True) -> Search:
    """Return the box in which one says it with one's own words; an ``example`` tells how."""
    label = i18n.text("Écrivez avec vos mots")
    if example:
        label = i18n.text("Écrivez avec vos mots, par exemple : la caf me réclame de l’argent")
    return Search(name, label, Found("", Long((), MOST)))


def said_so(catalogue: "Catalogue", law: "Law", typed: str) -> Found:
    """Return the situations that are said in these words, the best first."""
    if not typed.strip():
        return Found("", Long((), MOST))
    from desktop_app.workflow.guidance.search import find

    return told(find(catalogue, law, typed))


def told(found: "Answers") -> Found:
    """Return how many situations are said in a person's words, and what each leads to.

    Where none has its paper: who helps, and the letter of one's own.
    """
    if found.nothing:
        from desktop_app.pages import not_here  # not before the first paint

        return not_here.told(found, [*map(_choice, _pages(found))], [*map(_choice, _papers(found))])
    offers = answers(found)
    words = i18n.plural("{n} situation trouvée", "{n} situations trouvées", len(offers))
    if not offers:
        words = i18n.text("Rien n’est trouvé. Essayez un autre mot, ou choisissez plus bas.")
    shown = in_turn(offers, lambda one: (_choice(one),))
    return Found(words, Long(tuple(shown), MOST))


def answers(found: "Answers") -> Sequence[Offer]:
    """Return what was found: what presses, what is over, then papers."""
    return [*_pages(found), *_papers(found)]


def _papers(found: "Answers") -> Iterator[Offer]:
    from desktop_app.pages import dont_know  # with the first search

    for item in found.items:
        one = offer(item)
        yield replace(one, words=dont_know.own_letter(), drawing="lettre") if found.nothing else one


def _choice(one: Offer) -> Choice:
    return Choice(one.words, one.place or Write(one.pack), one.drawing)


def _pages(found: "Answers") -> Iterator[Offer]:
    """Yield the pages of what presses, and of what is over, that a person's words ask for."""
    for one in found.emergencies:
        urgent = i18n.labelled(i18n.text("Urgent"), i18n.pack_text(one.title))
        yield Offer(urgent, place=to.Urgent(emergency=one.id), drawing="urgent")
    if found.presses:
        yield Offer(
            i18n.text("Urgent : que faire aujourd’hui"), place=to.Urgent(), drawing="urgent"
        )
    if found.is_over:
        late = i18n.text("Le délai est passé : trop tard ?")
        yield Offer(late, place=to.TooLate(), drawing="passé")


def offer(item: "CatalogueItem") -> Offer:
    """Return a letter or a form as a sentence that says which it is."""
    kind = i18n.text("une lettre") if item.kind == "letter" else _form_kind(item)
    plain = _paper(item)
    words = i18n.text("{situation} ({kind})").format(situation=plain.words, kind=kind)
    return replace(plain, words=words)


def _form_kind(item: "CatalogueItem") -> str:
    """Return which form it is, by its number."""
    if item.prepared:
        from desktop_app.sentences import prepared_words  # with the first of them

        return prepared_words.kind(item.number)
    if "*" not in item.edition:  # a form of our own has no number
        return i18n.text("un formulaire")
    return i18n.text("formulaire n° {edition}").format(edition=item.edition)


def _paper(item: "CatalogueItem") -> Offer:
    words = i18n.pack_text(item.plain_title)
    if item.own:
        words = i18n.text("{title}, à vous").format(title=words)
    from desktop_app.sentences import edition_words  # with the first list of papers

    former = edition_words.former(item)
    return Offer(words, item.family, pack=item.id, drawing="", former=former)


def _case(item: "CatalogueItem", kind: to.Kind) -> Offer:
    return _paper(item) if kind == "lettre" else offer(item)


def _said(item: "CatalogueItem", kind: to.Kind) -> frozenset[str]:
    """Return the situations of a pack that a page of this kind can name."""
    known = frozenset(item.situations) & situations(kind).keys()
    return known if known or item.situations else frozenset({OTHER})


def _in_order(
    catalogue: "Catalogue", found: Sequence["CatalogueItem"]
) -> Sequence["CatalogueItem"]:
    """Return what life brings most often first; her own before ours, what is over after all."""
    often = catalogue.often
    return sorted(found, key=lambda one: (one.former, not one.own, often.place(one.id)))


def _families(
    found: Sequence["CatalogueItem"], kind: to.Kind, often: Sequence[str]
) -> Sequence[Offer]:
    from desktop_app.pages.drawn import OFFICES  # not before the first paint

    having = {item.family for item in found if _said(item, kind)}
    words = families()
    order = dict.fromkeys([*often, *words, *sorted(having - words.keys())])
    return [
        Offer(words.get(name, name), name, drawing=OFFICES.get(name, ""))
        for name in order
        if name in having
    ]


def _situations(said: Iterable[frozenset[str]], kind: to.Kind, family: str) -> Sequence[Offer]:
    from desktop_app.pages.drawn import SITUATIONS

    having = frozenset[str]().union(*said)
    return [
        Offer(words, family, situation=name, drawing=SITUATIONS[name])
        for name, words in situations(kind).items()
        if name in having
    ]
