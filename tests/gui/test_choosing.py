"""Files are chosen on pages of ours; a public terminal proposes a key, or nothing (office B6)."""

import io
import os
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app import files as folders_read
from desktop_app.files import MediaRemoved
from desktop_app.gui import choosing, plugged
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.fichiers import thumbnails
from desktop_app.gui.screens.fichiers.folder import FolderScreen
from desktop_app.gui.screens.fichiers.places import PlacesScreen
from desktop_app.gui.screens.pdf.view import OpenPdf
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import choosing as page
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Answers, Chosen
from desktop_app.workflow.undoing import Queue
from tests.gui import files
from tests.gui.hearing import overheard
from tests.gui.keyboard import choose, heading, held, name, press, tab_to, until, write
from tests.helpers.unknown import unknown_form

TABLE = (
    "/dev/sda2 / ext4 rw 0 0\n"
    "/dev/sda3 /home ext4 rw 0 0\n"
    "/dev/nvme0n1p1 /var ext4 rw 0 0\n"
    "tmpfs /tmp tmpfs rw 0 0\n"
    "tmpfs /run/user/1000 tmpfs rw 0 0\n"
    "//office/share /srv/share cifs rw 0 0\n"
    "/dev/sdb1 /media/lecteur/CL\\303\\211\\040USB vfat rw 0 0\n"
    "/dev/sdc1 /run/media/lecteur/B exfat rw 0 0\n"
)
KEY, OTHER = Path("/media/lecteur/CLÉ USB"), Path("/run/media/lecteur/B")


def test_keys_are_read_from_the_table_of_mounts() -> None:
    assert plugged.plugged_in(TABLE) == [KEY, OTHER]
    assert plugged.plugged_in("") == []


@pytest.mark.parametrize(
    "line",
    [
        "/dev/sda4 /media/lecteur/WINDOWS ntfs3 rw 0 0",
        "/dev/sda2 /media/lecteur/same ext4 rw 0 0",
        "tmpfs /media/lecteur tmpfs rw 0 0",
        "/dev/nvme0n1p3 /media/lecteur/disk ext4 rw 0 0",
        "/dev/loop3 /media/lecteur/image iso9660 ro 0 0",
        "portal /run/user/1000/doc fuse.portal rw 0 0",
        "gvfsd-fuse /media/lecteur/gvfs fuse.gvfsd-fuse rw 0 0",
        "//office/share /media/share cifs rw 0 0",
    ],
)
def test_what_is_of_the_computer_itself_is_no_key(line: str) -> None:
    """A partition of its own disk, memory, a share: the next reader opens it too."""
    assert plugged.plugged_in(f"{TABLE}{line}\n") == [KEY, OTHER]


def test_what_the_system_says_one_can_pull_out_is_a_key_wherever_it_is() -> None:
    table = f"{TABLE}/dev/sdd1 /srv/cle vfat rw 0 0\n/dev/sda1 /srv/win ntfs rw 0 0\n"
    assert plugged.plugged_in(table) == [KEY, OTHER]
    assert plugged.plugged_in(table, {"sdd"}) == [KEY, OTHER, Path("/srv/cle")]
    assert plugged.plugged_in(table, {"sda"}) == [KEY, OTHER], "the system itself is on a key"


