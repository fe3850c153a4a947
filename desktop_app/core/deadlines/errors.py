"""What can be wrong with a question put to the deadline engine."""

from desktop_app.core.errors import AppError, WithProblems


class UnknownProcedure(WithProblems):
    """No procedure of that name; the problem carries a near miss."""

    code = "unknown-procedure"


class UnknownEvent(WithProblems):
    """No event of that name. ``events``: those that fit the procedure."""

    code = "unknown-event"


class UnknownTerritory(WithProblems):
    """No territory of that name. ``territories``: those that exist."""

    code = "unknown-territory"


class PlaceElsewhere(AppError):
    """Another law holds where the decision was handed over. ``emergency``: the page that tells."""

    code = "place-elsewhere"


class PlaceNeeded(AppError):
    """The law depends on where the decision was handed over. ``territories``: where it differs."""

    code = "place-needed"
    exit_status = 2


class EventDoesNotFit(AppError):
    """The event does not start the delay of this procedure. ``events``: those that do."""

    code = "event-does-not-fit"


class NoDeadline(AppError):
    """The law gives this procedure no delay to compute. ``words``: what it says instead."""

    code = "no-deadline"


class OfNeeded(AppError):
    """The procedure that was refused or silent must be named. ``procedures``: those possible."""

    code = "of-needed"
    exit_status = 2


class OfDoesNotFit(AppError):
    """The procedure named does not lead to this one. ``procedures``: those that do."""

    code = "of-does-not-fit"


class OfNotExpected(AppError):
    """A procedure was named for an event that is about none."""

    code = "of-not-expected"
    exit_status = 2


class NoticeNotUnderstood(AppError):
    """The delay written on the notice is no length of time that we know."""

    code = "notice-not-understood"
    exit_status = 2


class NoticeNotExpected(AppError):
    """A notice's delay was given for an event that no notice starts."""

    code = "notice-not-expected"
    exit_status = 2


class SilenceOpensNothing(AppError):
    """The silence of this procedure starts no delay. ``meaning``: what it does."""

    code = "silence-opens-nothing"


class PickedUpNeeded(AppError):
    """The day at the counter must be given."""

    code = "picked-up-needed"
    exit_status = 2


class PickedUpNotExpected(AppError):
    """A day at the counter was given for another event."""

    code = "picked-up-not-expected"
    exit_status = 2


class PickedUpBeforePresentation(AppError):
    """The letter was picked up before it was presented."""

    code = "picked-up-before-presentation"


class OpenedNotExpected(AppError):
    """An opening, or an agreement, was given for a decision that is on no account."""

    code = "opened-not-expected"
    exit_status = 2


class OpenedBeforeArrival(AppError):
    """The message was opened before it was put on the account."""

    code = "opened-before-arrival"


class ReceivedNotExpected(AppError):
    """A day of arrival was given for an event whose date is that day."""

    code = "received-not-expected"
    exit_status = 2


class ReceivedBeforeDate(AppError):
    """The letter came before the day that is written on it, or before it was sent."""

    code = "received-before-date"


class HourNeeded(AppError):
    """The delay is in hours: the hour of the notification must be given."""

    code = "hour-needed"


class HourNotExpected(AppError):
    """The delay is in days or months: an hour means nothing."""

    code = "hour-not-expected"


class DateInFuture(AppError):
    """The event has not happened yet."""

    code = "date-in-future"


class DateTooOld(AppError):
    """No delay can still depend on an event that old. ``years``: the limit."""

    code = "date-too-old"


class AnswerBeforeRequest(AppError):
    """The answer is said to have come before the request was received."""

    code = "answer-before-request"


class DateNotUnderstood(AppError):
    """What was written is not a date of the form that is asked for."""

    code = "date-not-understood"


class HourNotUnderstood(AppError):
    """What was written is no hour of a day."""

    code = "hour-not-understood"


class DateDoesNotExist(AppError):
    """The calendar has no such day."""

    code = "date-does-not-exist"


class YearNotPlausible(AppError):
    """The year is outside of what a letter can bear. ``first``, ``last``: the years accepted."""

    code = "year-not-plausible"


class EventNeeded(AppError):
    """An event and its date must be given."""

    code = "event-needed"
    exit_status = 2
