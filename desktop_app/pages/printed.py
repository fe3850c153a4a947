"""What is said around a paper, as it is printed: the ``SheetMaker`` of ``workflow/ports.py``."""

from desktop_app.pages.copying import copy_sheet
from desktop_app.pages.kit import kit

__all__ = ["copy_sheet", "kit"]
