"""Looking changes nothing: no address of the service changes a row on GET or HEAD, whoever opens it."""

from datetime import datetime
from hashlib import sha256
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.access.policy import Actor, console
from quizapp.services.attempts import learning, starts
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.storage.db import db
from quizapp.storage.models.audit import AuditEntry
from tests.journeys.canary.aviary import CARA, LENGTH, MIA
from tests.journeys.canary.crawl import list_addresses, read_known
from tests.journeys.canary.walk import NOBODY, Walk
from tests.quizapp.web.learn.school import ASHA, BEN

SEEN = ("web_session", "seen_at")
"""When a browser was last seen, which no quiz looks at."""
TAKEN_AWAY = "report exported"
"""What the audit notes of a list of people that was taken away, which no HEAD does."""


def fingerprints(app: Flask, *, leave_out: str = "") -> dict[str, str]:
    """Each table's rows in one hash, without what the audit notes of one action."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: sha256(repr(_rows(connection, table, leave_out)).encode()).hexdigest()
            for table in db.metadata.sorted_tables
        }


def _rows(connection: sa.Connection, table: sa.Table, leave_out: str) -> list[str]:
    columns = [column for column in table.c if (table.name, column.name) != SEEN]
    wanted = sa.select(*columns)
    if table.name == AuditEntry.__tablename__:
        wanted = wanted.where(AuditEntry.action != leave_out)
    return sorted(map(repr, connection.execute(wanted)))


def changed_by_looking(walk: Walk, *people: str) -> set[str]:
    """The tables in which something changes while these people open every address."""
    app = walk.school.app
    addresses = list_addresses(app, read_known(app, positions=LENGTH), leave_out=("certificates.pdf",))
    changed = set()
    for method, leave_out in (("HEAD", ""), ("GET", TAKEN_AWAY)):
        before = fingerprints(app, leave_out=leave_out)
        for address in addresses:
            for who in people:
                assert walk.browsers[who].client.open(address, method=method).status_code < 500, address
        after = fingerprints(app, leave_out=leave_out)
        changed |= {table for table in before if before[table] != after[table]}
    return changed


def take_up_quizzes(walk: Walk) -> None:
    """Asha has passed and is sent a booster, and Ben has one answer in."""
    walk.school.sit(walk.browsers[ASHA], walk.school.start(walk.browsers[ASHA]))
    walk.moment.pass_by(days=28)
    with walk.school.app.app_context():
        issue_boosters(console(1, "tests"), now=walk.moment.now)
        db.session.remove()
    walk.sign_in_again(ASHA, BEN, MIA, CARA)
    first = walk.school.start(walk.browsers[BEN], BEN)
    walk.browsers[BEN].submit(first, walk.school.answer(first))
    walk.moment.pass_by(minutes=2)


def test_get_and_head_change_nothing_at_any_address_for_any_role(walk: Walk) -> None:
    take_up_quizzes(walk)
    assert changed_by_looking(walk, ASHA, BEN, MIA, CARA, NOBODY) == set()


def test_negative_control_an_attempt_that_begins_by_looking_is_seen(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = learning.show_my_quiz

    def show_and_start(actor: Actor, assignment_id: int, *, now: datetime) -> Any:
        found = show(actor, assignment_id, now=now)
        starts.start_attempt(actor, assignment_id, token="by looking", now=now)
        return found

    monkeypatch.setattr(learning, "show_my_quiz", show_and_start)
    assert {"attempt", "paper_item"} <= changed_by_looking(walk, ASHA)
