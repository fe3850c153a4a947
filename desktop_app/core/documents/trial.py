"""What the pages to try a printer say, in final words: ``pages/trial.py`` makes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EnvelopeTrial:
    """The page laid over an envelope with a window.

    Attributes:
        language: of its words, but for the example of an ``address``.
        title: of the page.
        envelope: which one it is for; its size stands at ``{size}``.
        address: an example, where a recipient stands.
        fold: at each fold.
        steps: what to do, in order.
        ruler: above the ruler of 100 mm.
    """

    language: str
    title: str
    envelope: str
    address: tuple[str, ...]
    fold: str
    steps: tuple[str, ...]
    ruler: str


@dataclass(frozen=True, slots=True)
class PrinterTrial:
    """The page measured to print onto a paper form: its title, then paragraphs.

    ``already``: the last one, where the page is moved by what is known of the printer.
    """

    title: str
    paragraphs: tuple[str, ...]
    already: str
