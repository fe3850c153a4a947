"""Of whom a page is: nobody is preset where the paper does not say it plainly."""

import datetime as dt

from desktop_app.core.generic.facts import Title
from desktop_app.core.records import Value
from desktop_app.pages import whose
from desktop_app.pages.page import Ask
from desktop_app.workflow.documents.generic import begin_generic
from desktop_app.workflow.interview import whose as said
from desktop_app.workflow.interview.interview import Interview
from tests.core.generic.test_build import made
from tests.core.generic.test_offered import rows, title

TODAY = dt.date(2026, 11, 30)
NEAR = {"personne_1:": Value("", "Paul Durand", "sheet", TODAY)}


def begun(*labels: str, part: str) -> Interview:
    titles: tuple[Title, ...] = (title(0, part),)
    return begin_generic(made(*rows(0, *labels), titles=titles), TODAY)


def asked(interview: Interview) -> list[Ask]:
    return [one for page in interview.pages for one in whose.asked(interview, page.all, NEAR)]


def test_of_whom_nothing_tells_is_asked_with_nobody_preset_and_then_is_as_one_says() -> None:
    interview = begun("Nom", "Prénom", part="Le mandataire")
    (ask,) = asked(interview)
    (question,) = ask.asked
    assert ask.typed == {whose.WHOSE: whose.UNSAID}
    assert {one.id for one in question.question.choices} >= {whose.UNSAID, whose.HERSELF, "autre"}
    now = said.of_page(interview, interview.pages[0].all, NEAR)
    assert now is not None
    (ask,) = asked(said.say(interview, now.group, whose.chosen(whose.HERSELF)))
    assert ask.typed == {whose.WHOSE: whose.HERSELF}
    assert whose.UNSAID not in {one.id for one in ask.asked[0].question.choices}


def test_whom_the_paper_names_is_preset() -> None:
    (ask,) = asked(begun("Nom", "Prénom", part="Votre conjoint"))
    assert ask.typed == {whose.WHOSE: "conjoint"}


def test_nothing_is_asked_of_whom_where_nothing_of_anybody_is() -> None:
    assert not asked(begun("Montant du loyer", "Surface", part="Le bailleur"))
