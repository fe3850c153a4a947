"""The settings: readable, typed, never in the way, and nothing written on a public terminal."""

from pathlib import Path
from types import MappingProxyType

import pytest

from desktop_app.core.offset import Offset
from desktop_app.settings import ASIDE, FILE, Settings, SettingsFile


def test_without_a_file_the_defaults_hold_and_nothing_is_written(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / FILE).now == Settings()
    assert list(tmp_path.iterdir()) == []


def test_what_is_chosen_is_found_again(tmp_path: Path) -> None:
    chosen = {
        "theme": "contraste",
        "zoom": 2.0,
        "language": "en",
        "expert": True,
        "offsets": MappingProxyType({'HP « salon » "2"': Offset(-1.5, 0.5, 98.5)}),
        "window_offsets": MappingProxyType({"Bureau": Offset(0.0, 4.0)}),
    }
    first = SettingsFile(tmp_path / "deep" / FILE)
    first.change(**chosen)
    first.save()
    again = SettingsFile(tmp_path / "deep" / FILE)
    assert again.now == Settings(**chosen)
    assert again.notices == ()


def test_on_a_public_terminal_a_choice_holds_and_is_not_kept() -> None:
    settings = SettingsFile(None)
    settings.change(zoom=2.0)
    settings.save()
    assert settings.now.zoom == 2.0


def test_keys_of_a_later_version_are_kept_and_told(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text('zoom = 1.5\nvoice = "lente"\n[later]\nlist = [1, 2]\nday = 2026-11-24\n')
    settings = SettingsFile(file)
    assert settings.now.zoom == 1.5
    assert [(n.code, n.parameters["n"]) for n in settings.notices] == [("settings-ignored", 2)]
    settings.change(zoom=2.0)
    settings.save()
    text = file.read_text("utf-8")
    assert 'voice = "lente"' in text
    assert "[later]\nlist = [1, 2]\nday = 2026-11-24" in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("zoom = 90", Settings(zoom=4.0), id="too large: the largest"),
        pytest.param('zoom = "grand"\ntheme = "sombre"', Settings(theme="sombre"), id="not a size"),
        pytest.param("zoom = nan", Settings(), id="not a number"),
        pytest.param("expert = 1", Settings(), id="not yes or no"),
        pytest.param("[offsets]\nHP = 3", Settings(), id="not an offset"),
        pytest.param(
            "[offsets.HP]\nruler_mm = 3",
            Settings(offsets=MappingProxyType({"HP": Offset(0.0, 0.0, 90.0)})),
            id="no printer shrinks so",
        ),
        pytest.param(
            "[window_offsets.HP]\ndx_mm = 18",
            Settings(window_offsets=MappingProxyType({"HP": Offset(15.0, 0.0)})),
            id="outside of the window's part of the sheet: as far as it goes",
        ),
    ],
)
def test_a_value_of_no_use_leaves_its_default(tmp_path: Path, text: str, kept: Settings) -> None:
    (tmp_path / FILE).write_text(text)
    assert SettingsFile(tmp_path / FILE).now == kept


@pytest.mark.parametrize("raw", [b"zoom = ", b"\xff\xfe", b"\x00" * 400_000], ids=lambda r: r[:4])
def test_a_damaged_file_is_told_and_put_aside_at_the_first_change(
    tmp_path: Path, raw: bytes
) -> None:
    (tmp_path / FILE).write_bytes(raw)
    settings = SettingsFile(tmp_path / FILE)
    assert settings.now == Settings()
    assert [notice.code for notice in settings.notices] == ["settings-damaged"]
    settings.change(theme="sombre")
    settings.save()
    assert (tmp_path / ASIDE).read_bytes() == raw
    assert SettingsFile(tmp_path / FILE).now.theme == "sombre"
