"""The people behind on-time completion of a month that is not frozen yet, from the record as it is."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services.allowed import demand
from quizapp.services.errors import NotFound
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.months.behind import DueGroup, DueRow
from quizapp.services.reports.months.month_days import last_day, month_of
from quizapp.services.reports.rows import NO_TEAM
from quizapp.storage.queries import teams
from quizapp.storage.queries.reports import due_months, frozen_months
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class MonthPeople:
    """Who is counted, by name; a frozen month has its people with its newest `edition`, and none here."""

    head: ReportHead
    month: date
    edition: int | None
    rows: tuple[DueRow, ...]


def list_month(actor: Actor, month: date, *, group: DueGroup, now: datetime, quiz_id: int | None = None) -> MonthPeople:
    """Those who fell due in a month that is over, or those of them who passed in time or did not."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        if month != month_of(month) or last_day(month) >= head.on.day:
            raise NotFound("There is no such list.")
        editions = frozen_months.list_editions(actor.organisation_id, quiz_id=head.quiz_id, month=month)
        if editions:
            return MonthPeople(head, month, editions[0].edition, ())
        found = due_months.list_due(actor.organisation_id, quiz_id=head.quiz_id, first=month, last=last_day(month))
        names = teams.list_names(actor.organisation_id, team_ids={one.team_id for one in found if one.team_id})
    rows = tuple(DueRow(one.name, names.get(one.team_id or 0, NO_TEAM), one.due_on, one.passed_on) for one in found)
    return MonthPeople(head, month, None, tuple(row for row in rows if _belongs(row, group)))


def _belongs(row: DueRow, group: DueGroup) -> bool:
    return group is DueGroup.DUE or row.is_on_time == (group is DueGroup.ON_TIME)
