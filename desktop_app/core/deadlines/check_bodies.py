"""What is wrong in ``forms/law/bodies.toml``, and the names in it that lead nowhere."""

import re
from collections.abc import Iterator, Mapping, Sequence

from desktop_app.core.deadlines.near import nearest
from desktop_app.core.errors import Problem
from desktop_app.core.packs.bodies import Body, Title, title_called, title_of

_CALL = re.compile(r"\S.*\S,")


def check_bodies(
    bodies: Sequence[Body],
    titles: Sequence[Title],
    *,
    sources: Mapping[str, object],
    procedures: Sequence[str],
    families: Sequence[str],
) -> Iterator[Problem]:
    """Yield what is wrong in the file itself, and the names in it that lead nowhere."""
    for number, title in enumerate(titles, 1):
        if not _CALL.fullmatch(title.call) or (
            title.line and title_called(title.call) not in ("", title_of(title.line))
        ):
            yield Problem("law-title-agrees", place=f"title {number}, {title.id}, call")
    known = {body.id for body in bodies}
    heads = {title.id for title in titles if title.line}  # such as "le maire de Paris"
    for number, body in enumerate(bodies, 1):
        place = f"body {number}, {body.id}"
        yield from (Problem(code, place=f"{place}, {key}") for code, key in _inside(body))
        if not body.line and body.head not in heads:
            yield Problem("law-empty", place=f"{place}, line")
        for code, key, names, among in (
            ("law-unknown-title", "head", (body.head,), [one.id for one in titles]),
            ("law-unknown-body", "house", filter(None, (body.house,)), known - {body.id}),
            ("law-unknown-source", "sources", body.sources, sources),
            ("law-unknown-procedure", "procedures", body.procedures, procedures),
            ("law-unknown-family", "families", body.families, families),
        ):
            yield from (
                Problem(code, place=f"{place}, {key}", suggestion=nearest(name, sorted(among)))
                for name in names
                if name not in among
            )


def _says(value: str | tuple[str, ...]) -> bool:
    """Tell whether a text, or each of several, says something."""
    return bool(value) and all(map(str.strip, (value,) if isinstance(value, str) else value))


def _inside(body: Body) -> Iterator[tuple[str, str]]:
    # Jinja2: not for those who only read the law.
    from desktop_app.core.language.syntax import Refused
    from desktop_app.core.language.template import text_of

    for key in ("id", "name", "sources", "families", "regards"):
        if not _says(getattr(body, key)):
            yield "law-empty", key
    for key in ("line", "address"):
        if (value := getattr(body, key)) and not _says(value):
            yield "law-empty", key
    if bool(body.address) != (body.address_confidence is not None and bool(body.address_source)):
        yield "law-address-source", "address"
    for key, texts in (("line", body.line), ("which", (body.which,)), ("address", body.address)):
        for text in texts:
            try:
                text_of(text)
            except Refused:
                yield "law-bad-text", key
