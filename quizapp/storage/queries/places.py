"""The place somebody is at: read at every step of a sitting, so in columns, and by statements built once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from question_bank.model import Kind
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.quiz_blueprint import Mode
from quizapp.storage.db import connection
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.document import Document, DocumentVersion, Passage
from quizapp.storage.models.item import ItemCitation, ItemVersion
from quizapp.storage.models.organisation import Organisation
from quizapp.storage.models.quiz import QuizBlueprint


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """What a step needs to know of the attempt, its recipe, and the organisation's time zone."""

    id: int
    assignment_id: int
    state: AttemptState
    mode: Mode
    item_count: int
    pass_score: int
    valid_months: int | None
    certificate_has_score: bool
    time_zone: str


@dataclass(frozen=True, slots=True)
class WordsRow:
    """The words of an item version, as its model has them."""

    id: int
    item_id: int
    kind: Kind
    stem: str
    options: list[Any]
    pairs: list[Any] | None
    value_names: list[Any]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The newest answer to a place, as the model of a response has it."""

    revision: int
    chosen: list[Any]
    mark: int
    parts_right: int
    parts: int
    token: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of an attempt's paper; `answered` and `score` are of the whole paper so far."""

    attempt: AttemptRow
    words: WordsRow
    answer: AnswerRow | None
    position: int
    option_order: list[Any]
    answered: int
    score: int


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A line an item version rests on, with the page it stands on."""

    item_version_id: int
    line: int
    text: str
    title: str
    source: str | None


_attempt, _place, _words = Attempt.__table__.c, PaperItem.__table__.c, ItemVersion.__table__.c
_answer, _recipe = Response.__table__.c, QuizBlueprint.__table__.c
# In the order in which the dataclasses above take them.
_ATTEMPT = (
    *(_attempt.id, _attempt.assignment_id, _attempt.state, _attempt.mode),
    *(_attempt.item_count, _attempt.pass_score),
    *(_recipe.valid_months, _recipe.certificate_has_score, Organisation.__table__.c.time_zone),
)
_WORDS = (
    *(_words.id, _words.item_id, _words.kind, _words.stem),
    *(_words.options, _words.pairs, _words.value_names),
)
_ANSWER = (
    *(_answer.revision, _answer.chosen, _answer.mark),
    *(_answer.parts_right, _answer.parts, _answer.token),
)


def find_place(
    organisation_id: int, *, person_id: int, attempt_id: int, position: int, lock: bool = False
) -> PlaceRow | None:
    """A place on the paper of one's own attempt; locked, nobody else changes the attempt before this transaction ends.

    What is counted over the paper may be older than the lock: PostgreSQL reads it before it waits.
    """
    wanted = {
        "organisation_id": organisation_id,
        "person_id": person_id,
        "attempt_id": attempt_id,
        "position": position,
    }
    row = connection().execute(_find_place(lock=lock), wanted).one_or_none()
    if row is None:
        return None
    attempt, words, answer, rest = _split(row, len(_ATTEMPT), len(_WORDS), len(_ANSWER))
    given = None if answer[0] is None else AnswerRow(*answer)
    return PlaceRow(AttemptRow(*attempt), WordsRow(*words), given, *rest)


def add_response(organisation_id: int, *, values: dict[str, object]) -> bool:
    """Keep an answer; False where the place has one of this revision already, whoever was quicker."""
    held = connection()
    kept = held.execute(_add_response(held.dialect.name), {"organisation_id": organisation_id, **values})
    return kept.scalar_one_or_none() is not None


def list_quotes(organisation_id: int, *, item_version_ids: Sequence[int]) -> list[QuoteRow]:
    """The lines these item versions rest on, in page order."""
    wanted = {"organisation_id": organisation_id, "item_version_ids": list(item_version_ids)}
    return [QuoteRow(*row) for row in connection().execute(_list_quotes(), wanted)]


@cache
def _find_place(*, lock: bool) -> sa.Select[*tuple[Any, ...]]:
    assignment, given = Assignment.__table__, Response.__table__.alias("given")
    answers = sa.select(given).where(given.c.attempt_id == _attempt.id, ~_is_replaced(given.c))
    newest = answers.correlate(Attempt.__table__).subquery()
    found = (
        sa.select(
            *_ATTEMPT,
            *_WORDS,
            *_ANSWER,
            _place.position,
            _place.option_order,
            sa.select(sa.func.count(newest.c.id)).scalar_subquery(),
            sa.select(sa.func.coalesce(sa.func.sum(newest.c.mark), 0)).scalar_subquery(),
        )
        .select_from(Attempt.__table__)
        .join(Organisation.__table__, Organisation.__table__.c.id == _attempt.organisation_id)
        .join(QuizBlueprint.__table__, _recipe.id == _attempt.quiz_blueprint_id)
        .join(assignment, assignment.c.id == _attempt.assignment_id)
        .join(PaperItem.__table__, _place.attempt_id == _attempt.id)
        .join(ItemVersion.__table__, _words.id == _place.item_version_id)
        .outerjoin(
            Response.__table__,
            sa.and_(
                _answer.attempt_id == _place.attempt_id,
                _answer.item_version_id == _place.item_version_id,
                ~_is_replaced(_answer),
            ),
        )
        .where(
            _attempt.organisation_id == sa.bindparam("organisation_id"),
            assignment.c.person_id == sa.bindparam("person_id"),
            _attempt.id == sa.bindparam("attempt_id"),
            _place.position == sa.bindparam("position"),
        )
    )
    return found.with_for_update(of=Attempt.__table__) if lock else found


def _is_replaced(answer: Any) -> sa.ColumnElement[bool]:
    """Whether a later revision of an answer was given."""
    later = Response.__table__.alias()
    return (
        sa.select(later.c.id)
        .where(
            later.c.attempt_id == answer.attempt_id,
            later.c.item_version_id == answer.item_version_id,
            later.c.revision > answer.revision,
        )
        .exists()
    )


@cache
def _add_response(dialect: str) -> ReturningInsert[tuple[int]]:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    names = [column.name for column in _answer if column.name != "id"]
    return (
        insert(cast(sa.Table, Response.__table__))
        .values({name: sa.bindparam(name) for name in names})
        .on_conflict_do_nothing()
        .returning(_answer.id)
    )


@cache
def _list_quotes() -> sa.Select[*tuple[Any, ...]]:
    cited, passage = ItemCitation.__table__.c, Passage.__table__.c
    version, document = DocumentVersion.__table__.c, Document.__table__.c
    return (
        sa.select(cited.item_version_id, passage.line, passage.text, document.title, document.source)
        .join(Passage.__table__, passage.id == cited.passage_id)
        .join(DocumentVersion.__table__, version.id == passage.document_version_id)
        .join(Document.__table__, document.id == version.document_id)
        .where(
            cited.organisation_id == sa.bindparam("organisation_id"),
            cited.item_version_id.in_(sa.bindparam("item_version_ids", expanding=True)),
        )
        .order_by(cited.item_version_id, passage.line, passage.id)
    )


def _split(row: Sequence[Any], *lengths: int) -> list[Sequence[Any]]:
    """A row in parts of these lengths, and what is left."""
    parts, start = [], 0
    for length in lengths:
        parts.append(row[start : start + length])
        start += length
    return [*parts, row[start:]]
