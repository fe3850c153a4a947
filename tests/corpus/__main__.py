"""``./start corpus [WORD…] [--folder F] [--options] [--no-pypdf]``: the table of every form.

The folder holds ``french`` and ``world``; with words, only files whose name has one of them.
``--options`` adds a round for each option of each choice (longer). ``--hostile`` prints instead how
each file of the folder ``hostile`` is answered. ``boxes`` as first word: how many places to write
are found on flat pages (``./start corpus boxes --help``); ``sabotages``: which kinds of it the
proof notices in finished files; ``alarms``: what it tells of files in which nothing is wrong.
"""

import argparse
import logging
import sys
import time
from pathlib import Path

from tests.corpus import alarms, hostile, labels, sabotage_table
from tests.corpus.boxes import table as boxes
from tests.corpus.table import HEAD, Sums, fill_and_judge, print_sums

CORPUS = Path(__file__).parents[3] / "shared" / "forms-corpus"
FOLDERS = ("french", "world")


def main() -> int:
    """Fill and judge every form; the exit status says whether anything was wrong in ours."""
    if sys.argv[1:2] == ["labels"]:
        return labels.main(sys.argv[2:], CORPUS)
    if sys.argv[1:2] == ["boxes"]:
        return boxes.main(sys.argv[2:], CORPUS)
    parser = argparse.ArgumentParser(prog="./start corpus", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--folder", type=Path, default=CORPUS)
    parser.add_argument("--options", action="store_true")
    parser.add_argument("--no-pypdf", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_intermixed_args()
    if options.hostile:
        return int(not hostile.print_table(options.folder))
    logging.disable(logging.WARNING)  # what pypdf says of each font
    if not (options.folder / FOLDERS[0]).is_dir():
        parser.error(f"no forms in {options.folder}: give their folder with --folder")
    if options.words[:1] == ["alarms"]:
        return int(not alarms.print_table(options.folder, options.words[1:]))
    if options.words[:1] == ["sabotages"]:
        words = options.words[1:]
        sound = sabotage_table.print_table(paths(options.folder, words), every=bool(words))
        return int(not sound)
    began, sums = time.monotonic(), Sums()
    print(HEAD)
    for path in paths(options.folder, options.words):
        fill_and_judge(path, sums, options=options.options, pypdf=not options.no_pypdf)
    print_sums(sums)
    print(f"{time.monotonic() - began:.0f} s in all")
    return int(sums.is_wrong)


def paths(folder: Path, words: list[str]) -> list[Path]:
    """The PDFs of the corpus, those with one of the words when there are some."""
    found = [path for name in FOLDERS for path in sorted((folder / name).glob("*.pdf"))]
    return [path for path in found if not words or any(word in path.name for word in words)]


if __name__ == "__main__":
    raise SystemExit(main())
