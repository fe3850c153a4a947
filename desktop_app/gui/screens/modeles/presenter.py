"""Decides what is said of each model, and what a check found. No Qt here."""

from desktop_app import i18n
from desktop_app.core.errors import Problem
from desktop_app.workflow.models import Model
from desktop_app.workflow.packs import CheckedPack
from desktop_app.workflow.ports import BrokenPack


def facts(model: Model) -> tuple[str, ...]:
    """Return the sentences under a model's title."""
    said = [
        i18n.text("Vérifié le {day}.").format(day=i18n.long_date(model.seen_on)),
        *(
            _source(in_doubt=title in model.doubts).format(title=title, day=i18n.long_date(day))
            for title, day in model.sources
        ),
    ]
    if model.number:
        said.insert(
            0,
            i18n.text("Formulaire {number}, édition {edition}.").format(
                number=model.number, edition=model.edition
            ),
        )
    return tuple(said)


def _source(*, in_doubt: bool) -> str:
    if in_doubt:
        return i18n.text("Source : {title}, lue le {day}. À vérifier par un juriste.")
    return i18n.text("Source : {title}, lue le {day}.")


def superseded(model: Model) -> str:
    """Return what to know of a model that the office no longer takes; empty when it does."""
    if model.successor:
        return i18n.text("Remplacé par le formulaire {number}.").format(number=model.successor)
    return i18n.text("Ce formulaire n’est plus accepté.") if model.withdrawn else ""


def broken(lost: BrokenPack) -> str:
    """Return why a model cannot be used."""
    why = " ".join(_line(problem) for problem in lost.problems)
    return i18n.text("{name} ne peut pas servir : {why}").format(name=lost.id, why=why)


def outcome(checked: tuple[CheckedPack, ...]) -> tuple[str, ...]:
    """Return what the check found: a sentence, then a line for each fault."""
    wrong = [pack for pack in checked if not pack.ok]
    if not wrong:
        return (
            i18n.plural(
                "{n} modèle vérifié : rien à corriger.",
                "{n} modèles vérifiés : rien à corriger.",
                len(checked),
            ),
        )
    faults = [i18n.labelled(pack.id, _line(problem)) for pack in wrong for problem in pack.problems]
    head = i18n.plural("Erreur dans {n} modèle.", "Erreur dans {n} modèles.", len(wrong))
    return (head, *faults)


def _line(problem: Problem) -> str:
    line = i18n.sentence(problem.code, problem.parameters)
    return i18n.labelled(problem.place, line) if problem.place else line
