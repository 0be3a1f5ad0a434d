"""The quiz that a page about months speaks of."""

from dataclasses import dataclass

from quizapp.services.errors import NotFound
from quizapp.storage.queries import quizzes


@dataclass(frozen=True, slots=True)
class ChosenQuiz:
    """One quiz, and all there are to choose from, by id and title."""

    id: int
    title: str
    quizzes: tuple[tuple[int, str], ...]


def choose_quiz(organisation_id: int, quiz_id: int | None) -> ChosenQuiz:
    """The quiz that was asked for, or the first by title; raises NotFound where there is none."""
    known = tuple((quiz.id, quiz.title) for quiz, _ in quizzes.list_quizzes(organisation_id))
    if not known:
        raise NotFound("No quiz has been published yet.")
    chosen = known[0][0] if quiz_id is None else quiz_id
    titles = dict(known)
    if chosen not in titles:
        raise NotFound("There is no such quiz.")
    return ChosenQuiz(chosen, titles[chosen], known)
