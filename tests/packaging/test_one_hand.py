"""What is shown is written by one hand: apostrophes, capitals, titles, and nobody's gender.

Every French sentence that the program, its help, its packs and the law's data show is looked at
(the keys of the catalogues), and every screen as it is read.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.language.jargon import EVERYDAY
from desktop_app.wiring import RealTools
from tests.helpers.faults import assert_none

PROJECT = Path(__file__).parents[2]
GOLDEN = PROJECT / "tests" / "data" / "pages"
TYPED = ("verifier", "toutes-les-questions", "feuille-de-bureau")
"""Screens that show what a person typed, as she typed it."""
OWN_WORDS = ("messages/cli.py", "cli/", "messages/packs.py", "messages/law.py")
"""Sentences that name what one types: options, files, words in capitals."""
GENDERED = re.compile(
    r"\b(?:(?:à|par|de|;|avec|tous) ce(?:lui|ux) qui|il/elle|elle/il|ils/elles)\b|\w\([es]\)|\w·e"
    r"|\b(?:je (?:me )?suis|vous (?:vous )?êtes|êtes-vous|vous étiez|étiez-vous|soyez|serez-vous)"
    r" (?:pas |déjà |bien |toujours |aussi )?"
    r"(?:\w+(?:é|ti|ni|ri|si)|seul|sûr|prêt|certain|inscrit|gérant|absent|étudiant|retraité)"
    r"\b(?! ou\b)(?! salarié ou\b)"
    r"|^(?:Blessé|Né|Inscrit|Salarié|Marié|Divorcé|Veuf|Retraité)\b(?! ou|,| \()"
    r"|\b[Pp]our être (?:hébergé|relogé|soigné|aidé|suivi)\b(?! ou)"
    r"|\bm[’']a(?:-t-(?:il|elle|on))? (?:radié|ciblé|exclu|licencié|expulsé|convoqué|accusé)\b",
    re.IGNORECASE,
)
"""Who reads is a woman or a man: « né ou née », or words that agree with nobody."""
CAPITALS = re.compile(
    r"(?<=[a-zéèà,;] )(?:Code|Tribunal|Président|Préfet|Préfecture|Ministre|Directeur|Loi|Décret"
    r"|Mairie|Médiateur|Juge|Greffe|Recours|Lettre|Formulaire|Allocation|Aide|Prestation|Retraite"
    r"|Coffre|Dossier|Modèle)\b"
    r"|Sécurité Sociale|Assurance Maladie|Défenseur des Droits|France travail|Banque de france"
    r"|Conseil d[’']état|Allocations Familiales|Prime d[’']Activité|\bMdph\b|\bCAF\b"
)
"""One capital at the beginning; names of bodies as they write them."""
PRESSING = re.compile(r"\b[A-ZÀÉÈÊÎÔÛÇ]{4,}\b")
ACRONYMS = EVERYDAY | frozenset("CADA CNIL CUPS HEIC JPEG JSON NVDA OQTF SIRET".split())  # noqa: SIM905
LICENCES = frozenset(("CLDR", "LGPL"))
"""Names of licences and of what has one, on the page of Aide that is about them."""
QUOTED = re.compile(r"«[^»]*»|\(--[^)]*\)|\([A-Z]+\.md\)")
"""A command, an option, a file."""


def shown(words: Any, *domains: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence and where it is written."""
    for domain in domains:
        for found, place in words.WORDS[domain]():
            for one in (found,) if isinstance(found, str) else found:
                yield one, place


def faults(found: Iterator[tuple[str, str]], rule: re.Pattern[str]) -> list[tuple[str, str, str]]:
    return [(place, hit[0], text[:90]) for text, place in found if (hit := rule.search(text))]


@pytest.mark.parametrize(
    ("rule", "drifts", "keeps"),
    [
        (GENDERED, "Si vous êtes sûr, dites-le.", "Êtes-vous né ou née en France ?"),
        (GENDERED, "France Travail m'a radié", "On m'a dit non"),
        (GENDERED, "Écrivez à celui qui a décidé.", "Corrigez celui qui est faux."),
        (GENDERED, "Pour être hébergé", "Pour être hébergé ou hébergée"),
        (GENDERED, "Blessé : appelez.", "Une blessure : appelez."),
        (GENDERED, "Il/elle répond.", "Je suis victime d'une injustice"),
        (CAPITALS, "selon le Code de la sécurité sociale", "le code de la sécurité sociale"),
        (CAPITALS, "à la CAF", "à la Caf"),
        (PRESSING, "URGENT. Appelez.", "Urgent. Appelez."),
    ],
)
def test_the_rules_see_a_drift(rule: re.Pattern[str], drifts: str, keeps: str) -> None:
    assert rule.search(drifts)
    assert not rule.search(keeps)


def test_nobody_is_a_man_by_default(words: Any) -> None:
    assert_none(faults(shown(words, "app", "help", "packs", "law"), GENDERED))


def test_capitals_are_those_of_a_sentence(words: Any) -> None:
    assert_none(faults(shown(words, "app", "help", "packs", "law"), CAPITALS))


def test_nothing_is_cried(words: Any) -> None:
    told = ((QUOTED.sub("", text), place) for text, place in shown(words, "app", "help"))
    found = [one for one in faults(told, PRESSING) if one[1] not in ACRONYMS | LICENCES]
    assert_none([one for one in found if not one[0].startswith(OWN_WORDS)])


def test_the_program_writes_the_apostrophe_of_print(words: Any) -> None:
    found = [one for one in shown(words, "app", "help") if "'" in one[0]]
    assert_none([(place, text) for text, place in found if not place.startswith(OWN_WORDS)])


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda one: one.stem)
def test_every_screen_shows_the_apostrophe_of_print(golden: Path) -> None:
    if not golden.name.startswith(TYPED):
        assert "'" not in golden.read_text("utf-8")


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda one: one.stem)
def test_no_screen_says_a_thing_and_the_same_in_brackets(golden: Path) -> None:
    assert not re.findall(r"(\b[^()\n]{6,}) \(\1\)", golden.read_text("utf-8"))


NAMED = re.compile(
    r"(?:\b[Pp]renez|\bla lettre|\blettre|\blettre :|\blettre,|plutôt|\bou)"
    r" « ([A-ZÉÀ][^»…]*) »(?! veut)"
)
"""Another paper that one is sent to, by its title in the lists."""


def test_another_letter_is_named_as_the_lists_name_it() -> None:
    titles = {one.plain_title.replace("'", "’") for one in RealTools().catalogue.search()}
    named = [
        (path.parent.name, title)
        for path in sorted((PROJECT / "forms").glob("*/*/*.toml"))
        for title in NAMED.findall(path.read_text("utf-8").replace("'", "’"))
        if path.stem in ("letter", "form")
    ]
    assert len(named) > 30
    assert_none([one for one in named if one[1] not in titles])


def test_titles_are_titles() -> None:
    """One begins with a capital, and ends without a stop."""
    tools = RealTools()
    titles = [one.plain_title for one in tools.catalogue.search()]
    for procedure in tools.law.procedures():
        titles.append(procedure.plain_title)
        titles += [step.plain_title for step in procedure.next if step.plain_title]
    titles += [one.title for one in tools.law.emergencies]
    assert_none([one for one in titles if not one[0].isupper() or one.endswith((".", " "))])
