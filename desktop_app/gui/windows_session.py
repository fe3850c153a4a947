"""Windows: hears that the computer falls asleep, that the session locks or is somebody else's.

Windows tells it to windows. One of our own, never shown, listens: a filter on Qt's events would be
asked at each move of the mouse.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

CLASS = "PapierLibreListens"
POWER, SLEEPS, WAKES = 0x218, 4, 0x12  # WM_POWERBROADCAST, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC
SESSION = 0x2B1  # WM_WTSSESSION_CHANGE
AWAY = (2, 4, 6, 7)
"""The console or the far screen leaves the session, somebody logs off, the session locks."""
_OF_THIS_SESSION = 0
_NUMBER, _PLACE = ctypes.c_uint32, ctypes.c_void_p
_RESULT = ctypes.c_ssize_t


def means_away(message: int, what: int) -> bool:
    """Tell whether a message says that nobody is before the screen any more."""
    return (message == POWER and what in (SLEEPS, WAKES)) or (message == SESSION and what in AWAY)


class Listener:
    """A window that calls ``told`` on its own thread, the window's; kept as long as one listens.

    Raises:
        OSError: Windows makes no window for it.
    """

    _user: Any
    _kind: Any
    _window: int | None
    _told: Callable[[], object]

    def __init__(self, told: Callable[[], object]) -> None:
        if sys.platform != "win32":
            raise OSError
        self._told = told
        self._user = user = ctypes.WinDLL("user32", use_last_error=True)
        answers = ctypes.WINFUNCTYPE(_RESULT, _PLACE, _NUMBER, ctypes.c_size_t, _RESULT)
        user.DefWindowProcW.argtypes = (_PLACE, _NUMBER, ctypes.c_size_t, _RESULT)
        user.DefWindowProcW.restype = _RESULT
        user.CreateWindowExW.restype = _PLACE
        user.CreateWindowExW.argtypes = (
            _NUMBER, ctypes.c_wchar_p, ctypes.c_wchar_p, _NUMBER,
            *[ctypes.c_int] * 4, *[_PLACE] * 4,
        )  # fmt: skip
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetModuleHandleW.restype = _PLACE
        program = kernel.GetModuleHandleW(None)
        self._answers = answers(self._hears)  # Windows calls it: Python must not forget it
        self._kind = _window_class(answers)(answers=self._answers, program=program, name=CLASS)
        user.RegisterClassW(ctypes.byref(self._kind))
        self._window = user.CreateWindowExW(
            0, CLASS, CLASS, 0, 0, 0, 0, 0, None, None, program, None
        )
        if not self._window:
            raise OSError
        sessions: Any = ctypes.WinDLL("wtsapi32")
        sessions.WTSRegisterSessionNotification(_PLACE(self._window), _OF_THIS_SESSION)

    def close(self) -> None:
        """Listen no more."""
        window, self._window = self._window, None
        if window:
            self._user.DestroyWindow(_PLACE(window))
            self._user.UnregisterClassW(CLASS, _PLACE(self._kind.program))

    def _hears(self, window: int, message: int, what: int, more: int) -> int:
        if means_away(message, what):
            self._told()
        found: int = self._user.DefWindowProcW(window, message, what, more)
        return found


def _window_class(answers: Any) -> Any:
    class Kind(ctypes.Structure):
        """WNDCLASSW, of winuser.h."""

        _fields_ = (
            ("style", _NUMBER),
            ("answers", answers),
            ("more_of_class", ctypes.c_int),
            ("more_of_window", ctypes.c_int),
            ("program", _PLACE),
            ("icon", _PLACE),
            ("cursor", _PLACE),
            ("ground", _PLACE),
            ("menu", ctypes.c_wchar_p),
            ("name", ctypes.c_wchar_p),
        )

    return Kind
