"""``--abbreviate``: what does not fit is written short where the person said so, and only there."""

from collections.abc import Callable, Collection
from dataclasses import replace

from desktop_app.core.answers.draft import Draft
from desktop_app.core.errors import Notice
from desktop_app.workflow.documents.abbreviating import agree
from desktop_app.workflow.documents.forms import Filled


def with_consent(draft: Draft, fields: Collection[str], fill: Callable[[Draft], Filled]) -> Filled:
    """Fill; then again where some of these boxes may be abbreviated.

    A box where nothing may, or has to be, is named by a notice.
    """
    filled = fill(draft)
    offered = filled.proof.abbreviations
    wanted = [one for one in offered if one.field in fields]
    if any(not one.agreed for one in wanted):
        filled = fill(agree(draft, wanted))
    known = {one.field for one in offered}
    lost = [Notice("form-nothing-to-abbreviate", {"name": f}) for f in fields if f not in known]
    return replace(filled, notices=(*filled.notices, *lost))
