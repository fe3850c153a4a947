"""What is not translated is shown in French, and says that it is French: to the eye and the ear."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app import i18n
from desktop_app.compiling import BEGIN, END, compiled

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Contester"
msgstr "Appeal"

msgid "À qui : {who}"
msgstr "To whom: {who}"

msgid "le juge"
msgstr ""

#, fuzzy
msgid "la caisse"
msgstr "the cash desk"

msgid "{n} jour"
msgid_plural "{n} jours"
msgstr[0] ""
msgstr[1] ""
"""


@pytest.fixture(params=["in memory", "compiled"])
def half(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """English, half translated: in a checkout, and in a wheel."""
    folder = tmp_path / "en"
    folder.mkdir()
    for domain in ("app", "law"):
        if request.param == "compiled":
            (folder / f"{domain}.mo").write_bytes(compiled(PO.encode(), "en"))
        else:
            (folder / f"{domain}.po").write_text(PO, "utf-8")
    monkeypatch.setattr(i18n, "data_root", lambda _kind: tmp_path)
    i18n._catalogue.cache_clear()
    i18n.use("en")
    yield
    i18n.use("fr")
    i18n._catalogue.cache_clear()


@pytest.mark.usefixtures("half")
class TestEnglishHalfTranslated:
    def test_what_is_translated_has_no_mark(self) -> None:
        assert i18n.pack_text("Contester") == "Appeal"

    @pytest.mark.parametrize("sentence", ["le juge", "la caisse"])
    def test_what_is_missing_or_doubtful_is_french_and_marked(self, sentence: str) -> None:
        assert i18n.plain(i18n.pack_text(sentence)) == f"(French) {sentence}"

    def test_both_numbers_are_marked(self) -> None:
        assert [i18n.plain(i18n.plural("{n} jour", "{n} jours", n)) for n in (1, 3)] == [
            "(French) 1 jour",
            "(French) 3 jours",
        ]

    def test_each_part_of_a_sentence_has_its_language(self) -> None:
        told = i18n.text("À qui : {who}").format(who=i18n.pack_text("le juge"))
        assert i18n.runs(told) == (
            i18n.Run("To whom: (French) ", "en"),
            i18n.Run("le juge", "fr"),
        )

    def test_what_a_person_wrote_has_no_mark(self) -> None:
        assert i18n.pack_text("Ma lettre à moi") == "Ma lettre à moi"

    def test_an_article_is_french_without_a_word_to_say_so(self) -> None:
        assert i18n.cited("CPC art. 641") == f"{BEGIN}CPC art. 641{END}"
        assert i18n.runs(i18n.cited("CPC art. 641")) == (i18n.Run("CPC art. 641", "fr"),)


def test_french_has_no_mark() -> None:
    assert i18n.pack_text("le juge") == "le juge"
    assert i18n.cited("CPC art. 641") == "CPC art. 641"
    assert i18n.runs("le juge") == (i18n.Run("le juge", "fr"),)
