"""One hand-made widget per kind of answer: keyboard and screen reader first."""

from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.widgets.answers.choice import ChoiceAnswer, ChoicesAnswer, YesNoAnswer
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.answers.line import LineAnswer
from desktop_app.gui.widgets.answers.long_text import LongTextAnswer

# A kind that is not here is written on one line: numbers, names, addresses.
WIDGETS: dict[str, type[AnswerWidget]] = {
    "choice": ChoiceAnswer,
    "choices": ChoicesAnswer,
    "date": DateAnswer,
    "long_text": LongTextAnswer,
    "yes_no": YesNoAnswer,
}


def widget_class(kind: str) -> type[AnswerWidget]:
    """Return the widget that asks for this kind of answer."""
    return WIDGETS.get(kind, LineAnswer)
