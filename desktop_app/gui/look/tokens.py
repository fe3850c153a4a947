"""The only place where a colour, a size or a space is written. No Qt here: tests read it alone.

Sizes are ratios to the base text size, so that zoom is one number. Contrast is tested
(``tests/gui/test_tokens.py``): text 7:1 on its surface, edges and ring 3:1.
"""

from dataclasses import fields

from desktop_app.core.record import record


@record(frozen=True)
class Colours:
    """A theme. ``on_primary`` is the text on the one main action."""

    page: str
    surface: str
    ink: str
    soft_ink: str
    edge: str
    primary: str
    on_primary: str
    accent: str
    error: str
    done: str
    ring: str
    selection: str
    on_selection: str
    side: str
    line: str
    tint: str
    date_tint: str
    date_edge: str

    def names(self) -> tuple[str, ...]:
        return tuple(f.name for f in fields(self))


THEMES: dict[str, Colours] = {
    "clair": Colours(
        page="#F7F4EE",
        surface="#FFFFFF",
        ink="#1C1B1A",
        soft_ink="#45413C",
        edge="#7A746B",
        primary="#0E4A5C",
        on_primary="#FFFFFF",
        accent="#7A3E00",
        error="#8F1414",
        done="#14532D",
        ring="#0B57D0",
        selection="#0E4A5C",
        on_selection="#FFFFFF",
        side="#EFEAE0",
        line="#D8D2C6",
        tint="#E3EEF1",
        date_tint="#FBEFDD",
        date_edge="#B98A4E",
    ),
    "sombre": Colours(
        page="#161719",
        surface="#202225",
        ink="#F3EFE7",
        soft_ink="#CFC9BF",
        edge="#8F897F",
        primary="#9FD6E6",
        on_primary="#0B1A1F",
        accent="#FFC58A",
        error="#FFB4AB",
        done="#A6E3B8",
        ring="#FFD54A",
        selection="#9FD6E6",
        on_selection="#0B1A1F",
        side="#1B1D20",
        line="#3A3D42",
        tint="#24343A",
        date_tint="#33261A",
        date_edge="#B98A4E",
    ),
    "contraste": Colours(
        page="#000000",
        surface="#000000",
        ink="#FFE600",
        soft_ink="#FFE600",
        edge="#FFE600",
        primary="#FFE600",
        on_primary="#000000",
        accent="#FFFFFF",
        error="#FFFFFF",
        done="#FFFFFF",
        ring="#FFFFFF",
        selection="#FFE600",
        on_selection="#000000",
        side="#000000",
        line="#FFE600",
        tint="#000000",
        date_tint="#000000",
        date_edge="#FFFFFF",
    ),
}
SYSTEM_THEME = "systeme"  # sets no colour and no font at all
THEME_NAMES = ("clair", "sombre", "contraste", SYSTEM_THEME)

BASE_POINTS = 14.0
RATIOS: dict[str, float] = {
    "body": 1.0,
    "hint": 1.0,
    "button": 15 / 14,
    "subheading": 18 / 14,
    "label": 1.0,
    "heading": 22 / 14,
    "date": 22 / 14,
    "small": 1.0,
    "bar": 1.0,
}
BOLD = frozenset({"heading", "label", "subheading", "date"})

LARGER_ZOOM = 2.0
"""Up to which zoom titles grow by ratio: beyond, they would hide what they are the title of."""
BAR_ZOOM = 2.0
"""What the bar grows to at most: beyond, it would take the page's room on a small screen."""
ZOOM_STEPS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)

SPACE = 8  # pixels at 100 %, scaled with the text
TARGET = 44  # height and width of whatever can be pressed
CORNER = 6
EDGE = 2
RING_WIDTH = 3
RING_GAP = 2
LINE_HEIGHT = 1.45
MEASURE = 66  # characters in a line of text
COLUMN = 64
"""Letters of the text in the width of a page's column: whatever stands in it ends there at most."""
