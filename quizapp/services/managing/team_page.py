"""What a manager's page shows: the report on the team, what was said about people, and when they were written to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import local_day
from quizapp.assessment.reminders.messages import MessageKind
from quizapp.services.managing.data_queries import Said, read_said
from quizapp.services.reports.reports import TeamReport, report_on_team
from quizapp.storage.queries import messages
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class Contact:
    """The last message to somebody about the quiz; `by` is the manager who asked for it, None where nobody did."""

    kind: MessageKind
    on: date
    by: str | None
    by_actor: bool
    is_waiting: bool


@dataclass(frozen=True, slots=True)
class ManagedTeam:
    """A report with what was said about people and when they were written to, by person; neither for a past day."""

    report: TeamReport
    said: Mapping[int, Said] = field(default_factory=dict)
    contacts: Mapping[int, Contact] = field(default_factory=dict)


def open_team(actor: Actor, *, now: datetime, quiz_id: int | None = None, day: date | None = None) -> ManagedTeam:
    """The people of the teams that the actor manages; raises what the report raises."""
    report = report_on_team(actor, now=now, quiz_id=quiz_id, day=day)
    head = report.head
    if head.on.is_over or not report.rows:
        return ManagedTeam(report)
    with snapshot():
        said = read_said(actor, [row.person_id for row in report.rows], quiz_id=head.quiz_id, day=head.on.day)
        needing = [row.person_id for row in report.rows if row.needs_something]
        last = messages.list_reminded(actor.organisation_id, needing, quiz_id=head.quiz_id) if needing else {}
    contacts = {
        person_id: Contact(
            kind=one.kind,
            on=local_day(one.at, head.time_zone),
            by=one.sender_name,
            by_actor=one.sender_id is not None and one.sender_id == actor.person_id,
            is_waiting=one.is_waiting,
        )
        for person_id, one in last.items()
    }
    return ManagedTeam(report, said, contacts)
