"""Qt's own words (of its dialogs and menus), its numbers and its direction, in our language."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import i18n

NAME = "words of Qt"


class Left(QTranslator):
    """What Qt's translators left in English, in our words: it is all in its window of files."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return our words, or Qt's own: empty text would be shown as it is."""
        return _left().get((context, sourceText), sourceText)


def _left() -> dict[tuple[str, str], str]:
    """Return our words by Qt's context and text."""
    return {
        ("QFileDialog", "&Look in:"): i18n.text("Où :"),
        ("QFileDialog", "Files of &type:"): i18n.text("Sorte de fichier :"),
        ("QAbstractFileIconProvider", "Folder"): i18n.text("Dossier de fichiers"),
        ("QAbstractFileIconProvider", "Drive"): i18n.text("Disque"),
    }


def speak(app: QApplication) -> None:
    """Have Qt speak the language of ``i18n`` from now on, instead of the one before."""
    for before in app.findChildren(QTranslator, NAME):
        app.removeTranslator(before)
        before.deleteLater()
    locale = QLocale(i18n.locale())
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    app.installTranslator(_named(Left(app)))  # asked last: the first to come is asked last
    translator = _named(QTranslator(app))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.current()}", folder):
        app.installTranslator(translator)


def _named(translator: QTranslator) -> QTranslator:
    translator.setObjectName(NAME)
    return translator
