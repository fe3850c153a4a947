"""What the printed kit says of the deadline and of silence: in French, as all that is printed."""

from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.deadlines.verdict import Verdict
from desktop_app.core.documents.kit import DateBox
from desktop_app.sentences.verdict_words import lead_and_day, lines, say, sending

SLIP = "Gardez l’avis de réception : la date qu’il porte sert à compter ce délai."
HELP = "N’attendez plus, et demandez conseil : point-justice, France services ou avocat."


def date_box(said: Verdict | None) -> DateBox:
    """Return the date box of the checklist and of the person's copy; None: nothing was computed."""
    if said is None:
        look = "S’il y en a une, elle est écrite dans la lettre reçue, souvent à la fin ou au dos."
        return DateBox("Aucune date limite n’a été calculée.", lines=(look,))
    lead, day = lead_and_day(said)
    told = [*lines(said), sending(said)]
    if said.is_over:
        told.append(HELP)
    elif said.state not in ("none", "body", "body-over"):
        told.append(say("label-letter-first"))
    return DateBox(lead, day, tuple(line for line in told if line))


def silence_lines(silence: Silence | None) -> tuple[str, ...]:
    """Say what no answer means, and which paper proves from when."""
    if silence is None:
        maybe = "Sans réponse, ne laissez pas passer le temps : le silence peut être un refus."
        return (maybe, SLIP)
    meanings = {"rejet": "c’est un refus", "acceptation": "c’est un accord"}
    meaning = meanings.get(silence.effect, silence.meaning)
    since = (
        f" à partir de : {silence.since}"
        if silence.since
        else " dès que l’organisme reçoit votre lettre"
    )
    length = say(f"unit-{silence.unit}", n=silence.value)
    told = f"{length} sans réponse : {meaning}. Ce délai se compte{since}."
    after = "Notez cette date. L’étape suivante aura aussi un dernier jour."
    return (told, after, SLIP) if silence.effect == "rejet" else (told, SLIP)
