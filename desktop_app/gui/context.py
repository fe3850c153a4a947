"""What every screen is given: tools, look, jobs, and how to go elsewhere. Passed, never global."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Protocol

from desktop_app.core.record import record
from desktop_app.gui.gestures import Gestures
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.look.look import Look
from desktop_app.gui.session import Locked, Session
from desktop_app.pages.destinations import Destination
from desktop_app.pages.page import Chosen
from desktop_app.settings import SettingsFile

if TYPE_CHECKING:  # nothing of the workflow is loaded before the first paint
    from desktop_app.workflow.tools import Tools


class Navigator(Protocol):
    """Goes from screen to screen; ``back`` returns to the one before, or to what is ``under`` it.

    ``replace`` goes without a way back to the present screen. ``restart`` forgets the way back:
    after locking, nothing shown before can be returned to.
    ``answer`` gives the page that asked for a file what was chosen, ``leave_choosing`` nothing.
    ``tell`` has a sentence read: it stays in view, whole, until one says that it was.
    ``show_saved`` says it to the eye alone, ``say_saved`` aloud too; ``show_matters`` says in the
    bar how many days are left.
    ``speak`` says again, in the language just chosen, all that is in view. ``end_session`` forgets
    everything, on a public terminal only. ``close_anyway`` closes although answers are in no safe.
    ``unsaved`` returns what saves what is in hand, for the worker.
    ``come_back`` shows the page that a key hid; ``begin_anew`` says what was erased instead.
    ``places``: where one is, at the end, and what one can return to. ``rested``: for how many
    milliseconds nothing had been struck before the last key or click.
    ``bar_gestures`` and ``bar_told`` are what the bar holds: (words, act), and what it says.
    """

    def go(self, destination: Destination, *under: Destination) -> None: ...
    def back(self) -> None: ...
    def replace(self, destination: Destination) -> None: ...
    def restart(self, destination: Destination) -> None: ...
    def answer(self, chosen: Chosen) -> None: ...
    def leave_choosing(self) -> None: ...
    def lock_now(self) -> None: ...
    def unsaved(self) -> Sequence[Callable[[], object]]: ...
    def end_session(self) -> None: ...
    def close_anyway(self) -> None: ...
    def come_back(self) -> None: ...
    def begin_anew(self, locked: Locked) -> None: ...
    @property
    def places(self) -> Sequence[Destination]: ...
    @property
    def rested(self) -> Callable[[], float]: ...
    def say_saved(self, words: str) -> None: ...
    def tell(self, words: str, read: Callable[[], object] = bool) -> None: ...
    def show_saved(self, words: str) -> None: ...
    def show_matters(self, words: str) -> None: ...
    def speak(self) -> None: ...
    def bar_gestures(self) -> Sequence[tuple[str, Callable[[], object]]]: ...
    def bar_told(self) -> Sequence[str]: ...


@record(frozen=True)
class Context:
    """Built once by ``app.py``."""

    look: Look
    jobs: Jobs
    navigator: Navigator
    session: Session
    tools: "Tools"
    gestures: Gestures
    settings: SettingsFile = field(default_factory=lambda: SettingsFile(None))
