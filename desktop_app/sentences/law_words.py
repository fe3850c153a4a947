"""What a change of the law does to the dates of a dossier, in words. No Qt here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.moment import day_of
from desktop_app.sentences import timeline_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.workflow.matter.law_moved import Days, MovedDay


def moved(one: "MovedDay") -> str:
    """Return "Cette règle a changé le … : la date de votre dossier passe du … au …"."""
    before, now = one.before.acting, one.now.acting
    since = i18n.long_date(one.changed_on) if one.changed_on else ""
    if now is None or before is None:
        return i18n.text("Une règle a changé : elle ne donne plus de date pour ce dossier.")
    words = (
        i18n.text(
            "Une règle a changé le {since} : la date de votre dossier passe du {before} au {now}."
        )
        if since
        else i18n.text("Une règle a changé : la date de votre dossier passe du {before} au {now}.")
    )
    days = {"before": i18n.long_date(before), "now": i18n.long_date(now)}
    if before == now:
        words = i18n.text("Une règle a changé : le dernier jour légal de votre dossier change.")
    return words.format(since=since, **days)


def details(one: "MovedDay") -> Iterator[str]:
    """Yield which rule, what the last legal day was and becomes, and what is to be done."""
    rule, read_on = i18n.pack_text(one.rule), i18n.long_date(one.read_on)
    yield i18n.text("La règle : {rule}. Elle a été lue le {day}.").format(rule=rule, day=read_on)
    yield i18n.labelled(i18n.text("Ce qui est attendu"), timeline_words.what_is_awaited(one.event))
    if last := _last_days(one.before, one.now):
        yield last
    before, now = one.before.acting, one.now.acting
    later = before is not None and now is not None and now > before
    if later and not timeline_words.is_answer_awaited(one.event):
        yield i18n.text("Tant qu’elle n’est pas passée, l’ancienne date reste la plus sûre.")


def elsewhere(found: "Sequence[MovedDay]") -> Iterator[str]:
    """Yield where the former dates may stand still, out of the program."""
    if any(one.printed for one in found):
        yield i18n.text("Le papier que vous avez imprimé porte l’ancienne date : corrigez-la.")
    yield i18n.text("Si vous avez noté l’ancienne date dans un agenda, corrigez-la aussi.")


def would_move(one: "MovedDay") -> str:
    """Return what a law that is not accepted yet would do to a date."""
    before, now = one.before.acting, one.now.acting
    if before is None or now is None:
        words, days = i18n.text("{dossier} : la règle ne donnera plus de date"), {}
    else:
        words = i18n.text("{dossier} : du {before} au {now}")
        days = {"before": i18n.long_date(before), "now": i18n.long_date(now)}
        if before == now and one.before.last and one.now.last:
            words = i18n.text("{dossier} : dernier jour légal, du {before} au {now}")
            last, later = day_of(one.before.last), day_of(one.now.last)
            days = {"before": i18n.long_date(last), "now": i18n.long_date(later)}
    return words.format(dossier=timeline_words.for_whom(one.event), **days)


def in_short(one: "MovedDay") -> str:
    """Return the same in one line, with whose dossier it is."""
    return i18n.labelled(timeline_words.for_whom(one.event), moved(one))


def _last_days(before: "Days", now: "Days") -> str:
    if before.last is None or now.last is None or before.last == now.last:
        return ""
    words = i18n.text("Dernier jour légal : avant, le {before} ; maintenant, le {now}.")
    return words.format(
        before=i18n.long_date(day_of(before.last)), now=i18n.long_date(day_of(now.last))
    )
