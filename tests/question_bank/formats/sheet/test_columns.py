from dataclasses import replace

import pytest

from question_bank.formats.sheet.columns import cells_of, heading_of, headings_for, homeless
from question_bank.model import Bank, Capacity, Kind, Option
from tests.question_bank.formats.banks import ALL_KINDS, bank_of, item_of


def test_headings_are_words_a_person_reads_and_all_are_known() -> None:
    headings = headings_for(ALL_KINDS)
    assert headings[:10] == (
        *("id", "kind", "status", "value", "setting", "question"),
        *("option 1", "option 1 right or wrong", "option 1 rationale", "option 1 proof"),
    )
    assert headings[-4:] == ("facts", "template", "findings", "overrides")
    assert [heading_of(heading.upper().replace(" ", "_")) for heading in headings] == list(headings)


def test_there_are_columns_enough_for_the_widest_item() -> None:
    wide = replace(item_of(Kind.SINGLE), options=tuple(Option(f"{number}", False, "") for number in range(11)))
    assert "option 11 proof" in headings_for([wide])
    assert "option 9" not in headings_for(ALL_KINDS)
    assert set(cells_of(wide)) <= set(headings_for([wide]))


@pytest.mark.parametrize(
    ("cell", "heading"),
    [
        ("Stem:", "question"),
        (" Answer 2 ", "option 2"),
        ("option1", "option 1"),
        ("Right 3?", "option 3 right or wrong"),
        ("option 3 correct", "option 3 right or wrong"),
        ("Why 1", "option 1 rationale"),
        ("Proof 12", "option 12 proof"),
        ("Pair 02", "pair 2"),
        ("my notes", None),
        ("option 1 colour", None),
        ("", None),
    ],
)
def test_other_words_for_a_column_are_understood(cell: str, heading: str | None) -> None:
    assert heading_of(cell) == heading


def test_cells_hold_an_item_in_words() -> None:
    cells = cells_of(item_of(Kind.MATCHING))
    assert (cells["pair 1"], cells["source 2"]) == ("ring back | Respect", "4 | be kind")
    assert (cells["option 2 right or wrong"], cells["option 2 proof"]) == ("wrong", "not-on-page")
    assert cells["facts"] == "value/respect/behaviour/1\nvision/2"
    assert cells["overrides"] == "vague | The trainers want the word."


def test_what_a_bank_says_beside_its_items_is_named_where_it_says_something() -> None:
    assert homeless(Bank(None, "", (), Capacity(0, 0, 0))) == ()
    assert "the organisation" in homeless(bank_of())[0]
