"""Who reaches a review in the next 28 days, and where they stand, on both engines."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Status
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.managing.review_dates import ReviewKind, find_reviews, list_review_dates
from quizapp.services.people import people
from quizapp.storage.db import db
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.transaction import transaction
from tests.builders import NOW, actor_of, add_organisation, add_staff, set_the_scene
from tests.quizapp.web.scenes.trust import Member, join
from tests.support.app import make_app, migrate
from tests.support.databases import Databases

TODAY = NOW.date()  # 30 June 2026
WARD, NIGHTS, ELSEWHERE = "Ward 1", "Nights", "Ward 2"
MEMBERS = (
    Member("Ben Okafor", "Matrons", date(2025, 4, 1)),
    Member("Ann Late", WARD, date(2026, 6, 28), (0,)),
    Member("Bob First", NIGHTS, date(2026, 5, 30)),
    Member("Cid Gone", WARD, date(2026, 5, 29)),
    Member("Dot Final", WARD, date(2026, 1, 28), (0,)),
    Member("Eli Past", WARD, date(2025, 12, 29)),
    Member("Flo Agency", WARD, date(2026, 6, 10), staff_type="agency"),
    Member("Gil Away", WARD, date(2026, 6, 1), away=True),
    Member("Hal Other", ELSEWHERE, date(2026, 6, 10)),
)
MANAGERS = {WARD: "Ben Okafor", NIGHTS: "Ann Late", ELSEWHERE: "", "Matrons": ""}


def build(url: str) -> None:
    """Everybody with the quiz, but for Ida, who has not been given it."""
    migrate(url)
    with make_app(url).app_context():
        scene = set_the_scene()
        join(scene, MEMBERS, managers=MANAGERS)
        ida = 'Ida Unasked,ida@fernbrook.example,"Ward 1",ben.okafor@fernbrook.example,2026-06-15,bank'
        add_staff(scene.operator, ida)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def operator(databases: Databases) -> Iterator[Actor]:
    url = databases.copy_of("reviews", build)
    with make_app(url).app_context():
        yield console(1, "tests")
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)


def ben(operator: Actor) -> Actor:
    return actor_of(operator, "ben.okafor@fernbrook.example", Role.MANAGER)


def test_reviews_of_the_next_28_days_come_in_their_order(operator: Actor) -> None:
    found = list_review_dates(ben(operator), now=NOW)
    assert [(one.name, one.team, one.kind, one.on) for one in found.reviews] == [
        ("Bob First", NIGHTS, ReviewKind.INDUCTION, date(2026, 6, 30)),
        ("Gil Away", WARD, ReviewKind.INDUCTION, date(2026, 7, 1)),
        ("Ida Unasked", WARD, ReviewKind.INDUCTION, date(2026, 7, 15)),
        ("Ann Late", WARD, ReviewKind.INDUCTION, date(2026, 7, 28)),
        ("Dot Final", WARD, ReviewKind.PROBATION, date(2026, 7, 28)),
    ]
    assert (found.last_day, found.probation_months, found.has_team) == (date(2026, 7, 28), 6, True)


def test_each_says_where_the_person_stands(operator: Actor) -> None:
    found = {one.name: one.row for one in list_review_dates(ben(operator), now=NOW).reviews}
    assert {name: row.status if row else None for name, row in found.items()} == {
        "Bob First": Status.OVERDUE,
        "Gil Away": Status.ABSENT,
        "Ida Unasked": None,
        "Ann Late": Status.PASSED,
        "Dot Final": Status.PASSED,
    }
    away = found["Gil Away"]
    assert away is not None
    assert away.absence is not AbsenceKind.LONG_TERM_SICKNESS


def test_the_organisation_sets_when_probation_ends(operator: Actor) -> None:
    with transaction():
        db.session.get_one(Organisation, operator.organisation_id).probation_months = 12
    kinds = {one.kind for one in list_review_dates(ben(operator), now=NOW).reviews}
    assert kinds == {ReviewKind.INDUCTION}
    with transaction():
        db.session.get_one(Organisation, operator.organisation_id).probation_months = 7
    finals = [one for one in list_review_dates(ben(operator), now=NOW).reviews if one.kind is ReviewKind.PROBATION]
    assert [(one.name, one.on) for one in finals] == []


def test_whoever_leaves_before_the_day_has_no_review(operator: Actor) -> None:
    person_id = actor_of(operator, "bob.first@fernbrook.example").person_id or 0
    dot = actor_of(operator, "dot.final@fernbrook.example").person_id or 0
    people.end_post(operator, dot, last_day=date(2026, 7, 27), now=NOW)
    people.end_post(operator, person_id, last_day=date(2026, 6, 30), now=NOW)
    names = [one.name for one in list_review_dates(ben(operator), now=NOW).reviews]
    assert "Dot Final" not in names
    assert names[0] == "Bob First"


def test_a_manager_sees_only_their_own_tree_negative_control(operator: Actor) -> None:
    ann = actor_of(operator, "ann.late@fernbrook.example", Role.MANAGER)
    assert [one.name for one in list_review_dates(ann, now=NOW).reviews] == ["Bob First"]
    hal = actor_of(operator, "hal.other@fernbrook.example", Role.MANAGER)
    nothing = list_review_dates(hal, now=NOW)
    assert (nothing.reviews, nothing.has_team) == ((), False)
    with pytest.raises(NotAllowed):
        list_review_dates(actor_of(operator, "hal.other@fernbrook.example"), now=NOW)


def test_without_a_quiz_there_is_nothing_to_go_by(record: Flask) -> None:
    with pytest.raises(NotFound):
        list_review_dates(add_organisation(), now=NOW)


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [
        (date(2026, 5, 30), 6, [(ReviewKind.INDUCTION, TODAY)]),
        (date(2026, 5, 29), 6, []),
        (date(2026, 5, 31), 6, [(ReviewKind.INDUCTION, TODAY)]),  # June has no 31st
        (date(2026, 6, 28), 6, [(ReviewKind.INDUCTION, date(2026, 7, 28))]),
        (date(2026, 6, 29), 6, []),
        (date(2025, 12, 31), 6, [(ReviewKind.PROBATION, TODAY)]),
        (date(2024, 7, 28), 24, [(ReviewKind.PROBATION, date(2026, 7, 28))]),
        (date(2026, 6, 10), 1, [(ReviewKind.INDUCTION, date(2026, 7, 10)), (ReviewKind.PROBATION, date(2026, 7, 10))]),
    ],
)
def test_a_review_falls_on_the_same_day_of_the_month(
    start: date, months: int, found: list[tuple[ReviewKind, date]]
) -> None:
    assert list(find_reviews(start, day=TODAY, probation_months=months)) == found
