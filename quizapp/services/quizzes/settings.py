"""A quiz's settings as an author sees and changes them: each change is the next edition."""

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import QuizBlueprint as Recipe
from quizapp.services.allowed import demand
from quizapp.services.errors import Conflict, NotFound
from quizapp.services.quizzes.editions import PublishedQuiz, QuizRecord, longest_paper, publish_edition, record_quiz
from quizapp.storage.models.document import DocumentVersion
from quizapp.storage.models.quiz import QuizBlueprint
from quizapp.storage.queries import quizzes
from quizapp.storage.queries.bank import documents
from quizapp.storage.transaction import snapshot, transaction


@dataclass(frozen=True, slots=True)
class QuizLine:
    """A quiz in the list of all, with the editions of its page and how many people hold it."""

    quiz: QuizRecord
    page_title: str
    page_edition: int
    newest_page_edition: int
    people: int
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class PageEdition:
    """An edition of the page, and how many approved questions on it can stand together."""

    number: int
    taken_on: date
    longest: int


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """The recipe in force, what it asks about, and whom a change concerns; `newer` is a page edition to move to."""

    quiz: QuizRecord
    recipe: Recipe
    published_at: datetime
    withdrawn_at: datetime | None
    page_title: str
    page: PageEdition
    newer: PageEdition | None
    people: int
    under_way: int
    passed: int


@dataclass(frozen=True, slots=True)
class Change:
    """What an author wants, the edition they saw when they chose it, and the edition of the page it is to ask about."""

    recipe: Recipe
    seen_edition: int
    page_edition: int


def list_settings(actor: Actor) -> list[QuizLine]:
    """Every quiz, those that were withdrawn last."""
    demand(actor, Permission.MANAGE_QUIZZES)
    with snapshot():
        people = quizzes.count_people(actor.organisation_id)
        pages = quizzes.list_pages(actor.organisation_id)
        return [
            QuizLine(record_quiz(quiz, blueprint), *pages[quiz.id], people.get(quiz.id, 0), quiz.withdrawn_at)
            for quiz, blueprint in quizzes.list_quizzes(actor.organisation_id)
        ]


def show_settings(actor: Actor, quiz_id: int) -> QuizSettings:
    """One quiz with everything its settings page says."""
    demand(actor, Permission.MANAGE_QUIZZES)
    organisation_id = actor.organisation_id
    with snapshot():
        row = quizzes.find_quiz(organisation_id, quiz_id=quiz_id)
        if row is None:
            raise NotFound("There is no such quiz.")
        quiz, blueprint = row
        version, latest = _page_editions(organisation_id, blueprint)
        titles = {document.id: document.title for document in documents.list_documents(organisation_id)}
        return QuizSettings(
            quiz=record_quiz(quiz, blueprint),
            recipe=blueprint.recipe,
            published_at=blueprint.published_at,
            withdrawn_at=quiz.withdrawn_at,
            page_title=titles[version.document_id],
            page=_page(organisation_id, version),
            newer=_page(organisation_id, latest) if latest.id != version.id else None,
            people=quizzes.count_people(organisation_id).get(quiz_id, 0),
            under_way=quizzes.count_open(organisation_id, quiz_id=quiz_id),
            passed=quizzes.count_passed(organisation_id, quiz_id=quiz_id),
        )


def change_settings(actor: Actor, quiz_id: int, *, change: Change, now: datetime) -> PublishedQuiz:
    """Publish the next edition with these settings; the same settings publish nothing.

    Raises Conflict where another edition, of the quiz or of its page, has come since the author looked.
    """
    demand(actor, Permission.MANAGE_QUIZZES)
    with transaction():
        quiz = quizzes.lock_quiz(actor.organisation_id, quiz_id=quiz_id)
        last = quizzes.find_recipe(actor.organisation_id, quiz_id=quiz_id)
        if quiz is None or last is None:
            raise NotFound("There is no such quiz.")
        if last.number != change.seen_edition:
            raise Conflict(
                f"Edition {last.number} was published after you opened this page, so nothing of yours was saved."
                " Compare your settings with those in force, then save again."
            )
        known = {version.number: version for version in _page_editions(actor.organisation_id, last)}
        if change.page_edition not in known:
            raise Conflict(
                "The page has a newer edition by now. Choose which one the quiz asks about, then save again."
            )
        version = known[change.page_edition]
        return publish_edition(actor, quiz, version=version, recipe=change.recipe, last=last, now=now)


def _page_editions(organisation_id: int, blueprint: QuizBlueprint) -> tuple[DocumentVersion, DocumentVersion]:
    """The edition of the page a quiz asks about, and the newest there is."""
    version = documents.find_version(organisation_id, version_id=blueprint.document_version_id)
    if version is None:
        raise NotFound("There is no such edition.")
    latest = documents.find_latest_version(organisation_id, document_id=version.document_id)
    return version, latest or version


def _page(organisation_id: int, version: DocumentVersion) -> PageEdition:
    return PageEdition(version.number, version.taken_on, longest_paper(organisation_id, version.id))
