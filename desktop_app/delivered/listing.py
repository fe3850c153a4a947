"""``SHA256SUMS``: the list that a signature covers, as ``sha256sum`` writes and checks it."""

import hashlib
import re
from collections.abc import Mapping

from desktop_app.delivered.errors import DeliveryListWrong

_LINE = re.compile(r"([0-9a-f]{64})  ([!-~](?:[ -~]{0,253}[!-~])?)", re.ASCII)


def written(files: Mapping[str, bytes]) -> bytes:
    """Return the list of these files, by name."""
    return of_sums({name: hashlib.sha256(data).hexdigest() for name, data in files.items()})


def of_sums(sums: Mapping[str, str]) -> bytes:
    """Return the list of these sums (hexadecimal), by name."""
    return "".join(f"{found}  {name}\n" for name, found in sorted(sums.items())).encode("ascii")


def read(raw: bytes) -> dict[str, str]:
    """Return the sum of each file, by its name.

    Raises:
        DeliveryListWrong: a line is not of this form, or a name stands twice.
    """
    try:
        lines = raw.decode("ascii").splitlines()
    except UnicodeDecodeError as error:
        raise DeliveryListWrong from error
    found: dict[str, str] = {}
    for line in lines:
        read_line = _LINE.fullmatch(line)
        if not read_line or read_line[2] in found:
            raise DeliveryListWrong
        found[read_line[2]] = read_line[1]
    return found
