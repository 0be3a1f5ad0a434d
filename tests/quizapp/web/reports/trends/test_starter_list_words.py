from datetime import date

import pytest

from quizapp.services.errors import NotFound
from quizapp.services.reports.trends.starters import Span, StarterGroup, StarterLine, StarterList
from quizapp.web.reports.trends.starter_list_words import present_file, present_list, read_selection
from tests.quizapp.web.reports.trends.months import HEAD
from tests.quizapp.web.scenes.rows import files_at

QUERY = {"group": "left", "from": "2026-04-01", "months": "3", "quiz": "3"}


def people(number: int) -> StarterList:
    rows = tuple(
        StarterLine(one, f"Person {one:03}", "Ward 1", date(2026, 4, 6), None, None, date(2026, 5, 1))
        for one in range(1, number + 1)
    )
    return StarterList(HEAD, date(2026, 4, 1), date(2026, 6, 30), rows)


def test_a_long_list_comes_in_parts_and_its_file_whole() -> None:
    selection = read_selection({**QUERY, "part": "2"})
    page = present_list(people(401), selection, path="/people", files=files_at("/people"), report_path="/starters")
    assert (page.heading, page.sentence) == ("Starters who left without a pass", "401 people.")
    assert page.caption == "Our values, began 1 April 2026 to 30 June 2026"
    assert page.shown == "Showing 201 to 400 of 401."
    assert [cell.text for cell in page.rows[0]] == ["Person 201", "Ward 1", "6 Apr 2026", "", "", "1 May 2026"]
    assert page.earlier.endswith("&quiz=3&part=1")
    assert page.later.endswith("&quiz=3&part=3")
    assert page.report == "/starters?quiz=3"
    assert len(list(present_file(people(401), selection).rows)) == 401


def test_a_short_list_is_one_part() -> None:
    page = present_list(people(1), read_selection(QUERY), path="/p", files=files_at("/p"), report_path="/s")
    assert (page.sentence, page.shown, page.earlier, page.later) == ("1 person.", "", "", "")


def test_an_address_names_a_group_and_a_first_day() -> None:
    assert read_selection(QUERY).span == Span(date(2026, 4, 1), 3)
    assert read_selection(QUERY).group is StarterGroup.LEFT
    for wrong in ({"group": "x"}, {"from": "April"}, {"from": ""}):
        with pytest.raises(NotFound):
            read_selection({**QUERY, **wrong})
