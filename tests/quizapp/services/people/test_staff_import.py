"""Loading a staff file into the record, on both engines."""

from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.errors import Conflict, NotAllowed
from quizapp.services.people import people, staff_import
from quizapp.services.people.staff_plan import StaffPlan
from quizapp.storage.db import db
from quizapp.storage.models.audit import StaffImport
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post, TeamMembership
from quizapp.storage.models.team import Team, TeamManager, TeamPlace
from quizapp.storage.queries import teams
from tests.builders import NOW, actor_of, add_organisation

pytestmark = pytest.mark.usefixtures("record")

TODAY = NOW.date()
ANN = "Ann,ann@x.example,Ward 1,ben@x.example,2026-06-01,permanent"
BEN = "Ben,ben@x.example,Matrons,,2024-02-05,permanent"


def load(operator: Actor, *lines: str, days: int = 0, token: str | None = None) -> StaffPlan:
    """Load these people, so many days after the first file."""
    text = "\n".join(["name,e-mail,team,manager's e-mail,start date,staff type", *lines])
    token = token or sha256(f"{days} {text}".encode()).hexdigest()
    return staff_import.load_staff(
        operator, text.encode(), file_name="staff.csv", token=token, now=NOW + timedelta(days=days)
    )


def rows(statement: sa.Executable) -> Sequence[tuple[Any, ...]]:
    found = [tuple(row) for row in db.session.execute(statement)]
    db.session.rollback()
    return found


def memberships(name: str) -> Sequence[tuple[Any, ...]]:
    return rows(
        sa.select(Team.name, TeamMembership.from_date, TeamMembership.until_date)
        .join(Team, Team.id == TeamMembership.team_id)
        .join(Post, Post.id == TeamMembership.post_id)
        .join(Person, Person.id == Post.person_id)
        .where(Person.name == name)
        .order_by(TeamMembership.id)
    )


@pytest.fixture
def operator(record: Flask) -> Actor:
    return add_organisation()


def test_people_posts_teams_managers_and_places_are_made(operator: Actor) -> None:
    load(operator, ANN, BEN)
    assert memberships("Ann") == [("Ward 1", date(2026, 6, 1), None)]
    assert rows(sa.select(TeamManager.from_date, TeamManager.until_date)) == [(TODAY, None)]
    manager = actor_of(operator, "ben@x.example")
    names = {team.id: team.name for team in teams.list_teams(operator.organisation_id)}
    tree = teams.list_managed_tree(operator.organisation_id, manager_id=manager.person_id or 0, on=TODAY)
    assert [names[team_id] for team_id in tree] == ["Ward 1"]


def test_a_move_is_seen_from_its_day_on(operator: Actor) -> None:
    load(operator, ANN, BEN)
    load(operator, ANN.replace("Ward 1", "Ward 2"), BEN, days=3)
    moved = TODAY + timedelta(days=3)
    assert memberships("Ann") == [("Ward 1", date(2026, 6, 1), moved), ("Ward 2", moved, None)]


def test_two_moves_on_one_day_leave_the_last(operator: Actor) -> None:
    load(operator, ANN, BEN)
    load(operator, ANN.replace("Ward 1", "Ward 2"), BEN, days=3)
    load(operator, ANN.replace("Ward 1", "Ward 3"), BEN, days=3)
    assert [team for team, start, end in memberships("Ann") if start != end] == ["Ward 1", "Ward 3"]


def test_somebody_who_has_not_begun_yet_can_move(operator: Actor) -> None:
    start = TODAY + timedelta(days=10)
    later = ANN.replace("2026-06-01", str(start))
    load(operator, later, BEN)
    load(operator, later.replace("Ward 1", "Ward 2"), BEN, days=1)
    assert memberships("Ann") == [("Ward 1", start, start), ("Ward 2", start, None)]


def test_a_new_post_ends_the_one_before(operator: Actor) -> None:
    load(operator, ANN, BEN)
    load(operator, ANN.replace("2026-06-01", "2026-07-20"), BEN, days=20)
    posts = rows(sa.select(Post.start_date, Post.end_date).order_by(Post.id))
    assert (date(2026, 6, 1), date(2026, 7, 19)) in posts
    assert (date(2026, 7, 20), None) in posts


def test_a_move_that_lies_ahead_leaves_the_person_where_they_are(operator: Actor) -> None:
    load(operator, ANN, BEN)
    ahead = TODAY + timedelta(days=30)
    load(operator, ANN.replace("2026-06-01", str(ahead)).replace("Ward 1", "Ward 2"), BEN)
    assert memberships("Ann") == [("Ward 1", date(2026, 6, 1), ahead), ("Ward 2", ahead, None)]


