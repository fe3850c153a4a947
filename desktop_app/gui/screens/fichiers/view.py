"""The page of files that is asked for: places first, then a folder."""

from desktop_app.gui.context import Context
from desktop_app.gui.screens.fichiers.folder import FolderScreen
from desktop_app.gui.screens.fichiers.places import PlacesScreen
from desktop_app.gui.screens.fichiers.saving import SaveScreen
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to


def files_page(context: Context, asked: to.Choosing) -> Page:
    """Build the page of a folder, or of places where none is looked into yet."""
    if not asked.folder:
        return PlacesScreen(context, asked)
    if isinstance(asked, to.SaveFile):
        return SaveScreen(context, asked)
    return FolderScreen(context, asked)
