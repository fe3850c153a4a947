"""What else lies in the folder, and special files in the place of the others."""

from collections.abc import Iterator

from tests.safe.kit.case import FOLDER, TUBE, Case, Special, link, safe


def cases() -> Iterator[Case]:
    yield Case("folder/empty", "an empty folder", "not-a-safe", {})
    yield Case("folder/papers", "a folder of something else", "not-a-safe", {"lettre.pdf": b"%PDF"})
    yield Case(
        "folder/backups-alone", "backups, and nothing to open", "not-a-safe", {"backups": FOLDER}
    )
    yield Case(
        "folder/database-alone",
        "a database without a key file",
        "keys-damaged",
        safe(keys=None, keys_2=None, parity=None),
    )
    yield Case(
        "folder/keys-alone",
        "a key file without its database",
        "safe-damaged",
        safe(db=None, parity=None),
        repair=False,
    )
    yield Case(
        "folder/everything",
        "everything that a safe may have",
        "ok",
        {**safe(), "lock": b"", "ballast": bytes(1000), "backups": FOLDER},
    )
    yield Case(
        "folder/other-files",
        "files of somebody else",
        "ok",
        {**safe(), "lettre.pdf": b"%PDF", "photos/une.jpg": b"\xff\xd8"},
    )
    for name, file in (
        ("keys-nextcloud", "keys (conflicted copy 2026-11-24 101500)"),
        ("keys-dropbox", "keys (copie en conflit de PC).2"),
        ("database-syncthing", "safe.sync-conflict-20261124-101500-ABCDEFG.db"),
        ("database-onedrive", "safe-DESKTOP-1234.db"),
    ):
        yield Case(
            f"folder/conflict-{name}",
            "a copy that a synchronisation left: said, never read",
            "ok",
            {**safe(), file: b"anything"},
            said=("conflict-copies",),
        )
    specials: tuple[tuple[str, Special], ...] = (
        ("tube", TUBE),
        ("folder", FOLDER),
        ("link", link("safe.db")),
    )
    for name, what in specials:
        yield Case(
            f"folder/ballast-{name}",
            f"a {name} in the place of the reserve",
            "ok",
            {**safe(), "ballast": what},
        )
    yield Case(
        "folder/backups-link",
        "a link in the place of the backups leads nowhere",
        "ok",
        {**safe(), "backups": link("/")},
    )
    yield Case(
        "folder/backups-file",
        "a file in the place of the backups",
        "ok",
        {**safe(), "backups": b"?"},
    )
    yield Case(
        "folder/part-left",
        "what a kill left half written",
        "ok",
        {**safe(), "keys.part": b"\0" * 10, "parity.part": b""},
    )
