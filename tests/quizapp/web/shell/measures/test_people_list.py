import pytest

from quizapp.assessment.population import AbsenceKind
from quizapp.assessment.status import Status
from quizapp.services.errors import NotFound
from quizapp.services.reports.groups import Group
from quizapp.web.shell.measures import people_list
from quizapp.web.shell.measures.people_list import (
    WORDS,
    PeoplePage,
    Selection,
    present_file,
    present_people,
    read_selection,
)
from quizapp.web.shell.tables.ordering import Order
from tests.quizapp.web.scenes.rows import csv_of, files_at, group_report, person

SOME = Selection(Group.OVERDUE, quiz=3, team=None, order=Order("name"))
PEOPLE = tuple(person(name) for name in ("Ann", "Ben", "Cid"))


def page_of(selection: Selection) -> PeoplePage:
    first = (selection.part - 1) * people_list.PAGE_SIZE
    report = group_report(*PEOPLE[first : first + people_list.PAGE_SIZE], total=len(PEOPLE))
    return present_people(report, selection, path="/people", files=files_at("/people"), report_path="/organisation")


def test_every_group_has_a_name_and_a_definition() -> None:
    assert set(WORDS) == set(Group)
    assert len({heading for heading, _ in WORDS.values()}) == len(Group)


def test_a_list_says_whom_it_counts() -> None:
    page = page_of(SOME)
    assert (page.heading, page.caption) == ("Overdue", "Our values, all teams")
    assert page.sentence == "3 people. The due date has passed, and there is no valid pass."
    assert [row[0].text for row in page.rows] == ["Ann", "Ben", "Cid"]
    assert page.report == "/organisation?quiz=3"
    assert csv_of(page.downloads) == "/people.csv?group=overdue&quiz=3&sort=name"
    assert (page.shown, page.earlier, page.later) == ("", "", "")


def test_a_long_list_is_cut_into_parts_and_its_file_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_list, "PAGE_SIZE", 2)
    first, second, third = (page_of(Selection(Group.DUE, 3, None, Order("name"), part)) for part in (1, 2, 3))
    assert (first.shown, first.earlier) == ("Showing 1 to 2 of 3.", "")
    assert first.later == "/people?group=due&quiz=3&sort=name&part=2"
    assert (second.shown, second.earlier) == ("Showing 3 to 3 of 3.", "/people?group=due&quiz=3&sort=name&part=1")
    assert (second.later, [row[0].text for row in second.rows]) == ("", ["Cid"])
    assert third.shown == "There is nobody this far down a list of 3."
    assert [row[0] for row in present_file(group_report(*PEOPLE), SOME).rows] == ["Ann", "Ben", "Cid"]


def test_absences_are_counted_by_reason() -> None:
    away = [person(status=Status.ABSENT, absence=kind) for kind in (AbsenceKind.SECONDMENT, AbsenceKind.PARENTAL)]
    report = group_report(*away, away[1])
    page = present_people(
        report,
        Selection(Group.ABSENT, 3, None, Order("name")),
        path="/people",
        files=files_at("/people"),
        report_path="/organisation",
    )
    assert page.sentence.endswith("Parental leave: 2, Secondment: 1.")


def test_an_address_names_a_list_there_is() -> None:
    assert read_selection({"group": "due", "team": "0", "part": "2"}) == Selection(Group.DUE, None, 0, Order("name"), 2)
    assert read_selection({"group": "due", "part": "0"}).part == 1
    for group in ("", "nonsense", "DUE"):
        with pytest.raises(NotFound, match="no such list"):
            read_selection({"group": group})
