"""What a page asks, and the places that its screen fills."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from desktop_app.core.record import record
from desktop_app.pages.blocks.actions import Gesture

if TYPE_CHECKING:  # a page that asks nothing takes nothing of the questions
    from desktop_app.core.answers.draft import Typed
    from desktop_app.core.answers.group import Asked


@record(frozen=True)
class Own:
    """A place that a renderer fills itself: a form, a preview, a drawing. ``name`` tells which.

    ``said``: the lines that are read there, where it is made of words.
    """

    name: str
    said: tuple[str, ...] = ()


@record(frozen=True)
class Ask:
    """Questions asked together, with the kinds and the words of the interview.

    ``Take`` with this ``id``, anywhere on the page, reads them; ``Answers`` then does the gesture.
    ``typed``: what is there at first, by question: shown again in a place that stays, what was
    typed there meanwhile stays; ``at_once``: each choice is taken as it is made. Else Enter on a
    line does what takes them.
    ``fit``: one of the many fields of a sheet, in a "half" of its width or the "whole" of it:
    choices are numbered, a day stands on one line. ``told``: a word on where its answer comes from;
    ``heard``: all of it, beginning so.
    """

    id: str
    asked: "tuple[Asked, ...]"
    typed: "Mapping[str, Typed]" = field(default_factory=dict, compare=False)
    at_once: bool = False
    fit: Literal["", "half", "whole"] = ""
    told: str = field(default="", compare=False)
    heard: str = field(default="", compare=False)


@record(frozen=True)
class Secret:
    """A phrase to type, hidden until one shows it; Enter does ``then``.

    It is no question: what is typed stays in its field, and no value can hold it, so that it comes
    into no draft, no log and no dump.
    """

    name: str
    label: str
    then: Gesture | None = None
