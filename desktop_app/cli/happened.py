"""What is noted in a dossier, as ``safe note`` calls it."""

from desktop_app.workflow.matter import timeline

KINDS = {
    "decision": timeline.DECISION,
    "posted": timeline.POSTED,
    "receipt": timeline.RECEIPT,
    "answer": timeline.ANSWER,
    "papers-asked": timeline.PAPERS_ASKED,
    "wrong-body": timeline.WRONG_BODY,
    "late-appeal": timeline.ANSWER,
    "silence": timeline.SILENCE_REACHED,
    "to-do": timeline.TO_DO,
}
"""As the command calls it -> as the safe does."""
MORE = {"answer": " --answer …", "to-do": " --what …"}
"""What must be said too."""


def noting(dossier: str, kind: str) -> str:
    """Return the command that notes it, "" where none does: printing is noted by printing."""
    name = next((one for one, known in KINDS.items() if known == kind), "")
    return f"safe note … {dossier} {name}{MORE.get(name, '')}" if name else ""
