"""A submitted attempt: its result, and what went wrong, to be looked at before the next try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from question_bank.model import Kind
from quizapp.access.permissions import Permission
from quizapp.access.policy import Actor
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.allowed import demand
from quizapp.services.attempts.questions import Quote
from quizapp.services.bank.outlines import PageOutline, outline_page
from quizapp.services.errors import NotFound
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.item import ItemVersion
from quizapp.storage.queries import attempts, completions, places
from quizapp.storage.transaction import snapshot


@dataclass(frozen=True, slots=True)
class MissedItem:
    """An item that went wrong: what it asked, what was right, and the page's lines."""

    position: int
    stem: str
    kind: Kind
    right: tuple[str, ...]
    value_names: tuple[str, ...]
    quotes: tuple[Quote, ...]
    chosen: tuple[str, ...] = ()
    """What was answered, in words; for matching with its line; nothing where it was left without an answer."""


@dataclass(frozen=True, slots=True)
class Result:
    """A submitted attempt; the certificate's code where it passed.

    `number` counts the tries since the last pass, this one too; `is_newest` is False once another was begun. After
    that of a withdrawn quiz no other can be begun.
    """

    attempt_id: int
    assignment_id: int
    quiz_title: str
    mode: Mode
    number: int
    is_newest: bool
    score: int
    count: int
    pass_score: int
    certificate_code: str | None
    valid_until: date | None
    missed: tuple[MissedItem, ...]
    page: PageOutline
    is_withdrawn: bool = False
    has_boosters: bool = False

    @property
    def passed(self) -> bool:
        """Enough items were right."""
        return self.score >= self.pass_score


def show_result(actor: Actor, attempt_id: int) -> Result:
    """The result of one's own submitted attempt."""
    demand(actor, Permission.TAKE_QUIZ)
    with snapshot():
        row = attempts.find_attempt(actor.organisation_id, person_id=actor.person_id or 0, attempt_id=attempt_id)
        if row is None or row[0].score is None:
            raise NotFound("This attempt has no result yet.")
        attempt, assignment, quiz, version, document, blueprint = row
        completion = completions.find_by_attempt(actor.organisation_id, attempt_id=attempt_id)
        tries = attempts.list_attempts(actor.organisation_id, assignment_id=assignment.id)
        paper = attempts.list_paper(actor.organisation_id, attempt_id=attempt_id)
        wrong = [row for row in paper if row[2] is None or row[2].mark == 0]
        quotes = _quotes(actor, [words.id for _, words, _ in wrong])
        return Result(
            attempt_id=attempt.id,
            assignment_id=assignment.id,
            quiz_title=quiz.title,
            mode=attempt.mode,
            number=_tries(attempt, tries),
            is_newest=tries[-1].id == attempt.id,
            score=row[0].score,
            count=attempt.item_count,
            pass_score=attempt.pass_score,
            certificate_code=completion.certificate_code if completion else None,
            valid_until=completion.valid_until if completion else None,
            missed=tuple(_missed(place, words, quotes, response=response) for place, words, response in wrong),
            page=outline_page(version.text, title=document.title, source=document.source),
            is_withdrawn=assignment.until_date is not None,
            has_boosters=blueprint.has_boosters,
        )


def _tries(attempt: Attempt, tries: Sequence[Attempt]) -> int:
    """How many tries there have been since the last pass before this one, with this one."""
    earlier = [one for one in tries if one.number < attempt.number]
    passed = [one.number for one in earlier if one.score is not None and one.score >= one.pass_score]
    return attempt.number - max(passed, default=0)


def _quotes(actor: Actor, version_ids: list[int]) -> dict[int, tuple[Quote, ...]]:
    found: dict[int, tuple[Quote, ...]] = {}
    for row in places.list_quotes(actor.organisation_id, item_version_ids=version_ids):
        found[row.item_version_id] = (*found.get(row.item_version_id, ()), Quote(row.line, row.text))
    return found


def _missed(
    place: PaperItem, words: ItemVersion, quotes: dict[int, tuple[Quote, ...]], *, response: Response | None
) -> MissedItem:
    by_token = {option["token"]: option["text"] for option in words.options}
    right = (
        tuple(f"{pair['left']} – {by_token[pair['token']]}" for pair in words.pairs)
        if words.pairs
        else tuple(option["text"] for option in words.options if option["correct"])
    )
    chosen = [by_token[token] for token in response.chosen] if response else []
    lefts = [f"{pair['left']} – " for pair in words.pairs or ()]
    return MissedItem(
        position=place.position,
        stem=words.stem,
        kind=words.kind,
        right=right,
        value_names=tuple(words.value_names),
        quotes=quotes.get(words.id, ()),
        chosen=tuple(left + text for left, text in zip(lefts, chosen, strict=False)) if lefts else tuple(chosen),
    )
