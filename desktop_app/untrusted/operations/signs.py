"""What the bytes of a file we wrote must not say: that it acts, holds a file, or tells of a person.

Files are written without streams of objects, so that every dictionary is there to be read.
"""

import re

SUSPECT = re.compile(
    rb"/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|RichMedia\w*|EmbeddedFiles?|EF"
    rb"|XFA|OpenAction|AA|Rendition|Movie|Sound|Screen|FileAttachment|GoTo3DView|3D|SetOCGState"
    rb"|ResetForm|Hide|Named|Thread)(?![A-Za-z0-9])"
    rb"|/URI\s*(?:<|\((?!https://))"  # a link that says a web address may stay
)
BOX = re.compile(rb"/Subtype\s*/(?:Widget|Text|FreeText|Popup)\b|/FT\s*/")  # none in a flat file
STATES = re.compile(  # of a square, named as its form pleases: /JS is no script there
    rb"/AP\s*<<(?:[^<>]|<<[^<>]*>>)*>>|/(?:AS|V|DV)\s*/[^\s/<>\[\]()]+"
)
PACKED = re.compile(rb"/ObjStm\b")


def is_clean(written: bytes, *, flat: bool) -> bool:
    """Whether a file written without object streams shows nothing active; no box when flat."""
    shown = _without_streams(written)
    return SUSPECT.search(shown) is None and not (flat and BOX.search(shown))


def carries_more(written: bytes) -> bool:
    """Whether a file holds what acts, other files, or words about itself: ours never does."""
    shown = STATES.sub(b"", _without_streams(written))
    if SUSPECT.search(shown) or PACKED.search(shown):
        return True
    if b"/Info" in shown[shown.rfind(b"trailer") :]:  # elsewhere it is another dictionary's
        return True
    catalog = shown.find(b"/Type /Catalog")
    place = slice(shown.rfind(b" obj", 0, catalog), shown.find(b"endobj", catalog))
    return catalog < 0 or b"/Metadata" in shown[place]


def _without_streams(written: bytes) -> bytes:
    """A file as qpdf writes it, its dictionaries only."""
    parts, start = [], 0
    while (opened := written.find(b"\nstream\n", start)) >= 0:
        closed = written.find(b"\nendstream", opened)
        if closed < 0:
            break
        parts.append(written[start:opened])
        start = closed
    return b"".join((*parts, written[start:]))
