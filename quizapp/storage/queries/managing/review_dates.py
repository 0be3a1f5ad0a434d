"""Who began when: the posts whose reviews may fall in the days to come."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.storage.db import connection
from quizapp.storage.facts.dated_facts import find_posts
from quizapp.storage.facts.spans import holds_on
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post, TeamMembership
from quizapp.storage.models.team import Team


@dataclass(frozen=True, slots=True)
class StarterRow:
    """Somebody in post, with the team of the day."""

    person_id: int
    name: str
    team: str
    start_date: date
    end_date: date | None


def list_starters(
    organisation_id: int, *, team_ids: Collection[int], on: date, began: Sequence[tuple[date, date]]
) -> list[StarterRow]:
    """Everybody of some teams who is in post on a day and began within one of these spans, by name."""
    inside = sa.select(TeamMembership.post_id).where(TeamMembership.team_id.in_(team_ids), holds_on(TeamMembership, on))
    posts = find_posts(organisation_id, day=on, among=inside)
    rows = connection().execute(
        sa.select(Person.id, Person.name, Team.name, Post.start_date, Post.end_date)
        .select_from(posts.source)
        .join(Person, Person.id == Post.person_id)
        .join(TeamMembership, sa.and_(TeamMembership.post_id == Post.id, holds_on(TeamMembership, on)))
        .join(Team, Team.id == TeamMembership.team_id)
        .where(Post.organisation_id == organisation_id, posts.condition, TeamMembership.team_id.in_(team_ids))
        .where(Post.start_date <= on, Post.staff_type.in_(HEADLINE_STAFF_TYPES))
        .where(sa.or_(*(Post.start_date.between(first, last) for first, last in began)))
        .order_by(Person.name, Person.id)
    )
    return [StarterRow(*row) for row in rows]
