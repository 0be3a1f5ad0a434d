"""Who sees whose teams by a share, from when until when, on both engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa

from quizapp.access.policy import Actor, console
from quizapp.access.roles import Role
from quizapp.services.errors import Conflict, Invalid, NotAllowed, NotFound
from quizapp.services.managing.sharing import Received, Sharing, end_share, list_received, share_team, show_sharing
from quizapp.services.people.accounts import find_visitor
from quizapp.services.people.people import add_person, end_post
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post
from quizapp.storage.queries import teams
from quizapp.storage.transaction import snapshot, transaction
from tests.builders import NOW, actor_of, add_organisation, add_staff, sign_in
from tests.support.app import make_app, migrate
from tests.support.databases import Databases

TODAY = NOW.date()
LAST_DAY = date(2026, 7, 10)
STAFF = """
Ben Okafor,ben@fernbrook.example,Matrons,,2026-04-01,permanent
Gus Lindqvist,gus@fernbrook.example,Matrons,,2026-04-01,permanent
Eve Adeyemi,eve@fernbrook.example,Ward 1,ben@fernbrook.example,2026-05-01,permanent
Uma Price,uma@fernbrook.example,Nights,eve@fernbrook.example,2026-05-01,permanent
Val Stone,val@fernbrook.example,Ward 2,gus@fernbrook.example,2026-05-01,permanent
"""


@dataclass(frozen=True)
class Place:
    """Ben manages Ward 1 and, through Eve, Nights; Gus manages Ward 2; Val and Uma manage nobody."""

    operator: Actor

    def actor(self, name: str) -> Actor:
        return actor_of(self.operator, f"{name}@fernbrook.example", Role.MANAGER)

    def sees(self, name: str, *, now: datetime = NOW) -> set[str]:
        """The names of the teams whose people somebody sees on a day."""
        actor = self.actor(name)
        with snapshot():
            tree = teams.list_managed_tree(actor.organisation_id, manager_id=actor.person_id or 0, on=now.date())
            return {team.name for team in teams.list_teams(actor.organisation_id) if team.id in tree}

    def share(self, giver: str, deputy: str, *, last_day: date = LAST_DAY, now: datetime = NOW) -> int:
        email = f"{deputy}@fernbrook.example"
        return share_team(self.actor(giver), email=email, last_day=last_day, now=now).share_id


def build(url: str) -> None:
    migrate(url)
    with make_app(url).app_context():
        add_staff(add_organisation(), STAFF)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def place(databases: Databases) -> Iterator[Place]:
    url = databases.copy_of("place", build)
    with make_app(url).app_context():
        yield Place(console(1, "tests"))
        db.session.remove()
        db.engine.dispose()
    databases.drop(url)


def test_a_deputy_sees_the_managers_tree_and_nothing_else_negative_control(place: Place) -> None:
    assert place.sees("val") == set()
    place.share("ben", "val")
    assert place.sees("val") == place.sees("ben") == {"Ward 1", "Nights"}
    assert place.sees("uma") == set()


def test_a_deputys_own_teams_stay_beside_the_shared_ones(place: Place) -> None:
    place.share("ben", "gus")
    assert place.sees("gus") == {"Ward 1", "Nights", "Ward 2"}
    assert place.sees("ben") == {"Ward 1", "Nights"}


def test_what_was_shared_cannot_be_shared_on(place: Place) -> None:
    place.share("ben", "gus")
    place.share("gus", "val")
    assert place.sees("val") == {"Ward 2"}
    with pytest.raises(NotAllowed, match="do not manage a team"):
        place.share("uma", "val")
    place.share("ben", "uma")
    with pytest.raises(NotAllowed, match="do not manage a team"):
        place.share("uma", "val")


def test_a_share_holds_to_the_end_of_its_last_day_and_no_longer(place: Place) -> None:
    place.share("ben", "val")
    last = datetime(2026, 7, 10, 22, 59, tzinfo=NOW.tzinfo)
    assert place.sees("val", now=last) == {"Ward 1", "Nights"}
    assert [share.last_day for share in list_received(place.actor("val"), now=last)] == [LAST_DAY]
    over = last + timedelta(minutes=1)  # midnight where the organisation is
    assert list_received(place.actor("val"), now=over) == ()
    assert show_sharing(place.actor("ben"), now=over).given == ()
    assert place.sees("val", now=last + timedelta(days=1)) == set()


def test_a_share_that_is_ended_stops_at_once(place: Place) -> None:
    share_id = place.share("ben", "val")
    assert end_share(place.actor("ben"), share_id, now=NOW).name == "Val Stone"
    assert place.sees("val") == set()
    assert show_sharing(place.actor("ben"), now=NOW).given == ()
    with pytest.raises(Conflict):
        end_share(place.actor("ben"), share_id, now=NOW)


def test_a_share_follows_the_managers_teams(place: Place) -> None:
    place.share("ben", "val")
    add_staff(place.operator, "Eve Adeyemi,eve@fernbrook.example,Ward 1,gus@fernbrook.example,2026-05-01,permanent")
    assert place.sees("ben") == place.sees("val") == set()
    assert place.sees("gus") == {"Ward 1", "Nights", "Ward 2"}


def test_only_who_shared_can_end_it(place: Place) -> None:
    share_id = place.share("ben", "val")
    for name in ("gus", "val"):
        with pytest.raises(NotFound):
            end_share(place.actor(name), share_id, now=NOW)
    assert place.sees("val") == {"Ward 1", "Nights"}


def test_sharing_again_replaces_the_share_before(place: Place) -> None:
    place.share("ben", "val")
    place.share("ben", "val", last_day=TODAY)
    assert [(share.name, share.last_day) for share in show_sharing(place.actor("ben"), now=NOW).given] == [
        ("Val Stone", TODAY)
    ]


def test_both_sides_see_what_is_shared(place: Place) -> None:
    place.share("ben", "gus")
    given = show_sharing(place.actor("ben"), now=NOW)
    assert (given.teams, [share.email for share in given.given]) == (("Nights", "Ward 1"), ["gus@fernbrook.example"])
    assert list_received(place.actor("gus"), now=NOW) == (Received("Ben Okafor", LAST_DAY, ("Nights", "Ward 1")),)
    assert show_sharing(place.actor("gus"), now=NOW) == Sharing(("Ward 2",), (), date(2027, 6, 30))


def test_whom_and_how_long_has_limits(place: Place) -> None:
    add_staff(add_organisation("Other Trust"), "Dev Marsh,dev@other.example,Ward 1,,2026-04-01,permanent")
    refused = [
        ("nobody@fernbrook.example", LAST_DAY, "email"),
        ("dev@other.example", LAST_DAY, "email"),
        ("va\x00l@fernbrook.example", LAST_DAY, "email"),
        (" BEN@Fernbrook.example", LAST_DAY, "email"),
        ("val@fernbrook.example", TODAY - timedelta(days=1), "last_day"),
        ("val@fernbrook.example", date(2027, 7, 1), "last_day"),
    ]
    for email, last_day, field in refused:
        with pytest.raises(Invalid) as error:
            share_team(place.actor("ben"), email=email, last_day=last_day, now=NOW)
        assert error.value.field == field
    assert place.sees("val") == set()
    share_team(place.actor("ben"), email=" VAL@Fernbrook.example ", last_day=date(2027, 6, 30), now=NOW)
    assert place.sees("val") == {"Ward 1", "Nights"}


def test_who_has_left_is_let_see_nothing(place: Place) -> None:
    with transaction():
        db.session.get_one(Person, place.actor("val").person_id).deactivated_at = NOW
    with pytest.raises(Invalid, match="has left"):
        place.share("ben", "val")


def leave(place: Place, name: str, *, last_day: date) -> None:
    """The post ends, and nothing else is ended with it."""
    with transaction():
        ending = sa.update(Post).where(Post.person_id == place.actor(name).person_id).values(end_date=last_day)
        db.session.execute(ending.execution_options(synchronize_session=False))


def roles(place: Place, name: str, *, now: datetime) -> frozenset[Role]:
    visitor = find_visitor(sign_in(place.operator, f"{name}@fernbrook.example", now=now), now=now)
    assert visitor is not None
    return visitor.actor.roles


@pytest.mark.parametrize(("deputy", "kept"), [("val", set()), ("gus", {"Ward 2"})])
def test_a_share_counts_up_to_the_deputys_last_day_in_post(place: Place, deputy: str, kept: set[str]) -> None:
    place.share("ben", deputy)
    leave(place, deputy, last_day=TODAY)
    assert place.sees(deputy) == {"Ward 1", "Nights"} | kept
    assert roles(place, deputy, now=NOW) == {Role.STAFF, Role.MANAGER}
    after = NOW + timedelta(days=1)
    assert place.sees(deputy, now=after) == set()
    assert roles(place, deputy, now=after) == {Role.STAFF}
    assert place.sees("ben", now=after) == {"Ward 1", "Nights"}


def test_a_manager_who_has_left_sees_no_team_and_shares_none(place: Place) -> None:
    place.share("ben", "val")
    leave(place, "ben", last_day=TODAY)
    after = NOW + timedelta(days=1)
    assert place.sees("ben", now=after) == place.sees("val", now=after) == set()
    assert place.sees("eve", now=after) == {"Nights"}


def test_who_came_back_or_never_held_a_post_keeps_what_is_shared_negative_control(place: Place) -> None:
    add_person(place.operator, name="Ola Reed", email="ola@fernbrook.example", roles=frozenset(), now=NOW)
    for name in ("val", "ola"):
        place.share("ben", name)
    leave(place, "val", last_day=TODAY - timedelta(days=3))
    assert place.sees("val") == set()
    add_staff(place.operator, f"Val Stone,val@fernbrook.example,Ward 2,gus@fernbrook.example,{TODAY},permanent")
    for name in ("val", "ola"):
        assert place.sees(name) == {"Ward 1", "Nights"}
        assert roles(place, name, now=NOW) == {Role.STAFF, Role.MANAGER}


def test_ending_a_post_ends_what_others_share_with_the_person(place: Place) -> None:
    place.share("ben", "val")
    place.share("gus", "uma")
    end_post(place.operator, place.actor("val").person_id or 0, last_day=TODAY, now=NOW)
    assert [share.last_day for share in show_sharing(place.actor("ben"), now=NOW).given] == [TODAY]
    assert [share.last_day for share in show_sharing(place.actor("gus"), now=NOW).given] == [LAST_DAY]


def test_sharing_and_its_end_are_kept(place: Place) -> None:
    share_id = place.share("ben", "val")
    end_share(place.actor("ben"), share_id, now=NOW)
    notes = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.subject == f"share {share_id}")).all()
    deputy = place.actor("val").person_id
    assert [(note.action, note.person_id, note.details) for note in notes] == [
        ("team shared", place.actor("ben").person_id, {"deputy": deputy, "last_day": "2026-07-10"}),
        ("team share ended", place.actor("ben").person_id, {"deputy": deputy}),
    ]


def test_staff_cannot_share_and_a_deputy_is_a_manager_for_as_long_negative_control(place: Place) -> None:
    assert roles(place, "val", now=NOW) == {Role.STAFF}
    with pytest.raises(NotAllowed):
        show_sharing(actor_of(place.operator, "val@fernbrook.example"), now=NOW)
    share_id = place.share("ben", "val")
    assert roles(place, "val", now=NOW) == {Role.STAFF, Role.MANAGER}
    end_share(place.actor("ben"), share_id, now=NOW)
    assert roles(place, "val", now=NOW) == {Role.STAFF}
    place.share("ben", "val", last_day=TODAY)
    assert roles(place, "val", now=NOW + timedelta(days=1)) == {Role.STAFF}
