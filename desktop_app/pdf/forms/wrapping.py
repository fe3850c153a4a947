"""Cuts a text into lines, between words: everything is measured at size 1, then scaled."""

from collections.abc import Callable, Iterator

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.reading_order import is_right_to_left
from desktop_app.pdf.forms.shaping import MARKS, is_shaped

Words = list[list[tuple[str, float]]]
"""Paragraphs of words, each with its width at size 1."""


def wrap(text: str, size: float, room: float) -> Iterator[str]:
    """Cut a text into lines no wider than ``room``, between words; a longer word is cut."""
    return (line for line, _ in lines_of(measured(text), lambda _: room / size))


def measured(text: str) -> Words:
    """Return the words of a text with their widths."""
    return [
        [(word, lettering.width(word, 1.0)) for word in paragraph.split(" ")]
        for paragraph in text.split("\n")
    ]


def lines_of(paragraphs: Words, room: Callable[[int], float]) -> Iterator[tuple[str, float]]:
    """Return lines with their width; ``room`` gives that of each line, counted from 0."""
    space = lettering.width(" ", 1.0)
    number = 0
    for words in paragraphs:
        towards = _direction(words)
        line, wide = "", 0.0
        for word, length in words:
            longer = wide + space + length if line else length
            if longer <= room(number):
                line, wide = f"{line} {word}" if line else word, longer
                continue
            if line:
                yield towards(line), wide
                number += 1
            *whole, (line, wide) = _pieces(word, length, room(number))
            for piece, long in whole:
                yield towards(piece), long
            number += len(whole)
        yield towards(line), wide
        number += 1


def _direction(words: list[tuple[str, float]]) -> Callable[[str], str]:
    """What has each line read as its paragraph is, even where its first letter is read otherwise.

    Nothing but where letters are shaped: a mark is then put before such a line.
    """
    paragraph = " ".join(word for word, _ in words)
    if not is_shaped(paragraph):
        return str
    backwards = is_right_to_left(paragraph)

    def towards(line: str) -> str:
        as_it_is = not line.strip() or is_right_to_left(line) == backwards
        return line if as_it_is else MARKS[backwards] + line

    return towards


def _pieces(word: str, length: float, room: float) -> list[tuple[str, float]]:
    """A word in pieces that each fit; a letter wider than the room stands alone."""
    if length <= room:
        return [(word, length)]
    pieces, piece, wide = [], "", 0.0
    shaped = is_shaped(word)
    for letter in word:
        if shaped:  # a letter is as wide as its neighbours make it
            more = lettering.width(piece + letter, 1.0) - wide
        else:
            more = lettering.width(letter, 1.0)
        if piece and wide + more > room:
            pieces.append((piece, wide))
            piece, wide = "", 0.0
        piece, wide = piece + letter, wide + more
    return [*pieces, (piece, wide)]
