"""Blocks without a name and unwanted conduct serve only where the page lets them."""

from pathlib import Path

import pytest

from question_bank.checks import check_item
from question_bank.model import Item, Kind, Option, Proof
from question_bank.reader import read_file
from tests.question_bank.build import cite, item, right, shipped_page, wrong

SOMERSET = shipped_page("nhs-somerset")
UNWANTED = read_file(Path(__file__).parents[2] / "data" / "page_with_unwanted_conduct.txt")
LISTEN = "take the time to listen to those around us"
NAMES = [right("Self Awareness"), wrong("Integrated Working", Proof.OTHER_VALUE), wrong("Frugality", Proof.NOT_ON_PAGE)]
STATEMENT = [right("True"), wrong("False", Proof.OPPOSITE)]


def _on_somerset(kind: Kind, stem: str, options: list[Option], cited: str) -> set[str]:
    asked = item(kind, stem, options, source=cite(SOMERSET, cited))
    return {finding.rule for finding in check_item(asked, page=SOMERSET, organisation="NHS Somerset")}


def _on_unwanted(asked: Item) -> set[str]:
    return {finding.rule for finding in check_item(asked, page=UNWANTED, organisation=None)}


@pytest.mark.parametrize(
    ("kind", "stem", "options"),
    [
        (Kind.SINGLE, f"Which value means that we “{LISTEN}”?", NAMES),
        (Kind.SINGLE, f"Which value means that we {LISTEN}?", NAMES),
        (Kind.TRUE_FALSE, f"NHS Somerset lists “{LISTEN}” under Self Awareness.", STATEMENT),
        (Kind.SINGLE, "You hear a colleague out. Which value does this show?", NAMES),
        (Kind.SINGLE, "How many values does NHS Somerset name?", NAMES),
        (Kind.TRUE_FALSE, "Self Awareness is one of NHS Somerset's values.", STATEMENT),
    ],
)
def test_a_block_without_a_name_is_given_to_no_value(kind: Kind, stem: str, options: list[Option]) -> None:
    assert "headless" in _on_somerset(kind, stem, options, LISTEN)


def test_a_gap_in_a_block_without_a_name_names_no_value() -> None:
    words = [right("listen"), wrong("talk", Proof.NOT_THIS_GAP), wrong("turn", Proof.NOT_THIS_GAP)]
    quoted = "“take the time to ____ to those around us”"
    assert _on_somerset(Kind.GAP, f"Complete this behaviour: {quoted}.", words, LISTEN) == set()
    assert _on_somerset(Kind.GAP, f"Complete what stands under Self Awareness: {quoted}.", words, LISTEN) == {
        "headless"
    }


def test_words_that_a_named_value_shares_with_a_nameless_block_are_that_values_too() -> None:
    assert "headless" not in _on_somerset(
        Kind.TRUE_FALSE, "NHS Somerset says “internal and external” under Self Awareness.", STATEMENT, "Self Awareness"
    )


def test_unwanted_conduct_may_be_a_wrong_option() -> None:
    options = [
        right("give colleagues room to finish what they are saying"),
        wrong("talking over a junior member of the team", Proof.NOT_WANTED),
        wrong("be the first to read the reports that other wards send round", Proof.NOT_ON_PAGE),
    ]
    asked = item(Kind.SINGLE, "Which of these does this page list under Respect?", options)
    assert "avoid" not in _on_unwanted(asked)
    assert "proof" not in _on_unwanted(asked) - {"proof"}


def test_what_a_statement_denies_may_be_unwanted() -> None:
    stem = "This page lists “talking over a junior member of the team” under Respect."
    source = cite(UNWANTED, "talking over a junior member of the team")
    options = [right("False"), wrong("True", Proof.OPPOSITE)]
    assert _on_unwanted(item(Kind.TRUE_FALSE, stem, options, source=source)) == set()
    assert "avoid" in _on_unwanted(item(Kind.TRUE_FALSE, stem, STATEMENT, source=source))


def test_a_question_may_ask_which_value_conduct_goes_against() -> None:
    names = [right("Respect"), wrong("Curiosity", Proof.OTHER_VALUE), wrong("Frugality", Proof.NOT_ON_PAGE)]
    source = cite(UNWANTED, "talking over a junior member of the team")
    against = "Which value does “talking over a junior member of the team” go against?"
    means = "Which value means “talking over a junior member of the team”?"
    assert "avoid" not in _on_unwanted(item(Kind.SINGLE, against, names, source=source))
    assert "avoid" in _on_unwanted(item(Kind.SINGLE, means, names, source=source))
