"""Who counts as a starter and what becomes of them, through the real database."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest

from quizapp.access.policy import console
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.population import StaffType
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.trends.step_curve import DaysToPass
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.reports.trends import starters
from quizapp.services.reports.trends.starters import Span, StarterGroup
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post
from quizapp.storage.queries.quizzes import list_quizzes
from quizapp.storage.transaction import transaction
from tests.builders import NOW, Scene, add_organisation, add_person, set_the_scene
from tests.support.app import make_app, migrate, migrated_app
from tests.support.databases import Databases

TODAY = NOW.date()
Kept = TypeVar("Kept", Person, Post, Assignment, Attempt, Completion)
QUARTER = Span(date(2026, 4, 1), 3)


class File:
    """Rows as a staff file and many quizzes would leave them, without sitting one."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.blueprint_id = list_quizzes(scene.operator.organisation_id)[0][1].id

    def add(
        self,
        name: str,
        start: date,
        *,
        passed: date | None = None,
        valid_until: date | None = None,
        left: date | None = None,
        staff_type: StaffType = StaffType.PERMANENT,
        after: Iterable[tuple[date, date | None, StaffType]] = (),
        before: Iterable[tuple[date, date | None]] = (),
    ) -> None:
        owner = {"organisation_id": self.scene.operator.organisation_id}
        person = self.keep(Person(**owner, name=name, created_at=NOW))
        posts = [*((*one, staff_type) for one in before), (start, left, staff_type), *after]
        for begun, ended, kind in posts:
            dates = {"start_date": begun, "end_date": ended}
            self.keep(Post(**owner, person_id=person.id, staff_type=kind, is_primary=True, **dates))
        quiz = {"quiz_id": self.scene.quiz_id, "from_date": min(start, TODAY), "assigned_at": NOW}
        held = self.keep(Assignment(**owner, person_id=person.id, **quiz))
        if passed is not None:
            self.add_pass(held, name, passed, valid_until=valid_until)

    def add_pass(self, held: Assignment, name: str, passed: date, *, valid_until: date | None) -> None:
        at = datetime(passed.year, passed.month, passed.day, 12, tzinfo=UTC)
        attempt = self.keep(
            Attempt(
                organisation_id=held.organisation_id,
                assignment_id=held.id,
                quiz_blueprint_id=self.blueprint_id,
                number=1,
                state=AttemptState.SUBMITTED,
                mode=Mode.LEARN,
                seed="0",
                start_token=name,
                item_count=8,
                pass_score=7,
                started_at=at,
                submitted_at=at,
                submitted_on=passed,
                score=8,
            )
        )
        self.keep(
            Completion(
                organisation_id=held.organisation_id,
                assignment_id=held.id,
                attempt_id=attempt.id,
                passed_at=at,
                passed_on=passed,
                valid_until=valid_until,
                certificate_code=f"CODE-{attempt.id}",
                person_name=name,
                organisation_name="Fernbrook Trust",
                quiz_title="Our values",
                edition=1,
            )
        )

    @staticmethod
    def keep(row: Kept) -> Kept:
        db.session.add(row)
        db.session.flush()
        return row


def build(url: str) -> None:
    """Thirteen starters of one quarter, and those who only look like some."""
    migrate(url)
    app = make_app(url)
    with app.app_context():
        fill(set_the_scene())
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def scene(databases: Databases) -> Iterator[Scene]:
    with migrated_app(databases, name="starters", build=build) as app, app.app_context():
        yield Scene(console(1, "tests"), "Fernbrook Trust", 1, 1)


def fill(scene: Scene) -> None:
    with transaction():
        file = File(scene)
        for number in range(8):
            start = date(2026, 4, 6) + timedelta(days=7 * number)
            file.add(f"Passed {number}", start, passed=start + timedelta(days=3 + number))
        file.add("Early", date(2026, 5, 4), passed=date(2026, 4, 20))
        file.add("Open", date(2026, 6, 1))
        file.add("Left", date(2026, 4, 13), left=date(2026, 5, 1))
        file.add("Back after years", date(2026, 4, 1), before=[(date(2020, 1, 1), date(2024, 5, 1))])
        file.add("From the bank", date(2026, 4, 1), before=[(date(2024, 1, 1), date(2026, 3, 31))])
        file.add("Back within a year", date(2026, 5, 1), before=[(date(2024, 1, 1), date(2025, 8, 1))])
        file.add("Agency", date(2026, 5, 1), staff_type=StaffType.AGENCY)
        file.add("To come", date(2026, 7, 6), passed=date(2026, 6, 1))
        file.add("Of last quarter", date(2026, 2, 2), passed=date(2026, 2, 9))
        file.add(
            "Expired before",
            date(2026, 6, 8),
            passed=date(2023, 6, 1),
            valid_until=date(2024, 6, 1),
        )


