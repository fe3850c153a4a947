"""Hard values: every accent, long texts, full combs, each option in its turn."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop_app.untrusted.model import Field

HARD = "Éloïse Đặng Łukasz Şahin œuvré à 45 € l’été — 2ᵉ"
SHORT = (
    "Đặng Łukasz Şahin",
    "Œuvré à 45 € l’été",
    "ÀÉÈÊËÎÏÔÙÛÜÇÿæ «N°1ᵉʳ»",
    HARD,
    "Ệ",
)
FROM_THE_RIGHT = ("محمد بن عبد الله", "שרה כהן־לוי")
CELLS = "ÉŒ€ÇĐŁŞ1234567890ABCDEFGHIJ" * 4
ARABIC_CELLS = "محمدسعادليلى" * 8
ARABIC = "السلام عليكم ورحمة الله وبركاته"
LONG = " mot très long suivi d’autres mots"
MOST_ROUNDS = 250

Values = dict[str, Any]


def writable(fields: Sequence[Field]) -> list[Field]:
    """The fields a person can write in: those of a page, not reserved."""
    return [
        one
        for one in fields
        if one.fillable and not one.read_only and any(widget.page for widget in one.widgets)
    ]


def every_field(fields: Sequence[Field]) -> Values:
    """One value for each field; some texts are longer than any box."""
    return {one.name: value_of(index, one) for index, one in enumerate(fields)}


def every_option(fields: Sequence[Field]) -> Iterator[Values]:
    """The options that ``every_field`` did not choose, each field's next one in each round."""
    listed = {index: one for index, one in enumerate(fields) if len(one.options) > 1}
    most = max((len(one.options) for one in listed.values()), default=1)
    for turn in range(1, min(most, MOST_ROUNDS)):
        yield {
            one.name: option(index + turn, one)
            for index, one in listed.items()
            if turn < len(one.options)
        }


def value_of(index: int, field: Field) -> Any:
    """A hard value for the field of this index."""
    if field.type == "tick":
        return index % 3 != 0
    if field.type == "one_of":
        return option(index, field)
    if field.type == "choice":
        return option(index, field) if field.options else None
    if field.comb:
        cells = ARABIC_CELLS if index % 11 == 5 else CELLS[index % 7 :]
        return cells[: field.max_length]  # every cell is full
    text = HARD if field.multi_line else SHORT[index % len(SHORT)]
    if index % 9 == 4:
        text = ARABIC if field.multi_line else FROM_THE_RIGHT[index % 2]
    if index % 7 == 0:
        text = HARD + LONG * (20 if field.multi_line else 1)
    if field.max_length:
        return text[: field.max_length].strip() or "x"
    return text


def option(index: int, field: Field) -> str:
    """An option's id."""
    return field.options[index % len(field.options)].id


def shown_words(field: Field, value: Any) -> str:
    """The words a text or a list must show."""
    labels: Mapping[str, str] = {one.id: one.label or one.id for one in field.options}
    return labels.get(value, value) if field.type == "choice" else value or ""
