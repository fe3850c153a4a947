"""The .msi for an IT department: for all users, without a word, set by properties.

    msiexec /i papier-libre.msi /qn MODE=public PDF=1 BUREAU=1

MODE is "public", "association" or "home": it writes the one line that ``desktop_app/mode.py``
reads, in ProgramData, where no user may change it. What was chosen is kept by an upgrade that says
nothing. The rules of Windows' firewall that come with it let nothing in and nothing out.
"""

import subprocess
import sys
import uuid
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from windows_launchers import COMMANDS, WINDOW, build_icon, quad
from windows_zip import files

import desktop_app

UPGRADE = uuid.UUID("0f6d3b52-6a1c-5a0e-9a52-3f7f0a4d3c11")
"""The same for ever: by it Windows knows that one version follows another."""
KEY = r"Software\Papier libre"
FIREWALL = r"Software\Policies\Microsoft\WindowsFirewall\FirewallRules"
"""Where rules set by a computer's manager stand ([MS-GPFAS] 2.2.2); never tried on Windows."""
MODES = ("public", "association", "home")
NEWER = "Une version plus récente de Papier libre est déjà installée."
OFFERED = (
    (r"PapierLibre.pdf", None, "Formulaire ou lettre (PDF)"),
    (r"PapierLibre.pdf\shell\open", "FriendlyAppName", "Papier libre"),
    (r"PapierLibre.pdf\shell\open\command", None, f'"[PROGRAM]{WINDOW}.exe" "%1"'),
    (r".pdf\OpenWithProgids", "PapierLibre.pdf", ""),
)
"""One more line in "Ouvrir avec"; what opens a PDF by itself stays what it was."""


def description(folder: Path, modes: Path, icon: Path, version: str) -> str:
    """Return the description that wixl reads; every file of the folder is in it.

    Args:
        folder: what is installed.
        modes: holds one file of mode for each of ``MODES``, ``public.toml``.
    """
    wix = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = SubElement(
        wix,
        "Product",
        Id=_guid("product", version),
        Name="Papier libre",
        UpgradeCode=_braced(UPGRADE),
        Language="1036",
        Codepage="1252",
        Version=".".join(quad(version).split(".")[:3]),
        Manufacturer="Papier libre",
    )
    SubElement(
        product,
        "Package",
        InstallerVersion="500",
        Compressed="yes",
        InstallScope="perMachine",
        Languages="1036",
        Description="Papier libre",
        Comments="Lettres et formulaires administratifs sur papier, sans internet",
        Manufacturer="Papier libre",
    )
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    SubElement(product, "Media", Id="1", Cabinet="papier.cab", EmbedCab="yes")
    SubElement(product, "Icon", Id="icon.ico", SourceFile=str(icon))
    SubElement(product, "Property", Id="ARPPRODUCTICON", Value="icon.ico")
    SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")
    for name in ("MODE", "PDF", "BUREAU"):
        _kept(product, name)
    top = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    feature = SubElement(product, "Feature", Id="Tout", Title="Papier libre", Level="1")
    made = [*_program(top, folder), *_menu(top), *_desktop(top), *_modes(top, modes)]
    for component in made:
        SubElement(feature, "ComponentRef", Id=component)
    ElementTree.indent(wix)
    return ElementTree.tostring(wix, "unicode", xml_declaration=True)


def make(folder: Path, target: Path, work: Path) -> None:
    """Make the .msi of a folder."""
    target.unlink(missing_ok=True)
    for mode in MODES:
        (work / f"{mode}.toml").write_bytes(f'mode = "{mode}"\r\n'.encode())
    written = work / "papier-libre.wxs"
    text = description(folder, work, build_icon(work), desktop_app.__version__)
    written.write_text(text, "utf-8")
    order = ["wixl", "--arch", "x64", "--output", str(target), str(written)]
    try:
        subprocess.run(order, check=True, stdout=sys.stderr)
    except FileNotFoundError:
        sys.exit("Il manque wixl : apt-get install wixl")


def _program(top: Element, folder: Path) -> Iterable[str]:
    programs = SubElement(top, "Directory", Id="ProgramFiles64Folder")
    place = SubElement(programs, "Directory", Id="PROGRAM", Name="Papier libre")
    places = {PurePosixPath(): place}
    for file in files(folder):
        name = PurePosixPath(file.relative_to(folder))
        within = _directory(places, name.parent)
        component = _component(within, f"f{_short(name)}", f"file:{name}")
        SubElement(
            component,
            "File",
            Id=f"f{_short(name)}",
            Name=name.name,
            Source=str(file),
            KeyPath="yes",
        )
        yield component.attrib["Id"]
    yield _offer(place)
    yield _shut_in(place)


