"""Advice on stems speaks of blanks, words that point to nothing, length, focus and trivial matters."""

import pytest

from question_bank.checks.advice.stems import blank, focus, orphan, trivial, wordy
from question_bank.checks.evidence.case import Case, open_case
from question_bank.model import Kind, Proof
from tests.question_bank.build import item, right, wrong


def _case(stem: str, *, kind: Kind = Kind.SINGLE, key: str = "Thrift", setting: str | None = None) -> Case:
    asked = item(kind, stem, [right(key), wrong("Haste", Proof.NOT_ON_PAGE)], setting=setting)
    return open_case(asked, printed=None, organisation=None)


@pytest.mark.parametrize(
    ("stem", "kind", "notes"),
    [
        ("Our ____ helps people, which word is missing?", Kind.SINGLE, 1),
        ("Our value is … at all times. Which?", Kind.SINGLE, 1),
        ("Which value means “thrift … in all”?", Kind.SINGLE, 0),
        ("Complete this: we mend ____ at night.", Kind.GAP, 0),
        ("Which value is it?", Kind.SINGLE, 0),
    ],
)
def test_a_blank_within_a_choice_question_is_noted(stem: str, kind: Kind, notes: int) -> None:
    assert len(list(blank(_case(stem, kind=kind)))) == notes


@pytest.mark.parametrize(
    ("stem", "key", "notes"),
    [
        ("Which plan does “This includes new roads” belong to?", "Thrift", 1),
        ("Which plan does “they build roads” belong to?", "Thrift", 1),
        ("Which plan does “theatres are built” belong to?", "Thrift", 0),
        ("Which line is ours?", "These are for all", 1),
        ("Which line is ours?", "Theirs", 0),
    ],
)
def test_a_text_that_opens_by_pointing_elsewhere_is_noted(stem: str, key: str, notes: int) -> None:
    assert len(list(orphan(_case(stem, key=key)))) == notes


@pytest.mark.parametrize(("words", "notes"), [(25, 0), (26, 1)])
def test_a_long_lead_in_is_noted(words: int, notes: int) -> None:
    stem = "Which " + "word " * (words - 2) + "is?"
    assert len(list(wordy(_case(stem)))) == notes
    assert list(wordy(_case(stem, setting="ward"))) == []


@pytest.mark.parametrize(("words", "notes"), [(30, 0), (31, 1)])
def test_a_long_quotation_is_noted(words: int, notes: int) -> None:
    assert len(list(wordy(_case(f"Which value means “{' '.join(['word'] * words)}”?")))) == notes


@pytest.mark.parametrize(
    ("stem", "kind", "notes"),
    [
        ("Which of these is it?", Kind.SINGLE, 1),
        ("Which of these is it now?", Kind.SINGLE, 0),
        ("It is ours.", Kind.TRUE_FALSE, 0),
    ],
)
def test_a_stem_of_few_words_is_noted(stem: str, kind: Kind, notes: int) -> None:
    assert len(list(focus(_case(stem, kind=kind)))) == notes


@pytest.mark.parametrize(
    ("stem", "notes"),
    [
        ("How many values does the page have?", 1),
        ("On what line does the vision stand?", 1),
        ("Which value comes first on the page?", 1),
        ("How many people do we help?", 0),
        ("Which value puts patients first?", 0),
    ],
)
def test_counts_and_places_are_noted(stem: str, notes: int) -> None:
    assert len(list(trivial(_case(stem)))) == notes
