"""The packages for Linux, really built, installed in bare Debians, used, renewed, removed.

Long: a folder is laid (or ``PAPIER_LIBRE_FOLDER`` names one), two Debians are made by debootstrap
the first time (``PAPIER_LIBRE_ROOTS``). With ``-s`` each prints its row of the table of
``resources/packaging/README.md``.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.display import Hands, virtual_display
from tests.packaging.bare_system import ADMINISTRATOR, PERSON, System, bare_system

PROJECT = Path(__file__).parents[2]
SUITES = ["trixie", "bookworm"]
PHRASE = "six mots tirés au hasard du dé"
SAFE_AS = f"exec 7<<'END'\n{PHRASE}\nEND\npapier-libre safe"
OFFICE_AS = SAFE_AS.removesuffix("safe") + "office"
OPEN_FOR_S = 20
COLUMNS = ("install", "start", "demo", "self-test", "J1", "office", "upgrade", "remove", "safe")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(5400)]


def package(*arguments: str | Path) -> None:
    command = [sys.executable, PROJECT / "resources" / "packaging" / "package.py", *arguments]
    subprocess.run(command, check=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for a stick, as it is unpacked."""
    if given := os.environ.get("PAPIER_LIBRE_FOLDER"):
        return Path(given)
    if not shutil.which("patchelf") or not shutil.which("dpkg-deb"):
        pytest.skip("needs patchelf and dpkg-deb")
    laid = tmp_path_factory.mktemp("portable") / "papier-libre"
    package("portable", "--folder", laid)
    return laid


@pytest.fixture(scope="module")
def deb(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("deb")
    package("deb", "--quick", "--folder", folder, "--out", out)
    (made,) = out.glob("papier-libre_*_amd64.deb")
    return made


def newer(deb: Path, into: Path) -> Path:
    """Return the same package, of a later version, one of its files gone and another come."""
    subprocess.run(["dpkg-deb", "--raw-extract", deb, into], check=True)
    control = into / "DEBIAN" / "control"
    told = control.read_text("utf-8")
    control.write_text(re.sub(r"^(Version: .*)$", r"\1+next", told, flags=re.MULTILINE), "utf-8")
    (into / "opt" / "papier-libre" / "python" / "notices" / "zlib1g.txt").unlink()
    (into / "opt" / "papier-libre" / "neuf").write_text("neuf")
    made = into.with_suffix(".deb")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", into, made], check=True)
    return made


class Row:
    """A row of the table, printed whatever happens: what was not reached says so."""

    def __init__(self, name: str) -> None:
        self._name, self._reached = name, dict.fromkeys(COLUMNS, "no")

    def ok(self, column: str, seconds: float | None = None) -> None:
        self._reached[column] = "yes" if seconds is None else f"yes, {seconds:.0f} s"

    def __str__(self) -> str:
        return f"| {self._name} | {' | '.join(self._reached.values())} |"


@pytest.fixture
def row(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Row]]:
    made: list[Row] = []

    def begin(name: str) -> Row:
        made.append(Row(name))
        return made[-1]

    yield begin
    print("\n| system, package |", " | ".join(COLUMNS), "|", *(f"\n{one}" for one in made))


