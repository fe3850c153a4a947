"""Closing says what would be lost, and each way back leads to it."""

import pytest

from desktop_app.pages import destinations as to
from desktop_app.pages import ending
from desktop_app.pages.gestures import CloseAnyway
from desktop_app.pages.page import Back, Does
from desktop_app.pages.reading import lines, nothing

ANSWERS = "Vos réponses ne sont gardées nulle part."
MODEL = "Votre modèle n’est pas enregistré."


@pytest.mark.parametrize(
    ("model", "answers", "public", "said", "ways"),
    [
        (None, to.Home(), False, [ANSWERS], [to.SafeHome(to.Home()), Back(), CloseAnyway()]),
        (None, to.Home(), True, [ANSWERS], [Back(), CloseAnyway()]),
        (to.Models(), None, False, [MODEL], [to.Models(), CloseAnyway()]),
        (to.Models(), to.Home(), False, [ANSWERS, MODEL],
         [to.SafeHome(to.Home()), to.Models(), Back(), CloseAnyway()]),
        (to.Models(), to.Home(), True, [ANSWERS, MODEL], [to.Models(), Back(), CloseAnyway()]),
    ],
)  # fmt: skip
def test_what_would_be_lost_is_said_and_can_be_gone_back_to(
    model: to.Destination | None,
    answers: to.Destination | None,
    public: bool,
    said: list[str],
    ways: list[Does],
) -> None:
    page = ending.closing(model=model, answers=answers, public=public)
    assert list(lines(page, nothing)[1:]) == said
    assert [one.does for one in page.actions] == ways
    assert [one.weight for one in page.actions].count("primary") <= 1


def test_the_model_is_the_main_way_only_where_no_safe_is_offered_for_answers() -> None:
    both = ending.closing(model=to.Models(), answers=to.Home(), public=False)
    assert [one.weight for one in both.actions][:2] == ["primary", "secondary"]
    alone = ending.closing(model=to.Models(), answers=None, public=False)
    assert alone.actions[0].weight == "primary"
