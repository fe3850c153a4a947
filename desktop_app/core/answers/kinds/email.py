"""An e-mail address: its shape only, for whether it exists cannot be known offline."""

import re
from difflib import get_close_matches

from desktop_app.core.answers.kinds.base import Context, Kind, Reading, clean, wrong
from desktop_app.core.answers.kinds.text import checked

_SHAPE = re.compile(r"[^\s@,;:<>()\[\]\"]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}")
_COMMON = (
    "gmail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "hotmail.fr",
    "hotmail.com",
    "outlook.fr",
    "outlook.com",
    "yahoo.fr",
    "yahoo.com",
    "sfr.fr",
    "icloud.com",
)


def read(typed: str, context: Context) -> Reading:
    """Read an address."""
    text = clean(typed).removeprefix("mailto:")
    if len(text) <= 254 and _SHAPE.fullmatch(text) and ".." not in text:
        return checked(text, context)
    return wrong(context, "email-shape", _near(text))


def _near(text: str) -> str:
    guess = re.sub(r"\s+", "", text.replace(",", ".").replace(";", "."))
    guess = re.sub(r"\(at\)|\[at\]|arobase", "@", guess, flags=re.IGNORECASE)
    name, at, domain = guess.partition("@")
    if at and "." not in domain:
        close = get_close_matches(domain, [d.split(".")[0] for d in _COMMON], 1)
        domain = next((d for d in _COMMON if close and d.startswith(close[0])), domain)
    guess = f"{name}@{domain}"
    return guess if _SHAPE.fullmatch(guess) else ""


KIND = Kind(read, str, hint="Par exemple prenom.nom@exemple.fr.")
