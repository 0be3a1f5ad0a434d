"""A file as Moodle writes it: what is a question of ours comes in with its text cleaned, the rest is listed."""

from pathlib import Path

import pytest

from question_bank.checks import check_bank
from question_bank.errors import FormatError
from question_bank.formats.moodle.read import read_moodle
from question_bank.formats.moodle.write import write_moodle
from question_bank.model import Item, Kind, Option, Severity
from tests.question_bank.formats.banks import ALL_KINDS, bank_of, item_of

FILE = Path(__file__).parents[2] / "data" / "imports" / "induction.xml"
TEXT = FILE.read_text(encoding="utf-8")


def read(text: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    incoming = read_moodle(text.encode(), name="file.xml")
    return incoming.bank.items, incoming.notes


def test_every_question_that_can_be_an_item_comes_in_clean() -> None:
    items, _ = read(TEXT)
    assert [(item.id, item.kind, item.stem) for item in items] == [
        ("IND-31", Kind.SINGLE, "Which value is shown by ringing back the same day? A phone"),
        ("two-of-four", Kind.MULTIPLE, "Select the TWO lines that our page has."),
        ("true-one", Kind.TRUE_FALSE, "We say thank you."),
        ("match", Kind.MATCHING, "Match each line with its value."),
        ("gap-in-the-text", Kind.GAP, "We will ____ before we judge."),
        ("missing-word", Kind.GAP, "We are ____ and open."),
    ]
    assert items[0].options == (
        Option("Respect", True, "It is under “Respect”."),
        Option("Courage & candour", False, ""),
        Option("Care, a < b", False, "No."),
    )
    assert items[2].options == (Option("True", True, "So it says."), Option("False", False, "We do."))
    assert items[3].pairs == (("be kind", "Respect"), ("speak up", "Courage"), ("ring back", "Respect"))
    assert [(option.text, option.correct) for option in items[5].options] == [
        ("late", False),
        ("honest", True),
        ("loud", False),
    ]


def test_what_does_not_come_in_is_listed() -> None:
    _, notes = read(TEXT)
    assert [note.partition(": ")[0] for note in notes if "was left out" in note] == [
        "question 6 “Two gaps”",
        "question 8 “Only a picture”",
        "question 9 “Short”",
        "question 10 “Essay”",
        "question 11 “Number”",
        "question 12 “Welcome”",
        "question 13 “Sum”",
        "question 14 “Stack”",
    ]
    for lost in (
        "a picture",
        "the tag “values”",
        "its hints",
        "its penalty of 0.1",
        "its files",
        "its general feedback",
    ):
        assert lost in notes[0]
    assert notes[-1] == "left out, category: “$course$/top/Induction”"


def test_imported_items_wait_for_a_person_and_for_their_ground() -> None:
    items, _ = read(TEXT)
    assert {(item.template, item.status, item.source) for item in items} == {("imported", "review", ())}
    findings = check_bank(items, page=None, organisation=None)
    unproven = {finding.item for finding in findings if finding.rule == "proof" and finding.severity is Severity.FAIL}
    assert unproven == {item.id for item in items}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encoding_and_line_ends_make_no_difference(encoding: str) -> None:
    text = TEXT.replace("We say", "“We” say")
    incoming = read_moodle(text.replace("\n", "\r\n").encode(encoding), name="file.xml")
    assert (incoming.bank.items, incoming.notes) == read(text)


def test_a_question_that_was_edited_outside_comes_as_it_is_shown() -> None:
    text = write_moodle(bank_of(*ALL_KINDS)).content.decode()
    shown = text.replace("<text>Courage</text>", "<text>Candour</text>", 1)
    items, notes = read(shown)
    assert items[0].options[1] == Option("Candour", False, "It is below.")
    assert (items[0].options[0], items[0].status) == (ALL_KINDS[0].options[0], "review")
    assert items[1:] == ALL_KINDS[1:]
    assert "left out: the proofs for “Courage”" in notes[0]


def test_a_tag_that_was_added_outside_changes_nothing_but_is_listed() -> None:
    text = write_moodle(bank_of(item_of(Kind.SINGLE))).content.decode()
    items, notes = read(text.replace("</question>", "<tags><tag><text>ours</text></tag></tags></question>"))
    assert items == (item_of(Kind.SINGLE),)
    assert notes == ("question 1 “single-1”: left out: the tag “ours”",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><body/></html>", "begins with <html>; a file of questions from Moodle begins with <quiz>"),
        ("<quiz></quiz>", "holds no question that can be used"),
        ("<quiz><question type='essay'><name><text>E</text></name></question></quiz>", "question 1 “E”: was left out"),
    ],
)
def test_a_file_without_questions_is_refused(text: str, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        read(text)
    assert words in str(refusal.value)
    assert read(write_moodle(bank_of()).content.decode()) == ((), ())
