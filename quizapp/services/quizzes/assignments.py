"""Assignments: give a quiz to everybody in post, to a team and those below it, or to people by name."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.deadlines import first_due_date
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment, DueDate
from quizapp.storage.models.post import Post
from quizapp.storage.queries import assignments, people, quizzes, teams
from quizapp.storage.transaction import transaction


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant: everybody in post, or one team with those below it, or these addresses."""

    everybody: bool = False
    team: str | None = None
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many people got the quiz now, and how many had it already."""

    new: int
    already: int


def assign_quiz(actor: Actor, quiz_id: int, *, audience: Audience, now: datetime) -> Assigned:
    """Give the quiz to everybody meant who does not hold it yet; doing it twice changes nothing.

    Due so many days after the first day in post, or from today for people already there; a future starter's day
    counts from the start. Whoever comes back after a gap, holds the quiz and no valid pass gets a new due date.
    """
    demand(actor, Permission.ASSIGN)
    with transaction():
        due_days = _due_days(actor, quiz_id)
        day = today(actor, now=now)
        meant = _choose(actor, audience, day=day)
        holding = assignments.list_assigned_people(actor.organisation_id, quiz_id=quiz_id)
        fresh = [post for post in meant if post.person_id not in holding]
        rows = [
            Assignment(
                organisation_id=actor.organisation_id,
                person_id=post.person_id,
                quiz_id=quiz_id,
                from_date=day,
                assigned_at=now,
            )
            for post in fresh
        ]
        db.session.add_all(rows)
        db.session.flush()
        for row, post in zip(rows, fresh, strict=True):
            db.session.add(
                DueDate(
                    organisation_id=actor.organisation_id,
                    assignment_id=row.id,
                    due_on=first_due_date(post.start_date, assigned_on=day, due_days=due_days),
                    from_date=day,
                )
            )
        returned = _give_time_again(
            actor, quiz_id, meant={post.person_id for post in meant}, due_days=due_days, day=day
        )
        details = {"people": len(fresh), "returned": returned}
        audit.record(actor, "quiz assigned", subject=f"quiz {quiz_id}", now=now, details=details)
        return Assigned(len(fresh), len(meant) - len(fresh))


def _give_time_again(actor: Actor, quiz_id: int, *, meant: Collection[int], due_days: int, day: date) -> int:
    """Whoever comes back after a gap without a valid pass has as long as any new starter; how many there are."""
    returners = [
        (due, start)
        for due, person_id, start in assignments.list_returners(actor.organisation_id, quiz_id=quiz_id, day=day)
        if person_id in meant
    ]
    for due, _ in returners:
        due.until_date = max(day, due.from_date)
    db.session.flush()
    for due, start in returners:
        due_on = first_due_date(start, assigned_on=day, due_days=due_days)
        values = {"assignment_id": due.assignment_id, "due_on": due_on, "from_date": day}
        db.session.add(DueDate(organisation_id=actor.organisation_id, **values))
    return len(returners)


def _due_days(actor: Actor, quiz_id: int) -> int:
    """Of the recipe in force; the quiz is held, so that nobody is given one twice, or one that is being withdrawn."""
    quiz = quizzes.lock_quiz(actor.organisation_id, quiz_id=quiz_id)
    blueprint = quizzes.find_recipe(actor.organisation_id, quiz_id=quiz_id)
    if quiz is None or blueprint is None:
        raise NotFound("There is no such quiz.")
    if quiz.withdrawn_at is not None:
        raise Conflict(f"“{quiz.title}” was withdrawn. Nobody can be given it.")
    return blueprint.due_days


def _choose(actor: Actor, audience: Audience, *, day: date) -> list[Post]:
    latest = teams.list_latest_posts(actor.organisation_id)
    posts = {person_id: post for person_id, post in latest.items() if not post.has_ended(on=day)}
    if audience.everybody:
        return sorted(posts.values(), key=lambda post: post.id)
    if audience.team is not None:
        inside = set(_posts_in_team(actor, audience.team, day=day))
        return [post for _, post in sorted(posts.items()) if post.id in inside]
    if not audience.emails:
        raise Invalid("audience", "Say who is meant: everybody, a team, or people by address.")
    found = people.find_by_email(actor.organisation_id, [email.lower() for email in audience.emails])
    missing = [email for email in audience.emails if email.lower() not in found]
    without_post = [person.email for person in found.values() if person.id not in posts]
    if missing or without_post:
        named = ", ".join(str(email) for email in [*missing, *without_post])
        raise NotFound(f"Nobody in post with the address: {named}.")
    return [posts[person.id] for person in sorted(found.values(), key=lambda one: one.id)]


def _posts_in_team(actor: Actor, name: str, *, day: date) -> Collection[int]:
    known = {team.name: team.id for team in teams.list_teams(actor.organisation_id)}
    if name not in known:
        raise NotFound(f"There is no team “{name}”.")
    tree = teams.list_tree_below(actor.organisation_id, team_id=known[name], on=day)
    return teams.list_post_ids_in(actor.organisation_id, team_ids=tree)
