"""Who writes a safe that is only read here, in words. A helper's name, never a person's. No Qt."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.writer import Writer


def who_writes(writer: Writer, now: dt.datetime) -> str:
    """Return who writes, since when and where; ``now`` has the time zone of this computer."""
    when = _when(writer.since, now)
    where = writer.computer or i18n.text("un ordinateur sans nom")
    if writer.gone and not writer.here:
        told = i18n.text("L’ordinateur « {computer} » n’a pas fermé ce coffre, ouvert {when}.")
    elif writer.who and not writer.here:
        told = i18n.text("{who} y écrit {when}, sur l’ordinateur « {computer} ».")
    elif writer.who:
        told = i18n.text("{who} y écrit {when}, dans une autre fenêtre de cet ordinateur.")
    elif writer.here:
        told = i18n.text("Une autre fenêtre de cet ordinateur y écrit {when}.")
    else:
        told = i18n.text("L’ordinateur « {computer} » y écrit {when}.")
    return told.format(who=writer.who, computer=where, when=when)


def only_read() -> str:
    """Return what it means for who looks: nothing that she writes is kept."""
    return i18n.text("Ici, vous lisez : rien de ce que vous écririez n’est enregistré.")


def saved_since(writer: Writer, read_at: dt.datetime) -> str:
    """Return that what is in view is no longer all that is there."""
    hour = i18n.hour(read_at.time())
    if writer.who:
        told = i18n.text("Vu à {hour}. {who} a enregistré depuis.")
    else:
        told = i18n.text("Vu à {hour}. On a enregistré depuis, ailleurs.")
    return told.format(hour=hour, who=writer.who)


def has_ended(writer: Writer) -> str:
    """Return that who wrote has ended: one may write."""
    if writer.who:
        return i18n.text("{who} a fini. Vous pouvez écrire.").format(who=writer.who)
    return i18n.text("Le coffre n’est plus ouvert ailleurs. Vous pouvez écrire.")


def now_written_here() -> str:
    """Return what is said once it is written here."""
    return i18n.text("Le coffre est maintenant ouvert ici pour écrire.")


def _when(since: int | None, now: dt.datetime) -> str:
    """Return "depuis 9 h 40", with its day where it is not today's."""
    if since is None:
        return i18n.text("à cet instant")
    then = dt.datetime.fromtimestamp(since, now.tzinfo)
    if then.date() == now.date():
        return i18n.text("depuis {time}").format(time=i18n.hour(then.time()))
    return i18n.text("depuis le {day}").format(day=i18n.long_date(then))
