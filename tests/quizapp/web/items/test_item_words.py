from dataclasses import replace

import pytest

from question_bank.model import Kind, Proof
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank.items import ItemRecord
from quizapp.web.items.item_words import KINDS, PROOFS, STATUSES, present_item
from tests.quizapp.web.scenes.rows import ITEM


def test_a_question_is_told_with_its_keys_reasons_and_proofs() -> None:
    words = present_item(ITEM)
    assert (words.name, words.anchor, words.facts) == ("Question 7", "item-7", "One answer. Candour.")
    assert (words.status.text, words.keys) == ("Draft", ("Candour",))
    assert [option.proof for option in words.options] == ["", "Proof: the page has it under another value."]
    assert [(quote.line, quote.href, quote.words) for quote in words.quotes] == [
        (3, "#line-3", "say what went wrong"),
        (9, "#line-9", "own it"),
    ]


def test_pairs_are_the_keys_of_a_match_and_no_value_is_said() -> None:
    words = present_item(replace(ITEM, kind=Kind.MATCHING, pairs=(("say it", "Candour"),), value_names=()))
    assert words.keys == ("say it: Candour",)
    assert words.facts == "Match. No value (vision and other parts)."


@pytest.mark.parametrize(
    ("item", "notice", "may_approve", "may_retire"),
    [
        (ITEM, "", True, True),
        (replace(ITEM, needs_review=True), "Read it before you approve it: it is never approved unseen.", True, True),
        (replace(ITEM, status=ReviewStatus.APPROVED, needs_review=True), "", False, True),
        (replace(ITEM, status=ReviewStatus.RETIRED, reason="Out of date"), "Retired: Out of date", True, False),
    ],
)
def test_what_can_be_decided_depends_on_what_was(
    item: ItemRecord, notice: str, may_approve: bool, may_retire: bool
) -> None:
    words = present_item(item)
    assert (words.notice, words.may_approve, words.may_retire) == (notice, may_approve, may_retire)


def test_every_kind_status_and_proof_has_words() -> None:
    assert (set(KINDS), set(STATUSES), set(PROOFS)) == (set(Kind), set(ReviewStatus), set(Proof))
