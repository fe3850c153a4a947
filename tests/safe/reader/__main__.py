"""``python -m tests.safe.reader PATH``: the phrase, or the words, on standard input."""

import argparse
import importlib.util
import sys
from pathlib import Path

from tests.safe.reader import reading, secret


def french_words() -> list[str]:
    """The French list of BIP-39, of the package ``mnemonic``."""
    found = importlib.util.find_spec("mnemonic")
    if found is None or found.origin is None:
        return []
    path = Path(found.origin).parent / "wordlist" / "french.txt"
    return path.read_text("utf-8").split()


def main() -> int:
    """Print the code, and what is said beside it."""
    parser = argparse.ArgumentParser(prog="reader")
    parser.add_argument("path", type=Path)
    parser.add_argument("--backup", action="store_true", help="a zip, or a folder of backups/")
    options = parser.parse_args()
    line = sys.stdin.readline().rstrip("\n")
    read = reading.read_backup if options.backup else reading.read_safe
    found = read(options.path, secret.typed(line, french_words()))
    print(" ".join((found.code, *found.said)))
    return 0 if found.code == "ok" else 1


if __name__ == "__main__":
    sys.exit(main())
