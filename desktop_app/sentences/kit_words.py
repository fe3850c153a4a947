"""What the printed kit says of silence."""

from desktop_app import i18n
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.sentences.timeline_words import what_silence_is
from desktop_app.sentences.verdict_words import say


def silence_lines(silence: Silence | None) -> tuple[str, ...]:
    """Say what no answer means, and which paper proves from when."""
    slip = i18n.text("Gardez l’avis de réception : la date qu’il porte sert à compter ce délai.")
    if silence is None:
        maybe = i18n.text(
            "Sans réponse, ne laissez pas passer le temps : le silence peut être un refus."
        )
        return (maybe, slip)
    words = (
        i18n.text("{length} sans réponse : {meaning}. Ce délai commence par ceci : {since}.")
        if silence.since
        else i18n.text(
            "{length} sans réponse : {meaning}. "
            "Ce délai commence quand le bureau reçoit votre lettre."
        )
    )
    told = words.format(
        length=say(f"unit-{silence.unit}", n=silence.value),
        meaning=what_silence_is(silence),
        since=i18n.pack_text(silence.since),
    )
    after = i18n.text("Notez la fin de ce délai. L’étape suivante aura aussi un dernier jour.")
    return (told, after, slip) if silence.effect == "rejet" else (told, slip)
