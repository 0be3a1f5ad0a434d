"""Every address of the service that can be looked at, with whatever stands in the database put into it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import sqlalchemy as sa
from flask import Flask
from werkzeug.routing import Rule

from quizapp.storage.db import db
from quizapp.storage.models.assignment import Assignment
from quizapp.storage.models.attempts.attempt import Attempt
from quizapp.storage.models.attempts.booster import Booster
from quizapp.storage.models.attempts.completion import Completion
from quizapp.storage.models.item import Item
from quizapp.storage.models.message import Message
from quizapp.storage.models.quiz import Quiz
from quizapp.storage.models.team import DataQuery

UNKNOWN_TOKEN = "no-such-token-0123456789"
UNCHANGING = ("assets.file",)
"""The same for everybody at any time."""
QUERIES = {
    "learn.elsewhere": ("?question=1",),
    "account.sign_in": ("?ended=1&unsent=1&next=/learning",),
    "reports.people": ("?status=passed", "?sort=name"),
}

Known = Mapping[str, Sequence[object]]


def read_known(app: Flask, *, positions: int) -> Known:
    """What the parts of addresses may be: the ids and codes there are, and one that there is not."""
    with app.app_context(), db.engine.connect() as connection:

        def all_of(column: sa.orm.InstrumentedAttribute[object]) -> list[object]:
            return list(connection.scalars(sa.select(column).order_by(column)))

        return {
            "assignment_id": [*all_of(Assignment.id), 999],
            "attempt_id": [*all_of(Attempt.id), 999],
            "position": range(1, positions + 2),
            "item_id": all_of(Item.id)[:2],
            "quiz_id": all_of(Quiz.id),
            "code": [*all_of(Completion.certificate_code), "AAAA-AAAA-AAAA"],
            "query_id": [*all_of(DataQuery.id), 999],
            "message_id": [*all_of(Message.id)[:2], 999],
            "year": [2026],
            "month": [5],
            "edition": [1],
            "token": [*all_of(Booster.token), UNKNOWN_TOKEN],
        }


def list_addresses(app: Flask, known: Known, *, leave_out: Sequence[str] = ()) -> list[str]:
    """Every address that answers GET; raises KeyError for a part of one that nothing is known of."""
    return [
        address + query
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint not in (*UNCHANGING, *leave_out)
        for address in _fill(app, rule, known)
        for query in ("", *QUERIES.get(rule.endpoint, ()))
    ]


def _fill(app: Flask, rule: Rule, known: Known) -> Iterator[str]:
    fixed = dict(rule.defaults or {})
    names = sorted(rule.arguments - fixed.keys())
    adapter = app.url_map.bind("localhost")
    for values in product(*(known[name] for name in names)):
        yield adapter.build(rule.endpoint, {**fixed, **dict(zip(names, values, strict=True))})
