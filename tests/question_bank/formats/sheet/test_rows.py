"""Rows that a person typed: columns in any order, and one clear line where a cell cannot be used."""

import pytest

from question_bank.errors import FormatError
from question_bank.formats.sheet.rows import is_heading_row, read_rows
from question_bank.formats.transfer import Incoming
from question_bank.model import Citation, DraftStatus, Kind, Option, Override, Proof

HEADINGS = ("kind", "question", "option 1", "right 1", "option 2", "right 2")
ROW = ("single", "Which?", "a", "right", "b", "wrong")


def read(*rows: tuple[str, ...]) -> Incoming:
    return read_rows(rows, name="file")


def read_with(**cells: str) -> Incoming:
    extra = {heading.replace("_", " "): cell for heading, cell in cells.items()}
    named = {**dict(zip(HEADINGS, ROW, strict=True)), **extra}
    return read(tuple(named), tuple(named.values()))


def test_what_a_person_leaves_out_is_empty() -> None:
    item = read(HEADINGS, ROW).bank.items[0]
    assert (item.kind, item.stem, item.status) == (Kind.SINGLE, "Which?", DraftStatus.DRAFT)
    assert item.options == (Option("a", True, ""), Option("b", False, ""))
    assert (item.facts, item.source, item.pairs, item.value, item.setting) == ((), (), None, None, None)
    assert item.id.startswith("imported-")
    assert read(HEADINGS, ROW, (*ROW[:2], "c", *ROW[3:])).bank.items[1].id != item.id


def test_columns_stand_in_any_order_and_empty_rows_and_columns_do_no_harm() -> None:
    turned = read(("",), (), (*HEADINGS[::-1], "", ""), ("", ""), (*ROW[::-1], "", " "), ())
    assert turned.bank.items == read(HEADINGS, ROW).bank.items
    assert turned.notes == ()


def test_a_row_has_all_that_an_item_has() -> None:
    item = read_with(
        id=" a  1 ",
        status="Review",
        value="Respect",
        setting="ward",
        proof_2="Other-Value",
        why_1="So.",
        source_1="3|be kind",
        source_3="4 | ring back",
        facts="one\n\ntwo",
        overrides="vague | The trainers want it.",
    ).bank.items[0]
    assert (item.id, item.status, item.value, item.setting) == ("a 1", DraftStatus.REVIEW, "Respect", "ward")
    assert item.options == (Option("a", True, "So."), Option("b", False, "", Proof.OTHER_VALUE))
    assert item.source == (Citation(3, "be kind"), Citation(4, "ring back"))
    assert (item.facts, item.overrides) == (("one", "two"), (Override("vague", "The trainers want it."),))


@pytest.mark.parametrize(("mark", "is_right"), [("X", True), ("Yes", True), ("1", True), ("", False), ("no", False)])
def test_a_mark_may_be_written_in_other_ways(mark: str, is_right: bool) -> None:
    assert read_with(right_1=mark).bank.items[0].options[0].correct is is_right


@pytest.mark.parametrize(("kind", "meant"), [("Single choice", Kind.SINGLE), ("TRUE/FALSE", Kind.TRUE_FALSE)])
def test_a_kind_may_be_written_as_people_say_it(kind: str, meant: Kind) -> None:
    assert read_with(kind=kind).bank.items[0].kind is meant


def test_what_spreadsheets_make_of_true_and_false_is_put_right_and_said() -> None:
    incoming = read_with(kind="true_false", option_1="TRUE", option_2="FALSE")
    assert [option.text for option in incoming.bank.items[0].options] == ["True", "False"]
    assert incoming.notes == ("row 2: TRUE and FALSE, which spreadsheets make of them, were read as True and False",)
    assert read_with(option_1="TRUE", option_2="FALSE").bank.items[0].options[0].text == "TRUE"


def test_a_column_of_somebodys_own_is_left_out_and_said() -> None:
    assert read((*HEADINGS, "my notes"), (*ROW, "x")).notes == ("left out, a column that is not known: “my notes”",)


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("kind", "essay", "column “kind”: “essay” is none of single, multiple, matching, gap, true_false"),
        ("kind", "", "column “kind”: “” is none of"),
        ("question", "", "column “question”: is empty"),
        ("status", "approved", "column “status”: “approved” is none of draft, review"),
        ("right 2", "maybe", "column “option 2 right or wrong”: “maybe” is neither right nor wrong"),
        ("proof 2", "because", "column “option 2 proof”: “because” is none of other-value"),
        ("pair 1", "be kind", "column “pair 1”: must be LEFT | RIGHT"),
        ("source 2", "be kind", "column “source 2”: must be LINE | WORDS"),
        ("source 2", "x | be kind", "column “source 2”: must be LINE | WORDS"),
        ("facts", "a | b", "column “facts”: each line must be one fact"),
        ("findings", "note | x", "column “findings”: each line must be SEVERITY | RULE | WORDS"),
        ("findings", "bad | x | y", "column “findings”: “bad” is none of fail, note"),
        ("overrides", "vague | ", "column “overrides”: “vague” has no reason"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_by_row_and_column(heading: str, cell: str, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        read_with(**{heading: cell})
    assert str(refusal.value).startswith(f"file: row 2, {words}")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "file: row 1: has no column “kind”; the first row names the columns"),
        ((("kind", "option 1"),), "file: row 1: has no column “question”"),
        ((("kind", "question", "stem"),), "file: row 1: has the column “question” twice"),
        ((HEADINGS, (*ROW, "", "more")), "file: row 2: has a cell beyond the last heading"),
    ],
)
def test_a_table_of_another_shape_is_refused(rows: tuple[tuple[str, ...], ...], words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        read(*rows)
    assert str(refusal.value).startswith(words)


def test_headings_are_what_an_item_cannot_be_without() -> None:
    assert is_heading_row(("x", "Stem", "KIND"))
    assert not is_heading_row(("question",))
