"""What every report says about itself: whose, which quiz, which day; asked inside a transaction."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import ReportDay, local_day
from quizapp.services.errors import Invalid, NotFound
from quizapp.storage.facts.dated_facts import Moment
from quizapp.storage.queries import quizzes
from quizapp.storage.queries.organisations import get_organisation

FIRST_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class ReportHead:
    """The organisation, the quiz among those there are, and the day; `as_at` is when the report was made."""

    organisation: str
    time_zone: str
    quiz_id: int
    quiz_title: str
    quizzes: tuple[tuple[int, str], ...]
    on: ReportDay
    as_at: datetime
    shows_scores: bool
    ends: datetime
    """When the day of the report is over: its local midnight, or now."""

    @property
    def moment(self) -> Moment:
        """The same as queries take it."""
        return Moment(self.on, self.ends)


def make_head(actor: Actor, *, quiz_id: int | None, now: datetime, day: date | None = None) -> ReportHead:
    """The first quiz where none is named, today where no day is.

    Raises NotFound where there is no quiz, Invalid("day") for one that is still to come, or long before any record.
    """
    organisation = get_organisation(actor.organisation_id)
    moment = read_moment(now, organisation.time_zone, day=day)
    known = tuple((quiz.id, quiz.title) for quiz, _ in quizzes.list_quizzes(actor.organisation_id))
    if not known:
        raise NotFound("No quiz has been published yet.")
    chosen = known[0][0] if quiz_id is None else quiz_id
    titles = dict(known)
    if chosen not in titles:
        raise NotFound("There is no such quiz.")
    return ReportHead(
        organisation=organisation.name,
        time_zone=organisation.time_zone,
        quiz_id=chosen,
        quiz_title=titles[chosen],
        quizzes=known,
        on=moment.on,
        as_at=now,
        shows_scores=organisation.managers_see_scores,
        ends=moment.ends,
    )


def read_moment(now: datetime, time_zone: str, *, day: date | None) -> Moment:
    """Today as it stands, or the end of a past day."""
    today = local_day(now, time_zone)
    if day is None or day == today:
        return Moment(ReportDay(today, is_over=False), now)
    if day > today:
        raise Invalid("day", "Give a day that is not in the future.")
    if day < FIRST_DAY:
        raise Invalid("day", "Give a day from 1 January 2000 on.")
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(time_zone))
    return Moment(ReportDay(day, is_over=True), midnight - timedelta(microseconds=1))
