"""An attempt under way: the place one is at, its question, its explanation once allowed, and where to go on."""

from dataclasses import dataclass

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, may_reveal, next_position
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.assessment.scoring import Mark
from quizapp.services.allowed import demand
from quizapp.services.attempts.questions import Explanation, Given, Question, Sheet, ask, explain
from quizapp.services.errors import Conflict, NotFound
from quizapp.storage.queries import attempts, places
from quizapp.storage.queries.places import AnswerRow, PlaceRow
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the paper; the explanation is None until it may be shown.

    `chosen` and `revision` are of one's newest answer to it; nothing and 0 while there is none.
    """

    attempt_id: int
    mode: Mode
    question: Question
    chosen: tuple[str, ...]
    revision: int
    explanation: Explanation | None
    is_submitted: bool

    @property
    def is_last(self) -> bool:
        """No place comes after it."""
        return self.question.position == self.question.count


@dataclass(frozen=True, slots=True)
class Onward:
    """Where an attempt goes on: at a place, or where none is left (None) at the answers to be checked or the result."""

    position: int | None
    is_submitted: bool


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of the answers to be checked: what is asked, and the words chosen, none where it has no answer."""

    position: int
    stem: str
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """All answers of a test that is still open."""

    attempt_id: int
    lines: tuple[AnswerLine, ...]


def show_place(actor: Actor, attempt_id: int, *, position: int) -> Place:
    """A place on one's own paper; raises NotFound for anybody else's, and for places not reached yet.

    A test may be answered in any order; learn as you go has one way through.
    """
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = places.find_place(
            actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id, position=position
        )
        if row is None or not _is_reached(row):
            raise NotFound("There is no such question on your paper yet.")
        response = row.answer
        sheet = Sheet(row.words, row.option_order, position, row.attempt.item_count)
        explanation = None
        if may_reveal(row.attempt.mode, row.attempt.state, is_answered=response is not None):
            given = _given(response) if response else None
            quotes = places.list_quotes(actor.organisation_id, item_version_ids=[row.words.id])
            explanation = explain(sheet, given, quotes=quotes)
        return Place(
            attempt_id=row.attempt.id,
            mode=row.attempt.mode,
            question=ask(sheet),
            chosen=tuple(response.chosen) if response else (),
            revision=response.revision if response else 0,
            explanation=explanation,
            is_submitted=row.attempt.state is AttemptState.SUBMITTED,
        )


def find_next(actor: Actor, attempt_id: int) -> Onward:
    """Where to go on in one's own attempt."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_attempt(actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id)
        if row is None:
            raise NotFound("There is no such attempt.")
        answered = attempts.list_answered_positions(actor.organisation_id, attempt_id=attempt_id)
        is_submitted = row[0].state is AttemptState.SUBMITTED
        return Onward(None if is_submitted else next_position(row[0].item_count, answered), is_submitted)


def show_answers(actor: Actor, attempt_id: int) -> AnswerSheet:
    """One's own answers before a test is sent in; raises Conflict where there is nothing left to check."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_attempt(actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id)
        if row is None:
            raise NotFound("There is no such attempt.")
        if row[0].mode is not Mode.TEST or row[0].state is not AttemptState.OPEN:
            raise Conflict("There are no answers to check.")
        lines = []
        for place, words, response in attempts.list_paper(actor.organisation_id, attempt_id=attempt_id):
            texts = {option["token"]: option["text"] for option in words.options}
            lefts = [f"{pair['left']}: " for pair in words.pairs or ()]
            chosen = [texts[token] for token in response.chosen] if response else []
            shown = [left + text for left, text in zip(lefts, chosen, strict=False)] if lefts else chosen
            lines.append(AnswerLine(place.position, words.stem, tuple(shown)))
        return AnswerSheet(attempt_id, tuple(lines))


def _given(answer: AnswerRow) -> Given:
    return Given(answer.chosen, Mark(answer.mark, answer.parts_right, answer.parts))


def _is_reached(row: PlaceRow) -> bool:
    is_free = row.attempt.mode is Mode.TEST or row.attempt.state is AttemptState.SUBMITTED
    return is_free or row.answer is not None or row.answered + 1 >= row.position
