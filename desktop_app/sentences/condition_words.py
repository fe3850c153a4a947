"""A condition of a pack, as a person says it."""

from collections.abc import Mapping

from desktop_app import i18n
from desktop_app.core.answers.conditions import LATE, TODAY
from desktop_app.core.language import syntax
from desktop_app.core.packs.model import Question

Questions = Mapping[str, Question]
_DAYS = ("date", "month")


def condition_words(test: syntax.Expression, questions: Questions) -> str:
    """Return what must be true, to be read after "quand"."""
    match test:
        case syntax.Every(parts):
            return f" {i18n.text('et')} ".join(_inside(part, questions) for part in parts)
        case syntax.Some(parts):
            return f" {i18n.text('ou')} ".join(_inside(part, questions) for part in parts)
        case syntax.Not(part) if not isinstance(part, syntax.Known):
            words = i18n.text("il n’est pas vrai que {test}")
            return words.format(test=_inside(part, questions))
        case syntax.Compare(left, operator, right):
            return _compared(left, operator, right, questions)
    return _answered(test, questions)


def _answered(test: syntax.Expression, questions: Questions) -> str:
    """Say that something has an answer, or none."""
    words = i18n.text("{what} est dit")
    match test:
        case syntax.Not(syntax.Known(part)):
            test, words = part, i18n.text("{what} n’est pas dit")
        case syntax.Known(part):
            test = part
        case syntax.Name(name) if name == LATE:
            return i18n.text("le délai légal est passé")
        case syntax.Name(name) if _kind(name, questions) == "yes_no":
            words = i18n.text("{what} est « oui »")
    return words.format(what=_what(test, questions))


def label_of(name: str, questions: Questions) -> str:
    """Return the words of what a name brings: its question."""
    if name == TODAY:
        return i18n.text("la date de la lettre")
    return i18n.pack_text(questions[name].label) if name in questions else name


def quoted(words: str) -> str:
    """Return words between the quotation marks of the language."""
    return i18n.text("« {words} »").format(words=words)


def _inside(part: syntax.Expression, questions: Questions) -> str:
    words = condition_words(part, questions)
    return f"({words})" if isinstance(part, syntax.Every | syntax.Some) else words


def _compared(
    left: syntax.Expression, operator: str, right: syntax.Expression, questions: Questions
) -> str:
    if isinstance(left, syntax.Const) and operator in ("in", "notin"):  # a box among several
        among = i18n.text("{choice} est coché à {what}")
        if operator == "notin":
            among = i18n.text("{choice} n’est pas coché à {what}")
        choice = _said(left, right, questions)
        return among.format(choice=choice, what=_what(right, questions))
    day = isinstance(left, syntax.Name | syntax.Filtered) and _is_day(left, questions)
    words = (_of_days() if day else _of_values())[operator]
    return words.format(what=_what(left, questions), value=_said(right, left, questions))


def _what(part: syntax.Expression, questions: Questions) -> str:
    match part:
        case syntax.Name(name) if name == TODAY:
            return label_of(name, questions)
        case syntax.Name(name):
            return quoted(label_of(name, questions))
        case syntax.Filtered(inner, name, arguments) if name in _moves():
            moved = _moves()[name].format(n=arguments[0])
            return f"{_what(inner, questions)} {moved}"
        case syntax.Filtered(inner, _, _):
            return _what(inner, questions)
    return _said(part, part, questions)


def _said(value: syntax.Expression, of: syntax.Expression, questions: Questions) -> str:
    """Return a value as the question that it answers calls it."""
    match value:
        case syntax.Const(one):
            return _choice(one, of, questions)
        case syntax.Several(items):
            said = [_choice(one, of, questions) for one in items]
            return f" {i18n.text('ou')} ".join(said)
    return _what(value, questions)


def _choice(value: syntax.Plain, of: syntax.Expression, questions: Questions) -> str:
    if isinstance(of, syntax.Name) and of.name in questions:
        labels = {one.id: i18n.pack_text(one.label) for one in questions[of.name].choices}
        value = labels.get(str(value), _yes_or_no().get(str(value), value))
    return quoted(value) if isinstance(value, str) else str(value)


def _yes_or_no() -> dict[str, str]:
    return {"oui": i18n.text("oui"), "non": i18n.text("non")}


def _kind(name: str, questions: Questions) -> str:
    return questions[name].kind if name in questions else ""


def _is_day(part: syntax.Expression, questions: Questions) -> bool:
    return any(n == TODAY or _kind(n, questions) in _DAYS for n in syntax.names_in(part))


def _moves() -> dict[str, str]:
    return {
        "plus_jours": i18n.text("plus {n} jours"),
        "plus_mois": i18n.text("plus {n} mois"),
        "plus_ans": i18n.text("plus {n} ans"),
        "moins_jours": i18n.text("moins {n} jours"),
        "moins_mois": i18n.text("moins {n} mois"),
        "moins_ans": i18n.text("moins {n} ans"),
    }


def _of_values() -> dict[str, str]:
    equal = {"eq": i18n.text("{what} est {value}"), "ne": i18n.text("{what} n’est pas {value}")}
    return equal | {
        "in": equal["eq"],
        "notin": equal["ne"],
        "lt": i18n.text("{what} est plus petit que {value}"),
        "lteq": i18n.text("{what} est au plus {value}"),
        "gt": i18n.text("{what} est plus grand que {value}"),
        "gteq": i18n.text("{what} est au moins {value}"),
    }


def _of_days() -> dict[str, str]:
    return _of_values() | {
        "lt": i18n.text("{what} est avant {value}"),
        "lteq": i18n.text("{what} est avant {value}, ou le même jour"),
        "gt": i18n.text("{what} est après {value}"),
        "gteq": i18n.text("{what} est après {value}, ou le même jour"),
    }
