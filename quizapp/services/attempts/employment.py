"""How somebody is employed on a day, as far as it says what they have to do; asked inside a transaction."""

from dataclasses import dataclass
from datetime import date

from quizapp.access.policy import Actor
from quizapp.storage.queries import teams
from quizapp.storage.queries.reports import standings


@dataclass(frozen=True, slots=True)
class Employment:
    """Whether somebody has left, is still to begin, or is away for long; nothing of it for who never had a post."""

    has_left: bool = False
    starts_on: date | None = None
    is_away: bool = False
    returned_on: date | None = None


def find_employment(actor: Actor, *, on: date) -> Employment:
    """By the same post and the same absences that reports count by."""
    person_id = actor.person_id or 0
    row = standings.find_employment(actor.organisation_id, person_id=person_id, day=on)
    if row is None:
        return Employment(has_left=teams.find_latest_post(actor.organisation_id, person_id=person_id) is not None)
    post, absence, returned_on = row
    return Employment(
        starts_on=post.start_date if post.start_date > on else None,
        is_away=absence is not None,
        returned_on=returned_on,
    )


def has_left(actor: Actor, *, on: date) -> bool:
    """Whether the last of somebody's posts has ended; who never had one has not left."""
    return find_employment(actor, on=on).has_left
