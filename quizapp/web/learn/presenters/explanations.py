"""What is said about an answer: the verdict in words, each option with its mark, and the page's own lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizapp.assessment.remarks import RemarkReason
from quizapp.services.attempts.papers import Place
from quizapp.services.attempts.questions import ChoiceExplained, Explanation, PairExplained, Quote
from quizapp.web.learn.forms import UNCLEAR
from quizapp.web.learn.presenters.questions import progress
from quizapp.web.learn.presenters.sources import SourcePage, leave_out_line, present_source
from quizapp.web.learn.presenters.stems import split_stem
from quizapp.web.shell.parts import Choice, Problem

RIGHT, PARTLY, WRONG, OPEN = "right", "partly", "wrong", "open"
HEADINGS = {RIGHT: "That is right", PARTLY: "Partly right", WRONG: "Not quite"}
NOT_ANSWERED = "You did not answer this question"
REASONS: Mapping[RemarkReason, str] = {
    RemarkReason.WORDS: "The words are hard to understand",
    RemarkReason.SEVERAL_RIGHT: "More than one answer looks right",
    RemarkReason.EXPLANATION: "The explanation does not help",
    RemarkReason.NOT_MY_WORK: "It does not fit the work I do",
}
CALLED_UNCLEAR = "Thank you. The people who write the questions will look at it."
CALLED_UNCLEAR_BEFORE = "You have told us about this question already. The people who write the questions have it."
NO_REASON = "Select what is unclear"


@dataclass(frozen=True, slots=True)
class MarkedOption:
    """An option with what it came to; `mark` is right, wrong, or open where it was rightly left alone."""

    text: str
    mark: str
    label: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a matching question: what was chosen, what is right where that is something else, and why."""

    left: str
    mark: str
    chosen: str | None
    right: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class UnclearForm:
    """What may be unclear about a question, folded away until somebody looks for it or sent it without a reason."""

    position: int
    choices: tuple[Choice, ...]
    error: str | None

    @property
    def problems(self) -> list[Problem]:
        """The error as the summary at the top takes it."""
        return [Problem(self.error, f"#{UNCLEAR}")] if self.error else []


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """A question after its answer; `rest` holds the reasons that are not beside an option already."""

    attempt_id: int
    is_submitted: bool
    next_position: int | None
    title: str
    progress: str
    verdict: str
    heading: str
    words: str
    stem: tuple[str, ...]
    options: tuple[MarkedOption, ...]
    lines: tuple[MarkedLine, ...]
    why_heading: str
    why: str | None
    source: SourcePage
    rest_heading: str
    rest: tuple[tuple[str, str], ...]
    next_text: str
    unclear: UnclearForm


def present_explanation(place: Place, explanation: Explanation, *, unclear_error: str | None = None) -> ExplanationPage:
    """Everything said about an answered question, and the form that calls it unclear."""
    question = place.question
    verdict = _verdict(explanation)
    right = [choice for choice in explanation.choices if choice.correct]
    shared = _shared_reason(right) if not explanation.pairs else None
    return ExplanationPage(
        attempt_id=place.attempt_id,
        is_submitted=place.is_submitted,
        next_position=None if place.is_last else question.position + 1,
        title=f"{_heading(explanation, verdict)}: {progress(question).lower()}",
        progress=progress(question),
        verdict=verdict,
        heading=_heading(explanation, verdict),
        words=_words(explanation, verdict),
        stem=split_stem(question.stem),
        options=() if explanation.pairs else _options(explanation, is_said_below=shared is not None),
        lines=tuple(_line(pair, explanation) for pair in explanation.pairs),
        why_heading="Why" if shared is not None else "What our page says",
        why=None if shared is None else leave_out_line(shared, explanation.quotes, ending=":"),
        source=present_source(explanation.page_title, explanation.page_source, quotes=explanation.quotes),
        rest_heading="Where each answer belongs" if explanation.pairs else "Why the other answers are not right",
        rest=_rest(explanation),
        next_text="See your result" if place.is_last else "Next question",
        unclear=_unclear(question.position, unclear_error),
    )


def _unclear(position: int, error: str | None) -> UnclearForm:
    return UnclearForm(position, tuple(Choice(reason, words) for reason, words in REASONS.items()), error)


def _verdict(explanation: Explanation) -> str:
    if explanation.mark.earned:
        return RIGHT
    return PARTLY if explanation.mark.is_partly_right else WRONG


def _heading(explanation: Explanation, verdict: str) -> str:
    return HEADINGS[verdict] if explanation.is_answered else NOT_ANSWERED


def _words(explanation: Explanation, verdict: str) -> str:
    parts, found = explanation.mark.parts, explanation.mark.parts_right
    if verdict == RIGHT:
        return "" if parts == 1 else f"You found all {parts}."
    if not explanation.is_answered:
        return "It earned nothing. What is right is marked below."
    if parts == 1:
        return "The right answer is marked below."
    found_words = f"You found {found} of {parts}." if found else "The right answers are below."
    return f"{found_words} You need {'both' if parts == 2 else f'all {parts}'} for this question to count."


def _shared_reason(right: Sequence[ChoiceExplained]) -> str | None:
    """The reason of the right answer, or of all of them where it is one and the same."""
    reasons = {choice.rationale for choice in right}
    return reasons.pop() if len(reasons) == 1 else None


def _options(explanation: Explanation, *, is_said_below: bool) -> tuple[MarkedOption, ...]:
    is_one_of_several = explanation.mark.parts > 1
    return tuple(
        _option(choice, explanation.quotes, is_one_of_several=is_one_of_several, is_said_below=is_said_below)
        for choice in explanation.choices
    )


def _option(
    choice: ChoiceExplained, quotes: Sequence[Quote], *, is_one_of_several: bool, is_said_below: bool
) -> MarkedOption:
    if not choice.correct and not choice.chosen:
        return MarkedOption(choice.text, OPEN, None, None)
    if not choice.correct:
        return MarkedOption(choice.text, WRONG, "You chose this. It is not right.", choice.rationale)
    why = None if is_said_below else leave_out_line(choice.rationale, quotes, ending=".")
    if choice.chosen:
        return MarkedOption(choice.text, RIGHT, "You chose this. It is right.", why)
    missed = "This is right too. You did not choose it." if is_one_of_several else "This is the right answer."
    return MarkedOption(choice.text, RIGHT, missed, why)


def _line(pair: PairExplained, explanation: Explanation) -> MarkedLine:
    if pair.chosen is None:
        return MarkedLine(pair.left, WRONG, None, pair.right, None)
    if pair.chosen == pair.right:
        return MarkedLine(pair.left, RIGHT, pair.chosen, None, None)
    return MarkedLine(pair.left, WRONG, pair.chosen, pair.right, _why_not(pair, explanation))


def _why_not(pair: PairExplained, explanation: Explanation) -> str:
    """Where a wrongly matched choice belongs: another line, or none of them."""
    for other in explanation.pairs:
        if other.right == pair.chosen:
            return f"“{pair.chosen}” goes with another line here: “{other.left}”."
    return next(choice.rationale for choice in explanation.choices if choice.text == pair.chosen)


def _rest(explanation: Explanation) -> tuple[tuple[str, str], ...]:
    if explanation.pairs:
        return tuple((choice.text, choice.rationale) for choice in explanation.choices)
    left_alone = [choice for choice in explanation.choices if not choice.correct and not choice.chosen]
    return tuple((choice.text, choice.rationale) for choice in left_alone)
