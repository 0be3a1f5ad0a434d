"""The demo in the database: believable figures, every status, and nothing that did not come through a service."""

from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.status import Progress, Status
from quizapp.cli.demo.crowd import gather
from quizapp.cli.demo.days import Calendar
from quizapp.cli.demo.load import is_loaded
from quizapp.cli.demo.stage import write_staff_file
from quizapp.cli.demo.story import Story
from quizapp.services.attempts import learning
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.people import accounts, organisations, people
from quizapp.services.people.staff_file import read_staff_file
from quizapp.services.reports import organisation, reports
from quizapp.services.reports.rows import ReportRow
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.item import ItemReview
from quizapp.storage.models.person import WebSession
from tests.quizapp.cli.demo.loading import DEMO, LOADED_AT

pytestmark = pytest.mark.usefixtures("loaded")

CALENDAR = Calendar(LOADED_AT.date(), ZoneInfo("Europe/London"))
RUN_OUT = {Status.EXPIRED, Status.EXPIRING}

each_story = pytest.mark.parametrize("story", DEMO.stories, ids=lambda story: story.slug)


def operator_of(story: Story) -> Actor:
    return organisations.console_for(story.slug, job="tests")[0]


def actor_of(story: Story, email: str, *roles: Role) -> Actor:
    operator = operator_of(story)
    return Actor(operator.organisation_id, people.find_by_email(operator, email).id, frozenset({Role.STAFF, *roles}))


def rows_of(story: Story) -> dict[str, ReportRow]:
    """Everybody who holds the quiz, by name, as whoever is at the top sees them."""
    top = next(person for person in story.characters if not person.manager_email)
    report = reports.report_on_team(actor_of(story, top.email, Role.MANAGER), now=LOADED_AT)
    return {row.name: row for row in report.rows}


@each_story
def test_compliance_is_believable(story: Story) -> None:
    report = organisation.report_on_organisation(operator_of(story), now=LOADED_AT)
    assert 0.78 <= report.measures.compliance.count / report.measures.compliance.of <= 0.93
    assert report.measures.compliance.of >= 15
    assert len(report.lines) >= 5


@each_story
def test_every_status_occurs_and_overdue_in_every_shape(story: Story) -> None:
    rows = rows_of(story).values()
    never = {Status.LEFT} if story.valid_months else {Status.LEFT, *RUN_OUT}
    assert {row.status for row in rows} == set(Status) - never
    overdue = {row.progress for row in rows if row.status is Status.OVERDUE}
    assert overdue == {Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.NOT_PASSED_YET}
    assert any(row.tries >= 3 and row.status is Status.NOT_PASSED_YET for row in rows)
    assert any(row.tries >= 2 and row.status is Status.PASSED for row in rows)


@each_story
def test_what_was_told_is_what_happened(story: Story) -> None:
    rows = rows_of(story)
    newest = min(CALENDAR.staff_files())
    for person in (*story.characters, *gather(story, CALENDAR)):
        if person.name not in rows:
            assert person.leaving
            assert person.leaving.last_day_days_ago > 0
            continue
        row = rows[person.name]
        team = person.move.team if person.move and person.move.days_ago >= newest else person.team
        started = person.started_days_ago if person.returns is None else person.returns
        assert row.tries == sum(sitting.wrong is not None for sitting in person.tries)
        assert (row.team, row.start_date) == (team, CALENDAR.day(started))
        passes = [CALENDAR.day(one.days_ago) for one in person.tries if one.wrong is not None and one.wrong <= 1]
        assert row.passed_on == (passes[0] if passes else None)


@each_story
def test_the_new_starter_has_the_quiz_and_has_not_begun(story: Story) -> None:
    (card,) = learning.list_my_quizzes(actor_of(story, story.accounts[0].email), now=LOADED_AT)
    assert (card.title, card.attempts, card.open_attempt_id, card.is_overdue) == (story.quiz, 0, None, False)


@each_story
def test_the_author_finds_a_booster_under_my_learning(story: Story) -> None:
    (author,) = (account for account in story.accounts if account.email == story.author)
    assert "under My learning, two questions 12 weeks after the pass" in author.shows
    (booster,) = booster_links.list_my_boosters(actor_of(story, story.author), now=LOADED_AT)
    assert (booster.count, booster.next_position, booster.next_on) == (2, 1, None)


