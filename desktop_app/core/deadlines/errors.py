"""What can be wrong with a question put to the deadline engine."""

from desktop_app.core.errors import AppError, WithProblems


class UnknownProcedure(WithProblems):
    """No procedure of that name; the problem carries a near miss."""


class UnknownEvent(WithProblems):
    """No event of that name. ``events``: those that fit the procedure."""


class UnknownTerritory(WithProblems):
    """No territory of that name. ``territories``: those that exist."""


class PlaceElsewhere(AppError):
    """Another law holds where the decision was handed over. ``emergency``: the page that tells."""


class PlaceNeeded(AppError, exit_status=2):
    """The law depends on where the decision was handed over. ``territories``: where it differs."""


class EventDoesNotFit(AppError):
    """The event does not start the delay of this procedure. ``events``: those that do."""


class NoDeadline(AppError):
    """The law gives this procedure no delay to compute. ``words``: what it says instead."""


class OfNeeded(AppError, exit_status=2):
    """The procedure that was refused or silent must be named. ``procedures``: those possible."""


class OfDoesNotFit(AppError):
    """The procedure named does not lead to this one. ``procedures``: those that do."""


class OfNotExpected(AppError, exit_status=2):
    """A procedure was named for an event that is about none."""


class NoticeNotUnderstood(AppError, exit_status=2):
    """The delay written on the notice is no length of time that we know."""


class NoticeNotExpected(AppError, exit_status=2):
    """A notice's delay was given for an event that no notice starts."""


class SilenceOpensNothing(AppError):
    """The silence of this procedure starts no delay. ``meaning``: what it does."""


class PickedUpNeeded(AppError, exit_status=2):
    """The day at the counter must be given."""


class PickedUpNotExpected(AppError, exit_status=2):
    """A day at the counter was given for another event."""


class PickedUpBeforePresentation(AppError):
    """The letter was picked up before it was presented."""


class OpenedNotExpected(AppError, exit_status=2):
    """An opening, or an agreement, was given for a decision that is on no account."""


class OpenedBeforeArrival(AppError):
    """The message was opened before it was put on the account."""


class ReceivedNotExpected(AppError, exit_status=2):
    """A day of arrival was given for an event whose date is that day."""


class ReceivedBeforeDate(AppError):
    """The letter came before the day that is written on it, or before it was sent."""


class AddressNotExpected(AppError, exit_status=2):
    """What the body knew of an address was told of a decision that was sent to the right one."""


class ReceiptNotExpected(AppError, exit_status=2):
    """A receipt of the request was told of for an event that is no silence."""


class AskedNotExpected(AppError, exit_status=2):
    """The day legal aid was asked for was given for an event that is no decision on it."""


class AskedAfterAnswer(AppError):
    """Legal aid is said to have been asked for after the decision on it."""


class JudgeNotExpected(AppError, exit_status=2):
    """A judge was named where there is only one."""


class RemediesNotExpected(AppError, exit_status=2):
    """Missing remedies were told of where we do not know what they change."""


class PauseNotExpected(AppError, exit_status=2):
    """A mediation was told of where none suspends the delay."""


class PauseEndsBefore(AppError):
    """The mediation is said to have ended before it began."""


class HourNotExpected(AppError):
    """The delay is in days or months: an hour means nothing."""


class DateInFuture(AppError):
    """The event has not happened yet."""


class DateTooOld(AppError):
    """No delay can still depend on an event that old. ``years``: the limit."""


class AnswerBeforeRequest(AppError):
    """The answer is said to have come before the request was received."""


class DateNotUnderstood(AppError):
    """What was written is not a date of the form that is asked for."""


class HourNotUnderstood(AppError):
    """What was written is no hour of a day."""


class DateDoesNotExist(AppError):
    """The calendar has no such day."""


class YearNotPlausible(AppError):
    """The year is outside of what a letter can bear. ``first``, ``last``: the years accepted."""


class EventNeeded(AppError, exit_status=2):
    """An event and its date must be given."""
