"""What people answered when they took a quiz for the first time, counted and without anybody's name."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from question_bank.model import Kind
from quizapp.assessment.attempt_rules import AttemptState
from quizapp.assessment.insight.item_statistics import Answers
from quizapp.storage.db import connection
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt, Response
from quizapp.storage.models.item import ItemVersion

_Later, _First = aliased(Response), aliased(Attempt)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """The words of an item version, as its model has them."""

    id: int
    item_id: int
    number: int
    kind: Kind
    stem: str
    options: list[Any]
    value_names: list[Any]


def count_first_answers(organisation_id: int, *, quiz_id: int, since: date | None) -> list[Answers]:
    """How many people gave which answer to which item version; in a test the newest answer of a place counts.

    First attempts are those that each person submitted first, on a day or later.
    """
    chosen = sa.cast(Response.chosen, sa.Text)
    later = sa.exists().where(
        _Later.attempt_id == Response.attempt_id,
        _Later.item_version_id == Response.item_version_id,
        _Later.revision > Response.revision,
    )
    counted = (
        sa.select(Response.item_version_id, chosen, Response.mark, sa.func.count())
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(*_is_first(organisation_id, quiz_id=quiz_id, since=since), ~later.correlate(Response))
        .group_by(Response.item_version_id, chosen, Response.mark)
        .order_by(Response.item_version_id, chosen)
    )
    return [
        Answers(item_version_id, tuple(json.loads(tokens)), is_right=bool(mark), people=people)
        for item_version_id, tokens, mark, people in connection().execute(counted)
    ]


def count_first_passes(organisation_id: int, *, quiz_id: int, since: date | None) -> tuple[int, int]:
    """How many people passed with the first attempt they submitted, and how many submitted one."""
    passed = sa.func.coalesce(sa.func.sum(sa.case((Attempt.score >= Attempt.pass_score, 1), else_=0)), 0)
    counted = sa.select(passed, sa.func.count()).where(*_is_first(organisation_id, quiz_id=quiz_id, since=since))
    passes, people = connection().execute(counted).one()
    return int(passes), int(people)


def list_answered_versions(organisation_id: int, *, quiz_id: int, since: date | None) -> list[VersionRow]:
    """The words of every item version that was answered in such an attempt."""
    answered = (
        sa.select(Response.item_version_id)
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(*_is_first(organisation_id, quiz_id=quiz_id, since=since))
    )
    words = (
        *(ItemVersion.id, ItemVersion.item_id, ItemVersion.number, ItemVersion.kind),
        *(ItemVersion.stem, ItemVersion.options, ItemVersion.value_names),
    )
    wanted = sa.select(*words).where(ItemVersion.organisation_id == organisation_id, ItemVersion.id.in_(answered))
    return [VersionRow(*row) for row in connection().execute(wanted.order_by(ItemVersion.id))]


def _is_first(organisation_id: int, *, quiz_id: int, since: date | None) -> list[sa.ColumnElement[bool]]:
    firsts = (
        sa.select(sa.func.min(_First.id))
        .join(Assignment, Assignment.id == _First.assignment_id)
        .where(
            Assignment.organisation_id == organisation_id,
            Assignment.quiz_id == quiz_id,
            _First.state == AttemptState.SUBMITTED,
        )
        .group_by(Assignment.person_id)
    )
    found = [Attempt.organisation_id == organisation_id, Attempt.id.in_(firsts)]
    return found if since is None else [*found, Attempt.submitted_on >= since]