def sums(folder: Path) -> dict[str, str]:
    """Return what is in each file of somebody's folder, but of what a start may write."""
    return {
        str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def begin_a_letter(command: list[str], environment: dict[str, str]) -> None:
    """J1's core by keyboard: from the first screen to the last day, the letter drawn meanwhile."""
    with virtual_display() as display:
        hands = Hands(display)
        surroundings = {**environment, "DISPLAY": display, "LANG": "fr_FR.UTF-8"}
        with subprocess.Popen(command, env=surroundings, stderr=subprocess.PIPE) as program:
            try:
                hands.title("Que vous arrive-t-il ?")
                calmly(hands, "Tab", "Return")  # a letter was received
                hands.title("Chercher")
                calmly(hands, "Tab", "Return", "Tab", "Return", "Return")  # Caf, money, RSA
                hands.title("Partie 1 sur")
                calmly(hands, "Return")
                hands._do("type", "--delay", "150", time.strftime("%d/%m/%Y"))
                calmly(hands, "Return", "space", "Return")
                hands._do("type", "--delay", "150", time.strftime("%d/%m/%Y"))
                calmly(hands, "Return")
                hands.title("Le dernier jour")
            finally:
                program.kill()  # ``unshare`` hears nothing else, and takes the window with it
                program.communicate(timeout=60)


def calmly(hands: Hands, *keys: str) -> None:
    for key in keys:
        time.sleep(4)  # a page may take its time on a computer shared by many
        hands.press(key)


@pytest.mark.parametrize("suite", SUITES)
def test_the_package_of_debian(
    suite: str, deb: Path, tmp_path: Path, row: Callable[[str], Row]
) -> None:
    told = row(f"Debian {suite}, .deb")
    with bare_system(suite, tmp_path / "layers") as system:
        (system.root / "srv").mkdir(exist_ok=True)
        shutil.copy(deb, system.root / "srv" / "papier-libre.deb")
        system.run("apt-get", "update", "-qq")
        system.run("useradd", "--create-home", "--shell", "/bin/sh", "paul")
        begun = time.monotonic()
        install(system, "papier-libre.deb")
        told.ok("install", time.monotonic() - begun)
        stays_open(system)
        told.ok("start")
        system.as_person("papier-libre demo --out 'Mes démos'")
        assert "kit.pdf" in system.as_person("ls 'Mes démos'")
        told.ok("demo")
        tested = system.as_person("papier-libre self-test")
        assert "✗" not in tested, tested
        assert tested.count("✓") >= 6, tested
        told.ok("self-test")
        entered = [*system.entering(), "papier-libre"]
        begin_a_letter(entered, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": ADMINISTRATOR})
        told.ok("J1")
        home = f"/home/{PERSON}/.local/share/papier-libre/coffres/essai.coffre"
        system.as_person(f"{SAFE_AS} create {home} --phrase-fd 7")
        system.as_person(f"{SAFE_AS} add {home} 'Mes démos/kit.pdf' --title Kit --phrase-fd 7")
        an_office(system, home)
        told.ok("office")
        papers = system.root / "home" / "paul" / ".local"
        kept = sums(papers)
        assert any(name.endswith("safe.db") for name in kept)
        upgrade(system, deb, tmp_path)
        told.ok("upgrade")
        assert sums(papers) == kept, "an upgrade touched what is hers"
        system.run("apt-get", "purge", "-y", "-qq", "papier-libre")
        left = system.run("sh", "-c", "find / -xdev -name '*papier-libre*' -not -path '/proc/*'")
        assert set(left.split()) == {
            "/srv/papier-libre.deb",
            "/srv/papier-libre-next.deb",
            *(
                line
                for line in left.split()
                if line.startswith((f"/home/{PERSON}/", f"{ADMINISTRATOR}/.local/"))
            ),
        }
        told.ok("remove")
        assert sums(papers) == kept, "the removal touched what is hers"
        install(system, "papier-libre.deb")
        found = system.as_person(f"{SAFE_AS} search {home} kit --phrase-fd 7")
        assert "Kit" in found
        told.ok("safe")


def install(system: System, name: str) -> None:
    system.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/srv/{name}")


def stays_open(system: System) -> None:
    """The window is there until it is closed, with nothing said."""
    script = f"QT_QPA_PLATFORM=offscreen timeout {OPEN_FOR_S} papier-libre; echo status $?"
    said = system.as_person(script)
    assert "status 124" in said, said
    assert "Traceback" not in said


def an_office(system: System, safe: str) -> None:
    """A manager sees what she would set; people come from a list, go out as a spreadsheet, which is
    read again; a year is counted.
    """
    told = system.run("papier-libre", "setup", "--preview", "--association")
    assert 'mode = "association"' in told
    assert not (system.root / "etc" / "papier-libre").exists(), "--preview wrote something"
    assert "--arrive" in system.as_person("papier-libre office queue --help")
    system.as_person("printf 'Nom;Né le\\nFatou Da Silva;14/03/1982\\nNoé Petit;\\n' > liste.csv")
    system.as_person(f"{OFFICE_AS} import {safe} liste.csv --phrase-fd 7")
    system.as_person(f"{OFFICE_AS} export {safe} liste.xlsx --phrase-fd 7")
    again = f"{OFFICE_AS} import {safe} liste.xlsx --dry-run --phrase-fd 7 --json"
    said = system.as_person(again)
    counts = json.loads(said[said.index("{") :])["counts"]
    assert (counts["same"], sum(counts.values())) == (2, 2), said
    system.as_person(f"{OFFICE_AS} figures {safe} --year 2026 --out chiffres.pdf --phrase-fd 7")
    counted = system.root / "home" / PERSON / "chiffres.pdf"
    assert counted.read_bytes().startswith(b"%PDF-")


def upgrade(system: System, deb: Path, work: Path) -> None:
    shutil.copy(newer(deb, work / "newer"), system.root / "srv" / "papier-libre-next.deb")
    install(system, "papier-libre-next.deb")
    assert "+next" in system.run("dpkg-query", "-W", "papier-libre")
    files = system.run("sh", "-c", "ls /opt/papier-libre /opt/papier-libre/python/notices")
    assert "neuf" in files
    assert "zlib1g" not in files
    assert "papier-libre 0" in system.as_person("papier-libre --version")


def test_lintian_has_nothing_to_say(deb: Path) -> None:
    if not shutil.which("lintian"):
        pytest.skip("needs lintian")
    quick = "uses-no-compression-for-data-tarball,uses-no-compression-for-control-tarball"
    order = ["lintian", "--suppress-tags", quick, "--fail-on", "error,warning", deb]
    said = subprocess.run(order, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout[-4000:] + said.stderr[-1000:]


# --- On a stick -----------------------------------------------------------------------------------

MOUNTED = """
image=$1; at=$2; options=$3; shift 3
fusefat -o "$options" "$image" "$at"
"$@" && status=0 || status=$?
fusermount -u "$at"
exit "$status"
"""
NO_PROGRAM = "umask=0111"
"""As a desktop mounts a stick in FAT (``showexec``): names that are not Windows' own."""


@pytest.fixture(scope="module")
def key(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The image of a stick in FAT 32, with the folder on it.

    No kernel of ours need know FAT: mtools writes it, fusefat mounts it.
    """
    if os.geteuid() != 0:
        pytest.skip("needs root, to mount")
    for name in ("mkfs.vfat", "mcopy", "fusefat"):
        if not shutil.which(name):
            pytest.skip(f"needs {name} (dosfstools, mtools, fusefat)")
    image = tmp_path_factory.mktemp("key") / "cle.img"
    size = sum(one.stat().st_size + 8192 for one in folder.rglob("*")) + (64 << 20)
    with image.open("wb") as opened:
        opened.truncate(size)
    subprocess.run(["mkfs.vfat", "-F", "32", "-n", "CLE", image], check=True, capture_output=True)
    speaks = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(["mmd", "-i", image, "::Clé à moi"], env=speaks, check=True)
    copied = ["mcopy", "-s", "-Q", "-i", image, folder, "::Clé à moi/papier-libre"]
    subprocess.run(copied, env=speaks, check=True)
    return image


def on_the_key(
    image: Path, where: Path, options: str, *command: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command where the stick is mounted as a desktop does: no file is a program."""
    mounted = ["unshare", "--mount", "sh", "-ec", MOUNTED, "sh", str(image), str(where)]
    return subprocess.run(
        [*mounted, f"{NO_PROGRAM},{options}", *command],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("options", ["rw+", "ro"], ids=["writable", "read-only"])
def test_the_folder_on_a_stick_in_fat(
    key: Path, tmp_path: Path, row: Callable[[str], Row], options: str
) -> None:
    told = row(f"this system, a stick in FAT, {options.rstrip('+')}")
    where, home = tmp_path / "mnt", tmp_path / "chez quelqu’un"
    where.mkdir()
    home.mkdir()
    start = f"{where}/Clé à moi/papier-libre/papier-libre.sh"

    def run(*words: str, **more: str) -> str:
        done = on_the_key(key, where, options, *words, HOME=str(home), **more)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    assert on_the_key(key, where, options, start, "--version").returncode == 126, "a program?"
    assert run("sh", start, "--version").startswith("papier-libre ")
    told.ok("install")
    open_ = f'timeout {OPEN_FOR_S} sh "$0"; test $? -eq 124'
    run("sh", "-c", open_, start, QT_QPA_PLATFORM="offscreen")
    told.ok("start")
    run("sh", start, "demo", "--out", str(tmp_path / "démo"))
    told.ok("demo")
    assert "✗" not in run("sh", start, "self-test")
    told.ok("self-test")


def test_the_papers_stay_on_the_stick(key: Path, tmp_path: Path) -> None:
    """With a folder for papers the window writes its settings there, and nothing at home."""
    where, home = tmp_path / "mnt", tmp_path / "chez quelqu’un"
    where.mkdir()
    home.mkdir()
    asked = """
top="$0"; mkdir -p "$top/papiers"
cat > "$top/papiers/reglages.toml" <<'END'
language = "en"
END
sh "$top/papier-libre.sh" --version
"$top/../../ld" --argv0 "$top/python/bin/python3.11" "$top/python/bin/python3.11" -I -c "$1"
"""
    looked = (
        "from desktop_app.wiring import RealTools\n"
        "from desktop_app.settings import SettingsFile, default_file\n"
        "assert SettingsFile(default_file()).now.language == 'en'\n"
        "print(RealTools().known_safes.new().parent)\n"
    )
    top = f"{where}/Clé à moi/papier-libre"
    asked = asked.replace('"$top/../../ld"', "/lib64/ld-linux-x86-64.so.2")
    done = on_the_key(key, where, "rw+", "sh", "-ec", asked, top, looked, HOME=str(home))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == f"{top}/papiers"
    assert list(home.rglob("*")) == []


def test_a_stick_that_refuses_programs_says_what_to_do(key: Path, tmp_path: Path) -> None:
    (where := tmp_path / "mnt").mkdir()
    start = f"{where}/Clé à moi/papier-libre/papier-libre.sh"
    done = on_the_key(key, where, "ro,noexec", "sh", start, "--version")
    assert done.returncode == 1
    assert "noexec" in done.stderr
    assert "Copiez le dossier" in done.stderr


def test_the_folder_in_a_path_with_spaces_and_accents_that_nobody_may_write(
    folder: Path, tmp_path: Path, row: Callable[[str], Row]
) -> None:
    told = row("this system, a folder, read-only, « Été à (2) »")
    where, home = tmp_path / "Été à (2)", tmp_path / "home"
    where.mkdir()
    home.mkdir()
    command = [
        *("unshare", "--mount", "sh", "-ec"),
        'mount --bind "$1" "$2"; mount -o remount,ro,bind "$2"; shift; exec "$1/papier-libre.sh"',
        *("sh", str(folder), str(where)),
    ]
    begin_a_letter(command, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(home)})
    told.ok("start")
    told.ok("J1")
