"""Write ``kit.json`` and what its cases need beside the bases."""

import json
from collections.abc import Mapping
from typing import Any

from tests.safe.kit.bases import BASES, KIT, MOMENTS, base
from tests.safe.kit.case import STATUS, Case, Special
from tests.safe.kit.families import every_case
from tests.safe.kit.pieces import NEW, Pieces


def written(cases: list[Case]) -> tuple[str, bytes]:
    """The text of ``kit.json``, a line for each case, and the bytes of the file of pieces."""
    pieces = Pieces(BASES)
    for sample in ("v1/safe.db", "v1/keys", "v1.zip"):  # kept beside the kit
        pieces.know(f"../../{sample}", (KIT.parent / sample).read_bytes())
    made = {}
    for moment in MOMENTS[1:]:
        for file, data in (("safe.db", base(moment).db), ("parity", base(moment).parity)):
            made[f"{moment}/{file}"] = pieces.of(data)
            pieces.know(f"{moment}/{file}", data)
    told = [_told(case, pieces) for case in cases]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in told)
    text = f'{{"format": 1,\n"made": {json.dumps(made)},\n"cases": [\n{lines}\n]}}\n'
    return text, bytes(pieces.more)


def _told(case: Case, pieces: Pieces) -> dict[str, Any]:
    told: dict[str, Any] = {"name": case.name, "why": case.why, "at": case.at or "."}
    if case.stick:
        told["stick"] = case.stick
    elif case.held is None:
        told["typed"] = case.typed
    else:
        told["held"] = {"kind": case.held[0], "secret": case.held[1].hex()}
    told |= {"code": case.code, "status": STATUS[case.code], "said": list(case.said)}
    if case.repair is not None:
        told["repair"] = case.repair
    if case.slow:
        told["slow"] = True
    return told | {"files": _files(case.files, pieces)}


def _files(files: Mapping[str, "bytes | Special"], pieces: Pieces) -> dict[str, Any]:
    return {
        name: dict(what.told) if isinstance(what, Special) else pieces.of(what)
        for name, what in files.items()
    }


def main() -> None:
    text, more = written(every_case())
    (KIT / "kit.json").write_text(text, "utf-8")
    (BASES / NEW).write_bytes(more)


if __name__ == "__main__":
    main()
