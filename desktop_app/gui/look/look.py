"""Applies a theme and a zoom to the whole program, and tells widgets when they change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.datafiles import font_folders
from desktop_app.gui.look import tokens
from desktop_app.gui.look.sheet import sizes_only, style_sheet

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")


class Look(QObject):
    """The one look of the program: built by ``app.py`` and passed to whatever draws.

    ``changed`` is emitted after a new theme or zoom has been applied.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        theme: str = "clair",
        zoom: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self.theme = theme if theme in tokens.THEME_NAMES else "clair"
        self.zoom = zoom
        self._letters: dict[tuple[float, bool], int] = {}
        for folder in font_folders():
            for file in folder.glob("*.ttf"):
                if "Italic" in file.name:  # nothing is in italics: they are hard to read
                    continue
                QFontDatabase.addApplicationFont(str(file))
        self._apply()

    @property
    def colours(self) -> tokens.Colours | None:
        """The colours of the theme; None when the system's own are kept."""
        return tokens.THEMES.get(self.theme)

    def set_theme(self, theme: str) -> None:
        self.theme = theme if theme in tokens.THEME_NAMES else self.theme
        self._apply()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = min(max(zoom, tokens.ZOOM_STEPS[0]), tokens.ZOOM_STEPS[-1])
        self._apply()

    def zoom_in(self) -> None:
        self.set_zoom(next((z for z in tokens.ZOOM_STEPS if z > self.zoom), self.zoom))

    def zoom_out(self) -> None:
        self.set_zoom(next((z for z in reversed(tokens.ZOOM_STEPS) if z < self.zoom), self.zoom))

    def space(self, steps: float = 1) -> int:
        """Return ``steps`` times the unit of space, in pixels at the present zoom."""
        return round(tokens.SPACE * steps * self.zoom)

    def side(self, steps: float = 1) -> int:
        """Return a space beside words: it grows up to twice, for beyond the room is for words."""
        return min(self.space(steps), round(2 * tokens.SPACE * steps))

    def in_bar(self, pixels: float) -> int:
        """Return so many pixels of 100 % in the bar, which grows up to ``tokens.BAR_ZOOM``."""
        return round(pixels * min(self.zoom, tokens.BAR_ZOOM))

    def target(self) -> int:
        """Return the least height of what can be pressed, in pixels at the present zoom."""
        return round(tokens.TARGET * self.zoom)

    def font(self, role: str = "body") -> QFont:
        """Return the font of a role of ``tokens.RATIOS`` at the present zoom."""
        font = QFont(self._system_font)
        base = font.pointSizeF()
        if self.colours is not None:
            font.setFamilies(list(FAMILIES))
            base = tokens.BASE_POINTS
        zoom = min(self.zoom, tokens.BAR_ZOOM) if role == "bar" else self.zoom
        # What is larger than the text is so by as much as at twice: a title leaves room.
        larger = (tokens.RATIOS[role] - 1) * min(zoom, tokens.LARGER_ZOOM)
        font.setPointSizeF(base * (zoom + larger))
        font.setBold(role in tokens.BOLD)
        return font

    def letter(self, font: QFont) -> int:
        """Return how wide a letter is on average in a font of ours: the unit of a line's length."""
        # Many widgets ask, and to measure is slow.
        asked = font.pointSizeF(), font.bold()
        if asked not in self._letters:
            self._letters[asked] = QFontMetrics(font).averageCharWidth()
        return self._letters[asked]

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its token, or the system's nearest one."""
        if self.colours is not None:
            return QColor(getattr(self.colours, name))
        role = QPalette.ColorRole
        nearest = {"ring": role.Highlight, "surface": role.Base}.get(name, role.WindowText)
        return self._app.palette().color(nearest)

    def tint(self) -> QColor | None:
        """Return what fills the body of a drawing; none in the system's colours."""
        return None if self.colours is None else QColor(self.colours.tint)

    def on_paper(self, name: str) -> QColor:
        """Return a colour for the picture of a page, which is white in every theme."""
        return QColor(getattr(tokens.THEMES["clair"], name))

    def _apply(self) -> None:
        self._letters.clear()
        self._app.setFont(self.font())
        colours = self.colours
        self._app.setPalette(QPalette() if colours is None else _palette(colours))
        sheet = sizes_only(self.zoom) if colours is None else style_sheet(colours, self.zoom)
        self._app.setStyleSheet(sheet)
        self.changed.emit()


def _palette(c: tokens.Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in {
        role.Window: c.page,
        role.WindowText: c.ink,
        role.Base: c.surface,
        role.AlternateBase: c.page,
        role.Text: c.ink,
        role.PlaceholderText: c.soft_ink,
        role.Button: c.surface,
        role.ButtonText: c.ink,
        role.ToolTipBase: c.surface,
        role.ToolTipText: c.ink,
        role.Highlight: c.selection,
        role.HighlightedText: c.on_selection,
        role.Link: c.primary,
        role.LinkVisited: c.primary,
    }.items():
        palette.setColor(where, QColor(colour))
    # Disabled text still informs: it is soft, never faint.
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(c.soft_ink))
    return palette
