"""Names strung into a sentence: rows A8 and A10 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    concerns,
    meanings,
    names,
    page_of,
    read,
)


def test_a8_names_in_a_sentence_with_paragraphs_that_speak_of_them() -> None:
    """
    Our values

    The council has taken on three values. These are: openness, patience and thrift.

    Openness means telling people what happened.

    We also need patience. Answers take time.

    Thrift is mending before buying.
    """
    assert meanings(page_of(test_a8_names_in_a_sentence_with_paragraphs_that_speak_of_them)) == {
        "openness": "Openness means telling people what happened.",
        "patience": "We also need patience. Answers take time.",
        "thrift": "Thrift is mending before buying.",
    }


def test_a8_a_heading_further_down_tells_which_and_belongs_to_a_name() -> None:
    """
    Our values
    Staff are guided by our values – Openness, Patience, and Give and Take.

    Give and Take
      • swap shifts when you can
    Openness
      • ring back on the same day
    Patience
      • wait for the whole answer
    """
    page = page_of(test_a8_a_heading_further_down_tells_which_and_belongs_to_a_name)
    assert names(page) == ["Give and Take", "Openness", "Patience"]


def test_a8_blanks_ampersands_and_missing_blanks_part_names() -> None:
    spaced = read("Our four values are:  Openness  Patience  Thrift  Good humour")
    joined = read("Our values\nOur values are openness,patience, thrift & good humour.")
    assert names(spaced) == ["Openness", "Patience", "Thrift", "Good humour"]
    assert names(joined) == ["openness", "patience", "thrift", "good humour"]


def test_a8_an_and_that_nothing_settles_is_asked_about() -> None:
    """
    Our values

    Our values are Openness, Give and Take, and Thrift.
    """
    page = page_of(test_a8_an_and_that_nothing_settles_is_asked_about)
    assert names(page) == ["Openness", "Give and Take", "Thrift"]
    (concern,) = concerns(page, ConcernKind.AMBIGUOUS_PAIR)
    assert "“Give and Take”" in concern.message


def test_a10_a_value_defined_late_in_a_sentence_is_not_lost() -> None:
    """
    Our values

    Our three values are thrift, openness and good humour.

    Thrift means mending before buying. The less we waste, the more we give.

    Openness means telling people what happened.

    It is just as vital that we show good humour, by which we mean laughing at ourselves first.
    """
    page = page_of(test_a10_a_value_defined_late_in_a_sentence_is_not_lost)
    assert names(page) == ["thrift", "openness", "good humour"]
    assert meanings(page)["good humour"] == (
        "It is just as vital that we show good humour, by which we mean laughing at ourselves first."
    )
