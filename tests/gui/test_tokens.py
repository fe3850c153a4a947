"""The colours can be read by the people we work for: computed, theme by theme."""

import re

import pytest

from desktop_app.gui.look import tokens
from desktop_app.gui.look.sheet import style_sheet


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXTS = ("ink", "soft_ink", "accent", "error", "done")


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", ["page", "surface", "side"])
def test_texts_are_at_least_seven_to_one(theme: str, text: str, ground: str) -> None:
    if (text, ground) == ("accent", "side"):
        return  # dates stand on the page, in a card or on their own tint
    colours = tokens.THEMES[theme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 7


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("on_primary", "primary"), ("on_selection", "selection"), ("accent", "date_tint")],
)
def test_texts_on_a_colour_are_at_least_seven_to_one(theme: str, text: str, ground: str) -> None:
    colours = tokens.THEMES[theme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 7


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("line", ["edge", "ring", "primary"])
def test_edges_and_the_ring_are_at_least_three_to_one(theme: str, line: str) -> None:
    colours = tokens.THEMES[theme]
    for ground in (colours.page, colours.surface):
        assert contrast(getattr(colours, line), ground) >= 3


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_the_style_sheet_leaves_text_sizes_to_the_zoom(theme: str) -> None:
    sheet = style_sheet(tokens.THEMES[theme], 2.0)
    assert "font" not in sheet
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= {
        getattr(tokens.THEMES[theme], name) for name in tokens.THEMES[theme].names()
    }
