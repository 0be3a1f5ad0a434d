"""Many presses of a button at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import sqlalchemy as sa
from flask import Flask

from quizapp.storage.db import db

AT_ONCE = 8


def at_once(app: Flask, act: Callable[[int], object], times: int = AT_ONCE) -> list[object]:
    """Do something in several threads that all begin at the same moment; results or exceptions."""
    barrier = Barrier(times)

    def run(number: int) -> object:
        with app.app_context():
            barrier.wait(timeout=20)
            try:
                return act(number)
            except Exception as error:  # the test looks at it
                return error
            finally:
                db.session.remove()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def take_sqlites_lock_late() -> None:
    """Begin as SQLite does by itself: with a lock that comes only at the first write."""

    def begin_late(connection: sa.Connection) -> None:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")

    sa.event.listen(db.engine, "begin", begin_late)
