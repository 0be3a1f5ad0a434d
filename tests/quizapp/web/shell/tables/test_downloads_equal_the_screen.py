"""Whatever a page shows as a table is the same, cell by cell, in each of its files, and nothing is hidden in one."""

import json
from collections.abc import Iterator

import pytest

from quizapp import clock
from quizapp.services.reports import exports
from tests.builders import NOW
from tests.pages import Page, PageClient
from tests.quizapp.web.scenes.trust import BEN, CARA, FORMULA, Trust, assert_same, file_words, open_trust, table_words
from tests.support.databases import Databases
from tests.support.workbooks import MAIN, read_workbook

# Whose page it is, where, and the captions of its tables; the heading where there is none.
PAGES = (
    (BEN, "/team", ("People who need something", "Everybody else")),
    (BEN, "/team?status=passed&sort=passed", ("Everybody else",)),
    (CARA, "/organisation?sort=overdue&order=desc", ("Teams",)),
    (CARA, "/organisation/people?group=everybody", ()),
)


@pytest.fixture
def trust(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trust]:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with open_trust(databases) as trust:
        yield trust


def taken(pages: PageClient, page: Page, kind: str) -> Page:
    """The file that a page offers."""
    return pages.get(str(page.one(f"main a[download][href*='.{kind}']")["href"]))


def json_words(page: Page) -> list[list[str]]:
    rows = json.loads(page.html)["rows"]
    return [list(rows[0]), *([str(value) for value in row.values()] for row in rows)]


def xlsx_words(page: Page) -> list[list[str]]:
    """Every cell of the only sheet, in which nothing may be hidden."""
    book = read_workbook(page.response.get_data())
    assert not [name for name, part in book.parts.items() if "hidden" in part.lower()]
    rows = [["" if value is None else str(value) for value in row] for row in book.rows]
    assert len(list(book.sheet.iter(f"{MAIN}col"))) <= len(rows[0])
    return [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows]


@pytest.mark.parametrize(("email", "path", "captions"), PAGES, ids=[path for _, path, _ in PAGES])
def test_each_file_is_what_the_screen_shows(trust: Trust, email: str, path: str, captions: tuple[str, ...]) -> None:
    pages = trust.pages(email)
    page = pages.get(path)
    tables = [table_words(page, caption) for caption in captions or (page.heading,)]
    assert sum(len(table) for table in tables) > 3
    assert_same(tables, file_words(taken(pages, page, "csv")))
    assert_same(tables, xlsx_words(taken(pages, page, "xlsx")))
    assert_same(tables, json_words(taken(pages, page, "json")))


def test_another_word_or_row_would_be_seen_negative_control(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.get("/team?status=passed")
    table, file = table_words(page, "Everybody else"), file_words(taken(ben, page, "csv"))
    assert_same([table], file)
    for wrong in (file[:-1], [file[0], *file[:0:-1]], [file[0][::-1], *file[1:]]):
        with pytest.raises((AssertionError, KeyError, ValueError)):
            assert_same([table], wrong)


def test_a_name_that_looks_like_a_formula_is_a_text_in_every_file(trust: Trust) -> None:
    ben = trust.pages(BEN)
    page = ben.get("/team")
    assert f'"\'{FORMULA}"' in taken(ben, page, "csv").html
    assert f'"{FORMULA}"' in taken(ben, page, "json").html
    sheet = read_workbook(taken(ben, page, "xlsx").response.get_data()).parts["xl/worksheets/sheet1.xml"]
    assert f't="inlineStr"><is><t>{FORMULA}</t>' in sheet


def test_a_file_says_what_it_is_and_of_when(trust: Trust) -> None:
    cara = trust.pages(CARA)
    page = cara.get("/organisation/people?group=due")
    answer = taken(cara, page, "json")
    head = {name: words for name, words in json.loads(answer.html).items() if name != "rows"}
    assert head == {"report": "Due, all teams", "quiz": "Our values", "as_at": "As at 10am on 30 June 2026"}
    assert answer.response.headers["Content-Disposition"] == 'attachment; filename="due-2026-06-30.json"'
    book = read_workbook(taken(cara, page, "xlsx").response.get_data())
    assert 'name="Due, all teams"' in book.parts["xl/workbook.xml"]
    assert "Our values. As at 10am on 30 June 2026" in book.parts["xl/worksheets/sheet1.xml"]


def test_a_list_too_long_for_excel_is_refused_in_words(trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "MOST_XLSX_ROWS", 4)
    refused = trust.pages(BEN).get("/team.xlsx")
    assert refused.status == 409
    assert "Take the CSV file" in refused.text
    assert trust.pages(BEN).get("/team.csv").status == 200
