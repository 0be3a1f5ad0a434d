"""Thousands of steps in any order: the service does what the model does, and a service without one guard does not."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from quizapp.services.attempts import answers, papers, questions, starts
from quizapp.services.attempts.answers import Outcome
from quizapp.services.errors import Invalid
from quizapp.storage.db import db
from quizapp.storage.queries import attempts
from tests.journeys.state_machine.machine import Machine
from tests.support.app import migrated_app
from tests.support.databases import SqliteDatabases

STEPS = 100
RUNS, LEAST = {"sqlite": 24, "postgresql": 7}, {"sqlite": 2000, "postgresql": 500}
LONG_RUNS, LONG_LEAST = {"sqlite": 230, "postgresql": 60}, {"sqlite": 20_000, "postgresql": 5000}
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
REACHED = {*Outcome, "first tries", "later tries", "certificates"} - {Outcome.NOT_REACHED}
"""What any thousand steps come to; no window has a question in it that was not reached."""
DIFFERENT = (AssertionError, Invalid, sa.exc.SQLAlchemyError, pytest.fail.Exception)

Break = Callable[[pytest.MonkeyPatch], None]


def run(runs: int, *, shrinks: bool = False, **options: Any) -> Counter[str]:
    """So many runs of the machine; how many steps were taken, and what they came to.

    Runs that differ from the model are printed; to make them shorter takes minutes.
    """
    taken: Counter[str] = Counter()
    phases = [Phase.generate, Phase.shrink] if shrinks else [Phase.generate]
    limits: dict[str, Any] = {"deadline": None, "suppress_health_check": SLOW, "database": None, "phases": phases}
    chosen = settings(max_examples=runs, stateful_step_count=STEPS, **limits, **options)
    make: Any = partial(Machine, taken)
    run_state_machine_as_test(make, settings=chosen)
    return taken


def test_state_machine_of_people_windows_clocks_and_editions_follows_the_model(record: Flask) -> None:
    engine = db.engine.dialect.name
    taken = run(RUNS[engine], derandomize=True)
    assert taken["steps"] >= LEAST[engine]
    if engine == "sqlite":
        assert set(+taken) >= REACHED


@pytest.mark.long
def test_state_machine_follows_the_model_over_25_000_steps(record: Flask) -> None:
    engine = db.engine.dialect.name
    taken = run(LONG_RUNS[engine], shrinks=True)
    assert taken["steps"] >= LONG_LEAST[engine]
    assert set(+taken) >= REACHED


def let_through(outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep answers that one rule would refuse."""
    find = answers._find_refusal

    def find_fewer(*given: Any) -> Outcome | None:
        refusal = find(*given)
        return None if refusal is outcome else refusal

    monkeypatch.setattr(answers, "_find_refusal", find_fewer)


def explain_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "may_reveal", lambda *_, **_options: True)


def turn_the_options_round(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = questions.ask
    monkeypatch.setattr(papers, "ask", lambda sheet: ask(replace(sheet, option_order=sheet.option_order[::-1])))


def forget_the_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starts, "_has_passed", lambda _attempt: True)


def forget_earlier_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "list_attempts", lambda *_, **_options: [])


def count_all_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "count_score", lambda *_, **_options: 1)


@pytest.mark.parametrize(
    "take_off",
    [
        partial(let_through, Outcome.CHANGED_MEANWHILE),
        partial(let_through, Outcome.ANSWERED_BEFORE),
        explain_at_once,
        turn_the_options_round,
        forget_the_review,
        forget_earlier_tries,
        count_all_answers,
    ],
)
def test_negative_control_the_state_machine_sees_a_service_without_one_guard(
    quick_folder: Path, monkeypatch: pytest.MonkeyPatch, take_off: Break
) -> None:
    take_off(monkeypatch)
    with migrated_app(SqliteDatabases(quick_folder)) as app, app.app_context(), pytest.raises(DIFFERENT):
        run(RUNS["sqlite"], derandomize=True, report_multiple_bugs=False)
