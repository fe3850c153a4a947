"""Makes the files of the kit: ``python unpack.py FOLDER [CASE...]`` (README.md beside this file).

Python 3.9 or later, and nothing else: 30 lines, easily written again in another language.
"""

import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def content(pieces: list, made: dict) -> bytes:
    """Join the pieces of a file: hexadecimal text; so many zeros; [file, place, size].

    A file that is not in ``bases`` is made of pieces too: ``made`` says which.
    """
    out = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(bytes.fromhex(piece))
        elif isinstance(piece, int):
            out.append(bytes(piece))
        else:
            name, place, size = piece
            if isinstance(made.get(name), list):
                made[name] = content(made[name], made)
            whole = made.get(name) or (HERE / "bases" / name).read_bytes()
            out.append(whole[place : place + size])
    return b"".join(out)


def make(case: dict, made: dict, folder: Path) -> None:
    """Make every file of one case in a new folder."""
    folder.mkdir(parents=True)
    for name, what in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(what, list):
            path.write_bytes(content(what, made))
        elif "link" in what:
            path.symlink_to(what["link"])
        elif "tube" in what:
            os.mkfifo(path)
        else:
            path.mkdir()


def main(folder: Path, wanted: list) -> None:
    """Make them all, or those that are named."""
    kit = json.loads((HERE / "kit.json").read_text("utf-8"))
    for case in kit["cases"]:
        if not wanted or case["name"] in wanted:
            make(case, kit["made"], folder / case["name"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
