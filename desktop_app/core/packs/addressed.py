"""The recipient of a letter: whom the bodies it may be written to make of it."""

import msgspec

from desktop_app.core.packs.bodies import Bodies
from desktop_app.core.packs.model import BodyRef, ConditionalText, Recipient

ANYBODY = "Madame, Monsieur,"
"""The call while it is not known who is written to."""
DEFAULT_REGARDS = "salutations distinguées"


def addressed(recipient: Recipient, candidates: tuple[BodyRef, ...], bodies: Bodies) -> Recipient:
    """Return the recipient with the lines and calls of its candidates, the first that holds alone.

    One written by hand stays as it is, and so does one of which no candidate is known.
    """
    known = tuple(one for one in candidates if one.id in bodies.bodies)
    if not known:
        return msgspec.structs.replace(recipient, regards=recipient.regards or DEFAULT_REGARDS)
    lines: list[ConditionalText] = []
    calls: list[ConditionalText] = []
    houses: list[ConditionalText] = []
    before: list[str] = []
    for one in known:
        body = bodies.bodies[one.id]
        when = " and ".join([*(f"not ({passed})" for passed in before), *_held(one.when)])
        lines += [ConditionalText(text=text, when=when) for text in bodies.lines(body)]
        calls.append(ConditionalText(text=bodies.call(body), when=one.when))
        houses.append(ConditionalText(text=bodies.house(body), when=one.when))
        if not one.when.strip():  # nothing after it is ever written to
            break
        before.append(one.when)
    else:
        calls.append(ConditionalText(text=ANYBODY))
    regards = recipient.regards or bodies.bodies[known[0].id].regards
    return Recipient(
        body=candidates,
        line=tuple(lines),
        call=tuple(calls),
        regards=regards,
        house=tuple(houses),
    )


def _held(when: str) -> tuple[str, ...]:
    return (f"({when})",) if when.strip() else ()
