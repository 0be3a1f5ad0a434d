import pytest

from quizapp.web.shell.tables.ordering import Heading, Order, read_order, sort_rows, sortable_columns

HEADINGS = (Heading("name", "Name"), Heading("reason", "Reason", sorts=False), Heading("due", "Due", numeric=True))


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ({"sort": "due"}, Order("due")),
        ({"sort": "due", "order": "desc"}, Order("due", descending=True)),
        ({"sort": "due", "order": "down"}, Order("due")),
        ({"sort": "password"}, Order("name")),
        ({"order": "desc"}, Order("name")),
        ({}, Order("name")),
    ],
)
def test_an_unknown_order_is_the_usual_one(query: dict[str, str], order: Order) -> None:
    assert read_order(query, keys=["name", "due"], default=Order("name")) == order


def test_the_head_links_to_each_order_and_to_the_one_in_force_backwards() -> None:
    name, reason, due = sortable_columns(HEADINGS, Order("due"), path="/team", query={"quiz": "3", "team": ""})
    assert (name.href, name.sort) == ("/team?quiz=3&sort=name", "none")
    assert (reason.href, reason.sort) == (None, None)
    assert (due.href, due.sort, due.numeric) == ("/team?quiz=3&sort=due&order=desc", "ascending", True)
    backwards = sortable_columns(HEADINGS, Order("due", descending=True), path="/team", query={})
    assert (backwards[2].href, backwards[2].sort) == ("/team?sort=due", "descending")


def test_equals_stay_as_they_are_and_rows_without_a_value_come_last() -> None:
    rows = [("a", 2), ("b", None), ("c", 1), ("d", 2)]
    by_number = {"number": lambda row: row[1]}
    assert [row[0] for row in sort_rows(rows, Order("number"), values=by_number)] == ["c", "a", "d", "b"]
    assert [row[0] for row in sort_rows(rows, Order("number", True), values=by_number)] == ["a", "d", "c", "b"]
