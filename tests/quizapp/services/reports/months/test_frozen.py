from datetime import date

import pytest

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.measures import Share
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.reports.months.freezing import freeze_months, reopen_month
from quizapp.services.reports.months.frozen import FrozenReport, list_months, show_month
from quizapp.services.reports.months.on_time import list_on_time
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post
from quizapp.storage.transaction import transaction
from tests.quizapp.services.reports.months.scene import IN_AUGUST, IN_JULY, JULY, JUNE, operator

pytestmark = pytest.mark.usefixtures("example")


@pytest.fixture
def june(example: object) -> FrozenReport:
    freeze_months(operator(), now=IN_JULY)
    return show_month(operator(), JUNE, now=IN_AUGUST)


def record_late(person_id: int, last_day: date) -> None:
    """Somebody is entered as a leaver, and under another name."""
    with transaction():
        db.session.get_one(Person, person_id).name = "Somebody Else"
        db.session.query(Post).filter_by(person_id=person_id).one().end_date = last_day


def test_worked_example_as_it_was_frozen(june: FrozenReport) -> None:
    measures = june.report.measures
    assert (measures.compliance, measures.esr_rate, measures.completion) == (Share(8, 11), Share(10, 16), Share(11, 15))
    assert (measures.overdue.total, measures.not_due_yet, measures.absent) == (3, 4, 1)
    assert (june.on_time, june.edition.number, june.edition.by) == (Share(8, 12), 1, "month freeze")
    assert june.before is not None
    assert june.before.month == date(2026, 5, 1)


def test_a_leaver_recorded_after_freezing_changes_no_frozen_figure(june: FrozenReport) -> None:
    record_late(11, date(2026, 6, 3))
    assert show_month(operator(), JUNE, now=IN_AUGUST) == june
    assert list_on_time(operator(), now=IN_AUGUST).months[0].on_time == Share(8, 12)


def test_an_unfrozen_month_does_change_negative_control(june: FrozenReport) -> None:
    before = list_on_time(operator(), now=IN_AUGUST).months
    record_late(15, date(2026, 7, 3))  # due on 17 July
    after = list_on_time(operator(), now=IN_AUGUST).months
    assert [(one.on_time, one.is_frozen) for one in before] == [(Share(8, 12), True), (Share(2, 4), False)]
    assert [(one.on_time, one.is_frozen) for one in after] == [(Share(8, 12), True), (Share(2, 3), False)]


def test_a_further_edition_stands_beside_the_first(june: FrozenReport) -> None:
    record_late(11, date(2026, 6, 3))
    reopen_month(operator("tests"), JUNE, quiz_id=1, reason="Late leavers", seen=1, now=IN_AUGUST)
    newest = show_month(operator(), JUNE, now=IN_AUGUST)
    assert (newest.edition.number, newest.edition.reason, newest.is_newest) == (2, "Late leavers", True)
    assert (newest.report.measures.compliance, newest.on_time) == (Share(8, 10), Share(8, 11))
    first = show_month(operator(), JUNE, now=IN_AUGUST, edition=1)
    assert (first.report, first.on_time, first.is_newest) == (june.report, june.on_time, False)
    assert [one.number for one in first.editions] == [2, 1]
    assert list_on_time(operator(), now=IN_AUGUST).months[0].on_time == Share(8, 11)


def test_the_list_has_frozen_months_those_that_wait_and_the_running_one(june: FrozenReport) -> None:
    found = list_months(operator(), now=IN_AUGUST.replace(day=3))
    assert [(line.month.month, line.edition is not None, line.on_time) for line in found.lines] == [
        (8, False, None),
        (7, False, Share(2, 4)),
        (6, True, Share(8, 12)),
        (5, True, Share(0, 0)),
    ]
    assert (found.lines[1].freezes_on, found.lines[2].compliance) == (date(2026, 8, 8), Share(8, 11))


def test_what_is_not_frozen_is_not_found(june: FrozenReport) -> None:
    for month, edition in ((JULY, None), (JUNE, 2), (date(2026, 8, 1), None), (date(2031, 1, 1), None)):
        with pytest.raises(NotFound):
            show_month(operator(), month, now=IN_AUGUST, edition=edition)
    with pytest.raises(NotFound):
        show_month(operator(), JUNE, now=IN_AUGUST, team_id=99)
    with pytest.raises(NotAllowed):
        show_month(Actor(1, 1, frozenset({Role.MANAGER})), JUNE, now=IN_AUGUST)
