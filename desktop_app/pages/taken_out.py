"""What was written out of a safe, as files to be read without this program nor any network.

One page for all of it, and one for each person, in the folder of her papers: it may be given to her
whole. No script, nothing from elsewhere: any browser of today or of ten years ago reads them.
"""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from desktop_app import i18n
from desktop_app.core.moment import Today, day_of
from desktop_app.core.records import Event, StoredDocument
from desktop_app.pages.documents import document_line, dossier_line
from desktop_app.pages.household import member_words
from desktop_app.pages.person import known_line
from desktop_app.pages.record import begun_lines, former_title, noted_lines
from desktop_app.sentences import timeline_words
from desktop_app.workflow.documents.record import Record
from desktop_app.workflow.documents.taken_out import Shelf, TakenOut

INDEX = "index.html"
_LOOK = (
    "body{font:1.15em/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em;color:#1a1a1a;"
    "background:#fff}h1{font-size:1.6em}h2{font-size:1.25em;margin-top:1.6em}h3{font-size:1.05em}"
    "li{margin:.3em 0;overflow-wrap:anywhere}a{color:#0b4a5e}"
)
_CLOSED = "default-src 'none'; style-src 'unsafe-inline'"


def files(found: TakenOut, today: Today) -> Iterator[tuple[str, bytes]]:
    """Yield each page by its name, which may be in a folder."""
    yield INDEX, _page(_heading(), _index(found, today)).encode()
    for shelf in found.shelves:
        if shelf.folder:
            words = [*_shelf(shelf, found, today), *_back()]
            yield (
                f"{shelf.folder}/{INDEX}",
                _page(shelf.record.sheet.name, words).encode("utf-8", "replace"),
            )


def _heading() -> str:
    return i18n.text("Ce que contenait ce coffre")


def _index(found: TakenOut, today: Today) -> Iterator[str]:
    made = i18n.text("Sorti le {day}.").format(day=i18n.long_date(day_of(today)))
    count = i18n.plural("{n} document.", "{n} documents.", len(found.files))
    yield _tag("p", f"{made} {count} {in_clear()}")
    if found.awaited:
        yield _tag("h2", i18n.text("Les dates à ne pas manquer"))
        yield _list(escape(_awaited(one)) for one in found.awaited)
    if found.shelves:
        yield _tag("h2", i18n.text("Personnes"))
        yield _list(_person(one, found) for one in found.shelves)
    nobodys = found.nobodys.record
    if nobodys.dossiers or nobodys.loose or nobodys.begun:
        if found.shelves:
            yield _tag("h2", i18n.text("Papiers qui ne portent le nom de personne"))
        yield from _shelf(found.nobodys, found, today)
    told = i18n.text("Le fichier contents.json dit la même chose à un autre programme.")
    yield _tag("p", told)


def in_clear() -> str:
    """Return that nothing protects them."""
    return i18n.text("Ces fichiers ne sont plus protégés par le coffre.")


def _person(shelf: Shelf, found: TakenOut) -> str:
    record = shelf.record
    papers = len(record.loose) + sum(len(one.documents) for one in record.dossiers)
    name = escape(record.sheet.name)
    link = f'<a href="{quote(shelf.folder)}/{INDEX}">{name}</a>' if shelf.folder else name
    dossiers = i18n.plural("{n} dossier", "{n} dossiers", len(record.dossiers))
    documents = i18n.plural("{n} document", "{n} documents", papers)
    counted = escape(f"{dossiers}, {documents}")
    return i18n.labelled(link, _where(counted, record.sheet.id, found))


def _where(words: str, one: str, found: TakenOut) -> str:
    """Return these words, and that what they tell of was thrown away, where it was."""
    return f"{words} ({i18n.text('était dans la corbeille')})" if one in found.binned else words


def _awaited(event: Event) -> str:
    day = event.prudent_day or event.last_day or event.at
    about = (event.person, event.dossier)
    what = ", ".join(filter(None, (timeline_words.what_is_awaited(event), *about)))
    return i18n.labelled(i18n.weekday_date(day_of(day)), what)


def _shelf(shelf: Shelf, found: TakenOut, today: Today) -> Iterator[str]:
    record = shelf.record
    yield from _section(i18n.text("Qui"), map(known_line, record.sheet.known))
    yield from _section(former_title(), map(known_line, record.former))
    yield from _section(i18n.text("Son foyer"), map(member_words, record.sheet.household))
    for one in record.dossiers:
        yield _tag("h2", _where(dossier_line(one.dossier), one.dossier.id, found))
        yield _list(map(escape, noted_lines(one, today)))
        if one.documents:
            yield _tag("h3", i18n.text("Documents"))
            yield _list(_paper(paper, found, shelf.folder) for paper in one.documents)
    yield from _loose(record, found, shelf.folder)
    yield from _section(i18n.text("Ce qui est commencé"), begun_lines(record))


def _loose(record: Record, found: TakenOut, folder: str) -> Iterator[str]:
    if record.loose:
        yield _tag("h2", i18n.text("Documents hors dossier"))
        yield _list(_paper(paper, found, folder) for paper in record.loose)


def _paper(paper: StoredDocument, found: TakenOut, folder: str) -> str:
    """Return a paper with the link that opens it; one that could not be read has none."""
    words = _where(escape(document_line(paper)), paper.id, found)
    there = found.files.get(paper.id)
    if there is None:
        return f"{words} ({escape(i18n.text('n’a pas pu être lu'))})"
    near = there.removeprefix(f"{folder}/") if folder else there
    inside = near if near != there or not folder else f"../{there}"
    return f'<a href="{quote(inside)}">{words}</a>'


def _back() -> tuple[str]:
    words = escape(_heading())
    return (f'<p><a href="../{INDEX}">{words}</a></p>',)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    if told := [escape(one) for one in lines]:
        yield _tag("h2", title)
        yield _list(told)


def _list(items: Iterable[str]) -> str:
    told = "".join(f'<li dir="auto">{one}</li>\n' for one in items)
    return f"<ul>\n{told}</ul>" if told else ""


def _tag(name: str, words: str) -> str:
    return f"<{name}>{escape(words)}</{name}>"


def _page(title: str, parts: Iterable[str]) -> str:
    inside = "\n".join(filter(None, parts))
    return (
        f'<!DOCTYPE html>\n<html lang="{i18n.current()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_CLOSED}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_LOOK}</style>\n</head>\n"
        f"<body>\n<h1>{escape(title)}</h1>\n{inside}\n</body>\n</html>\n"
    )
