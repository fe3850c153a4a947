"""``papier-libre``: a command runs the command line; no argument opens the window."""

import sys


def main() -> int:
    """Run the program with the arguments it was given; return its exit status."""
    from desktop_app.cli.main import run
    from desktop_app.wiring import RealTools

    return run(sys.argv[1:], RealTools)


if __name__ == "__main__":
    sys.exit(main())
