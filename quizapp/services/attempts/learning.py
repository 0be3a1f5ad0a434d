"""My learning: the quizzes somebody has, where they stand, and what to know before starting."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.allowed import demand
from quizapp.services.calendar import today
from quizapp.services.errors import NotFound
from quizapp.storage.queries import assignments
from quizapp.storage.queries.assignments import CardRow
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class QuizCard:
    """One assigned quiz as its owner sees it."""

    assignment_id: int
    title: str
    edition: int
    length: int
    pass_score: int
    mode: Mode
    due_on: date | None
    is_overdue: bool
    attempts: int
    open_attempt_id: int | None
    last_score: int | None
    last_count: int | None
    last_attempt_id: int | None
    passed_on: date | None
    certificate_code: str | None
    managers_see_scores: bool


def list_my_quizzes(actor: Actor, *, now: datetime) -> list[QuizCard]:
    """One's own current assignments, the soonest due first."""
    return _cards(actor, now=now)


def show_my_quiz(actor: Actor, assignment_id: int, *, now: datetime) -> QuizCard:
    """One of one's own assignments."""
    cards = _cards(actor, now=now, assignment_id=assignment_id)
    if not cards:
        raise NotFound("This quiz is not assigned to you.")
    return cards[0]


def _cards(actor: Actor, *, now: datetime, assignment_id: int | None = None) -> list[QuizCard]:
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        organisation = get_organisation(actor.organisation_id)
        day = today(actor, now=now)
        rows = assignments.list_current_for(
            actor.organisation_id, person_id=actor.person_id or 0, assignment_id=assignment_id
        )
        return [_card(row, day=day, managers_see_scores=organisation.managers_see_scores) for row in rows]


def _card(row: CardRow, *, day: date, managers_see_scores: bool) -> QuizCard:
    assignment, quiz, blueprint, due, attempt, completion = row
    is_open = attempt is not None and attempt.state is AttemptState.OPEN
    has_result = attempt is not None and not is_open
    return QuizCard(
        assignment_id=assignment.id,
        title=quiz.title,
        edition=blueprint.number,
        length=attempt.item_count if attempt and is_open else blueprint.length,
        pass_score=attempt.pass_score if attempt and is_open else blueprint.recipe.pass_score(blueprint.length),
        mode=blueprint.mode,
        due_on=due.due_on if due else None,
        is_overdue=due is not None and due.due_on < day and completion is None,
        attempts=attempt.number if attempt else 0,
        open_attempt_id=attempt.id if attempt and is_open else None,
        last_score=attempt.score if attempt and has_result else None,
        last_count=attempt.item_count if attempt and has_result else None,
        last_attempt_id=attempt.id if attempt and has_result else None,
        passed_on=completion.passed_on if completion else None,
        certificate_code=completion.certificate_code if completion else None,
        managers_see_scores=managers_see_scores,
    )
