"""`./start faults [FAMILY…]`: breaks the disk under each gesture, and adds up what it finds.

    ./start faults                          every family, ten minutes in all
    ./start faults calls twice --for 3600   some of them, for so many seconds
    ./start faults calls --on exFAT         on another file system: tmpfs (as is), ext4, FAT, exFAT,
                                            NTFS
    ./start faults sabotages                weaker programs, which the machine must see
    ./start faults slice                    what `./start test` runs
    ./start faults page                     writes the page of figures, of what was counted so far

A family goes on where it ended: the same commit and the same `--seed`. Counts are kept in `--counts
FILE` (outside the repository, unless that is asked for).
"""

import argparse
import sys
from pathlib import Path

from tests.faults import refusing
from tests.helpers import light_keys

FAMILIES = ("calls", "twice", "memory", "room", "flips", "pages", "power", "fuzz")


def main() -> int:
    light_keys.install()  # before the first module that reads the floor
    from tests.faults import counts, families, page, part

    options = _options(counts.default_file())
    print(f"commit {counts.commit()}, seed {options.seed}, counts in {options.counts}", flush=True)
    harms = 0
    wanted = options.family or [*FAMILIES, "sabotages"]
    for family in wanted:
        print(f"{family}:", flush=True)
        if family == "page":
            page.write(counts.read(options.counts))
        elif family == "slice":
            harms += part.run(options.seed)
        elif family == "sabotages":
            made = families.all_caught(options.seed, options.counts)
            harms += sum(count.caught == 0 for count in made)
        else:
            seconds = options.seconds / len(wanted)
            count = families.run_on(family, options.on, options.seed, seconds, options.counts)
            print(page.line(count), flush=True)
            harms += sum(count.harms.values())
    return 1 if harms else 0


def _options(file: Path) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./start faults", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("family", nargs="*", choices=[*FAMILIES, "sabotages", "slice", "page", []])
    parser.add_argument("--for", dest="seconds", type=float, default=600, metavar="SECONDS")
    parser.add_argument("--on", default="tmpfs", choices=("tmpfs", "ext4", "FAT", "exFAT", "NTFS"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--counts", type=Path, default=file)
    return parser.parse_args()


if __name__ == "__main__":
    try:
        refusing.load_or_become(["-m", "tests.faults", *sys.argv[1:]])
    except refusing.Unavailable as lacking:
        print(f"skipped: needs {lacking}")
        sys.exit(0)
    refusing.forget_made()
    sys.exit(main())
