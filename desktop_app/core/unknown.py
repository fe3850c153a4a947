"""The answer "je ne sais pas", once it is a value, and in the words of who writes it in a box."""

SAYINGS = frozenset(
    {
        "je ne sais pas",
        "je sais pas",
        "j'en sais rien",
        "je n'en sais rien",
        "ne sais pas",
        "sais pas",
        "aucune idée",
        "je ne me souviens pas",
        "je ne me souviens plus",
        "je ne m'en souviens pas",
        "je ne m'en souviens plus",
        "je ne comprends pas la question",
        "?",
    }
)
"""What says that nothing is known, when it is the whole answer."""


class Unknown:
    """The value of an answer that is "je ne sais pas": a blank on paper, equal to nothing."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


def says_unknown(text: str) -> bool:
    """Tell whether a whole answer in words says only that the person does not know.

    >>> says_unknown(" Je ne sais pas. ")
    True
    >>> says_unknown("Je ne sais pas qui a signé.")
    False
    """
    said = " ".join(text.replace("\u2019", "'").casefold().split())
    return (said.strip(" .!…?") or said[:1]) in SAYINGS
