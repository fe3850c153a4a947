"""``papier-libre``: a command runs the command line; no argument opens the window."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.wiring import RealTools


def main() -> int:
    """Run the program with the arguments it was given; return its exit status."""
    from desktop_app.cli.main import run

    return run(sys.argv[1:], real_tools)


def real_tools() -> "RealTools":
    """Build the tools: called only once a command is understood, so that --version costs little."""
    from desktop_app.wiring import RealTools

    return RealTools()


if __name__ == "__main__":
    sys.exit(main())
