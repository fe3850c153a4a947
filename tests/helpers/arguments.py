"""A small bank of arguments for tests, a letter that pleads it, and ways to break both."""

from collections.abc import Mapping

from desktop_app.core.arguments.check import check_bank
from desktop_app.core.arguments.model import Bank
from desktop_app.core.arguments.read import read_bank
from desktop_app.core.errors import Problem
from tests.helpers.packs import LETTER, changed

FORM = '''
[[argument]]
id = "sans-raisons"
nature = "form"
title = "La lettre ne donne pas ses raisons"
question = "La lettre dit-elle pourquoi ?"
raised_by = "non"
hint = "Au milieu de la page."
why = "La loi oblige à écrire les raisons."
facts = "Que dit la lettre ?"
facts_example = "Suite à un changement."
proof = "Gardez la lettre."
enclosure = "Copie de la lettre, des deux côtés"
articles = ["CRPA L.211-2"]
confidence = "haute"
seen_on = 2026-11-24
gives = "Le juge annule."

  [argument.text]
  administrative = """
La lettre ne dit pas pourquoi.{% if faits %} {{ faits }}{% endif %}
L'article L.211-2 oblige à le dire. Je demande d'annuler {{ decision }}."""
  urgent = "Aucune raison (article L.211-2)."

[[argument]]
id = "controle"
nature = "data"
title = "Le contrôle"
question = "Avez-vous vu un contrôleur ?"
raised_by = "oui"
why = "Il doit être agréé."
proof = "Notez son nom."
enclosure = "Copie de la lettre, des deux côtés"
articles = ["CSS L.114-10"]
confidence = "moyenne"
to_verify = true
seen_on = 2026-11-24
gives = "Les constats tombent."
danger = "Ne refusez pas un contrôle."
help_first = true

  [argument.text]
  administrative = "J'ai vu un contrôleur (article L.114-10)."
'''

MERITS = """
[[argument]]
id = "faux"
nature = "merits"
title = "Un fait est faux"
question = "Quel fait est faux ?"
raised_by = "texte"
why = "Une décision doit être exacte."
example = "Je vis en France."
proof = "Un papier par fait."
enclosure = "Papiers qui le montrent"
confidence = "haute"
seen_on = 2026-11-24
gives = "Le juge annule."

  [argument.text]
  administrative = "Un fait est faux. {{ faits }} Je demande d'annuler."

[[argument]]
id = "rendre"
nature = "measure"
title = "Rendre l'argent"
question = "A-t-on retenu de l'argent ?"
raised_by = "oui"
why = "Il doit être rendu."
proof = "Relevés."
confidence = "haute"
seen_on = 2026-11-24
gives = "L'argent revient."

  [argument.text]
  administrative = "Je demande qu'on me rende l'argent."
"""

GATES = """
[[gate]]
id = "droit"
forum = ["administrative"]
dispute = ["refus"]
closes = ["form"]
why = "Ce juge regarde votre droit."
confidence = "haute"

[[gate]]
id = "silence"
forum = ["administrative"]
dispute = ["indu"]
reply = "silence"
arguments = ["sans-raisons"]
why = "Le silence n'a pas de raisons."
confidence = "haute"
"""

ORDERS = """
[[order]]
id = "dette"
dispute = "indu"
forum = "administrative"
papers = ["essai"]
merits = ["faux"]
form = ["sans-raisons", "controle"]
measures = ["rendre"]
warning = "Cette lettre n'arrête rien."

[[order]]
id = "refus"
dispute = "refus"
forum = "administrative"
papers = ["essai"]
merits = ["faux"]
form = ["sans-raisons"]
"""

BANK: Mapping[str, bytes] = {
    "form.toml": FORM.encode(),
    "merits.toml": MERITS.encode(),
    "gates.toml": GATES.encode(),
    "orders.toml": ORDERS.encode(),
}
PLEADING = """
[pleading]
forum = "administrative"
after = "demande"
requests_after = "desaccord"

  [pleading.silence]
  when = "date_decision is inconnu"

  [[pleading.decision]]
  text = "la décision du {{ date_decision }}"
  when = "date_decision is connu"

  [[pleading.decision]]
  text = "le silence"

  [[pleading.order]]
  id = "dette"
  when = "accord == 'non'"

  [[pleading.order]]
  id = "refus"
  when = "accord == 'oui'"
"""
ASKED = """
[[section]]
id = "moyens"
title = "Vos raisons"
arguments = true
"""
PLEADER = changed("\n[[enclosure]]", ASKED + "\n[[enclosure]]") + PLEADING


def bank(**files: str) -> Bank:
    """Return the small bank, some of its files being others."""
    return read_bank(_texts(files))


def told(letters: Mapping[str, tuple[str, ...]] | None = None, **files: str) -> list[str]:
    """Return the codes of what is wrong in the bank, some of its files being others."""
    return [problem.code for problem in problems(letters, **files)]


def problems(letters: Mapping[str, tuple[str, ...]] | None = None, **files: str) -> list[Problem]:
    """Return what is wrong in the bank, some of its files being others."""
    return check_bank(_texts(files), {"essai": ("dette", "refus")} if letters is None else letters)


def _texts(files: Mapping[str, str]) -> dict[str, bytes]:
    return {**BANK, **{f"{name}.toml": text.encode() for name, text in files.items()}}


def without(old: str, new: str, text: str) -> str:
    """Return a text of the bank where one thing is changed; it must be there."""
    return changed(old, new, text)


__all__ = ["BANK", "FORM", "GATES", "LETTER", "MERITS", "ORDERS", "PLEADER", "PLEADING", "bank"]
