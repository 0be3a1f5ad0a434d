"""Quotations in every kind of mark, and apostrophes that are none."""

import pytest

from question_bank.checks.evidence.quotation import runs, take_apart, without_marks


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Which value means that we “are honest”?", ("are honest",)),
        ('Which value means that we "are honest"?', ("are honest",)),
        ("Which value means that we ‘are honest’?", ("are honest",)),
        ("Which value means that we 'are honest'?", ("are honest",)),
        ("Both “be kind” and ‘be brave’.", ("be kind", "be brave")),
        ("It says ‘it’s the patients’ view’ here.", ("it’s the patients’ view",)),
        ("Is it 'help users' or 'be kind'?", ("help users", "be kind")),
        ("One “with a ‘second’ inside”.", ("with a ‘second’ inside",)),
        ("The quotation that “never ends", ("never ends",)),
    ],
)
def test_what_stands_in_quotation_marks_is_inside(text: str, inside: tuple[str, ...]) -> None:
    assert take_apart(text).inside == inside


@pytest.mark.parametrize(
    "text",
    ["Mersey Care’s values don't change.", "The colleagues' and users’ views", 'A screen of 5" width', "rock 'n roll"],
)
def test_an_apostrophe_or_a_lone_mark_is_no_quotation(text: str) -> None:
    assert take_apart(text).inside == ()
    assert take_apart(text).outside == text


def test_a_mark_inside_the_quotation_that_ends_the_sentence_stays_outside() -> None:
    assert take_apart("Which value says “are honest?”").outside == "Which value says “”?"
    assert take_apart("It lists “be kind.” Choose one.").outside == "It lists “”. Choose one."
    assert take_apart("It lists “be kind.” under Respect.").outside == "It lists “” under Respect."


def test_an_ellipsis_and_a_gap_join_two_runs() -> None:
    assert runs("supported by … when they ... need ____ them") == ("supported by", "when they", "need", "them")
    assert runs("____ …") == ()


def test_marks_around_the_whole_of_a_text_fall_off() -> None:
    assert without_marks("“be kind”.") == "be kind"
    assert without_marks("‘be kind’ and brave") == "‘be kind’ and brave"
    assert without_marks("") == ""
