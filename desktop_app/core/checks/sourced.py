"""What a letter says of the law was read: each article of a paragraph, where and on which day.

A text cites an article as its ``basis`` does, code and number: L.114-2 is not the same article in
two codes. What is told beside the paper (a warning) rests on the sources of the whole letter.
"""

import re
from collections.abc import Iterable, Iterator

from desktop_app.core.articles import Article, in_basis, in_text
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition

_SIGNS = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)


def run(checked: Checked) -> Iterator[Problem]:
    """Report articles of a basis that no source has, and articles written without a basis."""
    letter = checked.pack.definition
    if not isinstance(letter, LetterDefinition):
        return
    read = {article for source in letter.source for article in source.articles}
    for position, paragraph in enumerate(letter.paragraph):
        for number, article in enumerate(paragraph.basis):
            if article not in read:
                path: Path = ("paragraph", position, "basis", number)
                yield checked.problem("pack-article-unread", path, article=article[:60])
        for unfounded in _unfounded(paragraph.text, paragraph.basis):
            path = ("paragraph", position, "text")
            yield checked.problem("pack-article-unfounded", path, article=unfounded.written)
    for position, warning in enumerate(letter.warning):
        for unfounded in _unfounded(warning.text, read):
            path = ("warning", position, "text")
            yield checked.problem("pack-article-unread", path, article=unfounded.written)


def _unfounded(text: str, basis: Iterable[str]) -> list[Article]:
    """Return the articles of a text that its basis has not got, once each."""
    founded = {article for line in basis for article in in_basis(line)}
    numbers = {article.number for article in founded}
    cited = dict.fromkeys(in_text(_SIGNS.sub(" ", text)))
    return [one for one in cited if one not in founded and (one.code or one.number not in numbers)]


CHECK = Check("sourced", "Un article inventé fait rejeter la lettre.", run)
