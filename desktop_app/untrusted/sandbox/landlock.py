"""Landlock by ctypes: no file read, written or executed, no TCP, no signal to others.

System calls and rights: Linux' ``include/uapi/linux/landlock.h``; the call numbers are the same on
x86-64 and arm64. No rule is ever added to the ruleset: everything it handles is refused.
"""

import ctypes
import os
import struct

CREATE_RULESET, RESTRICT_SELF = 444, 446
ASK_VERSION = 1
PR_SET_NO_NEW_PRIVS = 38
CAPABILITIES_VERSION_3 = 0x20080522

FILE_RIGHTS_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15}  # then 16 from ABI 5: +REFER, +TRUNCATE, +IOCTL
TCP_BIND_AND_CONNECT = 0b11  # ABI 4
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11  # ABI 6


def drop_capabilities() -> str:
    """Give up root's privileges, if any: with them a process raises its own limits again."""
    header = struct.pack("<Ii", CAPABILITIES_VERSION_3, 0)
    try:
        outcome = ctypes.CDLL(None).capset(header, bytes(24))
    except (OSError, AttributeError):
        return "absent: no C library"
    return "on" if outcome == 0 else "absent: refused by the system"


def apply() -> str:
    """Restrict this process for ever; returns "on (ABI n)" or why not. Never raises."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        call = library.syscall
    except (OSError, AttributeError):
        return "absent: no C library"
    call.restype = ctypes.c_long
    library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)  # also without Landlock: no setuid programs
    abi = int(call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(ASK_VERSION)))
    if abi < 1:
        return "absent: this kernel has none"
    ruleset = _ruleset(abi)
    descriptor = int(
        call(
            CREATE_RULESET,
            ctypes.create_string_buffer(ruleset, len(ruleset)),
            ctypes.c_size_t(len(ruleset)),
            ctypes.c_uint32(0),
        )
    )
    if descriptor < 0:
        return f"absent: error {ctypes.get_errno()}"
    outcome = int(call(RESTRICT_SELF, ctypes.c_int(descriptor), ctypes.c_uint32(0)))
    os.close(descriptor)
    return f"on (ABI {abi})" if outcome == 0 else f"absent: error {ctypes.get_errno()}"


def _ruleset(abi: int) -> bytes:
    """``struct landlock_ruleset_attr``, whose size grew with the ABI."""
    parts = [(1 << FILE_RIGHTS_BY_ABI.get(abi, 16)) - 1]
    if abi >= 4:
        parts.append(TCP_BIND_AND_CONNECT)
    if abi >= 6:
        parts.append(ABSTRACT_SOCKETS_AND_SIGNALS)
    return struct.pack(f"<{len(parts)}Q", *parts)
