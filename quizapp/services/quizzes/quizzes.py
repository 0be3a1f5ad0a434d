"""Quizzes by their titles: which there are, and publishing one on the newest edition of a page."""

from datetime import datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, Invalid, NotFound
from quizapp.services.lengths import demand_fit
from quizapp.services.quizzes.editions import PublishedQuiz, QuizRecord, publish_edition, record_quiz
from quizapp.storage.queries import quizzes
from quizapp.storage.queries.bank import documents
from quizapp.storage.transaction import snapshot, transaction


def list_quizzes(actor: Actor) -> list[QuizRecord]:
    """Every published quiz."""
    demand(actor, Permission.SIGNED_IN)
    with snapshot():
        return [record_quiz(quiz, blueprint) for quiz, blueprint in quizzes.list_quizzes(actor.organisation_id)]


def find_quiz(actor: Actor, title: str) -> QuizRecord:
    """The quiz with this title; raises NotFound with the ones there are."""
    known = list_quizzes(actor)
    for quiz in known:
        if quiz.title == title:
            return quiz
    raise NotFound(f"There is no quiz “{title}”. Known: {', '.join(quiz.title for quiz in known) or 'none'}.")


def publish_quiz(actor: Actor, title: str, *, document_title: str, recipe: Recipe, now: datetime) -> PublishedQuiz:
    """Publish a quiz on the newest edition of a document, or its next edition with new settings.

    Papers are as long as the approved items allow. Raises Invalid where the recipe makes no sense, Conflict where
    there is nothing to ask and where a quiz with this title was withdrawn.
    """
    demand(actor, Permission.MANAGE_QUIZZES)
    title = " ".join(title.split())
    if not title:
        raise Invalid("title", "Give the quiz a title.")
    demand_fit("title", title)
    with transaction():
        organisation_id = actor.organisation_id
        known = documents.list_documents(organisation_id)
        document = next((one for one in known if one.title == document_title), None)
        if document is None:
            raise NotFound(f"There is no page “{document_title}”.")
        version = documents.find_latest_version(organisation_id, document_id=document.id)
        if version is None:
            raise Conflict(f"“{document_title}” has no approved questions. Approve some, then publish.")
        quiz_id = quizzes.add_quiz(
            organisation_id, values={"document_id": document.id, "title": title, "created_at": now}
        )
        quiz = quizzes.lock_quiz(organisation_id, quiz_id=quiz_id)
        if quiz is None:
            raise NotFound("There is no such quiz.")
        last = quizzes.find_recipe(organisation_id, quiz_id=quiz_id)
        return publish_edition(actor, quiz, version=version, recipe=recipe, last=last, now=now)
