"""The paragraph that says an argument in one letter: its names are those of the letter."""

import re
from collections.abc import Sequence

from desktop_app.core.arguments.model import Argument, Place
from desktop_app.core.arguments.offers import Offer, either, of, once
from desktop_app.core.packs.model import Paragraph
from desktop_app.core.packs.pleading import Pleading, facts_question, paragraph_of, question_of

FACTS, DECISION = "faits", "decision"
"""The names that a text of the bank may use: her facts, and the decision with its article."""
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_TOLD = re.compile(r"\{\{\s*faits\s*\}\}(?P<goes_on>(?=\s*[».,;:)]))?")
_DECIDED = re.compile(r"\{\{\s*decision\s*\}\}")


def paragraphs(offers: Sequence[Offer], pleading: Pleading) -> tuple[Paragraph, ...]:
    """Return one paragraph an argument, which stands where one of its offers was taken."""
    return tuple(
        Paragraph(
            id=paragraph_of(argument.id),
            heading=argument.title,
            text=worded(argument, offers[0].place, pleading),
            meaning=argument.why,
            when=either(one.raised for one in of(argument, offers)),
            basis=argument.articles,
            optional=True,
        )
        for argument in once(offers)
    )


def worded(argument: Argument, place: Place, pleading: Pleading) -> str:
    """Return the text of a place; what she told ends as a sentence where no sign follows it."""
    words = argument.raised_by == "texte"
    told = question_of(argument.id) if words else facts_question(argument.id)
    goes_on = {True: f"{{{{ {FACTS} | sans_point }}}}", False: f"{{{{ {FACTS} | phrase }}}}"}
    text = _TOLD.sub(lambda tag: goes_on[tag["goes_on"] is not None], argument.text.at(place))
    text = _TAG.sub(lambda tag: re.sub(rf"\b{FACTS}\b", told, tag[0]), text)
    return _DECIDED.sub(lambda _: _decision(pleading), text)


def _decision(pleading: Pleading) -> str:
    """Return how the letter names what it attacks: the first of its names that holds."""
    said = "la décision"
    for name in reversed(pleading.decision):
        said = (
            f"{{% if {name.when} %}}{name.text}{{% else %}}{said}{{% endif %}}"
            if name.when.strip()
            else name.text
        )
    return said
