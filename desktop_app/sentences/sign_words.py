"""The words of a letter's signs: answers by their question, conditions as a person says them."""

import re
from collections.abc import Iterator, Mapping

from desktop_app import i18n
from desktop_app.core.answers.conditions import TODAY
from desktop_app.core.authoring.tokens import SignWords, signs_of
from desktop_app.core.language import syntax
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.model import Question
from desktop_app.sentences.condition_words import condition_words, label_of, quoted

Questions = Mapping[str, Question]
_BRANCH = re.compile(r"\{%[-+]?\s*(if|elif)\b(.*?)[-+]?%\}", re.DOTALL)
_FIXED = re.compile(r"\{%[-+]?\s*(else|endif)\s*[-+]?%\}")


def sign_words(source: str, questions: Questions) -> SignWords:
    """Return the words of every sign of a paragraph, and of the answers that may be added."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    told: list[str] = []
    letters = _letters()
    for sign in signs_of(source):
        if branch := _BRANCH.fullmatch(sign):
            name = next(letters)
            if (why := _told(branch[2], questions)) is None:
                continue
            first = branch[1] == "if"
            words = i18n.text("si {name}") if first else i18n.text("sinon, si {name}")
            said = words.format(name=name)
            told.append(i18n.text("[{words}] : quand {why}").format(words=said, why=why))
        elif fixed := _FIXED.fullmatch(sign):
            said = i18n.text("sinon") if fixed[1] == "else" else i18n.text("fin du si")
        elif (shown := _shown(sign, questions)) is not None:
            said = shown
        else:
            continue
        found[sign] = _apart(said, taken)
    for name in (*questions, TODAY):
        sign = "{{ " + name + " }}"
        if sign not in found:
            found[sign] = _apart(_bare(label_of(name, questions)), taken)
    asked = ("{{ " + name + " }}" for name in questions)
    return SignWords(found, tuple(told), tuple(found[sign] for sign in asked))


def _letters() -> Iterator[str]:
    """Yield A … Z, then A2 …: a paragraph has less."""
    number = 1
    while True:
        for code in range(ord("A"), ord("Z") + 1):
            yield chr(code) if number == 1 else f"{chr(code)}{number}"
        number += 1


def _told(condition: str, questions: Questions) -> str | None:
    try:
        expression = condition_of(condition).expression
    except syntax.Refused:
        return None
    return None if expression is None else condition_words(expression, questions)


def _shown(sign: str, questions: Questions) -> str | None:
    try:
        (piece,) = text_of(sign).pieces
    except (syntax.Refused, ValueError):
        return None
    if not isinstance(piece, syntax.Shown):
        return None
    return _bare(_value(piece.expression, questions))


def _value(expression: syntax.Expression, questions: Questions) -> str:
    match expression:
        case syntax.Name(name):
            return label_of(name, questions)
        case syntax.Filtered(part, name, arguments):
            how = _ways().get(name, name).format(n=arguments[0] if arguments else "")
            return f"{_value(part, questions)} – {how}"
        case syntax.Either(test, yes, no):
            words = i18n.text("{yes} si {test}, sinon {no}")
            parts = {"yes": _value(yes, questions), "no": _value(no, questions)}
            return words.format(test=condition_words(test, questions), **parts)
        case syntax.Const(value):
            return quoted(str(value))
    return condition_words(expression, questions)


def _bare(words: str) -> str:
    return " ".join(words.replace("[", "(").replace("]", ")").split())


def _apart(said: str, taken: set[str]) -> str:
    """Return words that no other sign has, and note that they are taken."""
    number, words = 1, said
    while words.casefold() in taken:
        number += 1
        words = f"{said} ({number})"
    taken.add(words.casefold())
    return words


def _ways() -> dict[str, str]:
    """Return how each filter writes an answer."""
    return {
        "euros": i18n.text("en euros"),
        "centimes": i18n.text("en euros et centimes"),
        "nombre": i18n.text("en chiffres"),
        "date_longue": i18n.text("en toutes lettres"),
        "date_courte": i18n.text("date en chiffres"),
        "jour": i18n.text("le jour"),
        "mois": i18n.text("le mois"),
        "annee": i18n.text("l’année"),
        "mois_annee": i18n.text("le mois et l’année"),
        "chiffres_date": i18n.text("date en chiffres collés"),
        "plus_jours": i18n.text("{n} jours après"),
        "plus_mois": i18n.text("{n} mois après"),
        "plus_ans": i18n.text("{n} ans après"),
        "moins_jours": i18n.text("{n} jours avant"),
        "moins_mois": i18n.text("{n} mois avant"),
        "moins_ans": i18n.text("{n} ans avant"),
        "majuscules": i18n.text("en capitales"),
        "majuscule": i18n.text("avec une majuscule"),
        "minuscule": i18n.text("sans majuscule"),
        "liste": i18n.text("en liste"),
        "liste_ou": i18n.text("en liste, avec « ou »"),
        "lignes": i18n.text("une ligne chacun"),
        "sans_espaces": i18n.text("sans espaces"),
        "ou": i18n.text("ou « {n} »"),
        "accord": i18n.text("accordé : « -{n} »"),
    }
