"""Why a question is not understood: what kind of mistake of naming made it.

Told by the page alone, so that what comes most often is mended first.
"""

from collections.abc import Iterator, Sequence

from desktop_app.core.generic import own_words
from desktop_app.core.generic.wording import is_link
from desktop_app.core.packs.model import Place
from tests.corpus.label_rules import Seen, content

ROW = 6.0
"""Points by which boxes of one row may be higher or lower."""


def reasons(
    seen: Sequence[Seen], places: Sequence[Sequence[Place]], wrong: Sequence[str]
) -> Iterator[str]:
    """Yield for each question why it is not understood; "" for those that are."""
    for number, said in enumerate(wrong):
        yield _reason(number, said, seen, places) if said else ""


def _reason(number: int, said: str, seen: Sequence[Seen], places: Sequence[Sequence[Place]]) -> str:
    one = seen[number]
    if said in ("counted", "doubled"):
        return f"two boxes of one name, {_twins(number, seen, places)}"
    if said == "fragment":
        return _fragment(one)
    if said == "disagrees":
        return _disagrees(one)
    return {"numbered": "no words at all", "paragraph": "a paragraph"}.get(said, said)


def _twins(number: int, seen: Sequence[Seen], places: Sequence[Sequence[Place]]) -> str:
    """Where the other box of that name stands: beside (a column), or above and below (a row)."""
    own, mine = places[number], _bare(seen[number])
    for other, where in zip(seen, places, strict=True):
        if other is seen[number] or not (own and where) or _bare(other) != mine:
            continue
        if own[0].page == where[0].page and abs(own[0].box[1] - where[0].box[1]) < ROW:
            return "in columns"
    return "in rows"


def _bare(one: Seen) -> str:
    return one.question.label.rpartition(" (")[0] or one.question.label


def _fragment(one: Seen) -> str:
    label = one.label
    if label.endswith("(suite)"):
        return "goes on from another box"
    if label[:1].islower() or label[:1] in ",;)":
        return "words cut at their beginning"
    tail = label.rpartition(own_words.PATH)[2]
    if tail.isdigit() or is_link(tail):
        return "part of a date or of a number"
    kind = "a square's" if one.question.kind == "yes_no" or one.question.choices else "a line's"
    return f"{kind} words cut at their end"


def _disagrees(one: Seen) -> str:
    truth = content(" ".join(one.truths[:1]))
    shared = len(truth & content(one.words)) / max(1, len(truth))
    if one.question.choices:
        return "an option, or what it answers, is another's" if not shared else "an option partly"
    kind = "a square" if one.question.kind == "yes_no" else "a line"
    return f"{kind}: {'words of another box' if not shared else 'its part or its question is lost'}"
