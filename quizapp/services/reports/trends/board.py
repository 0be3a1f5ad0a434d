"""What a board is told on one page: the figures of a day, the trend up to it, and what needs somebody."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.assessment.trends.targets import Rating
from quizapp.services.reports.organisation import OrganisationReport, report_on_organisation
from quizapp.services.reports.oversight.exceptions import Exceptions, Matter, count_exceptions
from quizapp.services.reports.trends.on_time import OnTimeTrend, trace_on_time
from quizapp.storage.transaction import snapshot

MATTERS = (Matter.NEW, Matter.REFUSED, Matter.MANY_TRIES, Matter.UNMANAGED)
"""What is stuck and stands in no other number of the page."""


@dataclass(frozen=True, slots=True)
class BoardReport:
    """The three parts; exceptions are those of now, and None for a past day, as is the word of too few people."""

    report: OrganisationReport
    rating: Rating | None
    trend: OnTimeTrend
    exceptions: Exceptions | None


def report_to_board(actor: Actor, *, now: datetime, quiz_id: int | None = None, day: date | None = None) -> BoardReport:
    """All parts from one moment."""
    with snapshot():
        report = report_on_organisation(actor, now=now, quiz_id=quiz_id, day=day)
        head = report.head
        until = head.on.day if head.on.is_over else None
        trend = trace_on_time(actor, now=now, quiz_id=head.quiz_id, until=until)
        stuck = None if head.on.is_over else count_exceptions(actor, now=now, quiz_id=head.quiz_id, among=MATTERS)
    return BoardReport(report, report.rating, trend, stuck)
