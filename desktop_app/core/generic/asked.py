"""What questions and places have of their own: ids and labels given once, fifteen words."""

from dataclasses import dataclass, field

from desktop_app.core.generic import wording
from desktop_app.core.packs.model import Question


@dataclass(slots=True)
class Asked:
    """Questions and places as they are made: ids and the labels of places are given once."""

    ids: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def id(self, label: str) -> str:
        """Return an id that no other question has."""
        return self._once(wording.slug(label), self.ids, "{}_{}")

    def label(self, label: str) -> str:
        """Return the words of a place that no other place has."""
        return self._once(wording.shortened(label, 30), self.labels, "{} ({})")

    @staticmethod
    def _once(wanted: str, taken: set[str], shape: str) -> str:
        found, count = wanted, 1
        while found in taken:
            count += 1
            found = shape.format(wanted, count)
        taken.add(found)
        return found


def labelled(name: str, label: str, **more: object) -> Question:
    """A question of fifteen words at most; the whole of a longer label is its hint."""
    short = wording.shortened(label)
    hint = str(more.pop("hint", "")) or (label if short != label else "")
    return Question(id=name, label=short, hint=hint, **more)  # type: ignore[arg-type]
