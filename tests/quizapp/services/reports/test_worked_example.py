"""The worked example of the measures, through the real database: 8 of 11, 10 of 16, 11 of 15."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.deadlines import ReportDay
from quizapp.assessment.measures import Measures, Share, count_measures
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.reports import organisation, reports
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import PeopleQuery
from quizapp.storage.db import db
from quizapp.storage.facts.dated_facts import Moment
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.queries.reports.standings import Listing, list_standings
from quizapp.storage.transaction import snapshot, transaction
from tests.builders import NOW, Scene, set_the_scene

JUNE_30 = date(2026, 6, 30)
END_OF_JUNE_30 = datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)
JUST_AFTER = datetime(2026, 7, 1, 0, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Row:
    """One of the twenty people on file."""

    number: int
    due_on: date
    passed_on: date | None = None
    valid_until: date | None = None
    start: date = date(2026, 5, 4)
    end: date | None = None
    on_leave_from: date | None = None
    staff_type: StaffType = StaffType.PERMANENT


def twenty_people() -> list[Row]:
    june = [Row(number, date(2026, 6, 1 + number), passed_on=date(2026, 5, 20)) for number in range(1, 8)]
    return [
        *june,
        Row(8, date(2026, 6, 9), passed_on=date(2026, 6, 20)),
        Row(9, date(2026, 6, 10), passed_on=date(2026, 5, 21), valid_until=date(2026, 6, 15)),
        Row(10, date(2026, 6, 11), on_leave_from=date(2026, 5, 11)),
        Row(11, date(2026, 6, 12)),
        Row(12, JUNE_30),
        Row(13, date(2026, 7, 3), passed_on=date(2026, 6, 10)),
        Row(14, date(2026, 7, 10), passed_on=date(2026, 6, 30)),
        Row(15, date(2026, 7, 17)),
        Row(16, date(2026, 7, 24)),
        Row(17, date(2026, 6, 5), end=date(2026, 6, 10)),
        Row(18, date(2026, 6, 20), end=date(2026, 6, 3)),
        Row(19, date(2026, 8, 4), start=date(2026, 7, 7), passed_on=date(2026, 6, 25)),
        Row(20, date(2026, 6, 8), staff_type=StaffType.AGENCY),
    ]


def store(scene: Scene, row: Row, blueprint_id: int) -> None:
    organisation_id = scene.operator.organisation_id
    person = Person(organisation_id=organisation_id, name=f"No. {row.number:02}", created_at=NOW)
    db.session.add(person)
    db.session.flush()
    post = Post(
        organisation_id=organisation_id,
        person_id=person.id,
        staff_type=row.staff_type,
        is_primary=True,
        start_date=row.start,
        end_date=row.end,
    )
    assignment = Assignment(
        organisation_id=organisation_id,
        person_id=person.id,
        quiz_id=scene.quiz_id,
        from_date=date(2026, 5, 4),
        assigned_at=NOW,
    )
    db.session.add_all([post, assignment])
    db.session.flush()
    db.session.add(
        DueDate(
            organisation_id=organisation_id,
            assignment_id=assignment.id,
            due_on=row.due_on,
            from_date=date(2026, 5, 4),
        )
    )
    if row.on_leave_from:
        db.session.add(
            Absence(
                organisation_id=organisation_id,
                post_id=post.id,
                kind=AbsenceKind.PARENTAL,
                from_date=row.on_leave_from,
                source="tests",
            )
        )
    if row.passed_on:
        store_pass(assignment, row, blueprint_id)


def store_pass(assignment: Assignment, row: Row, blueprint_id: int) -> None:
    at = datetime(row.passed_on.year, row.passed_on.month, row.passed_on.day, 12, tzinfo=UTC) if row.passed_on else NOW
    attempt = Attempt(
        organisation_id=assignment.organisation_id,
        assignment_id=assignment.id,
        quiz_blueprint_id=blueprint_id,
        number=1,
        state=AttemptState.SUBMITTED,
        mode=Mode.LEARN,
        seed="0",
        start_token=f"start {row.number}",
        item_count=8,
        pass_score=7,
        started_at=at,
        submitted_at=at,
        submitted_on=row.passed_on,
        score=8,
    )
    db.session.add(attempt)
    db.session.flush()
    db.session.add(
        Completion(
            organisation_id=assignment.organisation_id,
            assignment_id=assignment.id,
            attempt_id=attempt.id,
            passed_at=at,
            passed_on=row.passed_on,
            valid_until=row.valid_until,
            certificate_code=f"CODE-{row.number:04}",
            person_name=f"No. {row.number:02}",
            organisation_name=row.staff_type,
            quiz_title="Our values",
            edition=1,
        )
    )


@pytest.fixture
def scene(record: Flask) -> Scene:
    scene = set_the_scene()
    with transaction():
        blueprint_id = list_quizzes(scene.operator.organisation_id)[0][1].id
        for row in twenty_people():
            store(scene, row, blueprint_id)
    return scene


def assert_as_worked_out(measures: Measures) -> None:
    assert measures.compliance == Share(8, 11)
    assert measures.esr_rate == Share(10, 16)
    assert measures.completion == Share(11, 15)
    assert measures.overdue.total == 3
    assert measures.not_due_yet == 4
    assert measures.absent == 1


def test_worked_example_at_the_end_of_june(scene: Scene) -> None:
    with snapshot():
        moment = Moment(ReportDay(JUNE_30, is_over=True), END_OF_JUNE_30)
        organisation_id = scene.operator.organisation_id
        rows = list_standings(organisation_id, quiz_id=scene.quiz_id, moment=moment, listing=Listing())
    assert_as_worked_out(count_measures((row.standing for row in rows), moment.on))


def test_worked_example_asked_for_months_later_counts_the_same(scene: Scene) -> None:
    later = datetime(2026, 11, 3, 9, tzinfo=UTC)
    assert_as_worked_out(organisation.report_on_organisation(scene.operator, now=later, day=JUNE_30).measures)


def test_worked_example_on_the_live_page_just_after_midnight(scene: Scene) -> None:
    assert_as_worked_out(organisation.report_on_organisation(scene.operator, now=JUST_AFTER).measures)


def test_on_the_evening_before_the_last_deadline_has_not_passed(scene: Scene) -> None:
    measures = organisation.report_on_organisation(scene.operator, now=datetime(2026, 6, 30, 20, tzinfo=UTC)).measures
    assert measures.compliance == Share(8, 10)


def test_every_number_opens_the_people_it_counts(scene: Scene) -> None:
    def people(group: Group) -> list[str]:
        return [row.name for row in reports.list_group(scene.operator, PeopleQuery(group), now=JUST_AFTER).rows]

    assert people(Group.OVERDUE) == ["No. 09", "No. 11", "No. 12"]
    assert people(Group.ABSENT) == ["No. 10"]
    assert people(Group.NOT_DUE_YET) == ["No. 13", "No. 14", "No. 15", "No. 16"]
    sizes = {group: len(people(group)) for group in Group}
    assert (sizes[Group.DUE_PASSED], sizes[Group.DUE]) == (8, 11)
    assert (sizes[Group.PASSED], sizes[Group.IN_SCOPE]) == (10, 16)
    assert (sizes[Group.EVER_PASSED], sizes[Group.BASE]) == (11, 15)


def test_the_lines_of_the_teams_add_up_to_the_whole(scene: Scene) -> None:
    report = organisation.report_on_organisation(scene.operator, now=JUST_AFTER)
    assert sum(line.measures.esr_rate.of for line in report.lines) == report.measures.esr_rate.of
