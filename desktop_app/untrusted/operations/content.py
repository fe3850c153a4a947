"""A page's own content, closed: what comes after it does not depend on the state it leaves."""

import re

import pikepdf

SAVES = re.compile(rb"[qQ](?<=\s[qQ])(?=\s)")


def unbalanced(page: pikepdf.Object) -> tuple[int, int]:
    """Return how many states the content opens and never closes, and closes without having opened.

    Streams without content are taken out: written again, they end the page for poppler.
    """
    contents = page.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    kept = []
    depth = lowest = 0
    for stream in streams:
        content = stream.read_bytes() if isinstance(stream, pikepdf.Stream) else b""
        if content:
            kept.append(stream)
        for found in SAVES.findall(b"\n" + content + b"\n"):
            depth += 1 if found == b"q" else -1
            lowest = min(lowest, depth)
    if len(kept) < len(streams):
        page["/Contents"] = pikepdf.Array(kept)
    return depth - lowest, -lowest


def close(
    pdf: pikepdf.Pdf, page: pikepdf.Page, left: tuple[int, int], *, then: bytes = b""
) -> None:
    """Put the content between a saved state and its return, then add commands.

    Args:
        left: as ``unbalanced`` says.
    """
    opened, closed = left
    page.contents_add(pdf.make_stream(b"q\n" * (closed + 1)), prepend=True)
    page.contents_add(pdf.make_stream(b"\n" + b"Q\n" * (opened + 1) + then))
