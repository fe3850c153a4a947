"""What ``scanimage`` is told of scanners: the system's own words, without any network in them.

``SANE_CONFIG_DIR`` is read before the system's folder; it holds no name of anybody.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

SYSTEM = Path("/etc/sane.d")
BY_NETWORK = frozenset({"net", "escl", "airscan", "dell1600n_net"})
NO_SCANNER = frozenset({"test", "v4l", "gphoto2", "pnm", "qcam", "dc210", "dc240", "dc25"})
"""A trial of SANE's, and cameras: a webcam would be asked for a picture."""
_NETWORK_LINE = re.compile(
    r"^\s*(net|tcp|udp|http|https|bjnp|mfnp|autodiscovery|auto_detection|snmp)\b", re.IGNORECASE
)
OWN = {"pixma.conf": "networking=no\n"}
"""What turns off the network of a kind of scanner that looks for it by itself."""


def without_network(texts: Mapping[str, str], only: Iterable[str] = ()) -> dict[str, str]:
    """Return the files that tell of scanners, by name, without network.

    Args:
        texts: the system's: ``dll.conf`` and those of ``dll.d`` (by ``dll.d/name``) name the kinds.
        only: these kinds and no other, for trials.
    """
    named = [
        line.split("#")[0].strip()
        for name, text in sorted(texts.items())
        if name == "dll.conf" or name.startswith("dll.d/")
        for line in text.splitlines()
    ]
    kinds = [one for one in dict.fromkeys(named) if one and one not in BY_NETWORK | NO_SCANNER]
    found = {"dll.conf": "".join(f"{one}\n" for one in (list(only) or kinds))}
    for name, text in texts.items():
        if name != "dll.conf" and "/" not in name and name.removesuffix(".conf") not in BY_NETWORK:
            kept = [line for line in text.splitlines() if not _NETWORK_LINE.match(line)]
            found[name] = "".join(f"{line}\n" for line in kept) + OWN.get(name, "")
    return {**{name: text for name, text in OWN.items() if name not in found}, **found}


def of_system(folder: Path = SYSTEM) -> dict[str, str]:
    """Return what the system tells of scanners; nothing where it has none."""
    paths = [*folder.glob("*.conf"), *(folder / "dll.d").glob("*")]
    return {
        str(path.relative_to(folder)): path.read_text("utf-8", errors="replace")
        for path in paths
        if path.is_file()
    }
