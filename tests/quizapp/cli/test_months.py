"""Freezing months by command."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import clock
from tests.quizapp.services.reports.months.scene import IN_JULY, build
from tests.support.app import migrated_app
from tests.support.console import Console
from tests.support.databases import SqliteDatabases

MAY = "Fernbrook Trust, Our values: 2026-05 is frozen with 20 people; 0 of 0 who were due hold a pass, 0 of 0"
JUNE = "Fernbrook Trust, Our values: 2026-06 is frozen with 18 people; 8 of 11 who were due hold a pass, 8 of 12"


@pytest.fixture
def twenty(sqlite: SqliteDatabases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Console]:
    monkeypatch.setattr(clock, "now", lambda: IN_JULY)
    with migrated_app(sqlite, name="twenty", build=build) as app:
        yield Console(app, tmp_path)


def test_worked_example_is_frozen_month_by_month(twenty: Console) -> None:
    lines = twenty.run("month freeze").said.splitlines()
    assert [line.partition(" who fell due")[0] for line in lines] == [MAY, JUNE]
    assert twenty.run("month freeze --organisation fernbrook-trust").said == (
        "Fernbrook Trust: no month is waiting to be frozen.\n"
    )


def test_a_dry_run_freezes_nothing(twenty: Console) -> None:
    before = twenty.count_rows()
    said = twenty.run("month freeze --dry-run").said
    assert [line.partition(" who fell due")[0] for line in said.splitlines()[:2]] == [MAY, JUNE]
    assert "Dry run: nothing was kept." in said
    assert twenty.count_rows() == before
