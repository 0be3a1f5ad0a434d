"""Publishing an edition of a quiz: the one way there is, whoever asks for it."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.access.policy import Actor
from quizapp.assessment.papers.candidates import PaperRequest
from quizapp.assessment.papers.paper import assemble_paper
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.services import audit
from quizapp.services.bank.candidates import list_candidates, value_names
from quizapp.services.errors import Conflict
from quizapp.services.quizzes.recipes import LONGEST_PAPER, check_recipe
from quizapp.storage.db import db
from quizapp.storage.models.document import DocumentVersion
from quizapp.storage.models.quiz import Quiz, QuizBlueprint


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
    """The edition in force; `is_new` is False where nothing was changed, so that nothing was published.

    `shortfall` says why its papers are shorter than asked for.
    """

    quiz: QuizRecord
    shortfall: str | None
    is_new: bool


def publish_edition(
    actor: Actor, quiz: Quiz, *, version: DocumentVersion, recipe: Recipe, last: QuizBlueprint | None, now: datetime
) -> PublishedQuiz:
    """Publish the edition after the last one, unless it would be the same; the quiz is held by the caller.

    Papers are as long as the approved items allow. Raises Invalid where the recipe makes no sense, Conflict where the
    quiz was withdrawn or there is nothing to ask.
    """
    check_recipe(recipe)
    if quiz.withdrawn_at is not None:
        raise Conflict(f"“{quiz.title}” was withdrawn. It stays so; publish a quiz under another title.")
    length = longest_paper(actor.organisation_id, version.id, wanted=recipe.length)
    if length == 0:
        raise Conflict(f"Edition {version.number} of the page has no approved questions. Approve some, then publish.")
    fitting, shortfall = replace(recipe, length=length), _explain(length, recipe.length)
    if last is not None and (last.recipe, last.document_version_id) == (fitting, version.id):
        return PublishedQuiz(record_quiz(quiz, last), shortfall, is_new=False)
    blueprint = QuizBlueprint(
        organisation_id=actor.organisation_id,
        quiz_id=quiz.id,
        document_version_id=version.id,
        number=1 if last is None else last.number + 1,
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
    audit.record(actor, "quiz published", subject=f"quiz {quiz.id}", now=now, details={"edition": blueprint.number})
    return PublishedQuiz(record_quiz(quiz, blueprint), shortfall, is_new=True)


def longest_paper(organisation_id: int, version_id: int, *, wanted: int = LONGEST_PAPER) -> int:
    """How many approved questions on an edition of a page can stand together, of so many wanted."""
    candidates = list_candidates(organisation_id, document_version_id=version_id).candidates
    return len(assemble_paper(candidates, PaperRequest(wanted, value_names(candidates), seed="publish")))


def record_quiz(quiz: Quiz, blueprint: QuizBlueprint) -> QuizRecord:
    """A quiz and the recipe in force, as they leave the services."""
    return QuizRecord(
        quiz.id,
        quiz.title,
        blueprint.number,
        blueprint.length,
        blueprint.recipe.pass_score(blueprint.length),
        blueprint.mode,
        blueprint.due_days,
    )


def _explain(length: int, wanted: int) -> str | None:
    if length == wanted:
        return None
    return (
        f"Papers have {length} questions, not {wanted}: no more of the approved ones can stand together. Two that rest"
        " on the same line of the page never do, and a paper has at most one matching question, two with several"
        " answers and four with a gap. Approve more questions on other lines, then publish again."
    )
