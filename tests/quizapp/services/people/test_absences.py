"""Long absences from their first day to the first day back, on both engines, as reports read them."""

from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.assessment.population import AbsenceKind
from quizapp.services.attempts.employment import Employment, find_employment
from quizapp.services.errors import Invalid, NotAllowed, NotFound
from quizapp.services.people import absences, people
from quizapp.services.people.absences import Leave
from quizapp.services.reports import reports
from quizapp.services.reports.groups import Group
from quizapp.services.reports.reports import PeopleQuery
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.post import Absence, Post
from quizapp.storage.queries import people as people_queries
from quizapp.storage.queries.reports.due_months import list_due
from quizapp.storage.transaction import snapshot
from tests.builders import NOW, Scene, actor_of, add_person, add_staff
from tests.support.at_once import AT_ONCE, at_once

PARENTAL, SICK, SECONDED = AbsenceKind.PARENTAL, AbsenceKind.LONG_TERM_SICKNESS, AbsenceKind.SECONDMENT
START = date(2026, 1, 5)
AWAY, BACK, LATER = date(2026, 2, 2), date(2026, 6, 1), date(2026, 7, 6)
DAY = timedelta(days=1)
AT_WORK, GONE = Employment(), Employment(is_away=True)


@pytest.fixture
def asha(scene: Scene) -> Actor:
    """Somebody who was given the quiz on the first day, due four weeks later."""
    return add_person(scene, "Asha Rahman", start=START, now=NOW - timedelta(days=176))


def note(
    scene: Scene, asha: Actor, kind: AbsenceKind = PARENTAL, *, since: date = AWAY, back: date | None = None
) -> Leave:
    return absences.record_absence(
        scene.operator, asha.person_id or 0, kind=kind, from_date=since, returns_on=back, now=NOW
    )


def say_back(scene: Scene, asha: Actor, day: date) -> tuple[Leave, ...]:
    return absences.record_return(scene.operator, asha.person_id or 0, back_on=day, now=NOW)


def take_back(scene: Scene, asha: Actor, *, since: date = AWAY, kind: AbsenceKind = PARENTAL) -> None:
    absences.take_back_absence(scene.operator, asha.person_id or 0, kind=kind, from_date=since, now=NOW)


def rows_of_absences() -> int:
    with snapshot():
        return db.session.scalar(sa.select(sa.func.count()).select_from(Absence)) or 0


