"""One organisation while its story is told: who is who, and what happens through the services."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from quizapp.access.policy import Actor
from quizapp.assessment.population import AbsenceKind
from quizapp.cli.demo.days import Calendar, pick
from quizapp.cli.demo.deeds import Doer, act
from quizapp.cli.demo.events import Event, Kind
from quizapp.cli.demo.sitting import AnswerBook, answer_booster, sit
from quizapp.cli.demo.story import Character, Story
from quizapp.services.attempts import learning
from quizapp.services.attempts.boosters import boosters
from quizapp.services.people import absences, accounts, people, staff_import
from quizapp.services.people.accounts import Account
from quizapp.services.quizzes import assignments
from quizapp.services.quizzes.assignments import Audience
from quizapp.services.reminders import planning, sending
from quizapp.services.reminders.post_office import PostOffice
from quizapp.services.reports.months import freezing
from quizapp.services.reports.oversight import settings

HEADING = ("name", "e-mail", "team", "manager's e-mail", "start date", "staff type")


@dataclass(slots=True)
class Learner:
    """Somebody who has signed in, the quiz they were given, and their last attempt."""

    actor: Actor
    assignment_id: int
    attempt_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """An organisation with its quiz, and whoever has acted by now."""

    story: Story
    calendar: Calendar
    operator: Actor
    quiz_id: int
    book: AnswerBook
    office: PostOffice
    learners: dict[str, Learner] = field(default_factory=dict)

    def happen(self, event: Event) -> None:
        """Let one thing of the story happen."""
        if event.kind is Kind.STAFF_FILE:
            self._load_staff(event)
        elif event.kind is Kind.ROLL_OUT:
            self._assign(Audience(everybody=True), now=event.at)
        elif event.kind is Kind.FREEZING:
            freezing.freeze_months(self.operator, now=event.at)
        elif event.kind is Kind.REMINDERS_ON:
            turn_reminders(self.operator, on=True, now=event.at)
        elif event.kind is Kind.REMINDERS:
            remind(self.operator, self.office, now=event.at)
        elif event.kind is Kind.BOOSTERS:
            self._send_boosters(now=event.at)
        elif event.deed:
            Doer(self.operator, self.quiz_id, self.calendar).do(event.deed, now=event.at)
        else:
            for person in event.people:
                self._do(person, event)

    def _load_staff(self, event: Event) -> None:
        """Whoever has come since the launch is given the quiz, unless they hold it."""
        load_staff(self.operator, event, calendar=self.calendar)
        starters = tuple(one.email for one in event.people if one.started_days_ago <= self.calendar.launch)
        if starters:
            self._assign(Audience(emails=starters), now=event.at + timedelta(hours=6))

    def _assign(self, audience: Audience, *, now: datetime) -> None:
        assignments.assign_quiz(self.operator, self.quiz_id, audience=audience, now=now)

    def _do(self, person: Character, event: Event) -> None:
        if event.kind is Kind.TRY and event.sitting:
            learner = self._learner(person.email, now=event.at)
            learner.attempt_id = sit(
                *(learner.actor, learner.assignment_id),
                wrong=event.sitting.wrong,
                book=self.book,
                now=event.at,
                reviewed=learner.attempt_id,
            )
            return
        person_id = people.find_by_email(self.operator, person.email).id
        if event.kind is Kind.ABSENCE and person.away:
            back = person.away.back_days_ago
            absences.record_absence(
                *(self.operator, person_id),
                kind=AbsenceKind(person.away.kind),
                from_date=self.calendar.day(person.away.days_ago),
                returns_on=None if back is None else self.calendar.day(back),
                now=event.at,
            )
        elif event.kind is Kind.LEAVING and person.leaving:
            last_day = self.calendar.day(person.leaving.last_day_days_ago)
            people.end_post(self.operator, person_id, last_day=last_day, now=event.at)

    def _send_boosters(self, *, now: datetime) -> None:
        """One in four of those who get the two questions answers them, but nobody a visitor signs in as."""
        visitors = {account.email for account in self.story.accounts}
        for sent in boosters.issue_boosters(self.operator, now=now):
            if sent.email not in visitors and pick(4, sent.email, "answers") == 0:
                at = now + timedelta(hours=2 + pick(100, sent.email, "after"))
                answer_booster(sent.token, book=self.book, now=at)

    def _learner(self, email: str, *, now: datetime) -> Learner:
        """Whoever sits for the first time signs in before, as through the organisation's own sign-in: no password."""
        if email not in self.learners:
            actor = act(self.operator, email)
            account = Account(actor.person_id or 0, actor.organisation_id, self.story.name, accounts.prove(None))
            accounts.end_session(accounts.start_session(account, now=now), now=now)
            (card,) = learning.list_my_quizzes(actor, now=now)
            self.learners[email] = Learner(actor, card.assignment_id)
        return self.learners[email]


def remind(operator: Actor, office: PostOffice, *, now: datetime) -> None:
    """Plan what is due and send it, as the timer would."""
    planning.plan_messages(operator, now=now)
    worker = sending.new_worker()
    while sending.send_batch(operator, office, worker=worker, tell_time=lambda: now).claimed:
        pass


def turn_reminders(operator: Actor, *, on: bool, now: datetime) -> None:
    """Have reminders sent from now on, or not."""
    known = settings.show_settings(operator)
    settings.change_settings(operator, replace(known, sends_reminders=on), seen=known.fingerprint, now=now)


def load_staff(operator: Actor, event: Event, *, calendar: Calendar) -> None:
    """Load the staff file of a day."""
    name = f"staff-{event.at.date()}.csv"
    data = write_staff_file(event.people, calendar)
    staff_import.load_staff(operator, data, file_name=name, token=name, now=event.at)


def write_staff_file(characters: Sequence[Character], calendar: Calendar) -> bytes:
    """The characters as a staff file that could be loaded by hand."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for one in characters:
        start = calendar.day(one.started_days_ago)
        writer.writerow((one.name, one.email, one.team, one.manager_email, start.isoformat(), one.staff_type))
    return text.getvalue().encode()
