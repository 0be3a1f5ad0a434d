"""What My learning says: a card for each quiz, and the certificates that no card leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services.attempts.certificates.completions import Certificate
from quizapp.services.attempts.learning import QuizCard
from quizapp.web.shell.filters import long_date, weekday_date

LEFT = "Your last working day here has passed, so you have no quiz to do."
NOTHING = (
    "You have no quiz at the moment. When your organisation gives you one, you find it here.",
    "If you expected one, ask your manager or your learning and development team.",
)
STEPS = {
    "start": "Start",
    "renew": "Take the quiz again",
    "attempt": "Carry on",
    "review": "Look again at what you missed",
}
"""The one thing to do next with a quiz."""


@dataclass(frozen=True, slots=True)
class LearningCard:
    """One quiz on My learning; `step` is a key of `STEPS`, or None where there is nothing to do."""

    assignment_id: int
    attempt_id: int | None
    code: str | None
    title: str
    status: str
    colour: str
    words: tuple[str, ...]
    step: str | None
    step_text: str


@dataclass(frozen=True, slots=True)
class EarlierCertificate:
    """A certificate of a quiz one no longer has, or of a pass that was renewed since."""

    code: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """My learning; `notes` stand where there is no card."""

    cards: tuple[LearningCard, ...]
    notes: tuple[str, ...]
    certificates_heading: str
    certificates: tuple[EarlierCertificate, ...]


def present_home(quizzes: Sequence[QuizCard], certificates: Sequence[Certificate], *, has_left: bool) -> HomePage:
    """One's own quizzes, those with something to do first, and the certificates that stay."""
    cards = tuple(_card(quiz) for quiz in sorted(quizzes, key=_order))
    shown = {card.code for card in cards}
    earlier = tuple(_earlier(one) for one in certificates if one.code not in shown)
    return HomePage(
        cards=cards,
        notes=() if cards else (LEFT,) if has_left else NOTHING,
        certificates_heading="Your earlier certificates" if shown - {None} else "Your certificates",
        certificates=earlier,
    )


def due_words(quiz: QuizCard) -> tuple[str, ...]:
    """By when a quiz is to be done; nobody is hurried who is away, or has yet to begin."""
    if quiz.is_withdrawn:
        return ("This quiz has been withdrawn. You can finish what you have begun.",)
    if quiz.employment.is_away:
        return ("You do not need to do this while you are away. Once you are back, you have at least 4 weeks.",)
    starts_on = quiz.employment.starts_on
    before = (f"You do not need to do this before you start on {weekday_date(starts_on)}.",) if starts_on else ()
    if quiz.due_on is None:
        return before or ("There is no date by which to do it.",)
    if quiz.is_overdue:
        return (f"It was due on {weekday_date(quiz.due_on)}. You can still do it.",)
    return (*before, f"Due by {weekday_date(quiz.due_on)}.")


def pass_words(quiz: QuizCard) -> tuple[str, ...]:
    """Since when and for how long somebody has passed; nothing for who has not."""
    if quiz.passed_on is None:
        return ()
    passed = f"You passed on {long_date(quiz.passed_on)}."
    validity = quiz.validity
    if validity is None:
        return (passed,)
    if validity.has_run_out:
        return (f"Your pass expired on {long_date(validity.until)}. Take the quiz again to renew it.",)
    holds = f"{passed} Your pass is valid until {long_date(validity.until)}."
    renewal = "now" if validity.may_renew else f"from {long_date(validity.renew_from)}"
    return (holds, f"You can take the quiz again {renewal}, which renews your pass.")


def _order(quiz: QuizCard) -> int:
    return 0 if quiz.is_to_do else 1 if quiz.may_start else 2


def _card(quiz: QuizCard) -> LearningCard:
    status, colour = _status(quiz)
    step = _step(quiz)
    return LearningCard(
        assignment_id=quiz.assignment_id,
        attempt_id=quiz.open_attempt_id or quiz.review_attempt_id,
        code=quiz.certificate_code,
        title=quiz.title,
        status=status,
        colour=colour,
        words=pass_words(quiz) or due_words(quiz),
        step=step,
        step_text=STEPS[step] if step else "",
    )


def _status(quiz: QuizCard) -> tuple[str, str]:
    if quiz.open_attempt_id is not None:
        return "In progress", "blue"
    if quiz.passed_on is None and quiz.employment.is_away:
        return "On long-term absence", "grey"
    if quiz.passed_on is None and quiz.is_overdue:
        return "Overdue", "red"
    if quiz.passed_on is None:
        return ("Not passed yet", "blue") if quiz.attempts else ("Not started", "grey")
    if quiz.validity is not None and quiz.validity.may_renew:
        return ("Expired" if quiz.validity.has_run_out else "Expiring"), "yellow"
    return "Passed", "green"


def _step(quiz: QuizCard) -> str | None:
    if quiz.open_attempt_id is not None:
        return "attempt"
    if not quiz.may_start:
        return None
    if quiz.review_attempt_id is not None:
        return "review"
    return "start" if quiz.passed_on is None else "renew"


def _earlier(certificate: Certificate) -> EarlierCertificate:
    until = f", until {long_date(certificate.valid_until)}" if certificate.valid_until else ""
    return EarlierCertificate(
        certificate.code, certificate.quiz_title, f"passed on {long_date(certificate.passed_on)}{until}"
    )
