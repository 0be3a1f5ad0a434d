"""What a manager's page may cost: the same few statements for ten people and for a thousand."""

from datetime import date

import sqlalchemy as sa

from quizapp.assessment.population import StaffType
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.person import Person
from quizapp.storage.models.post import Post, TeamMembership
from quizapp.storage.models.team import Team
from tests.builders import NOW
from tests.pages import PageClient
from tests.quizapp.web.scenes.trust import BEN, WARD_1, Trust, statements_of

STATEMENTS = 14


def add_many(trust: Trust, people: int) -> None:
    """People in Ward 1 who hold the quiz, as rows, without going through the services."""
    day = date(2026, 6, 1)
    with trust.app.app_context():
        team_id = db.session.scalars(sa.select(Team.id).where(Team.name == WARD_1, Team.organisation_id == 1)).one()
        persons = [Person(organisation_id=1, name=f"Person {number:04}", created_at=NOW) for number in range(people)]
        db.session.add_all(persons)
        db.session.flush()
        posts = [
            Post(organisation_id=1, person_id=one.id, staff_type=StaffType.PERMANENT, start_date=day) for one in persons
        ]
        held = [
            Assignment(organisation_id=1, person_id=one.id, quiz_id=1, from_date=day, assigned_at=NOW)
            for one in persons
        ]
        db.session.add_all([*posts, *held])
        db.session.flush()
        for post, assignment in zip(posts, held, strict=True):
            db.session.add(TeamMembership(organisation_id=1, post_id=post.id, team_id=team_id, from_date=day))
            due = date(2026, 6, 29)
            db.session.add(DueDate(organisation_id=1, assignment_id=assignment.id, due_on=due, from_date=day))
        db.session.commit()
        db.session.remove()


def cost_of(trust: Trust, pages: PageClient, path: str) -> tuple[int, str]:
    """How many statements a page takes, and the page, which is too long here to be looked at as others are."""
    with statements_of(trust.app) as said:
        response = pages.client.get(path)
    assert response.status_code == 200
    return len(said), response.get_data(as_text=True)


def test_the_page_takes_fourteen_statements_at_most_at_ten_people_and_at_a_thousand(trust: Trust) -> None:
    ben = trust.pages(BEN)
    few, _ = cost_of(trust, ben, "/team")
    add_many(trust, 1000)
    many, page = cost_of(trust, ben, "/team")
    assert "1,005 of your 1,012 people need something from you." in page
    assert 3 < few == many <= STATEMENTS
    as_file, _ = cost_of(trust, ben, "/team.csv?sort=due")
    assert as_file <= STATEMENTS + 1
