"""A file as a course has collected it over the years: what is a question of ours comes in, the rest is listed."""

from pathlib import Path

import pytest

from question_bank.checks import check_bank
from question_bank.errors import FormatError
from question_bank.formats.gift.read import read_gift
from question_bank.formats.gift.write import write_gift
from question_bank.model import Item, Kind, Severity
from tests.question_bank.formats.banks import ALL_KINDS, bank_of, item_of

FILE = Path(__file__).parents[2] / "data" / "imports" / "induction.gift"
TEXT = FILE.read_text(encoding="utf-8")


def read(text: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    incoming = read_gift(text.encode(), name="file.gift")
    return incoming.bank.items, incoming.notes


def test_every_question_that_can_be_an_item_comes_in() -> None:
    items, _ = read(TEXT)
    kinds = [Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.TRUE_FALSE, Kind.GAP, Kind.MATCHING]
    assert [item.kind for item in items] == [*kinds, Kind.SINGLE, Kind.SINGLE, Kind.SINGLE, Kind.TRUE_FALSE]
    assert [item.id for item in items if not item.id.startswith("imported-")] == [
        *("IND-7", "true-one", "match", "markdown", "escapes", "blank-lines", "unspaced")
    ]
    assert items[0].stem == "Which value do we show when we ring back the same day: as promised?"
    assert items[-2].stem == "Which one, said on two lines, and here is more of it?"
    assert items[4].stem == "We will ____ before we judge."


def test_what_does_not_come_in_is_listed_with_its_line() -> None:
    _, notes = read(TEXT)
    assert [note for note in notes if "was left out" in note] == [
        "line 36 “Short”: was left out: a short answer has no wrong answers to choose from",
        "line 38 “How many”: was left out: a number is typed, not chosen",
        "line 40 “Range”: was left out: a number is typed, not chosen",
        "line 42: was left out: an essay is marked by a person",
        "line 44 “Welcome”: was left out: it asks nothing",
    ]
    assert "left out, category: “$course$/top/Induction/Values”" in notes
    assert any("the part of the mark for “Teamwork”" in note for note in notes)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_make_no_difference(encoding: str, end: str) -> None:
    text = TEXT.replace("First", "“First”")
    incoming = read_gift(text.replace("\n", end).encode(encoding), name="file.gift")
    assert (incoming.bank.items, incoming.notes) == read(text)


def test_imported_items_wait_for_a_person_and_for_their_ground() -> None:
    items, _ = read(TEXT)
    assert {(item.template, item.status) for item in items} == {("imported", "review")}
    failed = {
        finding.rule for finding in check_bank(items, page=None, organisation=None) if finding.severity is Severity.FAIL
    }
    assert {"proof", "rationale"} <= failed


def test_a_question_that_was_edited_outside_comes_as_it_is_shown() -> None:
    text = write_gift(bank_of(*ALL_KINDS)).content.decode()
    edited = text.replace("Which value means that we “ring back”?", "Which value has “ring back”?").replace(
        "~Care#", "~Caring#"
    )
    items, notes = read(text.replace("::single-1::[plain]Which value means", "::single-1::[plain]What means"))
    assert [item.stem for item in items if item.kind is Kind.SINGLE] == ["What means that we “ring back”?"]
    assert items[1:] == ALL_KINDS[1:]
    assert notes[0].startswith("line 5 “single-1”: was changed outside and is for review; left out: its findings")
    assert notes[1].startswith("left out: the bank's capacity")
    assert read(edited)[0][0].options[2].proof is None


def test_questions_may_be_taken_out_renamed_and_moved() -> None:
    parts = write_gift(bank_of(*ALL_KINDS)).content.decode().strip().split("\n\n")
    assert read("\n\n".join([parts[0], *reversed(parts[1:])]))[0] == ALL_KINDS[::-1]
    assert read("\n\n".join(parts[:3]))[0] == ALL_KINDS[:2]
    renamed, notes = read(parts[1].replace("::single-1::", "::New name::").replace("[id:single-1]", "[id:new]"))
    assert (renamed[0].id, renamed[0].facts) == ("new", ALL_KINDS[0].facts)
    assert notes[0] == "line 3 “New name”: has another name than “single-1”"
    lost = parts[1].replace("::single-1::", "\n::Another::").partition("What")[0]
    assert "left out, kept beside questions that are gone: single-1" in read(f"{parts[2]}\n\n{lost.split('::')[0]}")[1]


def test_a_spoilt_record_is_left_out_and_said() -> None:
    text = write_gift(bank_of(item_of(Kind.SINGLE))).content.decode()
    items, notes = read(text.replace('item {"id"', 'item {"id'))
    assert (items[0].template, items[0].stem) == ("imported", item_of(Kind.SINGLE).stem)
    assert "the record beside the question was changed and cannot be read" in notes[0]


def test_an_empty_bank_of_ours_is_empty_and_any_other_file_without_questions_is_refused() -> None:
    assert read(write_gift(bank_of()).content.decode()) == ((), ())
    for text in ("Dear all,\n\nwelcome.", "Say why.{}", "// nothing"):
        with pytest.raises(FormatError, match=r"file\.gift: holds no question that can be used"):
            read(text)
