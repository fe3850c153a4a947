"""Pages of forms whose paper nobody here has: before it is brought, and once it is."""

import datetime as dt
from collections.abc import Iterator

from desktop_app.core.generic.brought import Paired
from desktop_app.core.generic.build import generic_form
from desktop_app.core.generic.by_label import Pair
from desktop_app.core.generic.by_label import Spot as Said
from desktop_app.core.generic.facts import Box, FormFacts, Spot
from desktop_app.core.packs.model import FormDefinition, Place, Prepared, Question
from desktop_app.pages import filled_form, matched
from desktop_app.pages.page import Page

DAY = dt.date(2026, 11, 20)


def matched_pages() -> Iterator[tuple[str, Page]]:
    """Yield them by a name that says which."""
    box = Box("1/1", "text", (Spot(1, (0, 0, 90, 9), "Nom"),), known="Nom")
    facts = FormFacts("", ((595, 842),), (box,))
    line = Place(label="Nom de naissance", part="Vous", page=1)
    spot = Said(Question(id="nom", kind="name", label="Nom"), "Nom", "Vous", (line,))
    form = FormDefinition(
        schema=1,
        id="essai",
        title="Essai",
        plain_title="Un essai",
        family="caf",
        seen_on=DAY,
        section=(),
        number="99999",
        edition="",
        body="",
    )
    left = (Place(label="Ville", part="Vous"),) * 8
    made = generic_form(facts, "Essai", DAY)
    paired = Paired(form, facts, made, (Pair(line, spot, (line,)),), left)
    yield "matched", matched.page(paired, public=False)
    yield "matched, in a terminal", matched.report(paired)
    refused = tuple(matched.pairs(paired, {line.label}, line.label))
    yield "matched, one refused", Page("Une case", refused, ())
    for more in (Prepared(get="Ici.", send="Là.", letter="x"), Prepared(get="Ici.", alone="Non.")):
        ways = filled_form.page(replaced="", opened=False, held=False, prepared=more)
        yield f"prepared form, {bool(more.letter)}", ways
