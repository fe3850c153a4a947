"""Starts ``scanimage`` once no connection can be opened any more. Run as a plain script.

A filter of the kernel (seccomp) refuses every socket but those on which the system tells which USB
devices come and go (netlink); what is started keeps it. Where it cannot be set, nothing is started.
Numbers: Linux' ``uapi/linux/seccomp.h``, ``uapi/linux/bpf_common.h``, ``uapi/linux/audit.h``.
"""

import contextlib
import ctypes
import os
import platform
import struct
import sys

NOT_CLOSED = 77  # exit status: the filter could not be set
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, MODE_FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # of the filter's little language
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000  # REFUSE: with EPERM
NUMBER, ARCHITECTURE, FIRST = 0, 4, 16  # where the filter finds them
AF_NETLINK = 16
IO_URING = 425  # it opens sockets without that call
MACHINES = {  # architecture, number of the call "socket"
    "x86_64": (0xC000003E, 41),
    "aarch64": (0xC00000B7, 198),
}
SECONDS, BYTES = 300, 0  # of processor; of a file that is written


def close() -> bool:
    """Refuse every connection to this process and to what it starts; tell whether that is so."""
    known = MACHINES.get(platform.machine())
    if known is None or not sys.platform.startswith("linux"):
        return False
    architecture, socket = known
    program = b"".join(
        struct.pack("<HBBI", *one)
        for one in (
            (LOAD, 0, 0, ARCHITECTURE),
            (EQUAL, 1, 0, architecture),
            (RETURN, 0, 0, KILL),
            (LOAD, 0, 0, NUMBER),
            (EQUAL, 0, 1, IO_URING),
            (RETURN, 0, 0, REFUSE),
            (EQUAL, 1, 0, socket),
            (RETURN, 0, 0, ALLOW),
            (LOAD, 0, 0, FIRST),
            (EQUAL, 1, 0, AF_NETLINK),
            (RETURN, 0, 0, REFUSE),
            (RETURN, 0, 0, ALLOW),
        )
    )
    held = ctypes.create_string_buffer(program)
    filter_ = struct.pack("@HP", len(program) // 8, ctypes.addressof(held))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    refused = library.prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.c_char_p(filter_), 0, 0)
    return bool(refused == 0)


def main(command: list[str]) -> None:
    """Close this process, then be the command."""
    import resource

    if not close():
        os._exit(NOT_CLOSED)
    for limit, value in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, BYTES)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)


if __name__ == "__main__":
    main(sys.argv[1:])
