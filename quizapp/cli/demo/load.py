"""Load the demo: its history happens again, through the same services as in earnest, with moments of the past."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.cli.demo.events import Calendar, Event, Kind, list_events
from quizapp.cli.demo.sitting import AnswerBook, make_answer_book, sit
from quizapp.cli.demo.story import Character, Demo, Story
from quizapp.services.attempts import learning
from quizapp.services.bank import documents, items, page_files
from quizapp.services.boosters import boosters
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.people import accounts, organisations, people, staff_import
from quizapp.services.quizzes import assignments, quizzes
from quizapp.services.quizzes.recipes import make_recipe

TIME_ZONE = "Europe/London"
JOB = "demo load"
SITUATIONS = ("T18", "T18a")
"""The templates of questions about a situation, each of which waits for a person."""
HEADING = ("name", "e-mail", "team", "manager's e-mail", "start date", "staff type")


@dataclass(frozen=True, slots=True)
class Stage:
    """One organisation while its story is told."""

    story: Story
    calendar: Calendar
    operator: Actor

    def actor(self, email: str, *roles: Role) -> Actor:
        """Somebody of the organisation, acting for themselves."""
        found = people.find_by_email(self.operator, email)
        return Actor(self.operator.organisation_id, found.id, frozenset({Role.STAFF, *roles}))


def load_demo(demo: Demo, *, now: datetime, say: Callable[[str], None]) -> None:
    """Load every organisation, the one after the other."""
    for story in demo.stories:
        say(f"Loading {story.name} …")
        _load_story(story, password=demo.password, now=now)


def is_loaded(demo: Demo) -> bool:
    """Whether every organisation is there to the end: the administrator is what is added last."""
    try:
        for story in demo.stories:
            operator, _ = organisations.console_for(story.slug, job=JOB)
            people.find_by_email(operator, story.administrator_email)
    except NotFound:
        return False
    return True


def _load_story(story: Story, *, password: str, now: datetime) -> None:
    zone = ZoneInfo(TIME_ZONE)
    calendar = Calendar(now.astimezone(zone).date(), zone)
    first, *later = list_events(story, calendar)
    organisations.add_organisation(
        story.name, slug=story.slug, time_zone=TIME_ZONE, job=JOB, now=first.at - timedelta(days=1)
    )
    stage = Stage(story, calendar, organisations.console_for(story.slug, job=JOB)[0])
    _load_staff(stage, first)
    quiz_id, book = _launch(stage, now=first.at + timedelta(hours=1))
    for event in (first, *later):
        _happen(stage, event, quiz_id=quiz_id, book=book)
    boosters.issue_boosters(stage.operator, now=now)
    _open_accounts(stage, password=password, now=now)


def _launch(stage: Stage, *, now: datetime) -> tuple[int, AnswerBook]:
    """The author adds the page, approves what passed every check and needs no second look, and publishes."""
    for account in stage.story.accounts:
        if account.is_author:
            person = people.find_by_email(stage.operator, account.email)
            people.grant_role(stage.operator, person.id, role=Role.AUTHOR, now=now)
    author = stage.actor(stage.story.author, Role.AUTHOR)
    page = page_files.list_shipped_pages()[stage.story.slug]
    details = page_files.find_details(page)
    if details is None:
        raise Invalid("file", f"There is no document.toml beside {page}.")
    added = documents.add_page(author, page, details=details, now=now)
    items.approve_drafts(author, added.document_id, now=now + timedelta(hours=1))
    for item in items.show_bank(author, added.document_id).items:
        if item.template in SITUATIONS:
            items.approve(author, item.id, reason="Read with a ward manager", now=now + timedelta(hours=1))
    published = quizzes.publish_quiz(
        author,
        stage.story.quiz,
        document_title=details.title,
        recipe=make_recipe(),
        now=now + timedelta(hours=2),
    )
    return published.quiz.id, make_answer_book(items.show_bank(author, added.document_id).items)


def _happen(stage: Stage, event: Event, *, quiz_id: int, book: AnswerBook) -> None:
    if event.kind is Kind.STAFF_FILE:
        _load_staff(stage, event)
        everybody = assignments.Audience(everybody=True)
        assignments.assign_quiz(stage.operator, quiz_id, audience=everybody, now=event.at + timedelta(hours=2))
        return
    (person,) = event.people
    actor = stage.actor(person.email)
    if event.kind is Kind.TRY and event.sitting:
        (card,) = learning.list_my_quizzes(actor, now=event.at)
        sit(actor, card.assignment_id, wrong=event.sitting.wrong, book=book, now=event.at)
    elif event.kind is Kind.ABSENCE and person.away:
        back = person.away.back_days_ago
        people.record_absence(
            stage.operator,
            actor.person_id or 0,
            kind=AbsenceKind(person.away.kind),
            from_date=stage.calendar.day(person.away.days_ago),
            returns_on=None if back is None else stage.calendar.day(back),
            now=event.at,
        )
    elif event.kind is Kind.LEAVING and person.leaving:
        last_day = stage.calendar.day(person.leaving.last_day_days_ago)
        people.end_post(stage.operator, actor.person_id or 0, last_day=last_day, now=event.at)


def _load_staff(stage: Stage, event: Event) -> None:
    data = write_staff_file(event.people, stage.calendar)
    name = f"staff-{event.at.date()}.csv"
    staff_import.load_staff(stage.operator, data, file_name=name, token=name, now=event.at)


def write_staff_file(characters: Sequence[Character], calendar: Calendar) -> bytes:
    """The characters as a staff file that could be loaded by hand."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADING)
    for one in characters:
        start = calendar.day(one.started_days_ago)
        writer.writerow((one.name, one.email, one.team, one.manager_email, start.isoformat(), one.staff_type))
    return text.getvalue().encode()


def _open_accounts(stage: Stage, *, password: str, now: datetime) -> None:
    """Whoever a visitor may sign in as sets the demo's password through a one-time link; the administrator is last."""
    for account in stage.story.accounts:
        _set_password(stage, people.find_by_email(stage.operator, account.email).id, password=password, now=now)
    administrator = people.add_person(
        stage.operator,
        name=stage.story.administrator_name,
        email=stage.story.administrator_email,
        roles=frozenset({Role.ADMINISTRATOR}),
        now=now,
    )
    _set_password(stage, administrator.id, password=password, now=now)


def _set_password(stage: Stage, person_id: int, *, password: str, now: datetime) -> None:
    link = accounts.issue_link(stage.operator, person_id, now=now)
    accounts.end_session(accounts.use_link(link, password=password, now=now), now=now)
