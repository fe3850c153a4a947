"""Any PDF opened: read in the child, and looked for among all packs; among 26 forms, then more."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.frame import Row, in_turn

AMONG = 300


def rows() -> Iterator[Row]:
    from desktop_app.catalogue.catalogue import FolderCatalogue
    from desktop_app.datafiles import data_root
    from desktop_app.wiring import RealTools
    from desktop_app.workflow.documents.generic import open_pdf
    from tests.bench.large import many_packs
    from tests.helpers.unknown import flat_form

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tools, data = RealTools(), flat_form()
    with tempfile.TemporaryDirectory() as folder:
        many_packs(Path(folder) / "forms")

        def opened(root: object) -> None:
            """As the first PDF of a session: nothing of the packs is known yet."""
            open_pdf(tools.forms, FolderCatalogue(root), data, "un.pdf")  # type: ignore[arg-type]

        ours, more = (data_root("forms"), Path(folder) / "forms")
        many, few, read = in_turn(
            [lambda: opened(more), lambda: opened(ours), lambda: tools.forms.read(data, "")]
        )
    yield Row("a PDF that no pack knows, opened", few, read, "read in the child alone")
    yield Row(f"the same among {AMONG} packs", many, few, "among ours", 1.5)
