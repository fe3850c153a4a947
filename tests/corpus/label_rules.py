"""Would a reader understand a question made of boxes? What can be told of it without a hand.

A question stands with the title of its part, its hint and its choices: these are its words. Each
rule gives a short word for what is wrong; a question without any is taken as understood.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.generic import own_words
from desktop_app.core.generic.wording import is_link, plain_words, says_something
from desktop_app.core.packs.model import Question

MOST_WORDS = 30
"""Of the whole label: more is a paragraph of the page."""
AGREES = 0.5
"""Share of the truth's words that the question has too."""
STEM = 5
"""Letters of a word that are compared: "naissance" and "naissances" are one."""
EMPTY = frozenset(
    [
        *("le", "la", "les", "de", "du", "des", "un", "une", "et", "ou", "au", "aux", "en", "est"),
        *("sur", "par", "pour", "avec", "dans", "que", "qui", "ce", "cette", "votre", "vos"),
        *("notre", "son", "ses", "vous", "il", "elle", "on", "ne", "pas", "plus", "cocher"),
        *("case", "cochez", "indiquer", "saisir", "champ", "zone", "texte", "jour", "mois"),
        *("annee", "numero", "preciser", "precisez", "date", "sans"),
    ]
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as a person sees it, and what its boxes are by the truth, when there is one."""

    part: str
    question: Question
    truths: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The words of the question, without our own around those of a square."""
        return _UNWRAPPED.sub(r"\1", self.question.label)

    @property
    def words(self) -> str:
        """All that is shown with it."""
        choices = " ".join(one.label for one in self.question.choices)
        return f"{self.part} {self.question.label} {self.question.hint} {choices}"


_UNWRAPPED = re.compile("^" + re.escape(own_words.ONE_SQUARE).replace(r"\{words\}", "(.*)") + "$")
_NUMBERED = re.compile(r"\b[Cc]ase \d+, page \d+|^Réponse \d+$|^\W*\d{1,2}\W*$")
_PART = re.compile(r" : \d{1,2}$|^\d{1,2}$")
_WHOLE = re.compile(r"(.* : )?(fait|née?|né ?\(e\)|signée?) (à|le|en)|(le|date|bp)", re.IGNORECASE)
"""Ends like a fragment, and everybody knows it."""
_ENDS = re.compile(r"[(,]$|\b(d|l|qu|n|et|de|du|des|la|les|un|une|ou|en|par|pour|sur|à|dans|que)$")


def is_numbered(one: Seen) -> bool:
    """Its own words, or those of a choice, only count boxes."""
    return any(map(_NUMBERED.search, (one.label, *(each.label for each in one.question.choices))))


def is_fragment(one: Seen) -> bool:
    """It begins or ends in the middle of a sentence, or goes on from a box that is not shown."""
    text = re.sub(r" \((ligne )?\d+\)$", "", _whole(one))
    head, colon, tail = text.rpartition(own_words.PATH)
    if _WHOLE.fullmatch(text) or (
        colon and is_link(tail.replace("…", "")) and says_something(head)
    ):
        return False  # "Lundi : de"
    if one.question.kind == "date" and text.casefold() not in ("du", "au", "le"):
        return not says_something(text) and not text.casefold().endswith((" le", " du", " au"))
    ends = bool(_ENDS.search(text)) and one.question.kind != "date"
    begins = text[:1].islower() or text[:1] in ",;)" or is_link(text)
    tail = _PART.search(text) is not None or text.endswith("(suite)")
    return begins or ends or tail or not (says_something(text) or one.question.choices)


def is_counted(one: Seen) -> bool:
    """Nothing but its number tells it from others of its name: most hands refuse it."""
    return re.search(r" \(\d+\)$", _whole(one)) is not None


def is_paragraph(one: Seen) -> bool:
    """It is a paragraph of the page."""
    return len(_whole(one).split()) > MOST_WORDS


def disagrees(one: Seen) -> bool:
    """It has not half the words that the truth has."""
    if not one.truths:
        return False
    said, plain = content(one.words), plain_words(one.question.label)
    wanted = [words for truth in one.truths if (words := content(truth))]
    agree = [len(words & said) >= AGREES * len(words) for words in wanted]
    agree += [True for truth in one.truths if f" {plain_words(truth)} " in f" {plain} "]
    return bool(agree) and sum(agree) < len(agree) / 2


RULES: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("numbered", is_numbered),
    ("fragment", is_fragment),
    ("counted", is_counted),
    ("paragraph", is_paragraph),
    ("disagrees", disagrees),
)
DOUBLED = "doubled"


def wrongs(seen: Sequence[Seen]) -> Iterator[str]:
    """Yield for each question of a form what is wrong with it; "" where nothing is."""
    said: dict[tuple[str, str], int] = {}
    for one in seen:
        key = one.part, plain_words(one.question.label)
        said[key] = said.get(key, 0) + 1
    for one in seen:
        wrong = next((name for name, rule in RULES if rule(one)), "")
        twice = said[one.part, plain_words(one.question.label)] > 1
        yield wrong or (DOUBLED if twice else "")


def content(text: str) -> frozenset[str]:
    """The beginnings of the words that say something."""
    words = plain_words(text).split()
    found = {word[:STEM] for word in words if len(word) > 2 and word not in EMPTY}
    return frozenset(found or {word for word in words if word.isalpha()})


def _whole(one: Seen) -> str:
    hint = one.question.hint
    return hint if one.label.endswith("…") and len(hint) > len(one.label) else one.label
