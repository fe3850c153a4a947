"""What may be written in a box when its whole text does not fit: its answers, abbreviated.

Only computed here: what fits is measured where pages are made, and a short text is written only
where the person agreed to it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop_app.core.answers.draft import Answers
from desktop_app.core.documents.abbreviations import Abbreviations, family_of
from desktop_app.core.documents.model import Shorter
from desktop_app.core.packs.model import PackHeader
from desktop_app.core.packs.resolve import questions_of

Render = Callable[[Mapping[str, object]], str]


@dataclass(frozen=True, slots=True)
class Shortened:
    """The answers of one form that may be abbreviated.

    Attributes:
        ways: question -> its answer, shorter each time.
        agreed: question -> the way that the person agreed to.
    """

    ways: Mapping[str, tuple[str, ...]]
    agreed: Mapping[str, str]

    @classmethod
    def of(
        cls, definition: PackHeader, answers: Answers, abbreviations: Abbreviations
    ) -> "Shortened":
        """Return them; what was agreed of another answer, or of no known word, counts no more."""
        ways = {}
        for question in questions_of(definition):
            value, family = answers.values.get(question.id), family_of(question)
            if family and isinstance(value, str):
                ways[question.id] = abbreviations.shorter(value, family)
        agreed = answers.shortened
        return cls(
            ways, {name: text for name, text in agreed.items() if text in ways.get(name, ())}
        )

    def texts(self, whole: str, names: frozenset[str], render: Render) -> tuple[Shorter, ...]:
        """Return the text of a box made of these questions, shorter each time; ``whole`` is not."""
        ways = {name: self.ways[name] for name in sorted(names) if self.ways.get(name)}
        found: dict[str, Shorter] = {}
        for step in range(max(map(len, ways.values()), default=0)):
            answers = {name: way[min(step, len(way) - 1)] for name, way in ways.items()}
            text = render(answers)
            if text != whole:
                found.setdefault(text, Shorter(text, tuple(answers.items())))
        return tuple(found.values())

    def agreed_text(self, whole: str, names: frozenset[str], render: Render) -> str:
        """Return the text as the person agreed to it; empty when she agreed to nothing of it."""
        answers = {name: text for name, text in self.agreed.items() if name in names}
        text = render(answers) if answers else whole
        return "" if text == whole else text
