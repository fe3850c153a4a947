"""The ear's rules find what they are there for: no screen reader is needed."""

from tests.gui.ears.rules import PageHeard, faults

QUESTION = "Quel jour avez-vous reçu la lettre ?"


def test_a_page_that_can_be_used_by_ear_has_no_fault() -> None:
    page = PageHeard(
        QUESTION,
        [f"{QUESTION} heading Question 4 sur 36.", "Enregistré à 10 h 32"],
        [["Jour text."], [f"{QUESTION} text.", "C’est le jour où vous l’avez lue."]],
    )
    assert faults(page) == []


def test_what_the_first_ear_heard_is_found() -> None:
    """The six faults of the first listening: each is one of the rules."""
    silent = PageHeard(QUESTION, ["heading", "Rien n’est gardé sur cet ordinateur"])
    assert "not in the first 3 utterances" in faults(silent)[0]
    late = PageHeard(QUESTION, ["frame", "layered pane 0 items", "heading", QUESTION])
    assert [one.split(":")[0] for one in faults(late)] == [
        "not in the first 3 utterances",
        "layered pane 0 items",
    ]
    error = "Erreur : Ce jour n’existe pas dans le calendrier."
    twice = PageHeard(QUESTION, [QUESTION], after=[("Return", [error, error])])
    assert faults(twice) == [f"Return: heard twice « {error} »"]
    hint = "Sur internet, c'est le jour où vous l'avez lue."
    boxes = PageHeard(QUESTION, [QUESTION], [["Jour text.", hint], ["Mois text.", hint]])
    assert faults(boxes) == [f"heard at two stops: « {hint} »"]
    mute = PageHeard(QUESTION, [QUESTION], [[]])
    assert faults(mute) == ["a stop says nothing"]
