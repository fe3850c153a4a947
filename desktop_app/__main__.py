"""``papier-libre``: a command runs the command line; no argument, or a file, opens the window."""

import os
import sys

from desktop_app import __version__
from desktop_app.hardening import begin_isolated, drop_loaders, keep_memory_private

TYPE_CHECKING = False  # that of ``typing`` takes as long as all that --version does
if TYPE_CHECKING:
    from desktop_app.wiring import RealTools


FILES = (".pdf", ".png", ".jpg", ".jpeg")
"""What the window takes when it is started with a file, by the end of its name in small letters."""


def installed() -> int:
    """Run the command that an installer wrote: apart from the user's own Python, as any other."""
    begin_isolated("desktop_app")
    return main()


def main() -> int:
    """Run the program with the arguments it was given; return its exit status."""
    if sys.argv[1:] == ["--version"] and told_version():
        return 0
    keep_memory_private()  # before anything that a crash could write down is there
    drop_loaders(os.environ)
    arguments = sys.argv[1:]
    file = _file_alone(arguments)
    if file or not arguments:
        obstacle = why_no_window()
        if not obstacle:
            return open_window(file)
        sys.stderr.write(f"{obstacle}\n\n")
        if file:
            arguments = ["form", "inspect", file]
    from desktop_app.cli.main import run  # not for the window: it would wait for nothing

    return run(arguments, real_tools)


def told_version() -> bool:
    """Say which version this is, nothing else being loaded; False where nobody hears it."""
    try:
        os.write(sys.stdout.fileno(), f"papier-libre {__version__}\n".encode())
    except (OSError, ValueError, AttributeError):  # the command line knows what to do then
        return False
    return True


def _file_alone(arguments: list[str]) -> str:
    """Return the file that is to be opened in the window: a desktop gives it as an argument.

    It is taken out of the arguments: the process that comes after a lock, or after a session on a
    public terminal, opens nothing of the one before.
    """
    if len(arguments) != 1:
        return ""
    (given,) = arguments
    named = given.lower().endswith(FILES)
    if given.startswith("-") or not (named or (os.path.isabs(given) and os.path.isfile(given))):
        return ""
    del sys.argv[1:], sys.orig_argv[-1:]
    return os.path.abspath(given)


def open_window(file: str = "") -> int:
    """Show the window until it is closed, on a form or its photo; return the exit status."""
    import gc

    from desktop_app import i18n

    gc.disable()  # what is made until the window waits for the person (``gui/app.py``) stays

    i18n.use(i18n.language_of(os.environ))
    from desktop_app.gui import sources

    sources.leave_unread()
    tools = real_tools()
    _ = tools.known_safes, tools.mode
    from desktop_app.gui.app import run

    return run(tools, file)


def why_no_window() -> str:
    """Return why no window can be shown, in words; "" when one can.

    Asked before Qt is imported: without a display or a library it stops the program without a word.
    """
    import importlib.util

    from desktop_app import i18n, qt_needs

    i18n.use(i18n.language_of(os.environ))
    if importlib.util.find_spec("PySide6") is None:
        return i18n.text(
            "La fenêtre a besoin de PySide6, qui n’est pas installé. "
            "Les commandes ci-dessous fonctionnent sans elle."
        )
    if os.environ.get("QT_QPA_PLATFORM"):  # whoever sets it knows where windows go
        return ""
    if not qt_needs.display_answers():
        return i18n.text(
            "Aucun écran n’est joignable d’ici : la fenêtre ne peut pas s’ouvrir. "
            "Les commandes ci-dessous fonctionnent sans elle."
        )
    missing = qt_needs.missing_packages(at_sight=True) if sys.platform.startswith("linux") else []
    if missing:
        return i18n.text(
            "La fenêtre a besoin de bibliothèques qui manquent. "
            "Sous Debian ou Ubuntu, installez : {packages}."
        ).format(packages=", ".join(missing))
    return ""


def try_terminal() -> None:
    """Run the trial session of a public terminal, whatever this computer is (``traces.py``)."""
    from desktop_app.gui.terminal_trial import main as session

    tools = real_tools()
    tools.__dict__["mode"] = "public"
    session(tools)


def real_tools() -> "RealTools":
    """Build the tools: called only once a command is understood, so that --version costs little."""
    from desktop_app.wiring import RealTools

    return RealTools()


if __name__ == "__main__":
    sys.exit(main())
