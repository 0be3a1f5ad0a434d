"""What all commands share."""

from datetime import date
from pathlib import Path

import click
import pytest
from flask import Flask

from quizapp.cli.command import Commands, read_day
from tests.support.app import make_app
from tests.support.console import Console


@pytest.fixture
def unmigrated(tmp_path: Path) -> Console:
    return Console(make_app(f"sqlite:///{tmp_path / 'empty.sqlite'}"), tmp_path)


def test_a_database_that_is_not_migrated_is_one_line(unmigrated: Console) -> None:
    answer = unmigrated.run("organisation list", status=1)
    assert answer.complained == "The database is not up to date; run: flask --app wsgi db upgrade\n"
    assert answer.said == ""


def test_a_database_that_cannot_be_reached_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    app: Flask = make_app(f"sqlite:///{tmp_path / 'folder'}")
    answer = Console(app, tmp_path).run("organisation list", status=1)
    assert answer.complained == "The database cannot be reached; check DATABASE_URL and that its server runs\n"


def test_a_fault_of_ours_is_not_hidden(console: Console) -> None:
    group = Commands("faulty")

    @group.command("go")
    def go() -> None:
        raise ZeroDivisionError("a fault")

    console.app.cli.add_command(group)
    with pytest.raises(ZeroDivisionError, match="a fault"):
        console.run("faulty go")


def test_an_organisation_that_is_not_there_names_those_that_are(fernbrook: Console) -> None:
    answer = fernbrook.run("items list --organisation fernbrok --page x", status=1)
    assert answer.complained == "items list: There is no organisation “fernbrok”. Known: fernbrook.\n"


def test_wrong_usage_ends_with_2(console: Console) -> None:
    assert (
        "Missing option '--organisation'" in console.run("person add --name A --email a@b.example", status=2).complained
    )


def test_a_day_is_written_in_two_ways() -> None:
    assert read_day("2026-01-31") == read_day("31/01/2026") == date(2026, 1, 31)


@pytest.mark.parametrize("text", ["31-01-2026", "2026-02-30", "tomorrow", "01/31/2026"])
def test_what_is_no_day_is_wrong_usage(text: str) -> None:
    with pytest.raises(click.BadParameter, match="Write it as 2026-01-31"):
        read_day(text)
