"""Reading frozen months: which there are, the figures of one, and how they stand to those of the month before."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import Measures, Share
from quizapp.services.allowed import demand
from quizapp.services.reports.months.chosen import ChosenQuiz, choose_quiz
from quizapp.services.reports.months.editions import Edition, OpenedEdition, open_edition, read_edition
from quizapp.services.reports.months.figures import read_figures
from quizapp.services.reports.months.month_days import (
    freezes_on,
    last_day,
    month_of,
    months_between,
    next_month,
    previous_month,
)
from quizapp.services.reports.months.on_time import count_on_time
from quizapp.services.reports.months.teams import open_floor
from quizapp.services.reports.organisation import OrganisationReport
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports import frozen_months
from quizapp.storage.queries.reports.frozen_months import HeadlineRow
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its newest edition with its headlines, or when it freezes.

    On-time completion of a month that has ended is known before it is frozen; that of the running one is not.
    """

    month: date
    edition: Edition | None
    compliance: Share | None
    on_time: Share | None
    freezes_on: date


@dataclass(frozen=True, slots=True)
class MonthList:
    """The months of a quiz, the newest first."""

    quiz: ChosenQuiz
    time_zone: str
    lines: tuple[MonthLine, ...]


@dataclass(frozen=True, slots=True)
class MonthBefore:
    """The headlines of the newest edition of the month before."""

    month: date
    measures: Measures
    on_time: Share


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """A frozen month, or one team of it, as other reports have it, with what it has beside.

    `line_on_time` has on-time completion for each line of the report, in their order; `before` is None for a team, and
    where the month before is not frozen.
    """

    report: OrganisationReport
    month: date
    edition: Edition
    editions: tuple[Edition, ...]
    on_time: Share
    line_on_time: tuple[Share, ...]
    before: MonthBefore | None

    @property
    def is_newest(self) -> bool:
        """Whether no further edition has been made."""
        return self.edition == self.editions[0]


def list_months(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> MonthList:
    """Every frozen month, those that wait to be frozen, and the running one."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        quiz = choose_quiz(actor.organisation_id, quiz_id)
        zone = get_organisation(actor.organisation_id).time_zone
        running = month_of(local_day(now, zone))
        rows = frozen_months.list_headlines(actor.organisation_id, quiz_id=quiz.id)
        frozen = [_read_line(row) for row in rows]
        known = {line.month for line in frozen}
        ended = {
            one.month: one.on_time
            for one in count_on_time(actor.organisation_id, quiz_id=quiz.id, until=previous_month(running))
        }
        first = next_month(max(known)) if known else min(ended, default=running)
        waiting = [
            MonthLine(month, None, None, ended.get(month), freezes_on(month))
            for month in months_between(first, running)
            if month not in known
        ]
        return MonthList(quiz, zone, (*reversed(waiting), *frozen))


def find_month_end(actor: Actor, day: date, *, quiz_id: int) -> MonthLine | None:
    """The newest edition of the month whose last day this is, where that month is frozen."""
    demand(actor, Permission.SEE_ORGANISATION)
    if day != last_day(month_of(day)):
        return None
    with snapshot():
        rows = frozen_months.list_headlines(actor.organisation_id, quiz_id=quiz_id)
    return next((_read_line(row) for row in rows if row.edition.month == month_of(day)), None)


def show_month(
    actor: Actor,
    month: date,
    *,
    now: datetime,
    quiz_id: int | None = None,
    edition: int | None = None,
    team_id: int | None = None,
) -> FrozenReport:
    """One edition of a month, the newest where none is named; of the whole, or of a team with those below it."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        opened = open_edition(actor, month, quiz_id=quiz_id, number=edition, now=now)
        floor = open_floor(opened.figures, team_id)
        report = OrganisationReport(
            head=opened.head,
            path=floor.path,
            measures=floor.measures,
            lines=floor.lines,
            statuses={},
            absences={},
            target=opened.figures.target,
            amber_points=opened.figures.amber_points,
        )
        return FrozenReport(
            report=report,
            month=month,
            edition=opened.edition,
            editions=opened.editions,
            on_time=floor.on_time_of_all,
            line_on_time=floor.on_time,
            before=_find_before(actor, opened) if team_id is None else None,
        )


def _read_line(row: HeadlineRow) -> MonthLine:
    month = row.edition.month
    return MonthLine(month, read_edition(row.edition), Share(*row.compliance), Share(*row.on_time), freezes_on(month))


def _find_before(actor: Actor, opened: OpenedEdition) -> MonthBefore | None:
    month = previous_month(opened.month)
    rows = frozen_months.list_editions(actor.organisation_id, quiz_id=opened.head.quiz_id, month=month)
    written = frozen_months.find_figures(actor.organisation_id, frozen_month_id=rows[0].id) if rows else None
    if written is None:
        return None
    figures = read_figures(written)
    return MonthBefore(month, figures.measures, figures.on_time)
