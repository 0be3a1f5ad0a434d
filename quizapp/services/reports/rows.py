"""One person of a report, with the status and the dates that follow from the facts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Progress, Status, days_late, needs_something, status_on
from quizapp.services.reports.heads import ReportHead
from quizapp.storage.queries.reports.standings import StandingRow

NO_TEAM = "No team"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One person of a report; the score is None unless the organisation shows it and there is a pass.

    `days_late` is None for who is not overdue. Why somebody is away is for the organisation's report alone.
    """

    person_id: int
    name: str
    team_id: int | None
    team: str
    status: Status
    progress: Progress
    needs_something: bool
    start_date: date
    due_on: date | None
    days_late: int | None
    passed_on: date | None
    valid_until: date | None
    absence: AbsenceKind | None
    tries: int
    score: int | None
    count: int | None


def make_rows(found: Iterable[StandingRow], head: ReportHead, *, with_absences: bool = False) -> Iterator[ReportRow]:
    """The rows of people, in the order they come."""
    for row in found:
        standing = row.standing
        yield ReportRow(
            person_id=standing.person_id,
            name=row.name,
            team_id=row.team_id,
            team=row.team or NO_TEAM,
            status=status_on(standing, head.on),
            progress=standing.progress,
            needs_something=needs_something(standing, head.on),
            start_date=standing.start_date,
            due_on=standing.effective_due_on,
            days_late=days_late(standing, head.on),
            passed_on=standing.passed_on,
            valid_until=standing.valid_until,
            absence=standing.absence if with_absences else None,
            tries=standing.submitted_attempts,
            score=row.score if head.shows_scores else None,
            count=row.count if head.shows_scores else None,
        )