def test_concurrent_notes_of_one_absence_leave_one(app: Flask, scene: Scene, asha: Actor) -> None:
    assert {type(one) for one in at_once(app, lambda _: note(scene, asha, back=BACK))} == {Leave}
    assert rows_of_absences() == 1


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)  # SQLite lets one write at a time in any case
def test_negative_control_concurrent_notes_without_the_lock_leave_several(
    app: Flask, scene: Scene, asha: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = Barrier(AT_ONCE)

    def list_unlocked(organisation_id: int, *, person_id: int) -> list[Post]:
        found = db.session.scalars(sa.select(Post).where(Post.person_id == person_id)).all()
        together.wait(timeout=20)
        return list(found)

    monkeypatch.setattr(people_queries, "lock_posts", list_unlocked)
    at_once(app, lambda _: note(scene, asha, back=BACK))
    assert rows_of_absences() > 1


def test_an_absence_begins_in_post(scene: Scene, asha: Actor) -> None:
    with pytest.raises(Invalid, match="before the first day in post"):
        note(scene, asha, since=START - DAY)
    note(scene, asha, since=START)


def on(asha: Actor, *days: date) -> list[Employment]:
    with snapshot():
        return [find_employment(asha, on=day) for day in days]


def audited() -> list[tuple[str, Any]]:
    with snapshot():
        rows = db.session.execute(
            sa.select(AuditEntry.action, AuditEntry.details)
            .where(AuditEntry.action.like("absence%"))
            .order_by(AuditEntry.id)
        )
        return [(action, details.get("ended_before", "")) for action, details in rows]


def status_of(scene: Scene, asha: Actor, *, day: date) -> tuple[str, date | None]:
    listed = reports.list_group(scene.operator, PeopleQuery(Group.EVERYBODY), now=NOW + 90 * DAY, day=day)
    return next((row.status, row.due_on) for row in listed.rows if row.person_id == asha.person_id)


def test_a_leave_without_an_end_gets_it_when_it_is_noted_again(scene: Scene, asha: Actor) -> None:
    note(scene, asha)
    for _ in range(2):  # the second time changes nothing
        assert note(scene, asha, back=BACK) == Leave(PARENTAL, AWAY, BACK)
    assert on(asha, AWAY - DAY, AWAY, BACK - DAY, BACK) == [AT_WORK, GONE, GONE, Employment(returned_on=BACK)]
    assert audited() == [("absence noted", ""), ("absence ended", None)]
    note(scene, asha)
    assert on(asha, BACK) == [GONE]
    assert audited()[-1] == ("absence goes on", str(BACK))


def test_a_leave_that_meets_another_of_its_kind_is_the_same_leave(scene: Scene, asha: Actor) -> None:
    note(scene, asha, back=BACK)
    assert note(scene, asha, since=BACK, back=LATER) == Leave(PARENTAL, AWAY, LATER)
    assert on(asha, BACK, LATER) == [GONE, Employment(returned_on=LATER)]
    assert note(scene, asha, since=AWAY + 9 * DAY, back=BACK) == Leave(PARENTAL, AWAY, BACK)
    assert on(asha, BACK) == [Employment(returned_on=BACK)]
    earlier = AWAY - 7 * DAY
    assert note(scene, asha, since=earlier, back=AWAY + DAY) == Leave(PARENTAL, earlier, AWAY + DAY)
    assert on(asha, earlier, AWAY + DAY) == [GONE, Employment(returned_on=AWAY + DAY)]


def test_a_leave_after_a_return_or_of_another_kind_stands_by_itself(scene: Scene, asha: Actor) -> None:
    note(scene, asha, back=AWAY + 30 * DAY)
    note(scene, asha, since=BACK, back=BACK + 20 * DAY)
    note(scene, asha, SECONDED, since=BACK + 10 * DAY)
    gap = AWAY + 30 * DAY
    assert on(asha, gap, BACK - DAY, BACK, BACK + 20 * DAY) == [
        *[Employment(returned_on=gap)] * 2,
        Employment(is_away=True, returned_on=gap),
        Employment(is_away=True, returned_on=BACK + 20 * DAY),
    ]


def test_back_ends_all_that_runs_whatever_its_end_was(scene: Scene, asha: Actor) -> None:
    note(scene, asha, back=LATER)
    note(scene, asha, SICK, since=AWAY + DAY)
    both = (Leave(SICK, AWAY + DAY, BACK), Leave(PARENTAL, AWAY, BACK))
    for _ in range(2):
        assert say_back(scene, asha, BACK) == both
    assert on(asha, BACK - DAY, BACK) == [GONE, Employment(returned_on=BACK)]
    assert audited()[2:] == [("absence ended", None), ("absence ended", str(LATER))]


def test_what_was_noted_in_error_reads_as_though_it_had_never_been(scene: Scene, asha: Actor) -> None:
    note(scene, asha, back=BACK)
    take_back(scene, asha)
    assert on(asha, AWAY, BACK) == [AT_WORK, AT_WORK]
    assert status_of(scene, asha, day=AWAY) == ("Overdue", START + 28 * DAY)
    assert audited()[-1] == ("absence taken back", str(BACK))
    note(scene, asha)
    assert on(asha, AWAY) == [GONE]


def test_short_sickness_is_refused_and_taken_back_where_it_turns_out_short(scene: Scene, asha: Actor) -> None:
    with pytest.raises(Invalid, match="up to 28 days"):
        note(scene, asha, SICK, back=AWAY + 28 * DAY)
    note(scene, asha, SICK, back=AWAY + 29 * DAY)
    assert note(scene, asha, SICK, since=AWAY + 29 * DAY, back=BACK).from_date == AWAY  # one illness, not a short one
    (ended,) = say_back(scene, asha, AWAY + 28 * DAY)
    assert ended.is_undone
    assert on(asha, AWAY, BACK) == [AT_WORK, AT_WORK]


def test_what_cannot_be_is_refused_with_its_reason(scene: Scene, asha: Actor) -> None:
    with pytest.raises(Invalid, match="has to lie after the first day away"):
        note(scene, asha, back=AWAY)
    with pytest.raises(Invalid, match="is not on a long absence"):
        say_back(scene, asha, BACK)
    with pytest.raises(Invalid, match="No absence of this kind"):
        take_back(scene, asha)
    note(scene, asha, back=BACK)
    with pytest.raises(Invalid, match=f"begins on {AWAY}"):
        say_back(scene, asha, AWAY)
    with pytest.raises(Invalid, match=f"ended on {BACK}"):
        say_back(scene, asha, LATER)
    with pytest.raises(Invalid, match="No absence of this kind"):
        take_back(scene, asha, kind=SECONDED)
    with pytest.raises(NotAllowed):
        absences.record_return(asha, asha.person_id or 0, back_on=BACK, now=NOW)
    people.add_person(scene.operator, name="Cara", email="cara@x.example", roles=frozenset(), now=NOW)
    with pytest.raises(NotFound):
        say_back(scene, actor_of(scene.operator, "cara@x.example"), BACK)


def change_post(scene: Scene, day: date, staff_type: str = "permanent") -> None:
    line = f"Asha Rahman,asha.rahman@fernbrook.example,Ward 1,,{day},{staff_type}"
    add_staff(scene.operator, line, now=NOW - 15 * DAY)


def test_an_absence_and_the_weeks_after_it_come_along_to_a_new_post(scene: Scene, asha: Actor) -> None:
    note(scene, asha, back=BACK)
    new = BACK + 14 * DAY
    change_post(scene, new)
    assert on(asha, BACK - DAY, new) == [GONE, Employment(returned_on=BACK)]
    due = BACK + 28 * DAY
    assert [status_of(scene, asha, day=day) for day in (AWAY, new, due)] == [
        ("On long-term absence", START + 28 * DAY),
        ("Not started", due),
        ("Overdue", due),
    ]
    with snapshot():
        fallen = list_due(1, quiz_id=scene.quiz_id, first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert [row.due_on for row in fallen] == [due]


def test_an_absence_ends_in_all_posts_it_touches(scene: Scene, asha: Actor) -> None:
    note(scene, asha)
    change_post(scene, START, "bank")
    change_post(scene, LATER, "bank")  # a post that lies ahead
    note(scene, asha, SECONDED, since=BACK)
    assert on(asha, AWAY, LATER) == [GONE, GONE]
    say_back(scene, asha, BACK + 20 * DAY)
    back = Employment(returned_on=BACK + 20 * DAY)
    assert on(asha, BACK, BACK + 20 * DAY, LATER) == [GONE, back, back]
    take_back(scene, asha)
    take_back(scene, asha, since=BACK, kind=SECONDED)
    assert on(asha, AWAY, BACK, LATER) == [AT_WORK] * 3


def test_an_absence_noted_after_a_change_of_post_counts_before_it_too(scene: Scene, asha: Actor) -> None:
    change_post(scene, BACK)
    note(scene, asha, back=LATER)
    assert on(asha, AWAY, BACK, LATER) == [GONE, GONE, Employment(returned_on=LATER)]


def test_who_left_and_comes_again_later_is_not_away(scene: Scene, asha: Actor) -> None:
    note(scene, asha)
    people.end_post(scene.operator, asha.person_id or 0, last_day=BACK, now=NOW)
    change_post(scene, LATER)
    assert on(asha, BACK, LATER) == [GONE, AT_WORK]
    with pytest.raises(Invalid, match="is not on a long absence"):
        say_back(scene, asha, LATER + DAY)
