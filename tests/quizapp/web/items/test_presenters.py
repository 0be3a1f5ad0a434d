from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from question_bank.model import ConcernKind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.assessment.remarks import RemarkReason
from quizapp.services.bank.authoring import Decision, OpenBank, OpenItem
from quizapp.services.bank.documents import ConcernRecord
from quizapp.services.bank.items import BankRecord, ItemRecord
from quizapp.services.bank.remarks import OpenRemarks, Settlement
from quizapp.web.items.presenters import (
    CONCERNS,
    bank_sentence,
    concerns_summary,
    present_bank,
    present_item_page,
    present_nothing,
)
from quizapp.web.items.selection import Selection
from tests.quizapp.web.scenes.rows import ITEM

LONDON = ZoneInfo("Europe/London")
TEXT = "\n".join(f"line {number}" for number in range(1, 13))
APPROVED = replace(ITEM, id=8, status=ReviewStatus.APPROVED, lines=(5,), quotes=("line 5",))
BANK = BankRecord(5, "Our values", "https://values.example/page", 50, 2, TEXT, (ITEM, APPROVED))
CONCERN = ConcernRecord(ConcernKind.LOST_HEADING, 4, "What is this value called?", None, None)
DECIDED = replace(CONCERN, decision="left-without-a-name", note="Nobody knows it.")
OPENED = OpenBank(BANK, (CONCERN, DECIDED), ((5, "Our values"),))


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([ITEM, APPROVED, APPROVED], "3 questions: 2 approved, 1 draft."),
        ([replace(ITEM, status=ReviewStatus.RETIRED)], "1 question: 1 retired."),
        ([], "No questions yet."),
    ],
)
def test_the_first_line_counts_the_questions(items: list[ItemRecord], sentence: str) -> None:
    assert bank_sentence(items) == sentence


def test_the_bank_stands_beside_its_page() -> None:
    page = present_bank(OPENED, Selection(), zone=LONDON, path="/bank")
    assert (page.caption, page.edition, page.source) == ("Our values", "Edition 2 of the page", BANK.source)
    assert [item.id for item in page.items] == [7, 8]
    assert [line.number for line in page.lines if line.cited] == [3, 5, 9]
    assert (page.shown, page.documents) == ("", ())


def test_filters_leave_questions_out_and_the_page_whole() -> None:
    page = present_bank(OPENED, Selection(document=5, status=ReviewStatus.APPROVED), zone=LONDON, path="/bank")
    assert [item.id for item in page.items] == [8]
    assert (page.shown, page.everything) == ("Showing 1 of 2 questions", "/bank?document=5")
    assert [line.number for line in page.lines if line.cited] == [3, 5, 9]
    assert page.parameters == {"document": "5", "status": "approved", "kind": "", "value": ""}


def test_what_the_reader_asked_stands_with_what_was_decided() -> None:
    page = present_bank(OPENED, Selection(), zone=LONDON, path="/bank")
    assert page.concerns_summary == "2 points about the page for a person to settle: 1 not decided yet"
    open_one, decided = page.concerns
    assert (open_one.kind, open_one.anchor, open_one.decision) == ("A heading is missing", "line-4", "Not decided yet")
    assert (decided.decision, decided.note) == ("Left without a name", "Nobody knows it.")
    assert concerns_summary(1, 0) == "1 point about the page for a person to settle: all decided"
    assert concerns_summary(0, 0) == ""
    assert set(CONCERNS) == set(ConcernKind)


def test_several_pages_can_be_chosen_from() -> None:
    page = present_bank(
        replace(OPENED, pages=((4, "Old values"), (5, "Our values"))), Selection(), zone=LONDON, path="/bank"
    )
    assert [(choice.text, choice.checked) for choice in page.documents] == [("Old values", False), ("Our values", True)]


def test_one_question_stands_beside_its_own_lines_with_every_decision() -> None:
    decisions = (
        Decision(ReviewStatus.RETIRED, 1, "Cara Quayle", datetime(2026, 6, 30, 9, tzinfo=UTC), "Out of date"),
        Decision(ReviewStatus.DRAFT, 1, "page add", datetime(2026, 1, 5, 12, 30, tzinfo=UTC), None),
    )
    opened = OpenItem(APPROVED, 5, "Our values", None, 2, TEXT, decisions)
    page = present_item_page(opened, zone=LONDON, bank_path="/bank")
    assert (page.heading, page.bank) == ("Question 8", "/bank?document=5")
    assert [line.number for line in page.lines if line.cited] == [5]
    assert [(one.what, one.by, one.reason) for one in page.decisions] == [
        ("Retired, edition 1 of its words", "Cara Quayle, 30 June 2026 at 10am", "Out of date"),
        ("Draft, edition 1 of its words", "page add, 5 January 2026 at 12.30pm", ""),
    ]


def test_questions_called_unclear_are_counted_where_papers_draw_them() -> None:
    remarks = OpenRemarks(((RemarkReason.WORDS, 2),), datetime(2026, 6, 3, tzinfo=UTC), 9, (1,))
    opened = replace(OPENED, remarks={7: remarks, 8: remarks, 30: remarks})
    page = present_bank(opened, Selection(is_unclear=True), zone=LONDON, path="/bank")
    assert page.unclear == "1 question was called unclear."
    assert page.unclear_shown == "/bank?document=5&status=unclear"
    assert [item.id for item in page.items] == [8]
    assert page.items[0].remarks is not None
    assert page.unclear_elsewhere == ((30, "Question 30"),)
    assert present_bank(OPENED, Selection(), zone=LONDON, path="/bank").unclear == ""


def test_answers_to_remarks_stand_among_the_decisions_newest_first() -> None:
    decisions = (
        Decision(ReviewStatus.RETIRED, 1, "Cara Quayle", datetime(2026, 6, 30, 9, tzinfo=UTC), "Out of date"),
        Decision(ReviewStatus.APPROVED, 1, "Cara Quayle", datetime(2026, 6, 1, 9, tzinfo=UTC), None),
    )
    settlements = tuple(
        Settlement(1, remarks, "Cara Quayle", datetime(2026, 6, day, 9, tzinfo=UTC), note)
        for remarks, day, note in ((1, 10, "Kept."), (3, 20, "Kept again."))
    )
    opened = OpenItem(APPROVED, 5, "Our values", None, 2, TEXT, decisions, settlements=settlements)
    page = present_item_page(opened, zone=LONDON, bank_path="/bank")
    assert [(one.what, one.reason) for one in page.decisions] == [
        ("Retired, edition 1 of its words", "Out of date"),
        ("3 remarks settled, edition 1 of its words", "Kept again."),
        ("1 remark settled, edition 1 of its words", "Kept."),
        ("Approved, edition 1 of its words", ""),
    ]


def test_before_there_is_a_page_there_is_one_sentence() -> None:
    assert present_nothing("No values page has been added yet.").lines == ()