def add(scene: Scene, name: str, *after: tuple[date, date | None, StaffType], passed: date | None = None) -> None:
    """A starter of 6 April on a bank contract until 3 May, who goes on in other posts."""
    with transaction():
        begun, left = date(2026, 4, 6), date(2026, 5, 3)
        File(scene).add(name, begun, left=left, passed=passed, staff_type=StaffType.BANK, after=after)


def names(scene: Scene, group: StarterGroup, span: Span = QUARTER, *, day: date | None = None) -> list[str]:
    return [row.name for row in starters.list_starters(scene.operator, group, span=span, now=NOW, day=day).rows]


def test_leavers_count_and_those_who_were_there_within_the_year_do_not(scene: Scene) -> None:
    assert names(scene, StarterGroup.ALL) == [
        "Back after years",
        "Early",
        "Expired before",
        "Left",
        "Open",
        *[f"Passed {number}" for number in range(8)],
    ]
    assert names(scene, StarterGroup.OPEN) == ["Back after years", "Expired before", "Open"]
    assert names(scene, StarterGroup.LEFT) == ["Left"]


def test_a_change_of_post_is_no_leaving(scene: Scene) -> None:
    permanent = StaffType.PERMANENT
    add(scene, "Moved and passed", (date(2026, 5, 4), None, permanent), passed=date(2026, 5, 20))
    add(scene, "Overlapped", (date(2026, 4, 20), date(2026, 5, 31), permanent), (date(2026, 6, 1), None, permanent))
    add(scene, "Went after the second", (date(2026, 5, 4), date(2026, 5, 31), permanent))
    add(scene, "Gap", (date(2026, 5, 5), None, permanent), passed=date(2026, 5, 20))
    add(scene, "To an agency", (date(2026, 5, 4), None, StaffType.AGENCY))
    assert "Moved and passed" in names(scene, StarterGroup.PASSED)
    assert "Overlapped" in names(scene, StarterGroup.OPEN)
    left = starters.list_starters(scene.operator, StarterGroup.LEFT, span=QUARTER, now=NOW).rows
    assert {row.name: row.left_on for row in left} == {
        "Gap": date(2026, 5, 3),
        "Left": date(2026, 5, 1),
        "To an agency": date(2026, 5, 3),
        "Went after the second": date(2026, 5, 31),
    }
    days = starters.trace_starters(scene.operator, now=NOW).quarters[0].days
    assert (days.starters, days.passed, days.still_open, days.left) == (18, 10, 4, 4)


def test_the_numbers_are_those_of_the_lists(scene: Scene) -> None:
    trend = starters.trace_starters(scene.operator, now=NOW)
    this, before = trend.quarters
    assert (this.first, this.last, before.first) == (date(2026, 4, 1), TODAY, date(2026, 1, 1))
    assert this.days == DaysToPass(13, 9, 3, 1, median=6, ninetieth=10)
    assert (before.days.starters, before.curve) == (1, None)
    assert trend.due_days == 28
    for cohort, span in [(this, QUARTER), *((one, Span(one.first, 1)) for one in trend.months)]:
        for group, number in zip(
            StarterGroup,
            (cohort.days.starters, cohort.days.passed, cohort.days.still_open, cohort.days.left),
            strict=True,
        ):
            assert len(names(scene, group, span)) == number
    assert [one.first.month for one in trend.months] == [6, 5, 4, 3, 2, 1]


def test_a_pass_before_the_start_is_one_on_its_first_day(scene: Scene) -> None:
    curve = starters.trace_starters(scene.operator, now=NOW).quarters[0].curve
    assert curve is not None
    assert curve.shares[0] * curve.watched[0] == 1
    rows = starters.list_starters(scene.operator, StarterGroup.ALL, span=QUARTER, now=NOW).rows
    assert next(row.days for row in rows if row.name == "Early") == 0


def test_a_past_day_knows_nothing_of_what_came_later(scene: Scene) -> None:
    assert names(scene, StarterGroup.ALL, day=date(2026, 4, 12)) == ["Back after years", "Passed 0"]
    assert names(scene, StarterGroup.PASSED, day=date(2026, 4, 8)) == []
    assert names(scene, StarterGroup.PASSED, day=date(2026, 4, 9)) == ["Passed 0"]
    assert starters.trace_starters(scene.operator, now=NOW, day=date(2026, 4, 12)).quarters[0].days.starters == 2


def test_only_months_and_quarters_have_lists(scene: Scene) -> None:
    for span in (Span(date(2026, 4, 2), 1), Span(date(2026, 5, 1), 3), Span(date(2026, 4, 1), 2)):
        with pytest.raises(NotFound):
            starters.list_starters(scene.operator, StarterGroup.ALL, span=span, now=NOW)


def test_nobody_but_an_administrator_of_the_organisation_sees_them(scene: Scene) -> None:
    somebody = add_person(scene, "Asha Rahman")
    with pytest.raises(NotAllowed):
        starters.trace_starters(somebody, now=NOW)
    other = add_organisation("Other Trust")
    with pytest.raises(NotFound):
        starters.trace_starters(other, now=NOW, quiz_id=scene.quiz_id)
