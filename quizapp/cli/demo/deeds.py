"""What managers and administrators did with the reports: said, shared, reminded, answered, counted anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.data_queries import QueryKind
from quizapp.cli.demo.days import Calendar
from quizapp.cli.demo.story import Deed
from quizapp.services.managing import data_queries, settlements, sharing
from quizapp.services.managing.data_queries import Word
from quizapp.services.people import people
from quizapp.services.reminders import by_manager
from quizapp.services.reports.months import freezing

FIRST_EDITION = 1


@dataclass(frozen=True, slots=True)
class Doer:
    """Whoever does a deed, and the quiz it is about."""

    operator: Actor
    quiz_id: int
    calendar: Calendar

    def do(self, deed: Deed, *, now: datetime) -> None:
        """Do it, as the person whose deed it is."""
        if deed.does == "share":
            self._share(deed, now=now)
        elif deed.does == "remind":
            self._remind(deed, now=now)
        elif deed.does == "answer":
            self._answer(deed, now=now)
        elif deed.does == "re-open":
            self._reopen(deed, now=now)
        else:
            until = None if deed.until is None else self.calendar.day(deed.until)
            word = Word(QueryKind(deed.does), until)
            data_queries.report_people(
                self._as(deed, Role.MANAGER), self._find(deed.about), quiz_id=self.quiz_id, word=word, now=now
            )

    def _share(self, deed: Deed, *, now: datetime) -> None:
        last_day = self.calendar.day(deed.until or 0)
        for email in deed.about:
            sharing.share_team(self._as(deed, Role.MANAGER), email=email, last_day=last_day, now=now)

    def _remind(self, deed: Deed, *, now: datetime) -> None:
        token = sha256(f"{deed.by}|{deed.days_ago}".encode()).hexdigest()[:32]
        by_manager.send_reminder(
            self._as(deed, Role.MANAGER),
            self._find(deed.about),
            quiz_id=self.quiz_id,
            note=deed.note,
            token=token,
            now=now,
        )

    def _answer(self, deed: Deed, *, now: datetime) -> None:
        administrator, asked = self._as(deed, Role.ADMINISTRATOR), self._find(deed.about)
        for report in settlements.list_reports(administrator, now=now).open:
            if report.person_id in asked:
                settlements.settle_report(administrator, report.id, note=deed.note, now=now)

    def _reopen(self, deed: Deed, *, now: datetime) -> None:
        month = self.calendar.day(deed.until or 0).replace(day=1)
        freezing.reopen_month(
            self._as(deed, Role.ADMINISTRATOR),
            month,
            quiz_id=self.quiz_id,
            reason=deed.note,
            seen=FIRST_EDITION,
            now=now,
        )

    def _as(self, deed: Deed, role: Role) -> Actor:
        return act(self.operator, deed.by, role)

    def _find(self, emails: Sequence[str]) -> list[int]:
        return [people.find_by_email(self.operator, email).id for email in emails]


def act(operator: Actor, email: str, *roles: Role) -> Actor:
    """Somebody of the organisation, acting for themselves."""
    found = people.find_by_email(operator, email)
    return Actor(operator.organisation_id, found.id, frozenset({Role.STAFF, *roles}))
