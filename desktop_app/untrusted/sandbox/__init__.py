"""Closing the child: from here on it computes, and answers through its pipe, and that is all.

What a system lacks is reported, never fatal: the other layers still hold.
"""

import sys

from desktop_app.untrusted.sandbox import landlock, limits, windows_job, windows_token

LINUX = sys.platform == "linux"


def close(seconds: int) -> dict[str, str]:
    """Close this process and return each layer's state: "on", or why it is not.

    It has so many seconds of processor left.

    Everything that will be needed must be imported and read before; nothing foreign parsed yet.
    """
    if sys.platform == "win32":  # its time is counted by the job it is in
        return {**windows_job.states(), **windows_token.states()}
    layers = limits.apply(seconds)
    layers["landlock"] = landlock.apply() if LINUX else "absent: not Linux"
    layers["descriptors"] = limits.refuse_new_descriptors()
    layers["capabilities"] = landlock.drop_capabilities() if LINUX else "absent: not Linux"
    return layers
