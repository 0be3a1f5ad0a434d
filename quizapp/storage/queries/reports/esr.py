"""People as ESR is asked about them: who is on file, and who of them holds a pass."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from quizapp.assessment.population import HEADLINE_STAFF_TYPES
from quizapp.storage.db import connection
from quizapp.storage.facts.dated_facts import Moment, find_facts
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post, TeamMembership
from quizapp.storage.models.team import Team


@dataclass(frozen=True, slots=True)
class EsrPerson:
    """Somebody in scope, and the newest pass where there is one."""

    person_id: int
    name: str
    email: str | None
    team: str | None
    passed_on: date | None
    valid_until: date | None


def list_in_scope(organisation_id: int, *, quiz_id: int, moment: Moment) -> list[EsrPerson]:
    """Everybody in post on the day, of the staff types in the headline, who holds the quiz."""
    facts = find_facts(organisation_id, quiz_id=quiz_id, moment=moment)
    source = facts.source.join(Person, Person.id == Post.person_id).outerjoin(Team, Team.id == TeamMembership.team_id)
    rows = (
        sa.select(
            *(Person.id, Person.name, Person.email, Team.name.label("team")),
            *(Completion.passed_on, Completion.valid_until),
        )
        .select_from(source)
        .where(facts.condition, Post.start_date <= moment.day, Post.staff_type.in_(HEADLINE_STAFF_TYPES))
        .order_by(sa.func.lower(Person.name), Person.id)
    )
    return [EsrPerson(*row) for row in connection().execute(rows)]


def list_on_file(organisation_id: int) -> list[tuple[int, str, str | None]]:
    """The id, the name and the address of everybody who ever had an account."""
    rows = sa.select(Person.id, Person.name, Person.email).where(Person.organisation_id == organisation_id)
    return [(person_id, name, email) for person_id, name, email in connection().execute(rows.order_by(Person.id))]
