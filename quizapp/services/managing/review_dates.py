"""Who of a manager's teams reaches a review in the days to come, and where they stand with the quiz."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import months_after
from quizapp.services.allowed import demand
from quizapp.services.reports.heads import ReportHead, make_head
from quizapp.services.reports.rows import ReportRow, make_rows
from quizapp.storage.queries import teams
from quizapp.storage.queries.managing.review_dates import list_starters
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.queries.reports import standings
from quizapp.storage.queries.reports.standings import Listing
from quizapp.storage.transaction import snapshot

DAYS_AHEAD = 28
INDUCTION_MONTHS = 1
_LEAST_MONTH, _LONGEST_MONTH = 28, 31


class ReviewKind(StrEnum):
    """What falls on the day."""

    INDUCTION = "induction"
    """One month in post."""
    PROBATION = "probation"
    """The final one, so many months after the start as the organisation has set."""


@dataclass(frozen=True, slots=True)
class Review:
    """One review of one person; `row` is None for who has not been given the quiz."""

    person_id: int
    name: str
    team: str
    kind: ReviewKind
    on: date
    start_date: date
    row: ReportRow | None


@dataclass(frozen=True, slots=True)
class ReviewDates:
    """The reviews from today to the last day, the next one first."""

    head: ReportHead
    last_day: date
    probation_months: int
    has_team: bool
    reviews: tuple[Review, ...]


def list_review_dates(actor: Actor, *, now: datetime, quiz_id: int | None = None) -> ReviewDates:
    """The reviews of the next 28 days in the actor's teams and those below; raises NotFound where there is no quiz.

    Agency workers, volunteers and students have none, nor has somebody who leaves before the day.
    """
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        head = make_head(actor, quiz_id=quiz_id, now=now)
        day, months = head.on.day, get_organisation(actor.organisation_id).probation_months
        tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id or 0, on=day)
        began = [_could_have_begun(day, number) for number in (INDUCTION_MONTHS, months)]
        starters = list_starters(actor.organisation_id, team_ids=tree, on=day, began=began) if tree else []
        found = standings.list_standings(
            actor.organisation_id, quiz_id=head.quiz_id, moment=head.moment, listing=Listing(team_ids=tree)
        )
        rows = {row.person_id: row for row in make_rows(found, head)} if starters else {}
        reviews = [
            Review(one.person_id, one.name, one.team, kind, on, one.start_date, rows.get(one.person_id))
            for one in starters
            for kind, on in find_reviews(one.start_date, day=day, probation_months=months)
            if one.end_date is None or one.end_date >= on
        ]
        last_day = day + timedelta(days=DAYS_AHEAD)
        return ReviewDates(head, last_day, months, bool(tree), tuple(sorted(reviews, key=lambda review: review.on)))


def find_reviews(start: date, *, day: date, probation_months: int) -> Iterator[tuple[ReviewKind, date]]:
    """The reviews that fall from a day to 28 days after it."""
    for kind, months in ((ReviewKind.INDUCTION, INDUCTION_MONTHS), (ReviewKind.PROBATION, probation_months)):
        on = months_after(start, months)
        if day <= on <= day + timedelta(days=DAYS_AHEAD):
            yield kind, on


def _could_have_begun(day: date, months: int) -> tuple[date, date]:
    """Days between which a post began whose review falls in the days to come; some more, never fewer."""
    latest = day + timedelta(days=DAYS_AHEAD - months * _LEAST_MONTH)
    return day - timedelta(days=months * _LONGEST_MONTH), latest
