"""What a learner may see of an attempt: the question, its explanation once allowed, the result, the review."""

from dataclasses import dataclass

from question_bank.model import Kind
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.attempt_rules import AttemptState, may_reveal, next_position
from quizapp.assessment.scoring import Mark
from quizapp.services.allowed import demand
from quizapp.services.bank.answer_keys import answer_key
from quizapp.services.errors import NotFound
from quizapp.storage.models.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.queries import attempts, completions, items
from quizapp.storage.queries.attempts import PlaceRow
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it may be shown before an answer: an opaque token and its words, nothing else."""

    token: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One item of a paper without anything that tells its key; `wanted` is how many choices are asked for."""

    attempt_id: int
    quiz_title: str
    position: int
    count: int
    kind: Kind
    stem: str
    choices: tuple[Choice, ...]
    lefts: tuple[str, ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class ChoiceExplained:
    """An option after the answer: whether it is right, whether it was chosen, why, and for which left side."""

    text: str
    correct: bool
    chosen: bool
    rationale: str


@dataclass(frozen=True, slots=True)
class PairExplained:
    """A line of a matching item after the answer."""

    left: str
    right: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The page's own words and the line they stand on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that may be said about an item once its answer is in."""

    mark: Mark
    choices: tuple[ChoiceExplained, ...]
    pairs: tuple[PairExplained, ...]
    quotes: tuple[Quote, ...]
    value_names: tuple[str, ...]
    page_title: str
    page_source: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the paper; the explanation is None until it may be shown."""

    question: Question
    explanation: Explanation | None
    is_last: bool
    is_submitted: bool


@dataclass(frozen=True, slots=True)
class MissedItem:
    """An item that went wrong: what it asked, what was right, and the page's lines."""

    position: int
    stem: str
    kind: Kind
    right: tuple[str, ...]
    value_names: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A submitted attempt; the certificate's code where it passed."""

    attempt_id: int
    assignment_id: int
    quiz_title: str
    number: int
    score: int
    count: int
    pass_score: int
    certificate_code: str | None
    missed: tuple[MissedItem, ...]
    page_title: str
    page_source: str | None

    @property
    def passed(self) -> bool:
        """Enough items were right."""
        return self.score >= self.pass_score


def show_place(actor: Actor, attempt_id: int, *, position: int) -> Place:
    """A place on one's own paper; raises NotFound for anybody else's, and for places not reached yet."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_place(
            actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id, position=position
        )
        if row is None or (row.response is None and row.answered + 1 < position):
            raise NotFound("There is no such question on your paper yet.")
        question = _question(row.attempt, row.paper_item, row.words, quiz_title=row.quiz_title)
        reveal = may_reveal(row.attempt.mode, row.attempt.state, is_answered=row.response is not None)
        explanation = None
        if reveal and row.response is not None:
            explanation = _explanation(row, row.response, _quotes(actor, [row.words.id]).get(row.words.id, ()))
        return Place(
            question,
            explanation,
            is_last=position == row.attempt.item_count,
            is_submitted=row.attempt.state is AttemptState.SUBMITTED,
        )


def find_next_position(actor: Actor, attempt_id: int) -> int | None:
    """Where to go on in one's own attempt; None once it is submitted."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_attempt(actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id)
        if row is None:
            raise NotFound("There is no such attempt.")
        answered = attempts.list_answered_positions(actor.organisation_id, attempt_id=attempt_id)
        return next_position(row[0].item_count, answered)


def show_result(actor: Actor, attempt_id: int) -> Result:
    """The result of one's own submitted attempt."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_attempt(actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id)
        if row is None or row[0].score is None:
            raise NotFound("This attempt has no result yet.")
        attempt, assignment, quiz, _, document = row
        completion = completions.find_by_attempt(actor.organisation_id, attempt_id=attempt_id)
        paper = attempts.list_paper(actor.organisation_id, attempt_id=attempt_id)
        wrong = [(place, words) for place, words, response in paper if response is None or response.mark == 0]
        quotes = _quotes(actor, [words.id for _, words in wrong])
        return Result(
            attempt_id=attempt.id,
            assignment_id=assignment.id,
            quiz_title=quiz.title,
            number=attempt.number,
            score=row[0].score,
            count=attempt.item_count,
            pass_score=attempt.pass_score,
            certificate_code=completion.certificate_code if completion else None,
            missed=tuple(_missed(place, words, quotes) for place, words in wrong),
            page_title=document.title,
            page_source=document.source,
        )


def _question(attempt: Attempt, place: PaperItem, words: ItemVersion, *, quiz_title: str) -> Question:
    texts = {option["token"]: option["text"] for option in words.options}
    return Question(
        attempt_id=attempt.id,
        quiz_title=quiz_title,
        position=place.position,
        count=attempt.item_count,
        kind=words.kind,
        stem=words.stem,
        choices=tuple(Choice(token, texts[token]) for token in place.option_order),
        lefts=tuple(pair["left"] for pair in words.pairs or ()),
        wanted=len(answer_key(words).right),
    )


def _explanation(row: PlaceRow, response: Response, quotes: tuple[Quote, ...]) -> Explanation:
    words = row.words
    options = {option["token"]: option for option in words.options}
    chosen = set(response.chosen)
    pairs = tuple(
        PairExplained(pair["left"], options[pair["token"]]["text"], options[given]["text"])
        for pair, given in zip(words.pairs or (), response.chosen, strict=False)
    )
    choices = tuple(
        ChoiceExplained(options[token]["text"], options[token]["correct"], token in chosen, options[token]["rationale"])
        for token in row.paper_item.option_order
    )
    return Explanation(
        mark=Mark(response.mark, response.parts_right, response.parts),
        choices=choices,
        pairs=pairs,
        quotes=quotes,
        value_names=tuple(words.value_names),
        page_title=row.page_title,
        page_source=row.page_source,
    )


def _missed(place: PaperItem, words: ItemVersion, quotes: dict[int, tuple[Quote, ...]]) -> MissedItem:
    by_token = {option["token"]: option["text"] for option in words.options}
    right = (
        tuple(f"{pair['left']} – {by_token[pair['token']]}" for pair in words.pairs)
        if words.pairs
        else tuple(option["text"] for option in words.options if option["correct"])
    )
    return MissedItem(place.position, words.stem, words.kind, right, tuple(words.value_names), quotes.get(words.id, ()))


def _quotes(actor: Actor, version_ids: list[int]) -> dict[int, tuple[Quote, ...]]:
    found: dict[int, tuple[Quote, ...]] = {}
    for version_id, passage in items.list_citations(actor.organisation_id, item_version_ids=version_ids):
        found[version_id] = (*found.get(version_id, ()), Quote(passage.line, passage.text))
    return found
