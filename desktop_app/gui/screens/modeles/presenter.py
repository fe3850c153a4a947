"""Decides what is said of each model, and what a check found. No Qt here."""

from desktop_app import i18n
from desktop_app.core.errors import Problem
from desktop_app.core.packs.listed import BrokenPack
from desktop_app.workflow.packs.checking import CheckedPack


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
