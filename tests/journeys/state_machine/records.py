"""What the database holds of an organisation's attempts, and the same as the model says it."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from quizapp.assessment.attempt_rules import AttemptState
from quizapp.storage.db import db
from quizapp.storage.models.attempts.attempt import Attempt, PaperItem, Response
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.item import ItemVersion
from tests.journeys.state_machine.model import Holding, Place, Try

Row = tuple[object, ...]
Columns = tuple[Any, ...]

_attempt, _place, _answer = Attempt.__table__.c, PaperItem.__table__.c, Response.__table__.c
ATTEMPTS = (
    *(_attempt.id, _attempt.assignment_id, _attempt.number, _attempt.state, _attempt.mode, _attempt.start_token),
    *(_attempt.item_count, _attempt.pass_score, _attempt.score),
)
PLACES = (_place.attempt_id, _place.position, _place.item_version_id, _place.option_order)
ANSWERS = (
    *(_answer.attempt_id, _answer.item_version_id, _answer.revision),
    *(_answer.token, _answer.chosen, _answer.mark),
)
COMPLETIONS = (Completion.__table__.c.id, *(one for one in Completion.__table__.c if one.name != "id"))


def read_rows(organisation_id: int, *tables: Columns) -> list[list[Row]]:
    """Some columns of all rows of an organisation in these tables, in their order; lists as tuples."""
    with db.engine.connect() as connection:
        return [
            sorted(tuple(map(_frozen, row)) for row in connection.execute(_of(columns), {"of": organisation_id}))
            for columns in tables
        ]


def read_paper(organisation_id: int, attempt_id: int) -> tuple[Place, ...]:
    """A paper with the right answers, as they stand in the frozen versions of its items."""
    wanted = (
        sa.select(PaperItem.option_order, ItemVersion.id, ItemVersion.options, ItemVersion.pairs)
        .join(ItemVersion, ItemVersion.id == PaperItem.item_version_id)
        .where(PaperItem.organisation_id == organisation_id, PaperItem.attempt_id == attempt_id)
        .order_by(PaperItem.position)
    )
    with db.engine.connect() as connection:
        rows = connection.execute(wanted).all()
    return tuple(
        Place(
            version_id,
            tuple(order),
            tuple(pair["token"] for pair in pairs)
            if pairs
            else tuple(one["token"] for one in options if one["correct"]),
            in_order=bool(pairs),
        )
        for order, version_id, options, pairs in rows
    )


def attempt_row(holding: Holding, one: Try) -> Row:
    state = AttemptState.OPEN if one.is_open else AttemptState.SUBMITTED
    begun = (one.id, holding.assignment_id, one.number, state, one.recipe.mode, one.token)
    return (*begun, len(one.paper), one.pass_score, one.score)


def place_rows(one: Try) -> list[Row]:
    return [(one.id, number, place.item_version_id, place.order) for number, place in enumerate(one.paper, start=1)]


def answer_rows(one: Try) -> list[Row]:
    """Every kept answer with what it earns by the paper that was fixed at the start."""
    return [
        (one.id, place.item_version_id, revision, given.token, given.chosen, int(place.is_right(given.chosen)))
        for position, kept in one.given.items()
        for place in [one.paper[position - 1]]
        for revision, given in enumerate(kept, start=1)
    ]


@cache
def _of(columns: Columns) -> sa.Select[*tuple[Any, ...]]:
    return sa.select(*columns).where(columns[0].table.c.organisation_id == sa.bindparam("of"))


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
