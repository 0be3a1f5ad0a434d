"""The thresholds of the cues, met and missed by one."""

import pytest

from question_bank.checks.evidence.case import Case, open_case
from question_bank.checks.rules.cues import clang, concept, convergence, length, miscue
from question_bank.model import Item, Kind, Proof
from tests.question_bank.build import item, right, wrong


def _case(judged: Item) -> Case:
    return open_case(judged, printed=None, organisation="Mersey Care")


def _single(stem: str, key: str, *others: str) -> Case:
    return _case(item(Kind.SINGLE, stem, [right(key), *(wrong(text, Proof.OTHER_VALUE) for text in others)]))


@pytest.mark.parametrize(
    ("key", "others", "faults"),
    [
        ("a" * 20 + " bb cc", ("d" * 23, "e" * 20), 1),
        ("a" * 19 + " bb cc", ("d" * 23, "e" * 20), 0),
        ("a" * 30 + " bb", ("d" * 20, "e" * 20), 0),
        ("a" * 31, ("d" * 14, "e" * 20), 1),
        ("a" * 30, ("d" * 13, "e" * 20), 0),
    ],
)
def test_length_counts_words_tenths_and_the_spread(key: str, others: tuple[str, ...], faults: int) -> None:
    assert len(list(length(_single("Which?", key, *others)))) == faults


def test_a_word_of_the_question_in_the_key_alone_is_a_clang() -> None:
    stem = "Which value of Mersey Care means “improve what we do”?"
    assert list(clang(_single(stem, "Improvement", "Respect"))) == [
        "“Improvement” stands in the question and in “Improvement”"
    ]
    assert list(clang(_single(stem, "Improvement", "Improving lives"))) == []
    assert list(clang(_single(stem, "Care", "Respect"))) == []


def test_a_word_of_the_question_in_a_wrong_option_alone_is_a_miscue() -> None:
    stem = "Which value of Mersey Care means “improve what we do”?"
    assert len(list(miscue(_single(stem, "Respect", "Improvement")))) == 1
    assert list(miscue(_single(stem, "Improving lives", "Improvement"))) == []
    assert list(miscue(_single(stem, "Respect", "Care"))) == []


def test_best_belongs_to_the_question_that_asks_for_the_best_fit() -> None:
    assert list(miscue(_single("Which of these best fits?", "one thing", "share best practice"))) == []
    assert len(list(miscue(_single("Which is the best of these?", "one thing", "share best practice")))) == 1


def test_each_pair_of_a_matching_item_is_judged_by_itself() -> None:
    pairs = (("improve the ward", "Respect"), ("be on time", "Improvement"), ("show respect", "Respect"))
    options = [right("Respect"), right("Improvement"), wrong("Calm", Proof.OTHER_VALUE)]
    case = _case(item(Kind.MATCHING, "Match.", options, pairs=pairs))
    assert len(list(miscue(case))) == 1
    assert len(list(clang(case))) == 1


def test_a_name_that_means_what_the_quotation_says_is_no_wrong_option() -> None:
    stem = "Which value means “be honest about mistakes”?"
    assert len(list(concept(_single(stem, "Self Awareness", "Openness", "Respect")))) == 1
    assert list(concept(_single(stem, "Integrity", "Openness", "Respect"))) == []
    assert list(concept(_single("Which value means “serve the public”?", "Respect", "People first"))) == []


def test_a_word_for_a_gap_is_no_name() -> None:
    stem = "Complete how this value is explained: “be honest about ____”."
    gap = item(Kind.GAP, stem, [right("mistakes"), wrong("openness", Proof.NOT_THIS_GAP)])
    assert list(concept(_case(gap))) == []
    assert list(concept(_single("Through what do we “be honest”?", "mistakes", "openness"))) == []


def test_a_key_that_shares_two_words_more_than_any_other_is_where_the_options_meet() -> None:
    key = "alpha bravo charlie"
    assert (
        len(
            list(
                convergence(_single("Which?", key, "alpha delta echoes", "bravo foxtrot golfs", "charlie hotel indigo"))
            )
        )
        == 1
    )
    assert list(convergence(_single("Which?", key, "alpha delta echoes", "bravo foxtrot golfs"))) == []
    assert list(convergence(_single("Which?", key, "alpha delta echoes", "bravo foxtrot golfs", "charlie hotel"))) == []
