from dataclasses import replace

import pytest

from question_bank.model import Kind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.web.items.selection import Selection, count_rows, filter_choices, known_values, read_selection
from tests.quizapp.web.scenes.rows import ITEM

CANDOUR = replace(ITEM, id=1, status=ReviewStatus.APPROVED)
MATCH = replace(ITEM, id=2, kind=Kind.MATCHING, value_names=("Candour", "Thrift"))
VISION = replace(ITEM, id=3, kind=Kind.GAP, value_names=(), status=ReviewStatus.RETIRED)
ITEMS = (CANDOUR, MATCH, VISION)


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), [1, 2, 3]),
        (Selection(status=ReviewStatus.APPROVED), [1]),
        (Selection(kind=Kind.MATCHING), [2]),
        (Selection(value="Candour"), [1, 2]),
        (Selection(value="none"), [3]),
        (Selection(value="Candour", status=ReviewStatus.RETIRED), []),
    ],
)
def test_filters_leave_questions_out(selection: Selection, ids: list[int]) -> None:
    assert [item.id for item in selection.choose(ITEMS)] == ids


def test_values_come_by_name_and_those_without_one_last() -> None:
    assert known_values(ITEMS) == (
        ("Candour", "Candour"),
        ("Thrift", "Thrift"),
        ("none", "No value (vision and other parts)"),
    )


def test_filters_offer_what_there_is() -> None:
    choices = filter_choices(ITEMS, Selection(kind=Kind.GAP))
    assert [choice.text for choice in choices["kind"]] == ["All", "One answer", "Match", "Fill the gap"]
    assert [choice.value for choice in choices["kind"] if choice.checked] == ["gap"]
    assert [choice.text for choice in choices["status"]] == ["All", "Approved", "Draft", "Retired", "Called unclear"]


def test_counts_per_value_open_what_they_count() -> None:
    rows = count_rows(ITEMS, path="/bank", document=5)
    assert [[cell.text for cell in row] for row in rows] == [
        ["Candour", "1", "1", "0", "2"],
        ["Thrift", "0", "1", "0", "1"],
        ["No value (vision and other parts)", "0", "0", "1", "1"],
        ["All questions", "1", "1", "1", "3"],
    ]
    assert rows[0][1].href == "/bank?document=5&value=Candour&status=approved"
    assert (rows[0][3].href, rows[3][4].href) == (None, "/bank?document=5")


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ({}, Selection()),
        (
            {"document": "5", "status": "draft", "kind": "gap", "value": "Candour"},
            Selection(5, ReviewStatus.DRAFT, Kind.GAP, "Candour"),
        ),
        ({"status": "unclear"}, Selection(is_unclear=True)),
        ({"document": "x", "status": "x", "kind": "x", "value": ""}, Selection()),
    ],
)
def test_what_an_address_asks_for_is_read(query: dict[str, str], selection: Selection) -> None:
    assert read_selection(query) == selection
    assert Selection().narrows is False


def test_questions_called_unclear_are_a_choice_of_their_own() -> None:
    unclear = Selection(value="Candour", is_unclear=True)
    assert [item.id for item in unclear.choose(ITEMS, unclear={2, 3})] == [2]
    assert (unclear.narrows, unclear.parameters["status"]) == (True, "unclear")
    assert [choice.value for choice in filter_choices(ITEMS, unclear)["status"] if choice.checked] == ["unclear"]
