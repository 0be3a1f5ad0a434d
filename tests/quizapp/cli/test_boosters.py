"""Sending and listing boosters by command."""

import csv
import io
from datetime import timedelta

import pytest

from quizapp import clock
from quizapp.services.attempts import learning
from tests.builders import NOW, Scene, add_person, set_the_scene, sit
from tests.support.console import Console

ISSUE = "booster issue --organisation fernbrook-trust"


@pytest.fixture
def passed(console: Console, monkeypatch: pytest.MonkeyPatch) -> Console:
    """An installation with two organisations, in each of which somebody passed four weeks ago."""
    with console.app.app_context():
        for name in ("Fernbrook Trust", "Otherwhere Trust"):
            take(set_the_scene(name), f"Asha of {name.split()[0]}")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=28))
    return console


def take(scene: Scene, name: str) -> None:
    actor = add_person(scene, name)
    sit(actor, learning.list_my_quizzes(actor, now=NOW)[0].assignment_id)


def rows_of(said: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"), newline="")))


def test_whom_to_send_which_link_is_printed_as_csv(passed: Console) -> None:
    answer = passed.run(ISSUE)
    (row,) = rows_of(answer.said)
    link = row.pop("link")
    assert row == {
        "name": "Asha of Fernbrook",
        "e-mail": "asha.of.fernbrook@fernbrook.example",
        "number": "1",
        "due": "2026-07-28",
    }
    assert answer.complained == "1 booster to be sent.\n"
    assert passed.app.test_client().get(link).status_code == 200


def test_a_second_time_there_is_nothing_to_send(passed: Console) -> None:
    passed.run(ISSUE)
    again = passed.run(ISSUE)
    assert (rows_of(again.said), again.complained) == ([], "0 boosters to be sent.\n")


def test_without_an_organisation_all_are_served(passed: Console) -> None:
    names = [row["name"] for row in rows_of(passed.run("booster issue").said)]
    assert names == ["Asha of Fernbrook", "Asha of Otherwhere"]
    assert "2 boosters, 0 answered" in passed.run("booster list").said


def test_a_dry_run_names_people_without_links_and_keeps_nothing(passed: Console) -> None:
    before = passed.count_rows()
    answer = passed.run(f"{ISSUE} --dry-run")
    assert [row["link"] for row in rows_of(answer.said)] == [""]
    assert "nothing was kept" in answer.complained
    assert passed.count_rows() == before


def test_the_list_says_until_when_each_can_be_answered(passed: Console) -> None:
    passed.run(ISSUE)
    said = passed.run("booster list --organisation fernbrook-trust").said
    assert said.splitlines()[1].split()[-4:] == ["1", "2026-07-28", "2026-07-28", "2026-08-25"]
    assert said.endswith("1 booster, 0 answered\n")
    assert "2026-07-28" not in passed.run("booster list --organisation otherwhere-trust").said


def test_an_unknown_organisation_is_refused_in_one_line(console: Console) -> None:
    assert console.run("booster issue --organisation nowhere", status=1).complained.startswith("booster issue: ")
