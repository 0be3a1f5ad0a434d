"""What the organisation's values page says, for a conversation between a manager and one person."""

from dataclasses import dataclass

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.services.allowed import demand
from quizapp.services.bank.outlines import PageOutline, outline_page
from quizapp.services.errors import NotFound
from quizapp.storage.queries import quizzes
from quizapp.storage.queries.bank import documents
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class Discussion:
    """The page that a quiz rests on in short, in the edition now in force; nothing of anybody's attempts."""

    organisation: str
    quiz_id: int
    quizzes: tuple[tuple[int, str], ...]
    page: PageOutline


def show_discussion(actor: Actor, *, quiz_id: int | None = None) -> Discussion:
    """The page of one quiz, or of the first; raises NotFound where there is no quiz."""
    demand(actor, Permission.SEE_TEAM)
    with snapshot():
        known = quizzes.list_quizzes(actor.organisation_id)
        if not known:
            raise NotFound("No quiz has been published yet.")
        chosen = next((row for row in known if quiz_id in (None, row[0].id)), None)
        if chosen is None:
            raise NotFound("There is no such quiz.")
        quiz, recipe = chosen
        edition, document = documents.get_edition(actor.organisation_id, version_id=recipe.document_version_id)
        return Discussion(
            get_organisation(actor.organisation_id).name,
            quiz.id,
            tuple((one.id, one.title) for one, _ in known),
            outline_page(edition.text, title=document.title, source=document.source),
        )
