"""Chiffres de l'année: counted in the worker, saved for a spreadsheet, printed."""

from desktop_app import i18n
from desktop_app.core.office import OnlyResponsable
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SHEET, SheetOut
from desktop_app.pages import destinations as to
from desktop_app.pages import office_figures as value
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import Answers, Chosen, Gesture, Page
from desktop_app.sentences import figure_words
from desktop_app.workflow.office import figures
from desktop_app.workflow.office.figures import Period, YearsFigures
from desktop_app.workflow.store import Safe


class FiguresScreen(PageView):
    """What it says is in ``pages/office_figures.py``."""

    def __init__(self, context: Context, asked: to.OfficeFigures) -> None:
        super().__init__(context, value.heading())
        self._asked, self._told = asked, dict[str, YearsFigures]()
        safe = context.session.safe
        if safe is None:
            self.fill(value.without_safe())
            return
        self._safe = safe
        self.refresh()

    def refresh(self) -> None:
        """Count in the worker, and show it."""
        safe = self._safe
        self.run(lambda: self._read(safe), self._show)

    def _read(self, safe: Safe) -> Page:
        tools = self.context.tools
        try:
            figures.expect_responsable(safe)
        except OnlyResponsable:
            return value.not_for_all()
        sets = figures.sets(safe, tools)
        found = next((one for one in sets if one.id == self._asked.named), sets[0])
        self._told["now"] = figures.count(safe, tools, found, self._period())
        return value.page(self._told["now"], sets, own=bool(safe.figures.own_set()))

    def _period(self) -> Period:
        asked, today = self._asked, self.context.tools.clock.today()
        if asked.first:
            return Period(asked.first, asked.last)
        return figures.year_of(asked.year or figures.default_year(today))

    def _show(self, page: Page) -> None:
        self.show_page(page)
        if "now" not in self._told:
            return
        self._out = SheetOut(self.context, self, self.progress)

    def perform(self, gesture: Gesture) -> None:
        """Save or print the tables, count another period, or by another definition."""
        match gesture:
            case value.SaveTable():
                told = self._told["now"]
                self._out.save(
                    "chiffres.csv",
                    lambda: figure_words.file(told),
                    i18n.text("Le fichier est enregistré : un tableur l’ouvre."),
                )
            case PrintSheet():
                told, tools = self._told["now"], self.context.tools
                today = tools.clock.today()
                self._out.print(lambda: tools.letters.sheet(value.printed(told), today))
            case value.SaveDefinition():
                safe, tools, found = self._safe, self.context.tools, self._told["now"].found
                self._out.save(
                    "chiffres.toml",
                    lambda: figures.written(safe, tools, found),
                    i18n.text("Le fichier est enregistré : un éditeur de texte l’ouvre."),
                )
            case Chosen(ask) if ask == SHEET:
                self._out.take(gesture)
            case _:
                self._change(gesture)

    def _change(self, gesture: Gesture) -> None:
        safe, tools = self._safe, self.context.tools
        match gesture:
            case Answers(_, values):
                if (period := value.period_of(dict(values))) is not None:
                    self._go(to.OfficeFigures(first=period.first, last=period.last))
            case Chosen(_, path):
                words = i18n.text("Les chiffres se comptent comme ce fichier le dit.")
                self.gesture(
                    words,
                    lambda: figures.keep_own_set(safe, tools, read_file(path)),
                    lambda found: self._go(to.OfficeFigures(named=found.id)),
                )
            case value.ForgetOwnSet():
                words = i18n.text("Les chiffres se comptent comme le programme le dit.")
                self.gesture(
                    words,
                    lambda: safe.figures.keep_own_set(""),
                    lambda _: self._go(to.OfficeFigures()),
                )

    def _go(self, place: to.OfficeFigures) -> None:
        self._asked = place
        self.refresh()
