"""Our packs and our law, read once for every test that only reads them."""

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.datafiles import data_root

FORMS = data_root("forms")
CATALOGUE, LAW = FolderCatalogue(FORMS), FolderLaw()
LETTERS = tuple(sorted(item.id for item in CATALOGUE.search(kind="letter")))
"""The ids of our letters."""
