"""Courts, and those of each département: ``courts.toml``, ``departments.tsv``."""

from dataclasses import dataclass

from desktop_app.core.sourced import Confidence, Statement


class Court(Statement, frozen=True, kw_only=True):
    """An administrative court. The address printed on the letter received always prevails.

    What is sure is which court it is (``confidence``); its address often is less so.
    """

    name: str
    address: str
    address_source: str
    address_confidence: Confidence
    address_to_verify: bool = False
    appeal: str


@dataclass(frozen=True, slots=True)
class Department:
    """The courts of one département.

    ``poles_sociaux`` come from memory: the court named in the notification always prevails.
    """

    code: str
    name: str
    court: str
    poles_sociaux: tuple[str, ...]
    pole_social_confidence: str
