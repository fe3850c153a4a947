"""The one door to forms/, translations/ and resources/, installed or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

Kind = Literal["forms", "translations", "resources"]


def data_root(kind: Kind) -> Traversable:
    """Return the folder of 'forms', 'translations' or 'resources'.

    Read it with ``read_bytes()`` and ``read_text("utf-8")``: it need not be a real path.
    """
    package = files("desktop_app")
    installed = package / "_data" / kind
    return installed if installed.is_dir() else package / ".." / kind
