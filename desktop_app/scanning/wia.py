"""Asks a scanner on USB for one page on Windows, where WIA speaks to scanners. Not tried yet.

PowerShell, a program of Windows, is a child that asks it: WIA is reached by COM, for which we load
no library. First it lists scanners; those of the network are left out here, by their port; then it
is asked for a page of the one that is left. No filter closes that child, as Linux has (see
``closing.py``): that no scanner of the network is asked rests on the port.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

from desktop_app.scanning.usb import (
    BEAT,
    DOTS,
    LONGEST,
    ScannerAbsent,
    ScannerFailed,
)

PROGRAM = "powershell.exe"
ASKED = "PAPIER_LIBRE_SCANNER"
"""Names the scanner to the child, whose words are then the same for all."""
NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, of winbase.h
KEPT = ("PATH", "SystemRoot", "WINDIR", "TEMP", "TMP", "PATHEXT", "COMSPEC")
# Numbers of WIA: https://learn.microsoft.com/windows/win32/wia/-wia-wiaitempropscanneritem
# 1 is a scanner; 6146 the intent (2: greys), 6147 and 6148 the dots an inch, across and down.
LIST = """
$ErrorActionPreference = 'Stop'
foreach ($one in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
  if ($one.Type -eq 1) { "$($one.Properties.Item('Port').Value)`t$($one.DeviceID)" }
}
"""
SCAN = """
$ErrorActionPreference = 'Stop'
$infos = (New-Object -ComObject WIA.DeviceManager).DeviceInfos
foreach ($one in $infos) { if ($one.DeviceID -eq $env:{asked}) { $device = $one.Connect() } }
$page = $device.Items.Item(1)
foreach ($set in @((6146, 2), (6147, {dots}), (6148, {dots}))) {
  try { $page.Properties.Item([string]$set[0]).Value = $set[1] } catch { }
}
$png = '{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}'
$image = $page.Transfer($png)
if ($image.FormatID -ne $png) {
  $change = New-Object -ComObject WIA.ImageProcess
  $change.Filters.Add($change.FilterInfos.Item('Convert').FilterID)
  $change.Filters.Item(1).Properties.Item('FormatID').Value = $png
  $image = $change.Apply($image)
}
$bytes = $image.FileData.BinaryData
[Console]::OpenStandardOutput().Write($bytes, 0, $bytes.Length)
""".replace("{asked}", ASKED).replace("{dots}", str(DOTS))
Waiting = Callable[[], object]


def can_scan() -> bool:
    """Whether scanning can be offered here."""
    return sys.platform == "win32"


def scan(waiting: Waiting) -> bytes:
    """Return one page as a PNG.

    Raises:
        ScannerAbsent, ScannerFailed.
    """
    if not can_scan():
        raise ScannerAbsent
    device = on_usb(_run(LIST, "", waiting).decode("utf-8", "replace"))
    if not device:
        raise ScannerAbsent
    found = _run(SCAN, device, waiting)
    if not found.startswith(b"\x89PNG"):
        raise ScannerFailed
    return found


def on_usb(listed: str) -> str:
    """Return the first scanner whose port is USB's, of lines "port, tab, name"; "" without one.

    A scanner of the network has another kind of port ("WSD-…", an address).
    """
    rows = (line.split("\t", 1) for line in listed.splitlines())
    found = (row[1].strip() for row in rows if len(row) == 2 and "usbscan" in row[0].casefold())
    return next(found, "")


def _run(script: str, device: str, waiting: Waiting) -> bytes:
    """Have PowerShell do this; return what it gives."""
    end = time.monotonic() + LONGEST
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    program = shutil.which(PROGRAM)
    if program is None:
        raise ScannerAbsent
    process = subprocess.Popen(  # noqa: S603 (a program of Windows, words of ours)
        [program, "-NoProfile", "-NonInteractive", "-Command", script],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**kept, ASKED: device},
        creationflags=NO_WINDOW,
    )
    try:
        while time.monotonic() < end:
            waiting()
            try:
                given, _ = process.communicate(timeout=BEAT)
            except subprocess.TimeoutExpired:
                continue
            if process.returncode != 0:
                raise ScannerFailed
            return given
        raise ScannerFailed
    finally:
        process.kill()
        process.wait()
