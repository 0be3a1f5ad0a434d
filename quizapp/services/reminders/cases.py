"""What is known of people when it is decided whether to write to them, asked inside the caller's transaction."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from quizapp.assessment.data_queries import QueryKind
from quizapp.assessment.deadlines import ReportDay, local_day
from quizapp.assessment.reminders.cadence import GAP_DAYS, Case, Step
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.storage.facts.dated_facts import Moment
from quizapp.storage.queries import cases, messages
from quizapp.storage.queries.cases import CaseRow
from quizapp.storage.queries.managing import data_queries


@dataclass(frozen=True, slots=True)
class People:
    """Whom to look at: everybody with the quiz, or only some teams, or only these people."""

    team_ids: Collection[int] | None = None
    person_ids: Collection[int] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A person and a quiz, and the case they make."""

    row: CaseRow
    case: Case

    @property
    def person_id(self) -> int:
        """Who it is."""
        return self.row.standing.person_id


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment at which something is or would be sent, and the day it is there."""

    at: datetime
    time_zone: str

    @property
    def day(self) -> date:
        """The organisation's calendar day."""
        return local_day(self.at, self.time_zone)

    @property
    def gap_began(self) -> datetime:
        """Whoever was written to since then is not to be written to now."""
        first = self.day - timedelta(days=GAP_DAYS - 1)
        return datetime.combine(first, time.min, ZoneInfo(self.time_zone))


def list_known(
    organisation_id: int, *, quiz_id: int, people: People, clock: Clock, looks_back: bool = True
) -> list[Known]:
    """The cases of everybody asked for; without looking back at what they were sent where a claim has seen to that."""
    rows = cases.list_cases(
        organisation_id,
        quiz_id=quiz_id,
        moment=Moment(ReportDay(clock.day, is_over=False), clock.at),
        team_ids=people.team_ids,
        person_ids=people.person_ids,
    )
    found = None if people == People() else [row.standing.person_id for row in rows]
    written = messages.list_written(organisation_id, since=clock.gap_began, person_ids=found) if looks_back else {}
    leaves = list_leaves(organisation_id, found, quiz_id=quiz_id, day=clock.day)
    return [Known(row, _make_case(row, clock=clock, written=written, leaves=leaves)) for row in rows]


def list_leaves(
    organisation_id: int, person_ids: Collection[int] | None, *, quiz_id: int, day: date
) -> dict[int, date]:
    """The first day back of everybody whose manager says that they are on leave, while nobody has said otherwise."""
    said = data_queries.list_open(organisation_id, person_ids, on=day, quiz_id=quiz_id)
    return {one.person_id: one.until_date for one in said if one.kind is QueryKind.ON_LEAVE and one.until_date}


def step_key(step: Step, *, assignment_id: int) -> str:
    """What tells a message of the cadence from every other one of the organisation."""
    return f"{step.occasion}:{assignment_id}"


def digest_key(monday: date, *, person_id: int) -> str:
    """What tells a manager's digest of one week from every other message."""
    return f"{MessageKind.DIGEST}:{monday}:{person_id}"


def _make_case(
    row: CaseRow, *, clock: Clock, written: Mapping[int, datetime | None], leaves: Mapping[int, date]
) -> Case:
    person_id = row.standing.person_id
    written_on = None
    if person_id in written:
        # What is still waiting goes out first, today at the earliest.
        written_on = local_day(written[person_id] or clock.at, clock.time_zone)
    return Case(
        standing=row.standing,
        assigned_on=row.assigned_on,
        has_email=row.email is not None,
        has_signed_in=row.has_signed_in,
        back_on=leaves.get(person_id),
        written_on=written_on,
    )
