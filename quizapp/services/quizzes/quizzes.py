"""Quizzes: publish one, or the next edition of one."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.candidates import PaperRequest
from quizapp.assessment.paper import assemble_paper
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.services import audit
from quizapp.services.allowed import demand
from quizapp.services.bank.candidates import list_candidates, value_names
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit
from quizapp.storage.db import db
from quizapp.storage.models.quiz import Quiz, QuizBlueprint
from quizapp.storage.queries import documents, quizzes
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class QuizRecord:
    """A quiz with the recipe in force."""

    id: int
    title: str
    edition: int
    length: int
    pass_score: int
    mode: Mode
    due_days: int


@dataclass(frozen=True, slots=True)
class PublishedQuiz:
    """An edition that was published; `shortfall` says why its papers are shorter than asked for."""

    quiz: QuizRecord
    shortfall: str | None


def make_recipe(*, length: int, pass_in: int, pass_of: int, due_days: int) -> Recipe:
    """A recipe of learn as you go; raises Invalid naming the setting that makes no sense."""
    for field, value, least, most in (
        ("length", length, 1, 50),
        ("pass_of", pass_of, 1, 100),
        ("pass_in", pass_in, 1, pass_of),
        ("due_days", due_days, 1, 730),
    ):
        if not least <= value <= most:
            raise Invalid(field, f"{value} does not fit. Give a whole number from {least} to {most}.")
    return Recipe(length=length, pass_in=pass_in, pass_of=pass_of, due_days=due_days)


def list_quizzes(actor: Actor) -> list[QuizRecord]:
    """Every published quiz."""
    demand(actor, Permission.SIGNED_IN)
    with snapshot():
        return [_record(quiz, blueprint) for quiz, blueprint in quizzes.list_quizzes(actor.organisation_id)]


def find_quiz(actor: Actor, title: str) -> QuizRecord:
    """The quiz with this title; raises NotFound with the ones there are."""
    known = list_quizzes(actor)
    for quiz in known:
        if quiz.title == title:
            return quiz
    raise NotFound(f"There is no quiz “{title}”. Known: {', '.join(quiz.title for quiz in known) or 'none'}.")


def publish_quiz(actor: Actor, title: str, *, document_title: str, recipe: Recipe, now: datetime) -> PublishedQuiz:
    """Publish a quiz on the newest edition of a document, or its next edition with new settings.

    Papers are as long as the approved items allow; raises Conflict where there is nothing to ask.
    """
    demand(actor, Permission.MANAGE_QUIZZES)
    title = " ".join(title.split())
    if not title:
        raise Invalid("title", "Give the quiz a title.")
    demand_fit("title", title)
    with transaction():
        known = documents.list_documents(actor.organisation_id)
        document = next((one for one in known if one.title == document_title), None)
        if document is None:
            raise NotFound(f"There is no page “{document_title}”.")
        version = documents.find_latest_version(actor.organisation_id, document_id=document.id)
        length = 0 if version is None else _longest_paper(actor, version.id, wanted=recipe.length)
        if version is None or length == 0:
            raise Conflict(f"“{document_title}” has no approved questions. Approve some, then publish.")
        quiz = _find_or_add(actor, title, document.id, now=now)
        number = _last_edition(actor, quiz.id) + 1
        blueprint = QuizBlueprint(
            organisation_id=actor.organisation_id,
            quiz_id=quiz.id,
            document_version_id=version.id,
            number=number,
            length=length,
            pass_in=recipe.pass_in,
            pass_of=recipe.pass_of,
            mode=recipe.mode,
            due_days=recipe.due_days,
            valid_months=recipe.valid_months,
            has_boosters=recipe.has_boosters,
            certificate_has_score=recipe.certificate_has_score,
            published_at=now,
        )
        db.session.add(blueprint)
        audit.record(actor, "quiz published", subject=f"quiz {quiz.id}", now=now, details={"edition": number})
        return PublishedQuiz(_record(quiz, blueprint), _explain(length, recipe.length))


def _longest_paper(actor: Actor, version_id: int, *, wanted: int) -> int:
    candidates = list_candidates(actor.organisation_id, document_version_id=version_id).candidates
    request = PaperRequest(wanted, value_names(candidates), seed="publish")
    return len(assemble_paper(candidates, request))


def _explain(length: int, wanted: int) -> str | None:
    if length == wanted:
        return None
    return (
        f"Papers have {length} questions, not {wanted}: no more of the approved ones can stand together. Two that rest"
        " on the same line of the page never do, and a paper has at most one matching question, two with several"
        " answers and four with a gap. Approve more questions on other lines, then publish again."
    )


def _find_or_add(actor: Actor, title: str, document_id: int, *, now: datetime) -> Quiz:
    for quiz, _ in quizzes.list_quizzes(actor.organisation_id):
        if quiz.title == title:
            return quiz
    quiz = Quiz(organisation_id=actor.organisation_id, document_id=document_id, title=title, created_at=now)
    db.session.add(quiz)
    db.session.flush()
    return quiz


def _last_edition(actor: Actor, quiz_id: int) -> int:
    numbers = [row.number for quiz, row in quizzes.list_quizzes(actor.organisation_id) if quiz.id == quiz_id]
    return max(numbers, default=0)


def _record(quiz: Quiz, blueprint: QuizBlueprint) -> QuizRecord:
    return QuizRecord(
        quiz.id,
        quiz.title,
        blueprint.number,
        blueprint.length,
        blueprint.recipe.pass_score(blueprint.length),
        blueprint.mode,
        blueprint.due_days,
    )
