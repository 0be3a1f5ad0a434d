from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.measures import Share
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.rehearsal import rehearse
from quizapp.services.reports.months.freezing import (
    OpenMonth,
    freeze_month,
    freeze_months,
    list_open_months,
    reopen_month,
)
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.month import FrozenDue, FrozenMonth, FrozenStanding
from quizapp.storage.models.post import Post
from quizapp.storage.queries.reports import freezing as writing
from quizapp.storage.queries.reports import frozen_months
from quizapp.storage.transaction import transaction
from tests.quizapp.services.reports.months.scene import IN_AUGUST, IN_JULY, JULY, JUNE, operator
from tests.support.at_once import AT_ONCE, at_once

pytestmark = pytest.mark.usefixtures("example")


def editions() -> list[tuple[date, int, str | None]]:
    rows = db.session.execute(
        sa.select(FrozenMonth.month, FrozenMonth.edition, FrozenMonth.reason).order_by(
            FrozenMonth.month, FrozenMonth.edition
        )
    ).all()
    db.session.rollback()
    return [(month, edition, reason) for month, edition, reason in rows]


def count(model: type) -> int:
    found = db.session.scalar(sa.select(sa.func.count()).select_from(model)) or 0
    db.session.rollback()
    return found


def test_worked_example_frozen() -> None:
    may, june = freeze_months(operator(), now=IN_JULY)
    assert (may.month, may.on_time, may.people) == (date(2026, 5, 1), Share(0, 0), 20)
    assert (june.month, june.edition, june.compliance, june.on_time) == (JUNE, 1, Share(8, 11), Share(8, 12))
    due = db.session.scalars(sa.select(FrozenDue.name).order_by(FrozenDue.name)).all()
    # No. 17 was in post when it fell due; nos. 10 (away), 18 (gone by then), 19 (later) and 20 (agency) are not in it.
    assert due == [f"No. {number:02}" for number in (*range(1, 10), 11, 12, 17)]
    assert count(FrozenStanding) == 20 + 18  # everybody but the two leavers at the end of June


def test_a_month_waits_seven_days_where_the_organisation_is() -> None:
    midnight_in_london = IN_JULY.replace(hour=23, minute=0) - timedelta(days=1)
    assert JUNE not in [
        one.month for one in list_open_months(operator(), now=midnight_in_london - timedelta(minutes=1))
    ]
    assert JUNE in [one.month for one in list_open_months(operator(), now=midnight_in_london)]


def test_freezing_again_does_nothing_and_missed_months_are_made_up_for() -> None:
    assert [one.month for one in freeze_months(operator(), now=IN_JULY)] == [date(2026, 5, 1), JUNE]
    assert freeze_months(operator(), now=IN_JULY) == []
    in_november = IN_JULY.replace(month=11, day=9)
    assert [one.month.month for one in freeze_months(operator(), now=in_november)] == [7, 8, 9, 10]


def test_a_rehearsal_says_what_it_would_freeze_and_keeps_nothing() -> None:
    with rehearse():
        assert [one.month for one in freeze_months(operator(), now=IN_JULY)] == [date(2026, 5, 1), JUNE]
    assert editions() == []


def test_who_freezes_a_month_is_noted() -> None:
    freeze_months(operator(), now=IN_JULY)
    notes = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "month frozen")).all()
    assert [(note.subject, note.job, note.details) for note in notes][-1] == (
        "quiz 1, 2026-06",
        "month freeze",
        {"edition": 1, "people": 18},
    )


def test_eight_at_once_make_one_edition(example: Flask) -> None:
    wanted = OpenMonth(1, "Our values", JUNE)
    results = at_once(example, lambda _: freeze_month(operator(), wanted, now=IN_JULY))
    assert [type(one).__name__ for one in results].count("Frozen") == 1
    assert results.count(None) == AT_ONCE - 1
    assert editions() == [(JUNE, 1, None)]
    assert (count(FrozenStanding), count(FrozenDue)) == (18, 12)


def test_eight_at_once_without_the_key_make_several_negative_control(
    example: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each looks whether the month is there before any has written it: only the database's key is between them."""
    numbers = iter(range(1, AT_ONCE + 1))
    real = writing.add_month

    def add_anyway(organisation_id: int, *, values: dict[str, object]) -> int | None:
        number = next(numbers)
        return real(organisation_id, values={**values, "edition": number, "reason": f"Number {number}"})

    monkeypatch.setattr(writing, "add_month", add_anyway)
    monkeypatch.setattr(frozen_months, "list_frozen", lambda *_args, **_options: frozenset())
    at_once(example, lambda _: freeze_month(operator(), OpenMonth(1, "Our values", JUNE), now=IN_JULY))
    assert len(editions()) > 1


def test_reopening_needs_a_reason_and_is_logged() -> None:
    freeze_months(operator(), now=IN_JULY)
    administrator = Actor(1, 3, frozenset({Role.ADMINISTRATOR}))
    for reason in ("", "   "):
        with pytest.raises(Invalid, match="Say why"):
            reopen_month(administrator, JUNE, quiz_id=1, reason=reason, seen=1, now=IN_AUGUST)
    with pytest.raises(Invalid, match="500 characters"):
        reopen_month(administrator, JUNE, quiz_id=1, reason="a" * 501, seen=1, now=IN_AUGUST)
    assert len(editions()) == 2
    with transaction():
        gone = db.session.scalars(sa.select(Post).where(Post.person_id == 11)).one()
        gone.end_date = date(2026, 6, 1)
    again = reopen_month(administrator, JUNE, quiz_id=1, reason="Ward 1 sent its leavers late.", seen=1, now=IN_AUGUST)
    assert (again.edition, again.compliance, again.on_time) == (2, Share(8, 10), Share(8, 11))
    assert editions()[1:] == [(JUNE, 1, None), (JUNE, 2, "Ward 1 sent its leavers late.")]
    note = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.action == "month re-opened")).one()
    assert (note.subject, note.person_id, note.details) == ("quiz 1, 2026-06", 3, {"edition": 2, "people": 17})


def test_a_month_is_reopened_once_by_those_who_saw_the_same_edition(example: Flask) -> None:
    freeze_months(operator(), now=IN_JULY)
    results = at_once(
        example, lambda _: reopen_month(operator(), JUNE, quiz_id=1, reason="Late leavers", seen=1, now=IN_AUGUST)
    )
    assert [type(one).__name__ for one in results].count("Frozen") == 1
    assert sum(isinstance(one, Conflict) for one in results) == AT_ONCE - 1
    assert editions()[1:] == [(JUNE, 1, None), (JUNE, 2, "Late leavers")]


def test_only_a_frozen_month_can_be_reopened_and_only_by_administrators() -> None:
    with pytest.raises(NotFound):
        reopen_month(operator(), JULY, quiz_id=1, reason="Because", seen=1, now=IN_AUGUST)
    manager = Actor(1, 3, frozenset({Role.MANAGER}))
    with pytest.raises(NotAllowed):
        reopen_month(manager, JUNE, quiz_id=1, reason="Because", seen=1, now=IN_AUGUST)
    with pytest.raises(NotAllowed):
        freeze_months(manager, now=IN_JULY)
