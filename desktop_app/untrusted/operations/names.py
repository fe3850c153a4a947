"""Names and texts as PDFs hold them: bytes, not always what they say they are."""

import codecs

import pikepdf
from pikepdf.codec import PdfDocCodec

PDFDOC = PdfDocCodec()  # by itself: reportlab registers another codec under the same name


def text_of(value: object, limit: int) -> str:
    """Decode a text string (UTF-16, UTF-8 or PDFDocEncoding); an invalid byte becomes ``\\xNN``."""
    if isinstance(value, pikepdf.Name):
        return name_of(bytes(value)[1:])[:limit]
    if isinstance(value, pikepdf.Stream):
        return _decode(value.read_bytes())[:limit]
    if isinstance(value, pikepdf.String):
        return _decode(bytes(value))[:limit]
    return ""


def name_of(raw: bytes) -> str:
    """Decode a name: UTF-8 where it is, ``\\xNN`` for other bytes."""
    return raw.decode("utf-8", "backslashreplace")


def bytes_of(value: object) -> bytes:
    """The raw bytes of a name, slash included; empty for anything else."""
    return bytes(value) if isinstance(value, pikepdf.Name) else b""


def raw_key(key: str) -> bytes:
    """The bytes of a dictionary's key as pikepdf gives it, without its slash."""
    return key.encode("utf-8", "surrogateescape")[1:]


def name_object(raw: bytes) -> pikepdf.Object:
    """A name of any bytes: ``pikepdf.Name`` accepts UTF-8 only."""
    safe = b"".join(b"%c" % byte if _plain(byte) else b"#%02x" % byte for byte in raw)
    return pikepdf.Object.parse(b"/" + safe)


def _plain(byte: int) -> bool:
    return 0x21 <= byte <= 0x7E and byte not in b"#/()<>[]{}%"


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return data.decode("utf-16", "backslashreplace")
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "backslashreplace")
    try:
        return PDFDOC.decode(data)[0]
    except UnicodeDecodeError:
        return "".join(_one(byte) for byte in data)


def _one(byte: int) -> str:
    try:
        return PDFDOC.decode(bytes([byte]))[0]
    except UnicodeDecodeError:
        return f"\\x{byte:02x}"
