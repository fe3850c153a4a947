"""Whether a text fits in its box whole, and which abbreviated one would where it does not.

Measured before anything is drawn. The person is asked; until she agrees, the whole text goes to the
annex, or is refused where the paper has one cell for each letter.
"""

from collections.abc import Mapping

from desktop_app.core.documents.model import PlacedValue
from desktop_app.core.pdf import Abbreviation
from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.fit import Box, fit
from desktop_app.untrusted.model import Field, Widget


def box_of(one: Field, widget: Widget) -> Box:
    """A widget's box as it is read: a turned one changes its width for its height."""
    wide, high = widget.rect[2] - widget.rect[0], widget.rect[3] - widget.rect[1]
    if widget.turn in (90, 270):
        wide, high = high, wide
    return Box(
        width=wide,
        height=high,
        size=one.size,
        align=one.align,
        multi_line=one.multi_line or one.several,
        cells=one.max_length if one.comb else 0,
        lines=one.lines,
        leading=one.leading,
        indent=one.indent,
    )


def abbreviated(one: Field, placed: PlacedValue) -> Abbreviation | None:
    """Return how an answer is, or would be, abbreviated in its field.

    None when the whole fits, and when nothing shorter that we know does.
    """
    if not placed.shorter or one.type != "text" or _fits(one, placed.text):
        return None
    agreed = bool(placed.agreed) and _fits(one, placed.agreed)
    texts = [placed.agreed] if agreed else [other.text for other in placed.shorter]
    proposal = next((text for text in texts if _fits(one, text)), "")
    if not proposal:
        return None
    answers = {other.text: other.answers for other in placed.shorter}
    return Abbreviation(
        field=one.name,
        page=one.page,
        label=placed.label,
        value=placed.text,
        proposal=proposal,
        answers=answers.get(proposal, placed.shorter[-1].answers),
        agreed=agreed,
        refused=one.comb and _too_long(one, lettering.clean(placed.text)),
    )


def all_abbreviated(
    fields: Mapping[str, Field], placed: Mapping[str, PlacedValue]
) -> dict[str, Abbreviation]:
    """Return them by field name."""
    lettering.prepare()
    found = {name: abbreviated(fields[name], one) for name, one in placed.items() if name in fields}
    return {name: told for name, told in found.items() if told is not None}


def _fits(one: Field, text: str) -> bool:
    text = lettering.clean(text)
    if _too_long(one, text) or lettering.missing(text):
        return False
    return all(fit(text, box_of(one, widget)) for widget in one.widgets if widget.page)


def _too_long(one: Field, text: str) -> bool:
    return bool(one.max_length) and len(text) > one.max_length
