"""A document is one sentence, which says each thing once."""

import datetime as dt

import pytest

from desktop_app.core.records import StoredDocument
from desktop_app.pages.documents import document_line

DAY = dt.date(2026, 8, 17)


@pytest.mark.parametrize(
    ("kind", "title", "line"),
    [
        ("evidence", "Preuve de dépôt", "Preuve de dépôt, 17 août 2026"),
        ("letter", "Recours", "Lettre : Recours, 17 août 2026"),
    ],
)
def test_the_kind_is_said_once(kind: str, title: str, line: str) -> None:
    document = StoredDocument("1", title, "", "", "", "", kind, DAY, "application/pdf", 1, 1)
    assert document_line(document) == line
