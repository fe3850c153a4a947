"""Qt's own words (of its dialogs and menus), its numbers and its direction, in our language."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import i18n

NAME = "words of Qt"


def speak(app: QApplication) -> None:
    """Have Qt speak the language of ``i18n`` from now on, instead of the one before."""
    for before in app.findChildren(QTranslator, NAME):
        app.removeTranslator(before)
        before.deleteLater()
    locale = QLocale(i18n.locale())
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    translator = _named(QTranslator(app))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.current()}", folder):
        app.installTranslator(translator)


def _named(translator: QTranslator) -> QTranslator:
    translator.setObjectName(NAME)
    return translator
