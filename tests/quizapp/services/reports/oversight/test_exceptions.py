"""Who is stuck somewhere, against lists worked out by hand from what was put into the database."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.assessment.population import StaffType
from quizapp.services.errors import NotAllowed, NotFound
from quizapp.services.managing.settlements import list_reports
from quizapp.services.reports.groups import Group
from quizapp.services.reports.organisation import report_on_organisation
from quizapp.services.reports.oversight.exceptions import PARTS, STUCK, Matter, count_exceptions, list_exceptions
from quizapp.services.reports.reports import PeopleQuery, list_group
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.team import TeamManager
from quizapp.storage.transaction import transaction
from tests.builders import NOW
from tests.quizapp.web.reports.oversight.overseen import BOUNCED, OURS, TODAY, add_newcomer, person_id_of
from tests.quizapp.web.scenes.trust import WARD_1_AND_BELOW, Trust, statements_of

BY_HAND = {
    Matter.NEW_WITHOUT_EMAIL: ["Ida Unread"],
    Matter.NEW_REFUSED: ["Rex Bounce"],
    Matter.NEW_OTHER: ["Day 13", "Day 7", "Kai Away"],
    Matter.NEW: ["Day 13", "Day 7", "Ida Unread", "Kai Away", "Rex Bounce"],
    Matter.LONG_WITHOUT_EMAIL: ["Abe Unread"],
    Matter.LONG_REFUSED: ["Asha Rahman", "Tess Bounce"],
    Matter.LONG_OTHER: ["Day 14", "Ned Lost", "Sid Mended", "Una Moved", "Val Stone"],
    Matter.LONG: [
        *("Abe Unread", "Asha Rahman", "Day 14", "Ned Lost", "Sid Mended", "Tess Bounce", "Una Moved", "Val Stone"),
    ],
    Matter.REFUSED: ["Asha Rahman", "Rex Bounce", "Tess Bounce"],
    Matter.MANY_TRIES: ["Max Farrell"],
    Matter.OVERDUE: ["Asha Rahman", "Ned Lost"],
    Matter.UNMANAGED: ["Ben Okafor", "Gus Lindqvist", "Ned Lost"],
    Matter.NO_EMAIL: ["Abe Unread", "Ida Unread"],
    Matter.NO_MANAGER: ["Ben Okafor", "Gus Lindqvist", "Ned Lost"],
    Matter.NO_DUE_DATE: [],
}


def names(trust: Trust, matter: Matter) -> list[str]:
    return [row.name for row in list_exceptions(trust.operator, matter, now=NOW).rows]


def test_each_list_holds_the_people_worked_out_by_hand(looked_at: Trust) -> None:
    assert {matter: names(looked_at, matter) for matter in Matter} == BY_HAND


def test_each_count_is_the_length_of_its_list_and_parts_add_up(looked_at: Trust) -> None:
    found = count_exceptions(looked_at.operator, now=NOW)
    assert found.counts == {matter: len(people) for matter, people in BY_HAND.items()}
    assert found.people == len({name for matter in STUCK for name in BY_HAND[matter]})
    assert found.reported == len(list_reports(looked_at.operator, now=NOW).open) == 2
    for whole, parts in PARTS.items():
        assert found.counts[whole] == sum(found.counts[part] for part in parts)


def test_a_row_says_since_when_and_what_is_known(looked_at: Trust) -> None:
    def row(matter: Matter, name: str) -> object:
        (one,) = (one for one in list_exceptions(looked_at.operator, matter, now=NOW).rows if one.name == name)
        return (one.team, one.since, one.note, one.number, one.is_away)

    assert row(Matter.NEW, "Rex Bounce") == ("Ward 1", TODAY - timedelta(days=8), BOUNCED, 0, False)
    assert row(Matter.NEW, "Kai Away") == ("Ward 1", TODAY - timedelta(days=10), None, 0, True)
    assert row(Matter.REFUSED, "Rex Bounce") == ("Ward 1", TODAY - timedelta(days=2), BOUNCED, 0, False)
    assert row(Matter.MANY_TRIES, "Max Farrell") == ("Ward 1", date(2026, 6, 20), None, 3, False)
    assert row(Matter.OVERDUE, "Asha Rahman") == ("Ward 1", date(2026, 5, 29), None, 32, False)
    assert row(Matter.UNMANAGED, "Ned Lost") == (None, None, None, 0, False)


def test_what_the_record_lacks_is_asked_of_people_who_are_there(overseen: Trust) -> None:
    def counts() -> list[int]:
        found = count_exceptions(overseen.operator, now=NOW)
        lacking = [found.counts[matter] for matter in (Matter.NO_EMAIL, Matter.NO_MANAGER, Matter.NO_DUE_DATE)]
        return [found.present, *lacking]

    before = counts()
    report = report_on_organisation(overseen.operator, now=NOW)
    assert before == [report.measures.completion.of, 2, 3, 0]
    stuck = count_exceptions(overseen.operator, now=NOW, among=STUCK)
    with transaction():
        add_newcomer("Away", days=3, team=None, has_email=False, away=True)
        add_newcomer("Agency", days=3, team=None, has_email=False, staff_type=StaffType.AGENCY)
        add_newcomer("To come", days=-3, team=None, has_email=False)
        person_id = add_newcomer("No date", days=3)
        given = sa.select(Assignment.id).where(Assignment.person_id == person_id)
        db.session.execute(sa.delete(DueDate).where(DueDate.assignment_id.in_(given)))
    assert counts() == [before[0] + 1, 2, 3, 1]
    assert names(overseen, Matter.NO_DUE_DATE) == ["No date"]
    # Who has no due date is stuck nowhere; the one who is away and in no team is.
    assert count_exceptions(overseen.operator, now=NOW, among=STUCK).people == stuck.people + 1
    assert (stuck.present, Matter.NO_EMAIL in stuck.counts) == (0, False)


def test_more_than_28_days_overdue_are_the_same_people_as_on_the_overview(overseen: Trust) -> None:
    with transaction():
        for days in (55, 56, 57, 58):
            add_newcomer(f"Late {days}", days=days)
    rows = list_group(overseen.operator, PeopleQuery(Group.OVERDUE_OVER_28), now=NOW).rows
    assert names(overseen, Matter.OVERDUE) == [row.name for row in rows]
    assert "Late 57" in names(overseen, Matter.OVERDUE)
    assert "Late 56" not in names(overseen, Matter.OVERDUE)


def test_a_team_whose_manager_stops_has_the_one_above_or_nobody(overseen: Trust) -> None:
    def stop(name: str) -> None:
        with transaction():
            rows = sa.update(TeamManager).where(TeamManager.person_id == person_id_of(name))
            db.session.execute(rows.values(until_date=TODAY))

    before = set(names(overseen, Matter.UNMANAGED))
    stop("Eve Adeyemi")  # manages the nights, which stand under Ward 1
    assert set(names(overseen, Matter.UNMANAGED)) == before
    stop("Ben Okafor")
    after = list_exceptions(overseen.operator, Matter.UNMANAGED, now=NOW).rows
    newly = {row.name: row.since for row in after if row.name not in before}
    in_scope = set(WARD_1_AND_BELOW) - {"Quin Abara", "Rae Singh"}  # one is to start later, one from an agency
    assert in_scope < newly.keys()
    assert set(newly.values()) == {TODAY}


def test_it_takes_as_many_statements_for_many_people_as_for_few(overseen: Trust) -> None:
    def statements() -> int:
        with statements_of(overseen.app) as said:
            count_exceptions(overseen.operator, now=NOW)
        return len(said)

    few = statements()
    with transaction():
        for number in range(20):
            add_newcomer(f"More {number}", days=60, team=None)
    assert statements() == few <= 12


def test_another_organisations_quiz_is_not_found(looked_at: Trust) -> None:
    for matter in (Matter.NEW, Matter.OVERDUE):
        with pytest.raises(NotFound):
            list_exceptions(looked_at.operator, matter, now=NOW, quiz_id=2)


def test_only_an_administrator_sees_them(looked_at: Trust) -> None:
    for role in (Role.STAFF, Role.MANAGER, Role.AUTHOR):
        actor = Actor(OURS, 1, frozenset({role}))
        with pytest.raises(NotAllowed):
            count_exceptions(actor, now=NOW)
        with pytest.raises(NotAllowed):
            list_exceptions(actor, Matter.NEW, now=NOW)
