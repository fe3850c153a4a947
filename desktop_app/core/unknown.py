"""The answer "je ne sais pas", once it is a value."""


class Unknown:
    """The value of an answer that is "je ne sais pas": a blank on paper, equal to nothing."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()
