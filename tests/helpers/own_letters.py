"""A small letter of one's own: three paragraphs, of which one only sometimes, and an example."""

from desktop_app.core.authoring.letter import EditedLetter, copied, entitled
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.parse import Example, parse_pack

_LETTER = """
schema = 1
id = "demande-essai"
title = "Demande d'essai"
plain_title = "Demander un essai"
family = "transversal"
keywords = ["essai"]
seen_on = 2026-11-24
subject = "essai du {{ jour }}"
request = "Je demande un essai."

[recipient]
line = [{ text = "Mairie" }, { text = "69100 Villeurbanne" }]
call = [{ text = "Madame, Monsieur" }]

[[sender]]
text = "Simone Martin"

[[place]]
text = "Lyon"

[[signature]]
text = "Simone Martin"

[[section]]
id = "tout"
title = "Tout"

[[section.question]]
id = "jour"
kind = "date"
label = "Quel jour ?"

[[section.question]]
id = "urgent"
kind = "yes_no"
label = "Est-ce urgent ?"

[[paragraph]]
id = "demande"
text = "Je demande un essai le {{ jour }}."
meaning = "Vous demandez un essai."

[[paragraph]]
id = "urgence"
text = "C'est urgent."
meaning = "Vous dites que c'est urgent."
when = "urgent"

[[paragraph]]
id = "merci"
text = "Je vous remercie."
meaning = "Vous remerciez."

[[source]]
articles = ["CRPA L.110-1"]
title = "Un guide"
seen_on = 2026-11-03
confidence = "haute"
"""
_EXAMPLE = """
today = 2026-11-24

[answers]
jour = 2026-11-30
urgent = true

[paragraphes.textes]
merci = "Merci à vous."

[expected]
paragraphs = ["demande", "urgence", "merci"]
facts = ["30 novembre 2026", "Merci à vous"]
absent = ["fraude"]
missing = []
"""


def a_letter() -> EditedLetter:
    """Return the copy, under a title; each call gives an equal one."""
    pack = parse_pack({"letter.toml": _LETTER.encode(), "examples/1.toml": _EXAMPLE.encode()})
    assert isinstance(pack.definition, LetterDefinition)
    examples: dict[str, Example] = {name: one for name, (one, _) in pack.examples.items()}
    return entitled(copied(pack.definition, examples), "Ma demande")
