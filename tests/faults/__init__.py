"""The fault machine: `./start faults` breaks the disk under each gesture, and judges what is left.

A gesture is done by a real process whose n-th call is refused, cut short, or its last (`shim.c`);
another process opens what is left, as a person would. What the first one said is kept outside both.
"""

import functools

from tests.helpers import light_keys

light_keys.install()  # before the first module that reads the floor

from desktop_app.safe import slots  # noqa: E402

slots.derive = functools.cache(slots.derive)  # the real one; a run forks with what is known
