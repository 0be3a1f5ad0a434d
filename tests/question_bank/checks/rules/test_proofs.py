"""Each proof is true or false by what the page says."""

import pytest

from question_bank.checks.evidence.case import open_case
from question_bank.checks.evidence.printed import index_page
from question_bank.checks.rules.proofs import proof
from question_bank.model import Kind, Proof
from tests.question_bank.build import cite, item, right, shipped_page, wrong

ORGANISATIONS = {"nhs-somerset": "NHS Somerset", "mersey-care": "Mersey Care"}
PRINTED = {name: index_page(shipped_page(name), organisation=known) for name, known in ORGANISATIONS.items()}
SOMERSET, MERSEY = ORGANISATIONS
UNDER_INTEGRITY = "Which of these does NHS Somerset list under Personal Integrity?"
UNDER_AWARENESS = "Which of these does NHS Somerset list under Self Awareness?"
COURAGE = "have courage to challenge others"
PLAN = "Which services does Mersey Care say the NHS Long Term plan expands?"
EXPANSION = "the expansion of community and mental health services"


def _is_proven(
    name: str, stem: str, key: str, lure: str, tag: Proof | None, *cited: str, kind: Kind = Kind.SINGLE
) -> bool:
    source = cite(shipped_page(name), *cited)
    asked = item(kind, stem, [right(key), wrong(lure, tag)], source=source)
    return not list(proof(open_case(asked, printed=PRINTED[name], organisation=ORGANISATIONS[name])))


@pytest.mark.parametrize(
    ("stem", "lure", "expected"),
    [
        (UNDER_INTEGRITY, "identify opportunities to improve", True),
        (UNDER_INTEGRITY, "commit to learning and developing ourselves", False),
        (UNDER_INTEGRITY, "thriving communities", False),
        (UNDER_INTEGRITY, "take the time to listen", True),
        (UNDER_AWARENESS, "take the time to listen", True),
        (UNDER_INTEGRITY, "Quality Improvement", True),
        (UNDER_INTEGRITY, "Personal Integrity", False),
        (UNDER_INTEGRITY, "Enthusiasm", False),
    ],
)
def test_other_value_is_a_name_or_line_of_a_value_that_is_surely_another(stem: str, lure: str, expected: bool) -> None:
    key = COURAGE if stem == UNDER_INTEGRITY else "understand our own limitations"
    assert _is_proven(SOMERSET, stem, key, lure, Proof.OTHER_VALUE, key) is expected


@pytest.mark.parametrize(
    ("stem", "key", "lure", "cited", "expected"),
    [
        ("Under which heading is “great teams”?", "Our people", "Our future", "great teams", True),
        ("Under which heading is “great teams”?", "Our people", "Our garden", "great teams", False),
        ("Which phrase comes from Mersey Care's vision?", "whole person", "great teams", "whole person", True),
        ("Which phrase comes from Mersey Care's vision?", "whole person", "healthier lives", "whole person", False),
        (PLAN, "Community and mental health", "Estates, digital and corporate", EXPANSION, True),
        (PLAN, "Community and mental health", "Estates, chapel and corporate", EXPANSION, False),
        (PLAN, "Community and mental health", "Long term", EXPANSION, False),
        (PLAN, "Community and mental health", "Collaborative working", EXPANSION, False),
    ],
)
def test_other_section_stands_where_the_key_does_not(
    stem: str, key: str, lure: str, cited: str, expected: bool
) -> None:
    assert _is_proven(MERSEY, stem, key, lure, Proof.OTHER_SECTION, cited) is expected


def test_not_this_gap_makes_no_run_of_the_page() -> None:
    gap = "Complete this behaviour: “know when it is the right time to ask for ____”."
    cited = "understand our own limitations"
    assert _is_proven(SOMERSET, gap, "help", "feedback", Proof.NOT_THIS_GAP, cited, kind=Kind.GAP)
    assert not _is_proven(SOMERSET, gap, "help", "help or advice", Proof.NOT_THIS_GAP, cited, kind=Kind.GAP)


def test_not_this_gap_holds_for_the_cited_words_of_another_kind_too() -> None:
    assert _is_proven(MERSEY, PLAN, "Community and mental health", "Children's", Proof.NOT_THIS_GAP, EXPANSION)
    assert not _is_proven(MERSEY, PLAN, "Community care", "Children's", Proof.NOT_THIS_GAP, EXPANSION)


@pytest.mark.parametrize(
    ("stem", "key", "lure", "expected"),
    [
        ("Which of these is one of Mersey Care's values?", "Respect", "Objectivity", True),
        ("Which of these is one of Mersey Care's values?", "Respect", "Personal Integrity", True),
        ("Which of these is one of Mersey Care's values?", "Respect", "Integrated Working", False),
        ("Which of these is one of Mersey Care's values?", "Respect", "Kindness", False),
        ("Which of these is one of Mersey Care's values?", "Respect", "Quality", False),
        (PLAN, "Community and mental health", "Primary and emergency care", True),
        (PLAN, "Community and mental health", "Digital estates", False),
        (PLAN, "Community and mental health", "research, development", False),
        (PLAN, "Community and mental health", "2 new wards of health", True),
        (PLAN, "Community and mental health", "the health", False),
        (PLAN, "Community and mental health", "every health", True),
    ],
)
def test_not_on_page_is_said_by_no_passage_and_beside_names_is_far_from_all(
    stem: str, key: str, lure: str, expected: bool
) -> None:
    assert _is_proven(MERSEY, stem, key, lure, Proof.NOT_ON_PAGE, "Our people") is expected


def test_opposite_belongs_to_statements_and_statements_to_it() -> None:
    statement = "NHS Somerset lists “have courage” under Personal Integrity."
    assert _is_proven(SOMERSET, statement, "True", "False", Proof.OPPOSITE, COURAGE, kind=Kind.TRUE_FALSE)
    assert not _is_proven(SOMERSET, statement, "True", "False", Proof.OTHER_VALUE, COURAGE, kind=Kind.TRUE_FALSE)
    assert not _is_proven(SOMERSET, UNDER_INTEGRITY, COURAGE, "Enthusiasm", Proof.OPPOSITE, COURAGE)


def test_a_wrong_option_without_proof_fails_with_and_without_the_page() -> None:
    asked = item(
        Kind.SINGLE, UNDER_INTEGRITY, [right(COURAGE), wrong("Enthusiasm", None), wrong("x", Proof.NOT_ON_PAGE)]
    )
    assert list(proof(open_case(asked, printed=None, organisation=None))) == ["“Enthusiasm” has none"]
