"""Windows: whether a pipe has something to read. Its pipes cannot be waited for with a limit."""

import ctypes
import sys
import time

LOOK_EVERY_S = 0.01


def has_begun(descriptor: int, seconds: float) -> bool:
    """Wait so long at most for something to read; True at the end of the pipe too."""
    if sys.platform != "win32":
        return True
    import msvcrt

    handle = ctypes.c_void_p(msvcrt.get_osfhandle(descriptor))
    waiting = ctypes.c_uint32()
    peek = ctypes.WinDLL("kernel32").PeekNamedPipe
    end = time.monotonic() + seconds
    while peek(handle, None, 0, None, ctypes.byref(waiting), None) and not waiting.value:
        left = end - time.monotonic()
        if left <= 0:
            return False
        time.sleep(min(LOOK_EVERY_S, left))
    return True
