"""What a letter says of the law was read: each article of a paragraph, where and on which day."""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import LetterDefinition

ARTICLE = re.compile(r"[LRD]\.\*?\d+(?:-\d+)*")


def run(checked: Checked) -> Iterator[Problem]:
    """Report articles of a basis that no source has, and articles written without a basis."""
    letter = checked.pack.definition
    if not isinstance(letter, LetterDefinition):
        return
    read = {article for source in letter.source for article in source.articles}
    for position, paragraph in enumerate(letter.paragraph):
        for number, article in enumerate(paragraph.basis):
            if article not in read:
                path = ("paragraph", position, "basis", number)
                yield checked.problem("pack-article-unread", path, article=article[:60])
        named = {*ARTICLE.findall(" ".join(paragraph.basis))}
        for article in sorted({*ARTICLE.findall(paragraph.text)} - named):
            text = ("paragraph", position, "text")
            yield checked.problem("pack-article-unfounded", text, article=article)


CHECK = Check("sourced", "Un article inventé fait rejeter la lettre.", run)