def test_who_manages_changes_with_the_file(operator: Actor) -> None:
    load(operator, ANN, BEN)
    load(operator, ANN.replace("ben@", "cy@"), BEN, BEN.replace("Ben", "Cy").replace("ben@", "cy@"), days=5)
    held = rows(sa.select(Person.name, TeamManager.until_date).join(Person, Person.id == TeamManager.person_id))
    assert sorted(held, key=str) == [("Ben", TODAY + timedelta(days=5)), ("Cy", None)]


def test_a_team_whose_manager_works_in_it_now_is_out_of_the_old_tree(operator: Actor) -> None:
    load(operator, ANN, BEN)
    load(operator, "Cy,cy@x.example,Ward 1,ann@x.example,2026-06-01,bank", days=5)
    assert rows(sa.select(TeamPlace.until_date)) == [(TODAY + timedelta(days=5),)]


def test_an_emptied_team_can_be_joined_again(operator: Actor) -> None:
    load(operator, ANN.replace(",ben@x.example", ","))
    load(operator, ANN.replace("Ward 1,ben@x.example", "Ward 2,"), days=1)
    load(operator, ANN.replace(",ben@x.example", ","), days=2)
    assert [team for team, _, _ in memberships("Ann")] == ["Ward 1", "Ward 2", "Ward 1"]


def test_who_leaves_soon_is_unchanged_until_then_and_stays_gone_after(operator: Actor) -> None:
    load(operator, ANN, BEN)
    person = people.find_by_email(operator, "ann@x.example")
    people.end_post(operator, person.id, last_day=TODAY + timedelta(days=5), now=NOW)
    for days, unchanged in ((5, 2), (6, 1)):
        plan = load(operator, ANN, BEN, days=days)
        assert (plan.changes_anything, plan.unchanged) == (False, unchanged)
    assert plan.notes == ("Their post has ended on record, and stays ended: line 2.",)
    assert rows(sa.select(Post.end_date).where(Post.person_id == person.id)) == [(TODAY + timedelta(days=5),)]


def test_who_comes_back_begins_a_new_post(operator: Actor) -> None:
    load(operator, ANN, BEN)
    person = people.find_by_email(operator, "ann@x.example")
    people.end_post(operator, person.id, last_day=TODAY, now=NOW)
    load(operator, ANN.replace("2026-06-01", "2026-09-01"), BEN, days=70)
    posts = rows(sa.select(Post.start_date, Post.end_date).where(Post.person_id == person.id).order_by(Post.id))
    assert posts == [(date(2026, 6, 1), TODAY), (date(2026, 9, 1), None)]


def test_one_bad_line_keeps_everything_out(operator: Actor) -> None:
    with pytest.raises(Conflict, match="Nothing was loaded: 1 line cannot be used"):
        load(operator, ANN, BEN, "Cy,cy,Ward 1,,2026-06-01,bank")
    assert rows(sa.select(Person.id)) == rows(sa.select(Team.id)) == rows(sa.select(StaffImport.id)) == []


def test_one_press_of_the_button_loads_once(operator: Actor) -> None:
    load(operator, ANN, BEN, token="press")
    load(operator, ANN, BEN, BEN.replace("Ben", "Cy").replace("ben@", "cy@"), days=1, token="press")
    assert rows(sa.select(sa.func.count(Person.id))) == [(2,)]


def test_the_same_address_in_another_organisation_is_somebody_else(operator: Actor) -> None:
    load(operator, ANN, BEN)
    other = add_organisation("Other Trust")
    assert len(load(other, ANN, BEN).added) == 2


def test_a_preview_promises_what_the_load_does(operator: Actor) -> None:
    data = "\n".join(["name,e-mail,team,manager's e-mail,start date,staff type", ANN, BEN]).encode()
    promised = staff_import.preview_import(operator, data, now=NOW)
    assert promised == staff_import.load_staff(operator, data, file_name="x" * 300, token="t", now=NOW)


@pytest.mark.parametrize("role", [Role.STAFF, Role.MANAGER, Role.AUTHOR])
def test_only_administrators_load_staff(operator: Actor, role: Role) -> None:
    actor = Actor(operator.organisation_id, 1, frozenset({role}))
    with pytest.raises(NotAllowed):
        load(actor, ANN, BEN)
    with pytest.raises(NotAllowed):
        staff_import.preview_import(actor, b"", now=NOW)
