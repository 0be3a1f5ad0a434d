"""A question as it is shown before the answer: nothing here knows which option is right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from question_bank.model import Kind
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.answers import Outcome, SentAnswer
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import Question
from quizapp.web.learn.forms import ANSWER, line_name
from quizapp.web.learn.presenters.stems import split_stem, spoken_stem
from quizapp.web.shell.parts import Choice, Problem

NOTICES = {
    Outcome.SAVED_BEFORE: "Your answer reached us twice. We saved it once, and this is what it came to.",
    Outcome.NOT_REACHED: "What you sent was for a later question, so we did not save it. Answer this one first.",
    Outcome.CLOSED: "You had finished this try already, so we did not save what you sent. This is your result.",
}
"""What is said about an answer that was not saved just now."""

NO_LONGER_ASKED = "This question takes no more answers, so what you sent last was not saved."
SAVED_ALREADY = "Your answer is saved. It had reached us before."
TEST_SAVED = "Your answer is saved. You can change it until you hand your answers in."
NOT_THERE_YET = "You have not come to that question yet. This is where you are."
NO_RESULT_YET = "Answer the questions that are left, then you see your result. This is where you are."
STARTED_BEFORE = "You had started already. Your earlier answers are saved, and this is where you are."
FINISHED_BEFORE = "You had finished this try already. This is your result."


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a matching question with its list of choices."""

    name: str
    text: str
    choices: tuple[Choice, ...]
    lacks_answer: bool


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Two answers to one question: the one that is saved, and the one that came from an older page."""

    saved: tuple[str, ...]
    sent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question; `control` is "radio", "checkbox" or "select"."""

    attempt_id: int
    position: int
    press: str
    revision: int
    title: str
    progress: str
    stem: tuple[str, ...]
    hint: str | None
    control: str
    choices: tuple[Choice, ...]
    lines: tuple[Line, ...]
    is_test: bool
    button: str
    later: str
    meanwhile: Meanwhile | None
    error: str | None
    problems: tuple[Problem, ...]


def present_question(
    place: Place, *, press: str, sent: Sequence[str] | None = None, error: str | None = None
) -> QuestionPage:
    """The question with the answer it has so far, or with what was sent where that could not be taken."""
    question = place.question
    chosen = place.chosen if sent is None else sent
    control = _control(question)
    lines = _lines(question, chosen, is_wrong=error is not None) if control == "select" else ()
    is_test = place.mode is Mode.TEST
    return QuestionPage(
        attempt_id=place.attempt_id,
        position=question.position,
        press=press,
        revision=place.revision,
        title=f"{progress(question)}: {spoken_stem(question.stem)}",
        progress=progress(question),
        stem=split_stem(question.stem),
        hint=_hint(question),
        control=control,
        choices=tuple(Choice(one.token, one.text, checked=one.token in chosen) for one in question.choices),
        lines=lines,
        is_test=is_test,
        button="Save and continue" if is_test else "Check answer",
        later="Finish later" if is_test else "Finish later, without this answer",
        meanwhile=None,
        error=error,
        problems=() if error is None else (Problem(error, f"#{_first_at_fault(lines)}"),),
    )


def present_parked(place: Place, sent: SentAnswer) -> QuestionPage:
    """The question with an answer that was sent while nobody was signed in; sent again, it is the same press."""
    page = present_question(place, press=sent.token, sent=sent.chosen)
    return replace(page, revision=sent.revision)


def explain_parked(page: QuestionPage) -> str:
    """What is said above it."""
    return f"Nothing is lost, but your answer is not saved yet. Check it, then press “{page.button}”."


def present_meanwhile(place: Place, *, press: str, sent: Sequence[str]) -> QuestionPage:
    """The same with both answers, where one was changed somewhere else after this page was shown."""
    page = present_question(place, press=press, sent=sent)
    both = Meanwhile(_in_words(place.question, place.chosen), _in_words(place.question, sent))
    return replace(page, meanwhile=both)


def progress(question: Question) -> str:
    """Question 3 of 8."""
    return f"Question {question.position} of {question.count}"


def _control(question: Question) -> str:
    if question.kind is Kind.MATCHING:
        return "select"
    return "checkbox" if question.kind is Kind.MULTIPLE else "radio"


def _hint(question: Question) -> str | None:
    if question.kind is Kind.MATCHING:
        return "Choose one answer for every line."
    if question.kind is Kind.MULTIPLE:
        return None if "Select the" in question.stem else f"Select {question.wanted} answers."
    return "Select the words that fill the gap." if question.kind is Kind.GAP else None


def _lines(question: Question, chosen: Sequence[str], *, is_wrong: bool) -> tuple[Line, ...]:
    given = [*chosen, *[""] * len(question.lefts)][: len(question.lefts)]
    return tuple(
        Line(
            line_name(number),
            left,
            tuple(Choice(one.token, one.text, checked=one.token == token) for one in question.choices),
            lacks_answer=is_wrong and not token,
        )
        for number, (left, token) in enumerate(zip(question.lefts, given, strict=True), start=1)
    )


def _in_words(question: Question, chosen: Sequence[str]) -> tuple[str, ...]:
    """What was chosen as it is printed; nothing for tokens this question does not have."""
    texts = {choice.token: choice.text for choice in question.choices}
    if question.lefts:
        pairs = zip(question.lefts, chosen, strict=False)
        return tuple(f"{left}: {texts[token]}" for left, token in pairs if token in texts)
    return tuple(texts[token] for token in chosen if token in texts)


def _first_at_fault(lines: Sequence[Line]) -> str:
    """The id of the first control that wants an answer."""
    first = next((line.name for line in lines if line.lacks_answer), None)
    return first or (lines[0].name if lines else ANSWER)
