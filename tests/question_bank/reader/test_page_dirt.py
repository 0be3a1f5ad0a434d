"""What dirt a copied page has on it: rows G1 to G8 of the catalogue of layouts."""

import pytest

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import behaviours, concerns, meanings, names, page_of, read


def test_g1_furniture_leaves_no_trace() -> None:
    """
    Skip to main content Help with accessibility Skip to navigation
    Home > About us > Our values
    This website uses cookies to make it work.
    Our values
    [add some background]
    Openness
    • ring back
    Patience
    • skip no question, and bring a cookie
    @fernbrook
    Download the poster of our values
    Last updated 3 May 2024
    """
    page = page_of(test_g1_furniture_leaves_no_trace)
    assert page.title == "Our values"
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": ["skip no question, and bring a cookie"]}
    assert page.sections == ()


def test_g1_a_notice_with_a_heading_of_its_own_is_no_value() -> None:
    """
    Our values

    Openness

      • ring back

    Patience

      • wait for the whole answer

    Sign up to our newsletter

    Your address
    """
    assert names(page_of(test_g1_a_notice_with_a_heading_of_its_own_is_no_value)) == ["Openness", "Patience"]


def test_g2_the_words_of_pictures_are_no_names() -> None:
    """
    Our values
    Values poster
    logo smallOur values are: Openness, Patience and Thrift
    Openness
    Photo of a ward
    • ring back
    Patience
    • wait
    Thrift
    • mend
    """
    page = page_of(test_g2_the_words_of_pictures_are_no_names)
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": ["wait"], "Thrift": ["mend"]}


def test_g3_a_doubled_heading_is_halved_and_glued_words_are_asked_about() -> None:
    """
    Our valuesOur values

    Openness

      • ring back and writeDown what was said

    Patience

      • wait
    """
    page = page_of(test_g3_a_doubled_heading_is_halved_and_glued_words_are_asked_about)
    assert page.title == "Our values"
    assert behaviours(page)["Openness"] == ["ring back and writeDown what was said"]
    assert [concern.line for concern in concerns(page, ConcernKind.LIKELY_TYPO)] == [5]


def test_g4_wrong_words_stay_and_are_asked_about() -> None:
    """
    Our vision

    To keep people health, happy and independent

    Our values

    Openness
      • nobody?s question is left over
      • talk wit h people

    Patience
      • wait for the the answer
    """
    page = page_of(test_g4_wrong_words_stay_and_are_asked_about)
    assert page.vision is not None
    assert page.vision.text == "To keep people health, happy and independent"
    assert behaviours(page) == {
        "Openness": ["nobody?s question is left over", "talk wit h people"],
        "Patience": ["wait for the the answer"],
    }
    assert [concern.line for concern in concerns(page, ConcernKind.LIKELY_TYPO)] == [3, 8, 9, 12]


def test_g5_odd_white_space_is_folded() -> None:
    """
    Our\xa0values
    \t \xa0
    \tOpenness\xa0
    \t- ring\xa0 back \ton the same day
    \u2003
    \tPatience\t
    \t-\xa0wait
    """
    assert behaviours(page_of(test_g5_odd_white_space_is_folded)) == {
        "Openness": ["ring back on the same day"],
        "Patience": ["wait"],
    }


def test_g6_lines_without_bullets_under_an_opening_are_a_list() -> None:
    """
    Our values

    Openness

    We will:
    ring back on the same day
    write it down at once

    Patience

    We will:
    wait for people
    """
    assert behaviours(page_of(test_g6_lines_without_bullets_under_an_opening_are_a_list)) == {
        "Openness": ["ring back on the same day", "write it down at once"],
        "Patience": ["wait for people"],
    }


def test_g7_without_blank_lines_a_heading_is_a_short_line_between_longer_ones() -> None:
    """
    Our values
    We wrote these down with the people who work here.
    Openness
    We tell people what happened, and on the day.
    Patience
    We wait for the whole answer before we speak.
    """
    assert meanings(page_of(test_g7_without_blank_lines_a_heading_is_a_short_line_between_longer_ones)) == {
        "Openness": "We tell people what happened, and on the day.",
        "Patience": "We wait for the whole answer before we speak.",
    }


def test_g6_g7_neither_bullets_nor_blank_lines() -> None:
    page = read("Our values\nOpenness\nWe will:\nring back\nwrite it down\nPatience\nWe will:\nwait for people")
    assert behaviours(page) == {"Openness": ["ring back", "write it down"], "Patience": ["wait for people"]}


def test_g8_a_broken_item_is_joined() -> None:
    """
    Our values

    Openness

      • ring back on the same
        day, and say who you are
      • write down what was said and
    what was left out

    Patience

      • wait for the whole answer
    """
    assert behaviours(page_of(test_g8_a_broken_item_is_joined)) == {
        "Openness": [
            "ring back on the same day, and say who you are",
            "write down what was said and what was left out",
        ],
        "Patience": ["wait for the whole answer"],
    }


def test_a_page_cut_in_mid_word_is_asked_about() -> None:
    """
    Our values
    Openness
    • We ring back.
    • We write it down.
    Patience
    • We wait until the ans
    """
    (concern,) = concerns(page_of(test_a_page_cut_in_mid_word_is_asked_about), ConcernKind.FRAGMENT)
    assert concern.line == 6


@pytest.mark.parametrize("text", ["", "\n\n \t\n", "Skip to main content\n\nMenu\n", "• \n-\n***\n"])
def test_a_page_with_nothing_on_it_is_read_as_empty(text: str) -> None:
    page = read(text)
    assert (page.title, page.vision, page.values, page.sections) == (None, None, (), ())
    assert [concern.kind for concern in page.concerns] == [ConcernKind.NO_VALUES]