@each_story
def test_a_manager_sees_the_new_starter(story: Story) -> None:
    starter = next(person for person in story.characters if person.email == story.accounts[0].email)
    manager = actor_of(story, story.accounts[1].email, Role.MANAGER)
    report = reports.report_on_team(manager, now=LOADED_AT)
    assert starter.name in {row.name for row in report.rows}
    assert len(report.teams) >= 2
    assert any(row.needs_something for row in report.rows)


@each_story
def test_every_visitor_can_sign_in_and_is_what_the_table_says(story: Story) -> None:
    operator = operator_of(story)
    managers = {person.manager_email for person in story.characters}
    wanted = {
        account.email: {Role.STAFF}
        | ({Role.MANAGER} if account.email in managers else set())
        | ({Role.AUTHOR} if account.is_author else set())
        for account in story.accounts
    } | {story.administrator_email: {Role.STAFF, Role.ADMINISTRATOR}}
    for email, roles in wanted.items():
        (account,) = accounts.check_password(email, DEMO.password, client="here", now=LOADED_AT)
        visitor = accounts.find_visitor(accounts.start_session(account, now=LOADED_AT), now=LOADED_AT)
        assert visitor
        assert account.organisation_id == operator.organisation_id
        assert visitor.actor.roles == roles


def test_nobody_is_left_signed_in_and_nobody_else_can_sign_in() -> None:
    assert db.session.scalars(sa.select(WebSession).where(WebSession.ended_at.is_(None))).all() == []
    opened = {person.email for story in DEMO.stories for person in story.characters}
    opened -= {account.email for story in DEMO.stories for account in story.accounts}
    for email in sorted(opened)[:3]:
        with pytest.raises(Exception, match="does not match"):
            accounts.check_password(email, DEMO.password, client="here", now=LOADED_AT)


def test_items_were_approved_by_a_person() -> None:
    reviewers = set(db.session.scalars(sa.select(ItemReview.person_id).where(ItemReview.status == "approved")))
    authors = {actor_of(story, story.author).person_id for story in DEMO.stories}
    assert reviewers == authors


def test_the_history_lies_in_the_past_and_in_order() -> None:
    moments = db.session.scalars(sa.select(AuditEntry.at).order_by(AuditEntry.id)).all()
    assert max(moments) <= LOADED_AT
    tries = db.session.scalars(sa.select(Attempt.started_at)).all()
    assert min(tries).date() < CALENDAR.day(CALENDAR.launch - 28)
    assert max(tries) < LOADED_AT


def test_a_demo_that_was_cut_short_does_not_count_as_loaded(loaded: Flask) -> None:
    assert is_loaded(DEMO)
    other = DEMO.stories[1]
    db.session.execute(
        sa.text("UPDATE person SET email = 'x' || email WHERE email = :email"), {"email": other.administrator_email}
    )
    db.session.commit()
    assert not is_loaded(DEMO)


@each_story
def test_the_staff_file_of_the_demo_is_one_anybody_could_load(story: Story) -> None:
    staff = read_staff_file(write_staff_file(story.characters, CALENDAR))
    assert (len(staff.rows), staff.rejects, staff.ignored_columns) == (len(story.characters), (), ())


def test_mover_leaver_and_returner_stand_where_they_were_on_each_day() -> None:
    top = actor_of(DEMO.stories[1], "angela.fairclough@merseycare.example", Role.MANAGER)
    found: list[dict[str, tuple[str, Status]]] = []
    for ago in (250, 150, 50, 0):
        report = reports.report_on_team(top, now=LOADED_AT, day=CALENDAR.day(ago) if ago else None)
        found.append({row.name: (row.team, row.status) for row in report.rows})
    mover, leaver, returner = (
        [rows.get(name) for rows in found] for name in ("Marian Pritchard", "Sandra Leatherbarrow", "Temitope Alabi")
    )
    there, here = ("District nursing south", Status.PASSED), ("Juniper Ward", Status.EXPIRING)
    assert mover == [there, there, here, here]
    assert leaver == [None, None, ("Facilities and catering", Status.OVERDUE), None]
    assert returner == [
        ("Larch Ward", Status.PASSED),
        ("Larch Ward", Status.NOT_IN_POST),
        ("Larch Ward", Status.EXPIRING),
        ("Larch Ward", Status.EXPIRING),
    ]
