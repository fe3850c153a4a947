"""No pack may ask for a password, a bank card or a one-time code."""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.folding import folded

_FORBIDDEN = re.compile(
    r"mots? de passe|code secret|code confidentiel|password|passphrase"
    r"|identifiants? de connexion|franceconnect"
    r"|carte (?:bancaire|bleue|de credit|de paiement)|numero de carte$"
    r"|cryptogramme|\bcvv\b|\bcvc\b|\bpin\b|code pin"
    r"|code (?:recu|envoye) par|code (?:de validation|de verification|a usage unique|sms|unique)"
    r"|\botp\b"
)


def run(checked: Checked) -> Iterator[Problem]:
    """Report questions that ask for a secret, in their label, hint, example or id."""
    for path, question in checked.own_questions():
        for key in ("label", "brief", "hint", "example", "id", "remember"):
            if _FORBIDDEN.search(_words(getattr(question, key))):
                yield checked.problem("pack-asks-secret", (*path, key))
                break


def _words(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", folded(text))


CHECK = Check("forbidden", "Aucun papier n’a besoin d’un secret : c’est ainsi qu’on vole.", run)