def _directory(places: dict[PurePosixPath, Element], name: PurePosixPath) -> Element:
    if name not in places:
        above = _directory(places, name.parent)
        places[name] = SubElement(above, "Directory", Id=f"d{_short(name)}", Name=name.name)
    return places[name]


def _offer(place: Element) -> str:
    component = _component(place, "pdf", "pdf", "PDF")
    for key, name, value in OFFERED:
        _registry(component, rf"Software\Classes\{key}", name, value)
    _registry(component, KEY, "PDF", "1", is_key=True)
    return "pdf"


def _shut_in(place: Element) -> str:
    """The missing layer of the child that reads foreign files: it has no network (SECURITY.md)."""
    component = _component(place, "parefeu", "firewall")
    for program in (WINDOW, COMMANDS):
        for way in ("In", "Out"):
            rule = (
                f"v2.10|Action=Block|Active=TRUE|Dir={way}|App=[PROGRAM]{program}.exe"
                f"|Name=Papier libre|Desc=Papier libre n'ouvre aucune connexion|"
            )
            _registry(component, FIREWALL, f"PapierLibre-{program}-{way}", rule)
    _registry(component, KEY, "Firewall", "1", is_key=True)
    return "parefeu"


def _menu(top: Element) -> Iterable[str]:
    menu = SubElement(top, "Directory", Id="ProgramMenuFolder")
    yield _shortcut(menu, "menu", None)


def _desktop(top: Element) -> Iterable[str]:
    desktop = SubElement(top, "Directory", Id="DesktopFolder")
    yield _shortcut(desktop, "bureau", "BUREAU")


def _shortcut(place: Element, name: str, wanted: str | None) -> str:
    component = _component(place, name, name, wanted)
    SubElement(
        component,
        "Shortcut",
        Id=f"s{name}",
        Name="Papier libre",
        Target=f"[PROGRAM]{WINDOW}.exe",
        WorkingDirectory="PROGRAM",
        Icon="icon.ico",
        Description="Lettres et formulaires sur papier, sans internet",
    )
    _registry(component, KEY, wanted or "Menu", "1", is_key=True)
    return name


def _modes(top: Element, modes: Path) -> Iterable[str]:
    data = SubElement(top, "Directory", Id="CommonAppDataFolder")
    place = SubElement(data, "Directory", Id="SETTINGS", Name="papier-libre")
    for mode in MODES:
        component = _component(place, f"mode_{mode}", f"mode:{mode}", "MODE", mode)
        source = str(modes / f"{mode}.toml")
        SubElement(component, "File", Id=f"m{mode}", Name="papier-libre.toml", Source=source)
        _registry(component, KEY, "MODE", mode, is_key=True)
        yield f"mode_{mode}"


def _component(
    place: Element, name: str, seed: str, wanted: str | None = None, value: str = "1"
) -> Element:
    """Add a component; with ``wanted``, only if this property says so, or did the last time."""
    component = SubElement(place, "Component", Id=name, Guid=_guid(seed), Win64="yes")
    if wanted:
        condition = SubElement(component, "Condition")
        condition.text = f'{wanted}="{value}" OR (NOT {wanted} AND {wanted}_BEFORE="{value}")'
    return component


def _kept(product: Element, name: str) -> None:
    """Have an upgrade know what was chosen; the choice that is said wins."""
    SubElement(product, "Property", Id=name, Secure="yes")
    before = SubElement(product, "Property", Id=f"{name}_BEFORE", Secure="yes")
    SubElement(before, "RegistrySearch", Id=f"r{name}", Root="HKLM", Key=KEY, Name=name, Type="raw")


def _registry(
    component: Element, key: str, name: str | None, value: str, *, is_key: bool = False
) -> None:
    facts = {"Root": "HKLM", "Key": key, "Type": "string", "Value": value}
    if name:
        facts["Name"] = name
    if is_key:
        facts["KeyPath"] = "yes"
    SubElement(component, "RegistryValue", facts)


def _short(name: PurePosixPath) -> str:
    return uuid.uuid5(UPGRADE, str(name)).hex


def _guid(*words: str) -> str:
    return _braced(uuid.uuid5(UPGRADE, "\n".join(words)))


def _braced(one: uuid.UUID) -> str:
    return f"{{{str(one).upper()}}}"
