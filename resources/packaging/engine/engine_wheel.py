"""The wheel of the engine: the same bytes for the same contents, whenever and wherever made."""

import base64
import hashlib
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Wheel:
    """What a wheel holds: files by their name inside, licences by the name of what they are of."""

    name: str
    version: str
    tag: str
    files: Mapping[str, bytes]
    licences: Mapping[str, bytes]

    def write(self, folder: Path, at: int) -> Path:
        """Write it in a folder, each file of the time ``at`` (Unix)."""
        whole = self._whole()
        wheel = folder / f"{self.name}-{self.version}-{self.tag}.whl"
        moment = time.gmtime(at)[:6]
        with zipfile.ZipFile(wheel, "w") as archive:  # stored: zlib's bytes are its version's
            for path in sorted(whole):
                entry = zipfile.ZipInfo(path, moment)
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                archive.writestr(entry, whole[path])
        return wheel

    def _whole(self) -> dict[str, bytes]:
        inside = f"{self.name}-{self.version}.dist-info"
        kind = "Wheel-Version: 1.0\nGenerator: papier-libre\nRoot-Is-Purelib: false\n"
        kind += f"Tag: {self.tag}\n"
        about = f"Metadata-Version: 2.1\nName: {self.name}\nVersion: {self.version}\n"
        texts = {"WHEEL": kind, "METADATA": about}
        whole = {
            **self.files,
            **{f"{inside}/{name}": text.encode() for name, text in texts.items()},
            **{f"{inside}/licenses/{name}.txt": text for name, text in self.licences.items()},
        }
        rows = [
            f"{path},sha256={_digest(data)},{len(data)}" for path, data in sorted(whole.items())
        ]
        record = f"{inside}/RECORD"
        return {**whole, record: "".join(f"{row}\n" for row in [*rows, f"{record},,"]).encode()}


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
