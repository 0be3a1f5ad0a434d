"""My learning: the quizzes somebody has, where they stand, and what to know before starting."""

from dataclasses import dataclass, field
from datetime import date, datetime

from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, may_renew, renewal_opens
from quizapp.assessment.deadlines import due_after_absence
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.allowed import demand
from quizapp.services.attempts.certificates.completions import Certificate, certificate_of
from quizapp.services.attempts.employment import Employment, find_employment
from quizapp.services.bank.outlines import PageOutline, outline_page
from quizapp.services.calendar import today
from quizapp.services.errors import NotFound
from quizapp.storage.models.assignment import DueDate
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.queries import assignments, completions
from quizapp.storage.queries.assignments import CardRow
from quizapp.storage.queries.bank import documents
from quizapp.storage.queries.organisations import get_organisation
from quizapp.storage.transaction import snapshot

NOT_YOURS = "You do not have this quiz, or it has been withdrawn. What you have is under My learning."


@dataclass(frozen=True, slots=True)
class Validity:
    """How long a pass holds, and from when on it may be renewed."""

    until: date
    renew_from: date
    may_renew: bool
    has_run_out: bool


@dataclass(frozen=True, slots=True)
class QuizCard:
    """One assigned quiz as its owner sees it.

    `due_on` allows for a long absence. The `last_` fields are of the newest attempt once it has a result.
    """

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
    last_passed: bool = False
    is_withdrawn: bool = False
    """Nobody is given it any more; it is there until the attempt that is open has a result."""
    validity: Validity | None = None
    """None where there is no pass, and for one that holds for good."""
    employment: Employment = field(default_factory=Employment)

    @property
    def is_to_do(self) -> bool:
        """Whether a pass is waited for: there is none that holds, and its owner is at work."""
        if self.is_withdrawn:
            return False
        is_at_work = not (self.employment.has_left or self.employment.is_away or self.employment.starts_on)
        return is_at_work and (self.passed_on is None or (self.validity is not None and self.validity.has_run_out))

    @property
    def may_start(self) -> bool:
        """Whether there is something to begin or to go on with."""
        if self.employment.has_left:
            return False
        may_renew = self.validity is not None and self.validity.may_renew
        return self.passed_on is None or may_renew or self.open_attempt_id is not None

    @property
    def review_attempt_id(self) -> int | None:
        """The attempt to be looked at again before the next one."""
        return None if self.last_passed else self.last_attempt_id


@dataclass(frozen=True, slots=True)
class ValuesToRead:
    """The page a quiz is about, set out to be read before the start."""

    quiz: QuizCard
    page: PageOutline


@dataclass(frozen=True, slots=True)
class MyLearning:
    """Everything on My learning; whoever has left has no quizzes, and all certificates."""

    quizzes: tuple[QuizCard, ...]
    certificates: tuple[Certificate, ...]
    has_left: bool


def show_my_learning(actor: Actor, *, now: datetime) -> MyLearning:
    """One's own current assignments, the soonest due first, and all certificates, the newest first."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        employment = find_employment(actor, on=today(actor, now=now))
        rows = assignments.list_current_for(actor.organisation_id, person_id=_own(actor))
        earned = completions.list_own(actor.organisation_id, person_id=_own(actor))
        return MyLearning(
            () if employment.has_left else tuple(_cards(actor, rows, now=now, employment=employment)),
            tuple(certificate_of(completion) for completion in earned),
            has_left=employment.has_left,
        )


def list_my_quizzes(actor: Actor, *, now: datetime) -> list[QuizCard]:
    """One's own assignments that go on, or whose attempt does, the soonest due first."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        return _cards(actor, assignments.list_current_for(actor.organisation_id, person_id=_own(actor)), now=now)


def show_my_quiz(actor: Actor, assignment_id: int, *, now: datetime) -> QuizCard:
    """One of one's own assignments."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        return _cards(actor, [_row(actor, assignment_id)], now=now)[0]


def show_values(actor: Actor, assignment_id: int, *, now: datetime) -> ValuesToRead:
    """What the page says that one of one's own quizzes asks about, in the edition it now rests on."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = _row(actor, assignment_id)
        edition, document = documents.get_edition(actor.organisation_id, version_id=row[2].document_version_id)
        return ValuesToRead(
            _cards(actor, [row], now=now)[0], outline_page(edition.text, title=document.title, source=document.source)
        )


def _own(actor: Actor) -> int:
    return actor.person_id or 0


def _row(actor: Actor, assignment_id: int) -> CardRow:
    rows = assignments.list_current_for(actor.organisation_id, person_id=_own(actor), assignment_id=assignment_id)
    if not rows:
        raise NotFound(NOT_YOURS)
    return rows[0]


def _cards(actor: Actor, rows: list[CardRow], *, now: datetime, employment: Employment | None = None) -> list[QuizCard]:
    organisation = get_organisation(actor.organisation_id)
    day = today(actor, now=now)
    at_work = employment or find_employment(actor, on=day)
    return [_card(row, at_work, day=day, managers_see_scores=organisation.managers_see_scores) for row in rows]


def _card(row: CardRow, employment: Employment, *, day: date, managers_see_scores: bool) -> QuizCard:
    assignment, quiz, blueprint, due, attempt, completion = row
    is_open = attempt is not None and attempt.state is AttemptState.OPEN
    begun = attempt if is_open else None
    done = None if is_open else attempt
    due_on = _effective(due, employment)
    return QuizCard(
        assignment_id=assignment.id,
        title=quiz.title,
        edition=blueprint.number,
        length=begun.item_count if begun else blueprint.length,
        pass_score=begun.pass_score if begun else blueprint.recipe.pass_score(blueprint.length),
        mode=begun.mode if begun else blueprint.mode,
        due_on=due_on,
        is_overdue=due_on is not None and due_on < day and completion is None and not employment.is_away,
        attempts=attempt.number if attempt else 0,
        open_attempt_id=begun.id if begun else None,
        last_score=done.score if done else None,
        last_count=done.item_count if done else None,
        last_attempt_id=done.id if done else None,
        last_passed=done is not None and done.score is not None and done.score >= done.pass_score,
        passed_on=completion.passed_on if completion else None,
        certificate_code=completion.certificate_code if completion else None,
        managers_see_scores=managers_see_scores,
        is_withdrawn=assignment.until_date is not None,
        validity=_validity(completion, day=day),
        employment=employment,
    )


def _effective(due: DueDate | None, employment: Employment) -> date | None:
    """The due date a report goes by."""
    return None if due is None else due_after_absence(due.due_on, returned_on=employment.returned_on)


def _validity(completion: Completion | None, *, day: date) -> Validity | None:
    until = completion.valid_until if completion else None
    if until is None:
        return None
    return Validity(until, renewal_opens(until), may_renew=may_renew(until, on=day), has_run_out=until < day)
