"""Load the demo: its history happens again, through the same services as in earnest, with moments of the past."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask import current_app

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.cli.demo.crowd import gather
from quizapp.cli.demo.days import Calendar
from quizapp.cli.demo.deeds import act
from quizapp.cli.demo.events import Event, list_events
from quizapp.cli.demo.routine import list_routine
from quizapp.cli.demo.sitting import AnswerBook, make_answer_book
from quizapp.cli.demo.stage import Stage, load_staff, turn_reminders
from quizapp.cli.demo.story import Demo, Story
from quizapp.services.attempts.boosters import boosters
from quizapp.services.bank import documents, items, page_files
from quizapp.services.errors import Invalid, NotFound
from quizapp.services.people import accounts, organisations, people
from quizapp.services.quizzes import quizzes
from quizapp.services.quizzes.recipes import make_recipe

TIME_ZONE = "Europe/London"
JOB = "demo load"
SITUATIONS = ("T18", "T18a")
"""The templates of questions about a situation, each of which waits for a person."""

Say = Callable[[str], None]


def load_demo(demo: Demo, *, now: datetime, say: Say) -> None:
    """Load every organisation, the one after the other."""
    for story in demo.stories:
        say(f"Loading {story.name} …")
        _load_story(story, password=demo.password, now=now, say=say)


def is_loaded(demo: Demo) -> bool:
    """Whether every organisation is there to the end: the administrator is what is added last."""
    try:
        for story in demo.stories:
            operator, _ = organisations.console_for(story.slug, job=JOB)
            people.find_by_email(operator, story.administrator_email)
    except NotFound:
        return False
    return True


def _load_story(story: Story, *, password: str, now: datetime, say: Say) -> None:
    zone = ZoneInfo(TIME_ZONE)
    calendar = Calendar(now.astimezone(zone).date(), zone)
    everybody = (*story.characters, *gather(story, calendar))
    events = [*list_events(story, calendar, people=everybody), *list_routine(story, calendar)]
    events.sort(key=lambda event: event.at)
    opened = events[0].at
    organisations.add_organisation(
        story.name, slug=story.slug, time_zone=TIME_ZONE, job=JOB, now=opened - timedelta(days=1)
    )
    operator, _ = organisations.console_for(story.slug, job=JOB)
    turn_reminders(operator, on=False, now=opened)
    load_staff(operator, events[0], calendar=calendar)
    say("  its values page: read, questions written, approved and published")
    quiz_id, book = _launch(story, operator, now=opened + timedelta(hours=1))
    stage = Stage(story, calendar, operator, quiz_id, book, current_app.extensions["quizapp.post_office"]())
    _tell(stage, events, say=say)
    boosters.issue_boosters(operator, now=now)
    _open_accounts(stage, password=password, now=now)


def _tell(stage: Stage, events: Sequence[Event], *, say: Say) -> None:
    """Let everything happen, and say at the turn of each quarter how far it is."""
    told = events[0].at
    for event in events:
        if (event.at.month - 1) // 3 != (told.month - 1) // 3:
            say(f"  history up to {event.at:%B %Y}")
            told = event.at
        stage.happen(event)


def _launch(story: Story, operator: Actor, *, now: datetime) -> tuple[int, AnswerBook]:
    """The author adds the page, approves what passed every check and needs no second look, and publishes."""
    for account in story.accounts:
        if account.is_author:
            person = people.find_by_email(operator, account.email)
            people.grant_role(operator, person.id, role=Role.AUTHOR, now=now)
    officer = people.find_by_email(operator, story.officer)
    people.grant_role(operator, officer.id, role=Role.ADMINISTRATOR, now=now)
    author = act(operator, story.author, Role.AUTHOR)
    page = page_files.list_shipped_pages()[story.slug]
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
        story.quiz,
        document_title=details.title,
        recipe=make_recipe(valid_months=story.valid_months),
        now=now + timedelta(hours=2),
    )
    bank = items.show_bank(author, added.document_id).items
    return published.quiz.id, make_answer_book(bank, hardest=story.hardest)


def _open_accounts(stage: Stage, *, password: str, now: datetime) -> None:
    """Whoever a visitor may sign in as sets the demo's password through a one-time link; the administrator is last."""
    story, operator = stage.story, stage.operator
    for account in story.accounts:
        _set_password(operator, people.find_by_email(operator, account.email).id, password=password, now=now)
    administrator = people.add_person(
        operator,
        name=story.administrator_name,
        email=story.administrator_email,
        roles=frozenset({Role.ADMINISTRATOR}),
        now=now,
    )
    _set_password(operator, administrator.id, password=password, now=now)


def _set_password(operator: Actor, person_id: int, *, password: str, now: datetime) -> None:
    link = accounts.issue_link(operator, person_id, now=now)
    accounts.end_session(accounts.use_link(link, password=password, now=now), now=now)
