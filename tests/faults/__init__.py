"""The fault machine: `./start faults` breaks the disk under each gesture, and judges what is left.

A gesture is done by a real process whose n-th call is refused, cut short, or its last (`shim.c`);
another process opens what is left, as a person would. What the first one said is kept outside both.
"""
