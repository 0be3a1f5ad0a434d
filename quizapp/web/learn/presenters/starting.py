"""What the page before the start says: how long, what passes, how it is taken, who sees what."""

from dataclasses import dataclass

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.learning import QuizCard
from quizapp.services.quizzes.recipes import minutes
from quizapp.web.learn.presenters.cards import LEFT, due_words, pass_words
from quizapp.web.shell.filters import long_date, part_of

HOW = {
    Mode.LEARN: "When you check an answer, we tell you whether it is right and why. You cannot change it after that.",
    Mode.TEST: "You can change your answers until you hand them in. Then we tell you what is right and why.",
}
STAY = "Your certificates stay under My learning."
NEXT_TRIES = "You can try as many times as you like. The questions change from try to try."
NOT_USED = "The quiz is for learning. We do not use it to judge your work."


@dataclass(frozen=True, slots=True)
class StartPage:
    """What to know before starting; where `may_start` is False the notes say why, and there is nothing else."""

    assignment_id: int
    heading: str
    lead: str
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    seen: tuple[str, ...]
    may_start: bool
    review: int | None
    """The attempt to be looked at again before the next one."""
    code: str | None
    button: str


def present_start(quiz: QuizCard) -> StartPage:
    """The page before the start, or for somebody with nothing to start, why."""
    is_open = quiz.open_attempt_id is not None
    return StartPage(
        assignment_id=quiz.assignment_id,
        heading=quiz.title,
        lead=_lead(quiz),
        notes=_notes(quiz),
        facts=_facts(quiz),
        seen=(_what_is_seen(managers_see_scores=quiz.managers_see_scores), NOT_USED),
        may_start=quiz.may_start,
        review=quiz.review_attempt_id,
        code=quiz.certificate_code,
        button="Carry on" if is_open else "Start the quiz",
    )


def _lead(quiz: QuizCard) -> str:
    questions = "1 question" if quiz.length == 1 else f"{quiz.length} questions"
    due = " ".join(due_words(quiz)) if _is_due(quiz) else ""
    return f"{questions} about what we stand for. It takes about {minutes(quiz.length)} minutes. {due}".rstrip()


def _is_due(quiz: QuizCard) -> bool:
    """Whether a date is waited for by somebody who is at work."""
    waits = quiz.employment.is_away or quiz.employment.starts_on is not None
    return not waits and quiz.due_on is not None and quiz.passed_on is None and not quiz.is_withdrawn


def _notes(quiz: QuizCard) -> tuple[str, ...]:
    """Where one stands: what is passed, what is under way, and what nobody waits for."""
    if quiz.employment.has_left:
        return (f"{LEFT} {STAY}" if quiz.certificate_code else LEFT,)
    if quiz.open_attempt_id is not None:
        started = "You have started. The answers you have given are saved, and you go on where you stopped."
        return (started, *(due_words(quiz) if quiz.is_withdrawn else ()))
    if not quiz.may_start:
        return _passed(quiz)
    waits = quiz.employment.is_away or quiz.employment.starts_on is not None
    return (*pass_words(quiz), *(due_words(quiz) if waits and quiz.passed_on is None else ()), *_last_try(quiz))


def _passed(quiz: QuizCard) -> tuple[str, ...]:
    if quiz.passed_on is None:
        return ()
    again = f"You passed this quiz on {long_date(quiz.passed_on)}. You do not need to do it again."
    if quiz.validity is None:
        return (again,)
    return (
        f"{again.removesuffix('.')} now.",
        f"Your pass is valid until {long_date(quiz.validity.until)}. You can take the quiz again from"
        f" {long_date(quiz.validity.renew_from)}.",
    )


def _last_try(quiz: QuizCard) -> tuple[str, ...]:
    if quiz.last_score is None or quiz.last_count is None or quiz.last_passed:
        return ()
    score = f"Last time you got {part_of(quiz.last_score, quiz.last_count)}."
    return (f"{score} Look again at what you missed. The next try starts from there.",)


def _facts(quiz: QuizCard) -> tuple[str, ...]:
    return (
        f"You need {part_of(quiz.pass_score, quiz.length)} to pass.",
        *(() if quiz.is_withdrawn else (NEXT_TRIES,)),
        HOW[quiz.mode],
        "Your answers are saved as you go. You can stop and carry on later, also on another phone or computer.",
        "There is no time limit.",
        f"You can do this in work time. Talk to your manager if you cannot find {minutes(quiz.length)} minutes.",
    )


def _what_is_seen(*, managers_see_scores: bool) -> str:
    status = (
        "Your manager, whoever covers for them, and the administrators of your organisation can see your status (for"
        " example in progress, or passed) and the dates"
    )
    if managers_see_scores:
        return f"{status}, and your score once you have passed. They cannot see your answers."
    return f"{status}. They cannot see your answers or your score."
