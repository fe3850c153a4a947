"""Keeping a setting that was just taken: said so, but on a public terminal, where it only holds."""

import os
from collections.abc import Callable

from desktop_app import i18n
from desktop_app.gui.context import Context


def keep(context: Context, *, failed: Callable[[BaseException], None]) -> None:
    """Write the settings. The page may have been made again meanwhile: it is not the one told."""
    public, navigator = context.session.public, context.navigator

    def kept(_none: None) -> None:
        if not public:
            navigator.say_saved(i18n.text("Réglage gardé."))

    context.jobs.run(context.settings.save, done=kept, failed=failed)


def speak(context: Context, language: str) -> None:
    """Take a language, "" that of the system: every page speaks it from now on."""
    context.settings.change(language=language)
    i18n.use(language or i18n.language_of(os.environ))
    context.navigator.speak()
