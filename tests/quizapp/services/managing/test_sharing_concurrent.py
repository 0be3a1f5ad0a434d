"""A manager presses the button of sharing eight times at once, and what happens with the lock off."""

from collections.abc import Iterator
from datetime import date
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor
from quizapp.access.roles import Role
from quizapp.services.managing.sharing import share_team
from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from quizapp.storage.models.team import TeamShare
from quizapp.storage.queries.managing import shares
from tests.builders import NOW, actor_of, add_organisation, add_staff
from tests.support.at_once import AT_ONCE, at_once, take_sqlites_lock_late

TODAY = NOW.date()
STAFF = """
Ben Okafor,ben@fernbrook.example,Matrons,,2026-04-01,permanent
Eve Adeyemi,eve@fernbrook.example,Ward 1,ben@fernbrook.example,2026-05-01,permanent
Val Stone,val@fernbrook.example,Ward 2,,2026-05-01,permanent
"""


@pytest.fixture
def ben(record: Flask) -> Iterator[Actor]:
    operator = add_organisation()
    add_staff(operator, STAFF)
    yield actor_of(operator, "ben@fernbrook.example", Role.MANAGER)
    db.session.remove()


def share_at_once(record: Flask, ben: Actor) -> tuple[list[object], int]:
    """What the presses came to, and how many shares hold afterwards."""

    def press(number: int) -> object:
        last_day = date(2026, 7, number + 1)
        return share_team(ben, email="val@fernbrook.example", last_day=last_day, now=NOW)

    db.session.remove()
    results = at_once(record, press)
    with db.engine.connect() as connection:
        holding = sa.select(sa.func.count()).select_from(TeamShare).where(TeamShare.until_date > TODAY)
        return results, connection.execute(holding).scalar_one()


def test_of_many_shares_with_one_person_the_last_alone_holds(record: Flask, ben: Actor) -> None:
    results, holding = share_at_once(record, ben)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert holding == 1


def test_with_the_lock_off_several_hold_or_presses_are_lost_negative_control(
    record: Flask, ben: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    if db.engine.dialect.name == "sqlite":
        take_sqlites_lock_late()
    barrier, list_given = Barrier(AT_ONCE), shares.list_given

    def list_together(organisation_id: int, *, manager_id: int, on: date) -> list[sa.engine.Row[TeamShare, Person]]:
        found = list_given(organisation_id, manager_id=manager_id, on=on)
        barrier.wait(timeout=20)
        return found

    monkeypatch.setattr(shares, "lock_giver", lambda organisation_id, person_id: None)
    monkeypatch.setattr(shares, "list_given", list_together)
    results, holding = share_at_once(record, ben)
    assert holding > 1 or [result for result in results if isinstance(result, Exception)]
