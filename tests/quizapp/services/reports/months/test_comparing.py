from datetime import date

import pytest
from flask import Flask

from quizapp.assessment.measures import Share
from quizapp.assessment.population import AbsenceKind, StaffType
from quizapp.services.errors import NotFound
from quizapp.services.reports.months.behind import EditionKey
from quizapp.services.reports.months.comparing import Comparison, Difference, compare_month
from quizapp.services.reports.months.freezing import freeze_months
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.transaction import transaction
from tests.quizapp.services.reports.months.scene import IN_AUGUST, IN_JULY, JUNE, operator


@pytest.fixture(autouse=True)
def frozen(example: Flask) -> None:
    freeze_months(operator(), now=IN_JULY)


def compare(edition: int = 1) -> Comparison:
    return compare_month(operator(), EditionKey(JUNE, edition), now=IN_AUGUST)


def test_where_nothing_was_recorded_since_nothing_differs() -> None:
    found = compare()
    assert found.differences == {}
    assert (found.today.compliance, found.today_on_time) == (found.frozen.compliance, found.frozen_on_time)


def test_what_was_recorded_since_is_told_by_kind_and_person() -> None:
    with transaction():
        posts = {post.person_id: post for post in db.session.query(Post)}
        posts[11].end_date = date(2026, 6, 3)
        posts[12].end_date = date(2026, 6, 29)
        posts[17].end_date = None
        posts[16].staff_type = StaffType.BANK
        db.session.get_one(Person, 15).name = "Ana New"
        absence = Absence(
            organisation_id=1,
            post_id=posts[9].id,
            kind=AbsenceKind.SECONDMENT,
            from_date=date(2026, 6, 1),
            source="tests",
        )
        db.session.add(absence)
    found = compare()
    told = {kind: [person.name for person in people] for kind, people in found.differences.items()}
    assert told == {
        Difference.LEFT: ["No. 11", "No. 12"],
        Difference.ADDED: ["No. 17"],
        Difference.ABSENCE: ["No. 09"],
        Difference.POST: ["No. 16"],
        Difference.NAME: ["No. 15"],
    }
    assert [person.left_on for person in found.differences[Difference.LEFT]] == [date(2026, 6, 3), date(2026, 6, 29)]
    assert (found.frozen.compliance, found.today.compliance) == (Share(8, 11), Share(8, 9))
    assert (found.frozen_on_time, found.today_on_time) == (Share(8, 12), Share(7, 9))


def test_there_is_nothing_to_compare_with_an_edition_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        compare(edition=2)
