"""Freezing months: a month's figures and the people behind them are written down a week after it ended, for good."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.measures import Measures, Share, count_crowds, with_median
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit, keep_printable
from quizapp.services.reports.groups import count_overdue_ages
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.months.figures import (
    NOBODY,
    NOTHING,
    FrozenFigures,
    FrozenTeam,
    add_shares,
    add_up,
    count_people,
    write_figures,
)
from quizapp.services.reports.months.month_days import last_day, may_freeze, month_of, months_between, previous_month
from quizapp.services.reports.rows import NO_TEAM
from quizapp.storage.queries import quizzes, teams
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports import freezing, frozen_months
from quizapp.storage.queries.reports.due_months import count_due_by_team
from quizapp.storage.transaction import Outrun, snapshot, steady_transaction

LONGEST_REASON = 500
MOVED_ON = "Somebody else has re-opened this month since you opened this page. Look at the new edition first."


@dataclass(frozen=True, slots=True)
class OpenMonth:
    """A month of a quiz that waits to be frozen."""

    quiz_id: int
    quiz_title: str
    month: date


@dataclass(frozen=True, slots=True)
class Frozen:
    """An edition of a month that was just written down: its two headlines, and how many people stand behind it."""

    quiz_title: str
    month: date
    edition: int
    people: int
    compliance: Share
    on_time: Share


def freeze_months(actor: Actor, *, now: datetime) -> list[Frozen]:
    """Freeze every month that has waited long enough and is not frozen, the oldest first, each for itself.

    Done again, or by several at once, no month is frozen twice.
    """
    done = [freeze_month(actor, open_month, now=now) for open_month in list_open_months(actor, now=now)]
    return [frozen for frozen in done if frozen is not None]


def list_open_months(actor: Actor, *, now: datetime) -> list[OpenMonth]:
    """The months to be frozen now: all since a quiz was first given to somebody, up to when it was withdrawn."""
    demand(actor, Permission.MANAGE_REPORTS)
    with snapshot():
        zone = get_organisation(actor.organisation_id).time_zone
        today = local_day(now, zone)
        found = []
        for quiz, _ in quizzes.list_quizzes(actor.organisation_id):
            first = freezing.find_first_assigned(actor.organisation_id, quiz_id=quiz.id)
            last = month_of(local_day(quiz.withdrawn_at, zone)) if quiz.withdrawn_at else previous_month(today)
            if first is None:
                continue
            frozen = frozen_months.list_frozen(actor.organisation_id, quiz_id=quiz.id)
            found += [
                OpenMonth(quiz.id, quiz.title, month)
                for month in months_between(month_of(first), last)
                if month not in frozen and may_freeze(month, today=today)
            ]
        return found


def freeze_month(actor: Actor, wanted: OpenMonth, *, now: datetime) -> Frozen | None:
    """Write down the first edition of a month; None where it is there already, or somebody is just writing it."""
    demand(actor, Permission.MANAGE_REPORTS)
    try:
        with steady_transaction():
            if wanted.month in frozen_months.list_frozen(actor.organisation_id, quiz_id=wanted.quiz_id):
                return None
            return _write(actor, wanted.quiz_id, wanted.month, edition=1, reason=None, now=now)
    except Outrun:
        return None


def reopen_month(actor: Actor, month: date, *, quiz_id: int, reason: str, seen: int, now: datetime) -> Frozen:
    """Count a frozen month anew as a further edition; the earlier ones stay as they are.

    `seen` is the newest edition that the page showed. Raises Invalid without a reason, NotFound for a month that is
    not frozen, Conflict where there is a newer edition.
    """
    demand(actor, Permission.MANAGE_REPORTS)
    reason = keep_printable(reason)
    if not reason:
        raise Invalid("reason", "Say why the month is re-opened.")
    demand_fit("reason", reason, most=LONGEST_REASON)
    try:
        with steady_transaction():
            editions = frozen_months.list_editions(actor.organisation_id, quiz_id=quiz_id, month=month)
            if not editions:
                raise NotFound("This month is not frozen.")
            if editions[0].edition != seen:
                raise Conflict(MOVED_ON)
            written = _write(actor, quiz_id, month, edition=seen + 1, reason=reason, now=now)
    except Outrun:
        raise Conflict(MOVED_ON) from None
    if written is None:
        raise Conflict(MOVED_ON)
    return written


def _write(
    actor: Actor, quiz_id: int, month: date, *, edition: int, reason: str | None, now: datetime
) -> Frozen | None:
    head = make_head(actor, quiz_id=quiz_id, now=now, day=last_day(month))
    figures = _count(actor, head)
    frozen_month_id = freezing.add_month(
        actor.organisation_id,
        values={
            "quiz_id": quiz_id,
            "month": month,
            "edition": edition,
            "taken_at": now,
            "person_id": actor.person_id,
            "job": actor.job,
            "reason": reason,
            "figures": write_figures(figures),
        },
    )
    if frozen_month_id is None:
        return None
    freezing.copy_standings(actor.organisation_id, frozen_month_id=frozen_month_id, quiz_id=quiz_id, moment=head.moment)
    freezing.copy_due(
        actor.organisation_id, frozen_month_id=frozen_month_id, quiz_id=quiz_id, first=month, last=head.on.day
    )
    people = count_people(figures.measures)
    action, subject = "month frozen" if edition == 1 else "month re-opened", f"quiz {quiz_id}, {month:%Y-%m}"
    audit.record(actor, action, subject=subject, now=now, details={"edition": edition, "people": people})
    return Frozen(head.quiz_title, month, edition, people, figures.measures.compliance, figures.on_time)


def _count(actor: Actor, head: ReportHead) -> FrozenFigures:
    """The whole and every team, counted by the rules of every other report."""
    organisation = get_organisation(actor.organisation_id)
    measures: dict[int | None, Measures] = {}
    ages: Counter[int] = Counter()
    for team_id, crowds in freezing.stream_teams(actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment):
        measures[team_id] = count_crowds(((crowd.standing, crowd.people) for crowd in crowds), head.on)
        ages.update(count_overdue_ages(crowds, head.on))
    due = count_due_by_team(actor.organisation_id, quiz_id=head.quiz_id, first=month_of(head.on.day), last=head.on.day)
    on_time = {team_id: Share(share.on_time, share.people) for team_id, share in due.items()}
    return FrozenFigures(
        quiz_title=head.quiz_title,
        day=head.on.day,
        target=organisation.target,
        amber_points=organisation.amber_points,
        measures=with_median(add_up(measures.values()), ages),
        on_time=add_shares(on_time.values()),
        teams=_list_teams(actor, head, measures, on_time),
    )


def _list_teams(
    actor: Actor, head: ReportHead, measures: Mapping[int | None, Measures], on_time: Mapping[int | None, Share]
) -> tuple[FrozenTeam, ...]:
    """The teams somebody was in and all above them, by name, then the people without one."""
    parents = teams.list_places(actor.organisation_id, on=head.on.day)
    wanted: set[int | None] = {*measures, *on_time}
    for team_id in [*wanted]:
        above = parents.get(team_id) if team_id is not None else None
        while above is not None and above not in wanted:
            wanted.add(above)
            above = parents.get(above)
    named: list[tuple[int | None, str]] = [(team.id, team.name) for team in teams.list_teams(actor.organisation_id)]
    return tuple(
        FrozenTeam(
            team_id,
            name,
            None if team_id is None else parents.get(team_id),
            measures.get(team_id, NOBODY),
            on_time.get(team_id, NOTHING),
        )
        for team_id, name in [*named, (None, NO_TEAM)]
        if team_id in wanted
    )
