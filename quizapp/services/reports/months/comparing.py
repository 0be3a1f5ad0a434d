"""A frozen month beside what the record says today about its last day: whose facts have changed since, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.measures import Measures, Share, count_crowds
from quizapp.services.allowed import demand
from quizapp.services.reports.heads import ReportHead
from quizapp.services.reports.months.behind import EditionKey
from quizapp.services.reports.months.editions import Edition, open_edition
from quizapp.services.reports.rows import NO_TEAM
from quizapp.storage.queries.reports.crowds import list_crowds
from quizapp.storage.queries.reports.due_months import count_due
from quizapp.storage.queries.reports.month_changes import ChangedRow, list_changed
from quizapp.storage.queries.reports.month_changes import PersonThen as PersonThen
from quizapp.storage.transaction import snapshot


class Difference(StrEnum):
    """How the record of today differs from what was frozen; one person may differ in several ways."""

    LEFT = "left"
    """Recorded since as a leaver before that day was over."""
    WITHOUT_QUIZ = "without-quiz"
    """Without the quiz on that day by the record of today."""
    ADDED = "added"
    """On file for that day now, and not when it was frozen."""
    ABSENCE = "absence"
    DUE_DATE = "due-date"
    PASSED = "passed"
    TEAM = "team"
    POST = "post"
    """Another staff type or start date."""
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ChangedPerson:
    """Somebody who differs in one way: what was frozen, and what the record says today."""

    name: str
    team: str
    frozen: PersonThen | None
    today: PersonThen | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition and its last day as it would be counted today; only kinds of difference there are have an entry."""

    head: ReportHead
    edition: Edition
    frozen: Measures
    today: Measures
    frozen_on_time: Share
    today_on_time: Share
    differences: Mapping[Difference, tuple[ChangedPerson, ...]]


_READS: Mapping[Difference, Callable[[PersonThen], Any]] = {
    Difference.ABSENCE: lambda one: one.absence,
    Difference.DUE_DATE: lambda one: one.due_on,
    Difference.PASSED: lambda one: (one.passed_on, one.valid_until),
    Difference.TEAM: lambda one: one.team_id,
    Difference.POST: lambda one: (one.staff_type, one.start_date),
    Difference.NAME: lambda one: one.name,
}


def compare_month(actor: Actor, key: EditionKey, *, now: datetime) -> Comparison:
    """One edition of a month beside the record of today; raises NotFound for one there is not."""
    demand(actor, Permission.SEE_ORGANISATION)
    with snapshot():
        opened = open_edition(actor, key.month, quiz_id=key.quiz_id, number=key.edition, now=now)
        head, quiz_id = opened.head, opened.head.quiz_id
        crowds = list_crowds(actor.organisation_id, quiz_id=quiz_id, moment=head.moment)
        due = count_due(actor.organisation_id, quiz_id=quiz_id, first=key.month, last=head.on.day)
        changed = list_changed(
            actor.organisation_id, frozen_month_id=opened.edition.id, quiz_id=quiz_id, moment=head.moment
        )
        found = {kind: tuple(_tell(row) for row in changed if kind in _kinds(row)) for kind in Difference}
        return Comparison(
            head=head,
            edition=opened.edition,
            frozen=opened.figures.measures,
            today=count_crowds(((crowd.standing, crowd.people) for crowd in crowds), head.on),
            frozen_on_time=opened.figures.on_time,
            today_on_time=Share(sum(one.on_time for one in due), sum(one.people for one in due)),
            differences={kind: people for kind, people in found.items() if people},
        )


def _kinds(row: ChangedRow) -> set[Difference]:
    if row.frozen is None:
        return {Difference.ADDED}
    if row.today is None:
        return {Difference.LEFT if row.left_on else Difference.WITHOUT_QUIZ}
    return {kind for kind, read in _READS.items() if read(row.frozen) != read(row.today)}


def _tell(row: ChangedRow) -> ChangedPerson:
    known = row.frozen or row.today
    return ChangedPerson(row.name, (known.team if known else None) or NO_TEAM, row.frozen, row.today, row.left_on)
