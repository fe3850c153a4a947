"""What was noted of the letter before, said by the choice of the next one."""

import pytest

from desktop_app.core.packs.replies import reply_of, says_replies

APPEAL, CONTRAINTE = ("silence", "refus"), ("attente", "rejete", "non", "ne-sait-plus")


@pytest.mark.parametrize(
    ("noted", "choices", "said"),
    [
        ("silence", APPEAL, "silence"),
        ("refus", CONTRAINTE, "rejete"),
        ("silence", CONTRAINTE, "attente"),
        ("", CONTRAINTE, ""),
        ("refus", ("silence",), ""),
    ],
)
def test_what_was_noted_is_a_choice(noted: str, choices: tuple[str, ...], said: str) -> None:
    assert reply_of(noted, choices) == said


def test_choices_say_a_reply_when_they_say_both() -> None:
    assert says_replies(APPEAL)
    assert says_replies(CONTRAINTE)
    assert not says_replies(("silence", "non"))
