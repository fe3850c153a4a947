"""The child process: one foreign document, its questions, its answers, then death.

Started by ``worker.py`` as a plain script in isolated mode, so that it works from a checkout and
from an installed wheel alike. Order matters: keep the memory private; import everything; read
the document; close the sandbox; only then parse.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main(role: str) -> None:
    """Answer the parent until it closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must never look like an answer
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)
    from desktop_app.hardening import keep_memory_private

    keep_memory_private()
    from desktop_app.untrusted import conversation

    conversation.hold(sys.stdin.buffer, answers, role)


if __name__ == "__main__":
    main(sys.argv[1])
