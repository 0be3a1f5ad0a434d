"""Many commands at once send each booster once, and a test that fails with the guard off."""

from collections import Counter
from contextlib import AbstractContextManager
from datetime import timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask

from quizapp.services.attempts import learning
from quizapp.services.attempts.boosters import boosters
from quizapp.services.attempts.boosters.boosters import issue_boosters
from quizapp.storage.db import db
from quizapp.storage.transaction import transaction
from tests.builders import NOW, Scene, add_person, sit
from tests.support.at_once import AT_ONCE, at_once


def pass_the_quiz(scene: Scene, *names: str) -> None:
    for name in names:
        actor = add_person(scene, name)
        sit(actor, learning.list_my_quizzes(actor, now=NOW)[0].assignment_id)
    db.session.remove()


def count_rows(table: str) -> int:
    with db.engine.connect() as connection:
        return int(connection.scalar(sa.text(f"SELECT count(*) FROM {table}")) or 0)


def issue_at_once(record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Eight commands at once, all of which have found the same boosters due before one keeps them."""
    barrier = Barrier(AT_ONCE)

    def wait_for_all() -> AbstractContextManager[None]:
        barrier.wait(timeout=20)
        return transaction()

    monkeypatch.setattr(boosters, "transaction", wait_for_all)
    return at_once(record, lambda _number: issue_boosters(scene.operator, now=NOW + timedelta(days=28)))


def test_concurrent_issues_send_each_booster_once(record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pass_the_quiz(scene, "Person A", "Person B", "Person C")
    rounds = issue_at_once(record, scene, monkeypatch)
    assert all(isinstance(sent, list) for sent in rounds), rounds
    names = Counter(one.name for sent in rounds if isinstance(sent, list) for one in sent)
    assert names == {"Person A": 1, "Person B": 1, "Person C": 1}
    assert (count_rows("booster"), count_rows("booster_item")) == (3, 6)


def test_negative_control_without_the_constraint_boosters_are_doubled(
    record: Flask, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    pass_the_quiz(scene, "Person A")
    drop_the_constraint()
    issue_at_once(record, scene, monkeypatch)
    assert count_rows("booster") == AT_ONCE


def drop_the_constraint() -> None:
    """SQLite cannot drop one, so there the table is made again without it."""
    name = "uq_booster_attempt_id_number"
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text(f"ALTER TABLE booster DROP CONSTRAINT {name}"))
            return
        made = str(connection.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'booster'")))
        connection.exec_driver_sql("DROP TABLE booster")
        connection.exec_driver_sql(made.replace(f"CONSTRAINT {name} UNIQUE (attempt_id, number)", "CHECK (1)"))
