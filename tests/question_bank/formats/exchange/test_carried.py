"""What goes along comes back whole, hurts no comment, and where the words changed only what still holds is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import (
    NOTHING_KNOWN,
    bank_record,
    complete_bank,
    item_record,
    merge,
    read_bank,
    read_item,
)
from question_bank.model import DraftStatus, Item, Kind, Option
from tests.question_bank.formats.banks import ALL_KINDS, any_item, bank_of, item_of


@given(st.sampled_from(Kind).flatmap(any_item))
def test_a_record_is_one_harmless_line(item: Item) -> None:
    line = item_record(item)
    assert read_item(line) == item
    assert line.isascii()
    assert line.isprintable()
    assert not any(mark in line for mark in ("--", "[id:", "[tag:"))


def test_a_bank_is_kept_without_its_items() -> None:
    bank = bank_of(*ALL_KINDS)
    record = read_bank(bank_record(bank))
    assert record == (replace(bank, items=()), 5)
    assert complete_bank(record, bank.items, is_whole=True) == bank


def test_what_was_counted_is_dropped_where_the_items_are_others() -> None:
    bank = bank_of(*ALL_KINDS)
    for items, is_whole in ((bank.items[1:], True), (bank.items, False)):
        changed = complete_bank(read_bank(bank_record(bank)), items, is_whole=is_whole)
        assert (changed.organisation, changed.capacity, changed.findings) == ("NHS Fernbrook", NOTHING_KNOWN, ())
    assert complete_bank(None, bank.items, is_whole=True).organisation is None


def test_other_comments_are_none_of_ours_and_a_spoilt_record_says_so() -> None:
    assert read_item("question: 12  name: Ring back") is None
    assert read_bank(item_record(ALL_KINDS[0])) is None
    for spoilt in ("question_bank item {", 'question_bank item {"id": 3}', "question_bank item [1]"):
        with pytest.raises(FormatError):
            read_item(spoilt)
    for spoilt in ("question_bank bank 3", "question_bank bank {}", "question_bank bank {"):
        with pytest.raises(FormatError):
            read_bank(spoilt)


def test_new_words_win_and_take_their_stale_company_away() -> None:
    before = item_of(Kind.SINGLE)
    options = (
        before.options[0],
        replace(before.options[1], text="Candour", proof=None, rationale="New."),
        before.options[2],
    )
    shown = replace(before, stem="Which one?", template="imported", facts=(), source=(), options=options)
    item, notes = merge(shown, before)
    assert (item.stem, item.options[1]) == ("Which one?", Option("Candour", False, "New."))
    assert item.options[2] == before.options[2]
    assert (item.template, item.facts, item.source) == (before.template, before.facts, before.source)
    assert (item.status, item.findings, item.overrides) == (DraftStatus.REVIEW, (), ())
    assert notes == (
        "the proofs for “Courage”, which are its wrong answers no more",
        "its findings, which are about its former words",
        "its overrides, which are about its former words",
    )


def test_an_answer_that_changed_sides_loses_its_proof() -> None:
    before = item_of(Kind.SINGLE)
    turned = tuple(replace(option, correct=not option.correct, proof=None) for option in before.options)
    assert [option.proof for option in merge(replace(before, options=turned), before)[0].options] == [None, None, None]


def test_reasons_of_matching_stay_as_no_program_shows_them() -> None:
    before = item_of(Kind.MATCHING)
    bare = tuple(replace(option, rationale="", proof=None) for option in before.options)
    item, _ = merge(replace(before, stem="Match them.", options=bare), before)
    assert item.options == before.options
    single = item_of(Kind.SINGLE)
    emptied = tuple(replace(option, rationale="") for option in single.options)
    assert merge(replace(single, options=emptied), single)[0].options[0].rationale == ""
