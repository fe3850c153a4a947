"""Scanners of Windows: which of those that it lists is asked. The rest was never tried."""

import sys

import pytest

from desktop_app.scanning.usb import ScannerAbsent
from desktop_app.scanning.wia import can_scan, on_usb, scan

NAME = r"{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}"


def test_a_scanner_of_the_network_is_never_asked() -> None:
    listed = (
        f"WSD-5b1c\t{NAME}\\0001\r\n"
        f"192.0.2.7\t{NAME}\\0002\r\n"
        f"\\\\.\\Usbscan0\t{NAME}\\0003\r\n"
        f"\\\\.\\Usbscan1\t{NAME}\\0004\r\n"
    )
    assert on_usb(listed) == rf"{NAME}\0003"


@pytest.mark.parametrize("listed", ["", "\r\n", "Usbscan0", "WSD-1\tusbscan"])
def test_none_on_usb_is_none(listed: str) -> None:
    assert on_usb(listed) == ""


def test_elsewhere_than_on_windows_nothing_is_started() -> None:
    if sys.platform == "win32":
        pytest.skip("this is Windows")
    assert not can_scan()
    with pytest.raises(ScannerAbsent):
        scan(lambda: None)
