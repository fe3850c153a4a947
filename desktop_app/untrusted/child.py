"""The child process: one foreign document, its questions, its answers, then death.

Started by ``worker.py`` as a plain script in isolated mode, so that it works from a checkout and
from an installed wheel alike. Order matters: keep the memory private; import everything; read
the document; close the sandbox; only then parse.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main(role: str, *, serves: bool) -> None:
    """Answer the parent until it closes the pipe; or fork, as often as it asks, a child that does.

    Args:
        serves: as ``fork_server.py`` says.
    """
    if not serves:
        answers = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)  # what a library prints must never look like an answer
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)
    from desktop_app.hardening import keep_memory_private

    keep_memory_private()
    from desktop_app.untrusted import conversation

    hold = conversation.prepare(role)
    if not serves:
        hold(sys.stdin.buffer, answers)
        return
    from desktop_app.untrusted.fork_server import ForkServer

    ForkServer(hold).serve()


if __name__ == "__main__":
    main(sys.argv[1], serves=len(sys.argv) > 2)
