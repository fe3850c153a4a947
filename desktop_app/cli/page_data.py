"""A page as JSON: each block with its kind and its words, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from desktop_app.pages.page import Page

NOT_WORDS = frozenset(
    (  # noqa: SIM905
        "bars cells columns does drawing fit leaf lead number_at pixels role then typed weight"
        " heard"
    ).split()
)
Json = str | int | list["Json"] | dict[str, "Json"]


def page_data(page: Page) -> dict[str, Json]:
    """Return all that a page says; what its looks are made of, and where it leads, is left out."""
    return dict(_fields(page))


def _fields(value: object) -> Iterator[tuple[str, Json]]:
    assert is_dataclass(value)
    for field in fields(value):
        found = getattr(value, field.name)
        if field.name not in NOT_WORDS and found not in ("", None, ()):
            yield field.name, _data(found)


def _data(value: object) -> Json:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    if (question := getattr(value, "question", None)) is not None:
        choices = [[one.label, *filter(None, [one.hint])] for one in question.choices]
        return {"label": question.label, "hint": question.hint, "choices": [*choices]}
    return {"kind": type(value).__name__.lower(), **dict(_fields(value))}
