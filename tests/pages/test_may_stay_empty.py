"""That a box may stay empty is said once a page, in the place of a hint at each of its boxes."""

import datetime as dt
import re
from pathlib import Path

from desktop_app.core.answers.draft import Draft
from desktop_app.pages import together
from desktop_app.pages.length import of_page
from desktop_app.pages.questions import may_stay_empty
from desktop_app.pages.reading import lines
from desktop_app.wiring import RealTools
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from tests.helpers.faults import assert_none

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 24)
TOOLS = RealTools()
HINT = re.compile(r'^ *hint = "(.*)"$', re.MULTILINE)
SAID_ALREADY = re.compile(
    r"[Ll]aissez vide (?:sinon|s.il n.y en a (?:pas|aucune)|si vous ne savez pas|si vous n.en avez "
    r"pas|si vous ne (?:le|la) (?:trouvez|connaissez) pas)\.|Sinon, laissez vide\."
)
"""What the page says; that leaving it empty has a consequence is told at its box all the same."""


def test_no_hint_says_what_its_page_says() -> None:
    packs = [*(ROOT / "forms").rglob("*.toml")]
    assert len(packs) > 200
    hints = [(one, hint) for one in packs for hint in HINT.findall(one.read_text("utf-8"))]
    assert_none([f"{one.parent.name}: {hint}" for one, hint in hints if SAID_ALREADY.search(hint)])


def test_each_page_with_such_a_box_says_it_once_and_no_other_does() -> None:
    definition = definition_of(TOOLS.catalogue, "caf-indu-rsa")
    interview = Interview(definition, Draft(definition.id), TODAY)
    said = {}
    for page in interview.pages:
        told = "\n".join(lines(of_page(interview, page)))
        may = not page.papers and any(one.may_stay_empty for one in page.questions)
        assert told.count(may_stay_empty(page.questions)) == may, together.heading(page)
        said[together.heading(page)] = may
        if together.heading(page) == "Vous":
            assert "Case nécessaire : « Nom de famille »." in told
    assert said["Vous"]
    assert not said["Les papiers à joindre"]


def test_a_question_among_others_has_a_short_name_and_alone_its_own_words() -> None:
    definition = definition_of(TOOLS.catalogue, "caf-indu-rsa")
    interview = Interview(definition, Draft(definition.id), TODAY)
    page = interview.page("code_postal")
    assert page is not None
    told = lines(of_page(interview, page))
    assert "Code postal" in told
    assert "Quel est votre code postal ?" not in told