def test_what_stays_on_the_terminal_is_known(home: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.mkdir()
    stays = [home / "Documents" / "l.pdf", tmp_path / "l.pdf", key / ".." / "l.pdf", Path("l.pdf")]
    stays += [Path(one, "l.pdf") for one in ("/", "/tmp", "/var/tmp", "/dev/shm", "/media", "/mnt")]
    for path in stays:
        assert choosing.is_the_terminals(path, [key]), path
    assert not choosing.is_the_terminals(key / "l.pdf", [key])
    (key / "link").symlink_to(tmp_path)
    assert choosing.is_the_terminals(key / "link" / "l.pdf", [key])
    (key / "l.pdf").symlink_to(home / "l.pdf")
    assert choosing.is_the_terminals(key / "l.pdf", [key])
    (tmp_path / "to the key").symlink_to(key)
    assert not choosing.is_the_terminals(tmp_path / "to the key" / "x.pdf", [key])


SAVE = to.SaveFile("copy", "Où enregistrer ?", "lettre.pdf")
REFUSED = "Ce dossier reste ici : d’autres l’ouvriront. Choisissez votre clé USB."


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The keys that are plugged in: one, until the test pulls it."""
    (key := tmp_path / "CLÉ USB").mkdir()
    there = [key]
    monkeypatch.setattr(plugged, "keys_now", lambda: list(there))
    return there


@pytest.fixture
def got(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Chosen]:
    """What a page that asks for something is given."""
    given: list[Chosen] = []
    monkeypatch.setattr(OpenPdf, "given", lambda _page, chosen: given.append(chosen))
    window.go(to.OpenPdf())
    return given


def shown(window: MainWindow) -> PageView:
    found = window.page()
    assert isinstance(found, PageView)
    return found


def words(window: MainWindow) -> str:
    from desktop_app.gui.widgets.words import Words

    found = shown(window).findChildren(Words)
    return "\n".join(one.text() for one in found if one.isVisible())


def reads(window: MainWindow, told: str) -> None:
    until(lambda: told in words(window), f"{told} is not said")


def offered(window: MainWindow) -> list[str]:
    return [one.accessibleName() for one in shown(window).findChildren(LongButton)]


def folder(window: MainWindow, asked: to.Choosing) -> FolderScreen:
    """Open the page of a folder, and wait until it is read."""
    window.go(asked)
    found = window.page()
    assert isinstance(found, FolderScreen)
    until(lambda: found.at_rest, "the folder is never read")
    return found


# ---------------------------------------------------------------- a public terminal


def test_without_a_key_a_public_terminal_proposes_nothing(
    window: MainWindow, context: Context, keys: list[Path]
) -> None:
    keys.clear()
    context.session.public = True
    window.go(SAVE)
    assert heading(window.page()) == "Branchez une clé USB, puis choisissez-la"
    assert offered(window) == []


def test_with_a_key_it_proposes_the_key_alone(
    window: MainWindow, context: Context, keys: list[Path]
) -> None:
    context.session.public = True
    window.go(SAVE)
    assert heading(window.page()) == "Où enregistrer ?"
    assert offered(window) == ["Clé USB « CLÉ USB »"]


@pytest.mark.parametrize("place", ["its home", "/tmp", "/", "/media", "/dev/shm"])
def test_a_public_terminal_keeps_no_letter_on_its_own_disk(
    place: str, window: MainWindow, context: Context, home: Path, keys: list[Path],
    got: list[Chosen],
) -> None:  # fmt: skip
    context.session.public = True
    own = str(home) if place == "its home" else place
    found = folder(window, replace(SAVE, folder=own))
    reads(window, REFUSED)
    assert "Erreur" in window.windowTitle()
    assert page.NAME not in found.asks, "a name can be given there"
    found.perform(Answers(page.NAME, {page.NAME: "lettre-de-personne.pdf"}))
    assert got == []
    reads(window, REFUSED)


def test_a_link_on_the_key_that_leads_to_the_terminal_is_refused(
    window: MainWindow, context: Context, home: Path, keys: list[Path], got: list[Chosen]
) -> None:
    context.session.public = True
    (keys[0] / "ailleurs").symlink_to(home)
    (keys[0] / "lettre.pdf").symlink_to(home / "l.pdf")
    folder(window, replace(SAVE, folder=str(keys[0] / "ailleurs")))
    reads(window, REFUSED)
    files.save_here(folder(window, replace(SAVE, folder=str(keys[0]))), "lettre.pdf")
    reads(window, REFUSED)
    assert got == []


def test_what_was_refused_is_said_no_more_once_it_is_saved(
    window: MainWindow, context: Context, home: Path, keys: list[Path], got: list[Chosen]
) -> None:
    context.session.public = True
    folder(window, replace(SAVE, folder=str(home)))
    assert "Erreur" in window.windowTitle()
    files.save_here(folder(window, replace(SAVE, folder=str(keys[0]))), "lettre.pdf")
    until(lambda: got != [])
    assert got == [Chosen("copy", str(keys[0] / "lettre.pdf"))]
    assert "Erreur" not in window.windowTitle()


# ---------------------------------------------------------------- where to look


def test_a_key_comes_and_goes_without_a_press(window: MainWindow, keys: list[Path]) -> None:
    key = keys.pop()
    window.go(SAVE)
    assert not any("Clé" in one for one in offered(window))
    with overheard() as heard:
        keys.append(key)
        until(lambda: "Clé USB « CLÉ USB »" in offered(window), "the key is not shown")
        keys.clear()
        until(lambda: "Clé USB « CLÉ USB »" not in offered(window), "the key is still shown")
    assert [one.words for one in heard] == [
        "Clé USB « CLÉ USB » : branchée.",
        "Clé USB « CLÉ USB » : retirée.",
    ]


def test_a_backup_is_proposed_on_a_key_first(window: MainWindow, keys: list[Path]) -> None:
    window.go(replace(SAVE, on_a_key=True))
    assert offered(window)[0] == "Clé USB « CLÉ USB »"


def test_a_folder_of_one_s_own_that_is_not_there_is_not_proposed(
    window: MainWindow, keys: list[Path], home: Path
) -> None:
    (home / "Documents").mkdir()
    window.go(SAVE)
    until(lambda: offered(window)[:3] == ["Documents", "Dossier personnel", "Clé USB « CLÉ USB »"])


def test_a_path_leads_to_a_folder_or_a_file_and_nowhere_else(
    window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    choose("Choisir le PDF")
    (paper := keys[0] / "a b.pdf").write_bytes(b"%PDF")
    (keys[0] / "a.odt").write_bytes(b"")
    for typed, told in (
        ("/nulle/part", "Ce dossier n’est pas là"),
        (str(keys[0] / "a.odt"), "n’est ni une photo (JPEG, PNG) ni un PDF"),
        ("/dev/null", "Ce n’est pas un dossier"),
    ):
        files.type_path(window, typed)
        until(lambda told=told: told in words(window), f"{told} is not said")
    files.type_path(window, f'"file://{paper}"')
    until(lambda: got != [])
    assert got == [Chosen("blank", str(paper))]


# ---------------------------------------------------------------- in a folder


def many(key: Path, count: int) -> None:
    for number in range(count):
        path = key / f"papier {number:05}.pdf"
        path.write_bytes(b"%PDF")
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))


def test_newest_first_what_is_wanted_alone_and_the_rest_on_demand(
    window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    many(keys[0], 45)
    (keys[0] / ".caché.pdf").write_bytes(b"")
    (keys[0] / "mort.pdf").symlink_to("nulle part")
    (keys[0] / "note.odt").write_bytes(b"")
    choose("Choisir le PDF")
    choose("Clé USB")
    until(lambda: len(offered(window)) == page.AT_ONCE)
    assert offered(window)[0].startswith("papier 00044.pdf, ")
    reads(window, "1 fichier d’une autre sorte n’est pas montré.")
    choose("Voir les 25 autres")
    until(lambda: len(offered(window)) == 2 * page.AT_ONCE)
    until(lambda: "papier 00024.pdf" in name(held()), "one goes on at the first of them")


def test_a_folder_of_20000_files_shows_twenty(
    window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    for number in range(20_000):
        (keys[0] / f"{number}.pdf").touch()
    choose("Choisir le PDF")
    choose("Clé USB")
    until(lambda: "20 000 fichiers" in words(window).replace("\N{NARROW NO-BREAK SPACE}", " ")
          or "20000 fichiers" in words(window))  # fmt: skip
    until(lambda: len(offered(window)) == page.AT_ONCE)
    found = shown(window)
    assert isinstance(found, FolderScreen)
    found.searches[page.FILES].begin_typing("19999")
    until(lambda: [one.split(",")[0] for one in offered(window)] == ["19999.pdf"])


def test_by_keyboard_alone_from_the_question_to_the_file(
    window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    """Arrows choose, letters seek, Enter opens, Backspace goes up, Escape leaves."""
    many(keys[0], 12)
    (inside := keys[0] / "Courriers").mkdir()
    (inside / "Décision Caf.pdf").write_bytes(b"%PDF")
    choose("Choisir le PDF")
    until(lambda: isinstance(window.page(), PlacesScreen))
    tab_to("Dossier personnel")
    while "Clé" not in name(held()):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    until(lambda: "Courriers" in offered(window))
    choose("Courriers")
    until(lambda: "".join(offered(window)).startswith("Décision"))
    press(Qt.Key.Key_Backspace)
    until(lambda: "Courriers" in offered(window))
    tab_to("Courriers")
    write("Caf")
    reads(window, "Rien de ce nom")
    press(Qt.Key.Key_Escape)
    until(lambda: isinstance(window.page(), OpenPdf))
    assert got == []
    choose("Choisir le PDF")
    choose("Clé USB")
    until(lambda: "Courriers" in offered(window))
    tab_to("papier 00011.pdf")
    press(Qt.Key.Key_Down)
    assert name(held()).startswith("papier 00010.pdf")
    assert held().accessibleDescription() == "2 sur 12"
    press(Qt.Key.Key_Return)
    until(lambda: got != [])
    assert got == [Chosen("blank", str(keys[0] / "papier 00010.pdf"))]


def test_photos_and_first_pages_are_seen_and_a_hostile_file_keeps_its_drawing(
    window: MainWindow, keys: list[Path]
) -> None:
    photo = io.BytesIO()
    Image.new("RGB", (60, 80), "#FF0000").save(photo, "PNG")
    (keys[0] / "photo.png").write_bytes(photo.getvalue())
    (keys[0] / "papier.pdf").write_bytes(unknown_form())
    (keys[0] / "bombe.pdf").write_bytes(b"%PDF-1.7 rien")
    found = folder(window, to.OpenFile("paper", "Quel papier ?", "paper", str(keys[0])))
    seen = {does.path: one._picture for does, one in found._pressed if isinstance(does, page.Pick)}
    photograph, paper = (seen[str(keys[0] / name)] for name in ("photo.png", "papier.pdf"))
    assert photograph is not None
    assert photograph.pixelColor(5, 5).name() == "#ff0000"
    assert paper is not None
    assert not paper.isNull()
    assert seen[str(keys[0] / "bombe.pdf")] is None


def test_what_is_drawn_when_the_list_changes_does_not_stop_the_rest(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    many(keys[0], 9)
    data = unknown_form()
    for one in keys[0].iterdir():
        one.write_bytes(data)
    drawing, go_on = Event(), Event()
    real = folders_read.read_file

    def slowly(path: Path, limit: int) -> bytes:
        drawing.set()
        go_on.wait(10)
        return real(path, limit)

    monkeypatch.setattr(thumbnails, "read_file", slowly)
    window.go(to.OpenFile("paper", "Quel papier ?", "paper", str(keys[0])))
    until(drawing.is_set)
    found = shown(window)
    assert isinstance(found, FolderScreen)
    found.searches[page.FILES].begin_typing("00003")
    until(lambda: len(offered(window)) == 1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go_on.set()
    until(lambda: found.at_rest, "nothing more is drawn")
    (seen,) = found.findChildren(LongButton)
    assert not seen._picture.isNull()


def test_a_folder_without_right_is_said(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: object) -> object:
        raise PermissionError

    monkeypatch.setattr("desktop_app.folders.os.scandir", refuse)
    folder(window, to.OpenFile("paper", "Quel papier ?", "paper", str(keys[0])))
    reads(window, "Vous n’avez pas le droit de regarder dans ce dossier")


def test_a_disk_that_never_answers_holds_nothing_and_can_be_left(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()
    monkeypatch.setattr("desktop_app.folders.os.scandir", lambda _folder: answer.wait())
    window.go(to.OpenFile("paper", "Quel papier ?", "paper", str(keys[0])))
    reads(window, "Le dossier est lu…")
    until(shown(window).progress._stop.isVisible, "no way to stop waiting")
    choose("Arrêter")
    reads(window, "Ce dossier ne répond pas")
    window.step_back()
    answer.set()


def test_a_key_pulled_while_one_looks_into_it_is_said_until_it_is_back(
    window: MainWindow, keys: list[Path]
) -> None:
    key = keys[0]
    folder(window, to.OpenFile("paper", "Quel papier ?", "paper", str(key)))
    keys.clear()
    reads(window, "La clé n’est plus là.")
    (key / "nouveau.pdf").write_bytes(b"")
    keys.append(key)
    until(lambda: [one.split(",")[0] for one in offered(window)] == ["nouveau.pdf"])
    assert "La clé n’est plus là." not in words(window)


def test_a_letter_goes_to_what_begins_so_where_all_is_seen(
    window: MainWindow, keys: list[Path]
) -> None:
    for one in ("avis.pdf", "Échéancier.pdf", "lettre.pdf"):
        (keys[0] / one).write_bytes(b"")
    folder(window, to.OpenFile("paper", "Quel papier ?", "paper", str(keys[0])))
    write("e")
    assert name(held()).startswith("Échéancier.pdf")


# ---------------------------------------------------------------- saving


def test_a_name_that_is_taken_is_told_and_goes_only_by_a_gesture_of_its_own(
    window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    (keys[0] / "lettre.pdf").write_bytes(b"avant")
    (keys[0] / "lettre (2).pdf").write_bytes(b"avant")
    asked = replace(SAVE, folder=str(keys[0]))
    for button, chosen in (
        ("Garder les deux", Chosen("copy", str(keys[0] / "lettre (3).pdf"))),
        ("Remplacer l’ancien", Chosen("copy", str(keys[0] / "lettre.pdf"), replace=True)),
    ):
        files.save_here(folder(window, asked), "lettre")
        reads(window, "« lettre.pdf » est déjà là. Il n’est pas changé.")
        choose(button)
        until(lambda: isinstance(window.page(), OpenPdf))
        assert got[-1] == chosen


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("a/b.pdf", "signe interdit : /"),
        ("quoi ?", "signe interdit : ?"),
        ("x" * 300, "trop long"),
        ("é" * 140, "trop long"),
        ("con.pdf", "ne peut pas servir"),
        (".pdf", "ne peut pas servir"),
        ("...", "ne peut pas servir"),
    ],
)
def test_a_name_that_no_key_takes_is_told_at_its_field(
    typed: str, told: str, window: MainWindow, keys: list[Path], got: list[Chosen]
) -> None:
    files.save_here(folder(window, replace(SAVE, folder=str(keys[0]))), typed)
    until(lambda: told in words(window), f"{told} is not said")
    assert got == []


def test_where_one_may_not_write_no_name_is_asked(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.folders.os.access", lambda *_: False)
    found = folder(window, replace(SAVE, folder=str(keys[0])))
    assert page.NAME not in found.asks
    reads(window, "On peut lire dans ce dossier, pas y écrire.")


# ---------------------------------------------------------------- who asked


def test_the_page_that_asks_stays_as_it_was_left(window: MainWindow, keys: list[Path]) -> None:
    """What is typed there is there still, after help too; another language makes it anew."""
    (keys[0] / "s.zip").write_bytes(b"")
    window.go(to.Restore())
    asked = shown(window)
    choose("Choisir le fichier")
    window.go(to.Help())
    window.back()
    assert isinstance(window.page(), PlacesScreen)
    files.give(window, keys[0] / "s.zip")
    assert window.page() is asked
    reads(window, "Fichier : s.zip")
    assert "Choisir le fichier" in name(held()), "the focus is where it was"
    choose("Choisir le fichier")
    window.speak()
    files.give(window, keys[0] / "s.zip")
    assert window.page() is not asked
    reads(window, "Fichier : s.zip")


def test_what_was_undone_meanwhile_is_shown_by_a_page_made_anew(
    window: MainWindow, context: Context, keys: list[Path]
) -> None:
    (keys[0] / "s.zip").write_bytes(b"")
    window.go(to.Restore())
    asked = shown(window)
    choose("Choisir le fichier")
    context.session.undoable = Queue()
    files.give(window, keys[0] / "s.zip")
    assert window.page() is not asked
    reads(window, "Fichier : s.zip")


def test_once_all_is_forgotten_nobody_is_given_anything(
    window: MainWindow, keys: list[Path]
) -> None:
    window.go(to.Restore())
    choose("Choisir le fichier")
    window.restart(to.Home())
    assert window._pages.count() == 1
    window.go(SAVE)
    window.leave_choosing()
    assert window.place == to.Home()


# ---------------------------------------------------------------- dropping


def drop(window: MainWindow, *paths: Path | str) -> bool:
    """Drop these on the page; return whether it says that it takes them."""
    held_ = QMimeData()
    held_.setUrls([QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else QUrl(one)
                   for one in paths])  # fmt: skip
    viewport = shown(window).viewport()
    at, copy = QPointF(40, 40), Qt.DropAction.CopyAction
    keys_, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enters = QDragEnterEvent(at.toPoint(), copy, held_, buttons, keys_)
    enters.ignore()
    QApplication.sendEvent(viewport, enters)
    QApplication.sendEvent(viewport, QDropEvent(at, copy, held_, buttons, keys_))
    return enters.isAccepted()


def test_a_file_dropped_is_taken_as_if_it_was_chosen(
    window: MainWindow, got: list[Chosen], tmp_path: Path
) -> None:
    reads(window, "Vous pouvez aussi déposer le fichier sur cette page.")
    assert drop(window, tmp_path / "a.PDF")
    assert got == [Chosen("blank", str(tmp_path / "a.PDF"))]
    choose("Choisir le PDF")
    assert drop(window, tmp_path / "b.pdf"), "where one looks for it too"
    assert isinstance(window.page(), OpenPdf)
    assert got[1:] == [Chosen("blank", str(tmp_path / "b.pdf"))]


@pytest.mark.parametrize(
    ("dropped", "told"),
    [
        (("a.pdf", "b.pdf"), "Un seul fichier à la fois."),
        (("a.odt",), "Ce fichier n’est ni une photo (JPEG, PNG) ni un PDF."),
        (("https://example.org/a.pdf",), "Ce n’est pas un fichier de cet ordinateur."),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(
    dropped: tuple[str, ...], told: str, window: MainWindow, got: list[Chosen], tmp_path: Path
) -> None:
    drop(window, *(one if "://" in one else tmp_path / one for one in dropped))
    reads(window, told)
    assert got == []
    assert "Erreur" in window.windowTitle()


def test_a_field_of_the_page_takes_no_file(window: MainWindow, tmp_path: Path) -> None:
    """It would write where the file is, in a phrase even."""
    window.go(to.Restore())
    edit = shown(window).secrets["phrase"].findChild(QLineEdit)
    assert edit is not None
    assert drop(window, tmp_path / "s.zip")
    reads(window, "Fichier : s.zip")
    assert not edit.acceptDrops()
    assert edit.text() == ""


def test_a_page_that_asks_for_no_file_takes_none(window: MainWindow, tmp_path: Path) -> None:
    window.go(to.Week())
    assert not drop(window, tmp_path / "a.pdf")


def test_nothing_is_written_where_a_key_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of a key may outlive it, on the computer's own disk."""
    (key := tmp_path / "CLE").mkdir()
    monkeypatch.setattr(plugged, "keys_now", lambda: [key])
    on_key, elsewhere = plugged.watch(key / "lettre.pdf"), plugged.watch(tmp_path / "lettre.pdf")
    on_key()
    monkeypatch.setattr(plugged, "keys_now", list)
    elsewhere()
    with pytest.raises(MediaRemoved):
        on_key()
