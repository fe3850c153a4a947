"""An open safe: its rooms, and the gestures that concern the whole of it."""

import datetime as dt
from collections.abc import Sequence

from desktop_app.safe.agenda import Agenda
from desktop_app.safe.database import Database
from desktop_app.safe.documents import Documents
from desktop_app.safe.dossiers import Dossiers
from desktop_app.safe.drafts import Drafts
from desktop_app.safe.errors import Tell
from desktop_app.safe.events import Events
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.keys import KeyFile
from desktop_app.safe.lock import Lock
from desktop_app.safe.people import People
from desktop_app.safe.records import Filing, StoredDocument
from desktop_app.safe.search import Order, Search


class Safe:
    """The encrypted archive, open. Use it in a ``with`` block, or ``close`` it.

    Attributes:
        id: the safe's own, 32 hexadecimal digits.
        read_only: nothing can be written (a protected folder, another computer's safe).
        people, dossiers, drafts, events, agenda: one per thing kept.
    """

    def __init__(
        self,
        *,
        folder: SafeFolder,
        database: Database,
        key: bytes,
        keys: KeyFile,
        lock: Lock,
        read_only: bool,
        tell: Tell,
    ) -> None:
        self.id = keys.safe_id.hex()
        self.read_only = read_only
        self.folder = folder
        self.keys = keys
        self.tell = tell
        self.database = database
        self._key = bytearray(key)
        self._lock = lock
        self.people = People(database)
        self.dossiers = Dossiers(database, self.people)
        self.drafts = Drafts(database, self.people, self.dossiers)
        self.events = Events(database, self.dossiers)
        self.agenda = Agenda(database)
        self._search = Search(database)
        self._documents = Documents(database, self.people, self.dossiers, self._search)

    def add(
        self,
        data: bytes,
        *,
        title: str,
        on: dt.date,
        kind: str = "other",
        text: str = "",
        pages: int = 0,
        media: str = "application/octet-stream",
        person: str = "",
        dossier: str = "",
        made_from: str = "",
        edition: str = "",
        verified: int | None = None,
        total: int | None = None,
    ) -> str:
        """File a document and its words in one act; return its id.

        ``person`` and ``dossier`` are names or ids; an unknown name is added.
        """
        filing = Filing(title, on, kind, text, pages, media, made_from, edition, verified, total)
        return self._documents.add(data, filing, person=person, dossier=dossier)

    def documents(self, person: str = "", dossier: str = "") -> list[StoredDocument]:
        """Return the documents of a person, a dossier or everyone, the newest first."""
        return self._documents.all(person, dossier)

    def document(self, document: str) -> StoredDocument:
        """Return one document without its bytes."""
        return self._documents.one(document)

    def content(self, document: str) -> bytes:
        """Return the bytes of a document, proved to be those that were filed."""
        return self._documents.content(document)

    def search(
        self, text: str, limit: int = 50, order: Order = "newest"
    ) -> Sequence[StoredDocument]:
        """Return the documents that hold every word of ``text``."""
        return self._documents.found(self._search.rows(text, limit, order))

    def made_on(self) -> dt.date:
        """Return the day the safe was made."""
        return dt.date.fromisoformat(self.database.value("SELECT made_on FROM safe"))

    @property
    def key(self) -> bytes:
        """The safe's key, for the modules of this folder only."""
        return bytes(self._key)

    def close(self) -> None:
        """Close the database, drop the key, let the lock go."""
        self.database.close()
        for position in range(len(self._key)):
            self._key[position] = 0
        self._lock.release()

    def __enter__(self) -> "Safe":
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()
