"""Words of a list: the members are right, whether the stem shows the list's place or the item cites it."""

import pytest

from question_bank.checks.evidence.case import open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.checks.rules.lists import misplaced
from question_bank.model import Kind, Proof
from tests.question_bank.build import cite, item, right, shipped_page, wrong

PAGE = shipped_page("mersey-care")
PRINTED = index_page(PAGE, organisation="Mersey Care")
QUALITIES = "safe, timely, effective, equitable and person-centred care"
DOTS = "The page says “strive to provide … care every time”. Select the TWO words that belong where the dots are."
AFTER = "The page has a list after the words “strive to provide”. Select the TWO words that are in it."
CITED = "Select the TWO qualities of care that Mersey Care names."


def _faults(kind: Kind, stem: str, keys: str, others: str, cited: str = QUALITIES) -> list[str]:
    options = [right(key) for key in keys.split("/")] + [wrong(other, Proof.NOT_ON_PAGE) for other in others.split("/")]
    asked = item(kind, stem, options, source=cite(PAGE, cited))
    return list(misplaced(open_case(asked, printed=PRINTED, organisation="Mersey Care"), PRINTED))


@pytest.mark.parametrize("stem", [DOTS, AFTER, CITED])
def test_members_as_keys_and_strangers_as_wrong_options_are_sound(stem: str) -> None:
    assert _faults(Kind.MULTIPLE, stem, "Safe/Timely", "Affordable/Modern") == []


@pytest.mark.parametrize("stem", [DOTS, AFTER, CITED])
def test_a_member_among_the_wrong_options_is_right_too(stem: str) -> None:
    assert len(_faults(Kind.MULTIPLE, stem, "Safe/Timely", "Effective/Modern")) == 1


@pytest.mark.parametrize("stem", [DOTS, AFTER])
def test_a_stranger_among_the_keys_is_found_where_the_stem_shows_the_place(stem: str) -> None:
    assert len(_faults(Kind.MULTIPLE, stem, "Safe/Specialist", "Affordable/Modern")) == 1


def test_a_key_from_another_passage_than_the_cited_one_is_found() -> None:
    assert len(_faults(Kind.MULTIPLE, CITED, "Safe/Timely/Research", "Affordable/Modern")) == 1
    stem = "Through what does Mersey Care enable people to take more control?"
    cited = "enable people to take more control through co-production"
    assert _faults(Kind.SINGLE, stem, "Co-production", "Primary care", cited) == []
    assert len(_faults(Kind.SINGLE, stem, "Primary care", "Co-production", cited)) == 1


def test_through_what_is_told_by_the_words_behind_the_quotation() -> None:
    stem = "Through what does Mersey Care “enable people to take more control”?"
    cited = "enable people to take more control through co-production"
    assert _faults(Kind.SINGLE, stem, "co-production", "clinical excellence", cited) == []
    assert len(_faults(Kind.SINGLE, stem, "clinical excellence", "co-production", cited)) == 2


def test_words_of_the_cited_passage_outside_the_list_may_be_wrong_options() -> None:
    assert _faults(Kind.MULTIPLE, CITED, "Safe/Timely", "Affordable/Money") == []


def test_a_key_may_join_words_that_the_cited_passage_has_apart() -> None:
    stem = "What does Mersey Care have ambitious plans for?"
    assert _faults(Kind.SINGLE, stem, "Estates and corporate services", "Wards", "We have ambitious plans") == []
