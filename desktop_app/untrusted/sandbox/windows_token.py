"""Windows: what a child gives up by itself, for ever, before it parses anything.

Its token's rights (privileges); the trust of its token (integrity), so that what other programs of
the person own can no longer be written, nor these programs be opened; the means to load a library
from the network or from a folder where anybody writes. Reading is not refused by that, nor a
network: Windows refuses them to a token from its birth only, or by a rule of its firewall, which an
installation for all users may make.
"""

import ctypes
import sys
from typing import Any

TOKEN_ADJUST_PRIVILEGES, TOKEN_QUERY, TOKEN_ADJUST_DEFAULT = 0x20, 0x8, 0x80
TOKEN_PRIVILEGES, TOKEN_INTEGRITY_LEVEL = 3, 25
SE_PRIVILEGE_ENABLED, SE_PRIVILEGE_REMOVED = 0x2, 0x4
SE_GROUP_INTEGRITY = 0x20
LOW = "S-1-16-4096"
"""What browsers let a page of the web have."""
NO_EXTENSION_POINTS, IMAGE_LOADS = 6, 10
"""PROCESS_MITIGATION_POLICY, of winnt.h."""
_INSTALLED = r"Software\Papier libre"
"""Of the whole computer: what the .msi tells of itself (``windows_msi.py``)."""
POLICIES = ((NO_EXTENSION_POINTS, 0b1), (IMAGE_LOADS, 0b111))


class _Privilege(ctypes.Structure):
    _fields_ = (("Low", ctypes.c_uint32), ("High", ctypes.c_int32), ("Attributes", ctypes.c_uint32))


class _Label(ctypes.Structure):
    _fields_ = (("Sid", ctypes.c_void_p), ("Attributes", ctypes.c_uint32))


def states() -> dict[str, str]:
    """Give up everything, and return each layer: "on", or why not. Never raises."""
    layers = {"rights": _drop_rights, "trust": _lower_trust, "libraries": _close_libraries}
    found = {name: _state(close) for name, close in layers.items()}
    found["files"] = "absent: reading is not refused on Windows"
    found["network"] = _network()
    return found


def _network() -> str:
    """Tell whether the installation for all users set a rule of the firewall: not tried here."""
    if sys.platform != "win32":
        return "absent: not Windows"
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _INSTALLED) as told:
            winreg.QueryValueEx(told, "Firewall")
    except OSError:
        return "absent: no rule of the firewall, which an installation for all users sets"
    return "on (a rule of the firewall)"


def _state(close: Any) -> str:
    try:
        return "on" if close() else f"absent: error {ctypes.GetLastError()}"  # type: ignore[attr-defined,unused-ignore]
    except (OSError, AttributeError) as missing:
        return f"absent: {type(missing).__name__}"


def rights_left() -> int:
    """Return how many privileges the token of this process has.

    Raises:
        OSError: Windows does not tell.
    """
    with _Token() as token:
        return len(token.privileges())


def take_back() -> None:
    """Try to have a right again, that any program has (to shut down): for the tests.

    Raises:
        OSError: it is refused.
    """
    with _Token() as token:
        found = _Privilege()
        of_rights = _library("advapi32")
        if not of_rights.LookupPrivilegeValueW(None, "SeShutdownPrivilege", ctypes.byref(found)):
            raise OSError
        token.adjust(found, SE_PRIVILEGE_ENABLED)
        if found.Low not in {one.Low for one in token.privileges()}:
            raise PermissionError


def _drop_rights() -> bool:
    with _Token() as token:
        token.remove(token.privileges())
        return not token.privileges()


def _lower_trust() -> bool:
    with _Token() as token:
        return token.lower(LOW)


def _close_libraries() -> bool:
    kernel = _library("kernel32")
    done = [
        kernel.SetProcessMitigationPolicy(
            policy, ctypes.byref(ctypes.c_uint32(flags)), ctypes.sizeof(ctypes.c_uint32)
        )
        for policy, flags in POLICIES
    ]
    return all(done)


class _Token:
    """The token of this process, open."""

    def __enter__(self) -> "_Token":
        self._of_rights = _library("advapi32")
        self._kernel = _library("kernel32")
        self._kernel.GetCurrentProcess.restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p()
        asked = TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY | TOKEN_ADJUST_DEFAULT
        me = ctypes.c_void_p(self._kernel.GetCurrentProcess())
        if not self._of_rights.OpenProcessToken(me, asked, ctypes.byref(self._handle)):
            raise OSError
        return self

    def __exit__(self, *_: object) -> None:
        self._kernel.CloseHandle(self._handle)

    def privileges(self) -> list[_Privilege]:
        """Return those that it has, used or not."""
        size = ctypes.c_uint32()
        asked = self._of_rights.GetTokenInformation
        asked(self._handle, TOKEN_PRIVILEGES, None, 0, ctypes.byref(size))
        told = ctypes.create_string_buffer(max(size.value, 4))
        if not asked(self._handle, TOKEN_PRIVILEGES, told, len(told), ctypes.byref(size)):
            raise OSError
        count = ctypes.c_uint32.from_buffer(told).value
        return list((_Privilege * count).from_buffer(told, 4)) if count else []

    def remove(self, privileges: list[_Privilege]) -> None:
        """Take these out for ever."""
        for one in privileges:
            self.adjust(one, SE_PRIVILEGE_REMOVED)

    def adjust(self, one: _Privilege, attributes: int) -> None:
        """Give a privilege this state; whether it has it is to be asked."""
        told = (ctypes.c_uint32 * 4)(1, one.Low, one.High & 0xFFFFFFFF, attributes)
        self._of_rights.AdjustTokenPrivileges(self._handle, 0, told, 0, None, None)

    def lower(self, trust: str) -> bool:
        """Be trusted less; there is no way back."""
        sid = ctypes.c_void_p()
        if not self._of_rights.ConvertStringSidToSidW(trust, ctypes.byref(sid)):
            return False
        label = _Label(sid, SE_GROUP_INTEGRITY)
        size = ctypes.sizeof(label) + self._of_rights.GetLengthSid(sid)
        done = self._of_rights.SetTokenInformation(
            self._handle, TOKEN_INTEGRITY_LEVEL, ctypes.byref(label), size
        )
        self._kernel.LocalFree(sid)
        return bool(done)


def _library(name: str) -> Any:
    if sys.platform != "win32":
        raise OSError
    return ctypes.WinDLL(name)
