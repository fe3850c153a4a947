"""Answers that older drafts hold under a question that is not asked for them any more.

The day a message was read on an account was once the answer to "Quel jour avez-vous reçu la
lettre ?". A question says with ``formerly`` under which id; the answer is copied, never taken away:
if the person changes how the letter came, it is still there.
"""

import dataclasses
import datetime as dt
from types import MappingProxyType

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now
from desktop_app.core.packs.model import PackHeader
from desktop_app.core.packs.resolve import questions_of


def taken_up(definition: PackHeader, draft: Draft, today: dt.date) -> Draft:
    """Return the draft with the answers that it holds under a former question, for a resolved pack.

    Only for a question asked now and not met, whose former one was met and is not asked now.
    """
    former = {one.id: one.formerly for one in questions_of(definition) if one.formerly}
    if not former.keys() - draft.answers.keys() - draft.unknown:
        return draft
    asked = {one.question.id for one in asked_now(definition, draft, today)}
    answers, unknown = dict(draft.answers), set(draft.unknown)
    for new, old in former.items():
        if new not in asked or old in asked or new in answers or new in unknown:
            continue
        if old in draft.answers:
            answers[new] = draft.answers[old]
        elif old in draft.unknown:
            unknown.add(new)
    return dataclasses.replace(draft, answers=MappingProxyType(answers), unknown=frozenset(unknown))
