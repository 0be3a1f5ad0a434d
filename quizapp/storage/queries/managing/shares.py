"""Who lets whom see their teams, and until when."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Row

from quizapp.storage.db import db
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.person import Person
from quizapp.storage.models.team import TeamShare


def lock_giver(organisation_id: int, *, person_id: int) -> None:
    """Let nobody else change what this person shares before the transaction ends."""
    wanted = sa.select(Person.id).where(Person.organisation_id == organisation_id, Person.id == person_id)
    db.session.execute(wanted.with_for_update())


def list_given(organisation_id: int, *, manager_id: int, on: date) -> list[Row[TeamShare, Person]]:
    """What somebody shares on a day, and with whom; the first to end comes first."""
    return _list(organisation_id, Person.id == TeamShare.deputy_id, TeamShare.manager_id == manager_id, on=on)


def list_received(organisation_id: int, *, deputy_id: int, on: date) -> list[Row[TeamShare, Person]]:
    """What somebody is let see on a day, and by whom; the first to end comes first."""
    return _list(organisation_id, Person.id == TeamShare.manager_id, TeamShare.deputy_id == deputy_id, on=on)


def find_given(organisation_id: int, *, manager_id: int, share_id: int) -> Row[TeamShare, Person] | None:
    """One share of somebody's, whether it has ended or not, and with whom it is."""
    return db.session.execute(
        sa.select(TeamShare, Person)
        .join(Person, Person.id == TeamShare.deputy_id)
        .where(
            TeamShare.organisation_id == organisation_id,
            TeamShare.manager_id == manager_id,
            TeamShare.id == share_id,
        )
    ).one_or_none()


def _list(
    organisation_id: int, other: sa.ColumnElement[bool], mine: sa.ColumnElement[bool], *, on: date
) -> list[Row[TeamShare, Person]]:
    return list(
        db.session.execute(
            sa.select(TeamShare, Person)
            .join(Person, other)
            .where(TeamShare.organisation_id == organisation_id, mine, holds_on(TeamShare, on))
            .order_by(TeamShare.until_date, TeamShare.id)
        )
    )
