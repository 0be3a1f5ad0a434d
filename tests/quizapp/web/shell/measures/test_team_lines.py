from dataclasses import replace

import pytest

from quizapp.assessment.measures import Measures, Overdue, Share
from quizapp.services.reports.organisation import TeamLine
from quizapp.web.shell.measures.numbers import PeopleLinks
from quizapp.web.shell.measures.team_lines import BY_TEAM, table_file, table_rows
from quizapp.web.shell.tables.ordering import Order
from tests.quizapp.web.scenes.rows import NOBODY, organisation_report

LINKS = PeopleLinks("/people", 3)


def counts(passed: int, due: int, in_post: int) -> Measures:
    overdue = Overdue(due - passed, 0, 0, due - passed, 30)
    return replace(
        NOBODY,
        compliance=Share(passed, due),
        esr_rate=Share(passed, in_post),
        overdue=overdue,
        not_due_yet=in_post - due,
    )


REPORT = organisation_report(
    TeamLine(1, "Ward 1", counts(9, 10, 14)),
    TeamLine(2, "ward 2", counts(3, 4, 4)),
    TeamLine(3, "Pharmacy", counts(11, 20, 21)),
    TeamLine(None, "No team", counts(0, 0, 2)),
)


def test_a_line_has_counts_beside_its_percentage_and_opens_them() -> None:
    rows = table_rows(REPORT, BY_TEAM, links=LINKS)
    ward_1 = next(row for row in rows if row[0].text == "Ward 1")
    assert [cell.text for cell in ward_1] == ["Ward 1", "14", "10", "9", "9 of 10 (90.0%)", "1", "4", "0"]
    assert [cell.href for cell in ward_1] == [
        *(f"/people?group={group}&team=1&quiz=3" for group in ("everybody", "in-scope", "due", "due-passed")),
        None,
        *(f"/people?group={group}&team=1&quiz=3" for group in ("overdue", "not-due-yet")),
        None,
    ]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (BY_TEAM, ["No team", "Pharmacy", "Ward 1", "ward 2"]),
        (Order("team", descending=True), ["ward 2", "Ward 1", "Pharmacy", "No team"]),
        (Order("overdue", descending=True), ["Pharmacy", "Ward 1", "ward 2", "No team"]),
        (Order("share"), ["Pharmacy", "Ward 1", "ward 2", "No team"]),
        (Order("share", descending=True), ["Ward 1", "Pharmacy", "ward 2", "No team"]),
        (Order("in-post"), ["No team", "ward 2", "Ward 1", "Pharmacy"]),
    ],
)
def test_lines_are_sorted_and_the_whole_comes_last(order: Order, names: list[str]) -> None:
    assert [row[0].text for row in table_rows(REPORT, order, links=LINKS)] == [*names, "All teams"]


def test_a_team_opens_its_own_page_and_the_people_directly_in_one_their_list() -> None:
    lines = (TeamLine(5, "Nursing", counts(3, 4, 4)), TeamLine(1, "Board", counts(1, 1, 1), alone=True))
    rows = table_rows(organisation_report(*lines), BY_TEAM, links=LINKS, open_team=lambda team_id: f"/at/{team_id}")
    assert [(row[0].text, row[0].href) for row in rows] == [
        ("Directly in Board", "/people?group=everybody&team=1&alone=yes&quiz=3"),
        ("Nursing", "/at/5"),
        ("All teams", "/people?group=everybody&quiz=3"),
    ]


def test_the_file_has_the_same_words_and_numbers_as_numbers() -> None:
    table = table_file(REPORT, BY_TEAM)
    assert table.header == ("Team", "In post", "Due", "Passed", "Passed of due", "Overdue", "Not due yet", "Away")
    shown = table_rows(REPORT, BY_TEAM, links=LINKS)
    assert [[str(value) for value in row] for row in table.rows] == [[cell.text for cell in row] for row in shown]
    assert next(iter(table.rows)) == ["No team", 2, 0, 0, "No one due", 0, 2, 0]
