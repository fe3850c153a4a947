"""Small packs for tests: a letter that is complete, and ways to break it."""

import datetime as dt
from collections.abc import Mapping

from desktop_app.core.checks import Known, check
from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.packs.model import FieldMap, FormDefinition, LetterDefinition
from desktop_app.core.packs.parse import (
    FORM_FILE,
    LETTER_FILE,
    parse_group,
    parse_pack,
    parse_part,
)
from desktop_app.core.packs.resolve import resolve

TODAY = dt.date(2026, 11, 24)


def parse_letter(raw: bytes) -> LetterDefinition:
    """Parse ``letter.toml`` alone; raises InvalidPack with every problem."""
    return parse_part(raw, LETTER_FILE, LetterDefinition)[0]


def parse_form(raw: bytes) -> FormDefinition:
    """Parse ``form.toml`` alone."""
    return parse_part(raw, FORM_FILE, FormDefinition)[0]


def parse_map(raw: bytes, name: str) -> FieldMap:
    """Parse ``fields-….toml`` alone."""
    return parse_part(raw, name, FieldMap)[0]


IDENTITY = """
id = "identite"
title = "Votre nom"

[[question]]
id = "nom"
kind = "name"
label = "Quel est votre nom ?"
required = true
alphabet = "latin"
max_length = 30

[[sender]]
text = "{{ nom }}"

[[place]]
text = "{{ ville }}"
when = "ville"

[[signature]]
text = "{{ nom }}"
"""

LETTER = """
schema = 1
id = "essai"
title = "Lettre d'essai"
plain_title = "Essayer une lettre"
family = "caf"
keywords = ["essai"]
seen_on = 2026-11-24
subject = "essai de {{ montant | euros }}"
request = "Je demande un essai."

[recipient]
  [[recipient.line]]
  text = "Bureau des essais"
  [[recipient.line]]
  text = "{{ rue }}"
  [[recipient.line]]
  text = "42000 Saint-Étienne"
  [[recipient.call]]
  text = "Madame, Monsieur"

[[section]]
id = "vous"
title = "Vous"
include = ["identite"]

  [[section.question]]
  id = "ville"
  kind = "text"
  label = "Dans quelle ville ?"

  [[section.question]]
  id = "rue"
  kind = "address_line"
  label = "Quelle rue ?"

[[section]]
id = "faits"
title = "Les faits"

  [[section.question]]
  id = "date_decision"
  kind = "date"
  label = "Quelle est la date de la lettre ?"
  unknown = true
  not_after = "today"

  [[section.question]]
  id = "montant"
  kind = "amount"
  label = "Combien ?"
  unknown = true

  [[section.question]]
  id = "accord"
  kind = "choice"
  label = "Êtes-vous d'accord ?"
  choices = [{ id = "oui", label = "Oui" }, { id = "non", label = "Non, pas du tout" }]

  [[section.question]]
  id = "raisons"
  kind = "choices"
  label = "Pourquoi ?"
  when = "accord == 'non'"
  choices = [{ id = "calcul", label = "Le calcul" }, { id = "periode", label = "La période" }]

  [[section.question]]
  id = "recits"
  kind = "long_text"
  label = "Que s'est-il passé ?"
  when = "accord == 'non'"

[[enclosure]]
id = "decision"
text = "Copie de la décision"

[[paragraph]]
id = "demande"
text = "Je vous écris au sujet de la lettre du {{ date_decision }}."
meaning = "Vous dites de quelle lettre vous parlez."

[[paragraph]]
id = "desaccord"
text = \"\"\"
Je ne suis pas d'accord
{% if raisons %}à cause de {{ raisons | liste | minuscule }}{% endif %}.

{{ recits }}\"\"\"
meaning = "Vous dites pourquoi."
when = "accord == 'non'"
optional = true

[[source]]
articles = ["CRPA L.211-2"]
title = "Obligation de donner les raisons"
seen_on = 2026-11-24
confidence = "haute"
"""

EXAMPLE = """
today = 2026-11-24

[answers]
nom = "Simone Martin"
ville = "Saint-Étienne"
date_decision = 2026-11-03
montant = 1842
accord = "non"
raisons = ["calcul"]
recits = "Je ne comprends pas."

[expected]
paragraphs = ["demande", "desaccord"]
facts = ["à cause de le calcul"]
absent = ["la période"]
missing = []
"""

GROUPS = {"identite": parse_group(IDENTITY.encode(), "identite.toml")}


def texts(letter: str = LETTER, **examples: str) -> dict[str, bytes]:
    """Return the texts of a pack: the letter, and examples by name."""
    named = examples or {"simple": EXAMPLE}
    return {
        "letter.toml": letter.encode(),
        **{f"examples/{name}.toml": text.encode() for name, text in named.items()},
    }


def changed(old: str, new: str, text: str = LETTER) -> str:
    """Return a text where one thing is changed; it must be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def definition(letter: str = LETTER) -> LetterDefinition:
    """Return the letter, resolved."""
    return resolve(parse_letter(letter.encode()), GROUPS)


def problems(files: Mapping[str, bytes], known: Known | None = None) -> tuple[Problem, ...]:
    """Return every problem of a pack, from parsing and from the checks."""
    try:
        return check(parse_pack(files), known or Known(GROUPS))
    except InvalidPack as refusal:
        return refusal.problems
