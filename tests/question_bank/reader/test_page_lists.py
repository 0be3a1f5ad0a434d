"""How a page may list behaviours: rows C1 to C8 of the catalogue of layouts."""

import pytest

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    avoided,
    behaviours,
    concerns,
    meanings,
    names,
    page_of,
    read,
    unattached,
)


def test_c1_each_value_keeps_the_opening_of_its_list() -> None:
    """
    Our values

    Openness
    This means we:
      • ring back on the same day

    Patience
    What would a visitor see?
      • people who sit down

    Thrift
    You will notice us being…
      • careful with heat
    """
    page = page_of(test_c1_each_value_keeps_the_opening_of_its_list)
    assert [value.stem.text for value in page.values if value.stem] == [
        "This means we:",
        "What would a visitor see?",
        "You will notice us being…",
    ]
    assert [len(value.behaviours) for value in page.values] == [1, 1, 1]


def test_c2_wanted_and_unwanted_lists_are_kept_apart() -> None:
    """
    Our values

    Openness

    We will:
      • report a near miss on the same day
    We will not:
      • wait for somebody else to notice
      • say ‘it was like that when I came’

    Patience

    We will:
      • wait for the whole answer
    """
    page = page_of(test_c2_wanted_and_unwanted_lists_are_kept_apart)
    assert behaviours(page) == {
        "Openness": ["report a near miss on the same day"],
        "Patience": ["wait for the whole answer"],
    }
    assert avoided(page) == {
        "Openness": ["wait for somebody else to notice", "say ‘it was like that when I came’"],
        "Patience": [],
    }


@pytest.mark.parametrize(
    "label",
    [
        "We will not:",
        "We will not",
        "I won’t",
        "Don't",
        "What we don't want to see",
        "What nobody here does",
        "We never:",
        "Things we avoid:",
        "Less of",
        "What it does not look like",
    ],
)
def test_c2_what_is_not_wanted_is_never_taken_as_wanted(label: str) -> None:
    page = read(
        f"Our values\nOpenness\nWe will:\n• ring back\n{label}\n• look away\n• hide it\nPatience\nWe will:\n• wait"
    )
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": ["wait"]}
    assert avoided(page)["Openness"] == ["look away", "hide it"]


def test_c2_a_blank_line_within_an_unwanted_list_makes_nothing_wanted() -> None:
    """
    Our values

    Openness

    We will not:

    • look away
    • hide it


    • blame others
    • lie
    """
    page = page_of(test_c2_a_blank_line_within_an_unwanted_list_makes_nothing_wanted)
    assert behaviours(page) == {"Openness": []}
    assert avoided(page) == {"Openness": ["look away", "hide it", "blame others", "lie"]}


def test_c2_an_unwanted_list_goes_to_the_value_its_caption_names() -> None:
    """
    Our values
    Thrift
    • mend
    Openness
    • ring back
    What we never do (Thrift):
    • throw food away
    """
    page = page_of(test_c2_an_unwanted_list_goes_to_the_value_its_caption_names)
    assert avoided(page) == {"Thrift": ["throw food away"], "Openness": []}


def test_c3_conduct_that_a_paragraph_rules_out_stays_in_the_meaning() -> None:
    """
    Our values

    Openness
    We say what happened. We never take – nor share – the credit for it.
      • ring back

    Patience
    We wait.
      • count to ten
    """
    page = page_of(test_c3_conduct_that_a_paragraph_rules_out_stays_in_the_meaning)
    assert avoided(page) == {"Openness": [], "Patience": []}
    assert meanings(page)["Openness"] == "We say what happened. We never take – nor share – the credit for it."


def test_c4_behaviours_in_a_section_of_their_own_are_joined_by_name() -> None:
    """
    Our values
    Our three values are Openness, Patience and Thrift.

    Our behaviours

    Openness behaviours:
    • ring back
    Thrift behaviours:
    • mend
    • swap
    """
    page = page_of(test_c4_behaviours_in_a_section_of_their_own_are_joined_by_name)
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": [], "Thrift": ["mend", "swap"]}
    assert unattached(page) == []


def test_c4_behaviours_under_headings_that_are_no_values_are_tied_to_none() -> None:
    """
    Our values
    • Openness
    • Patience

    Our behaviours

    At the door
    • greet whoever comes
    • give your name
    At the bed
    • sit down first
    """
    page = page_of(test_c4_behaviours_under_headings_that_are_no_values_are_tied_to_none)
    assert behaviours(page) == {"Openness": [], "Patience": []}
    assert unattached(page) == ["greet whoever comes", "give your name", "sit down first"]


def test_c5_behaviours_tied_to_no_value_stay_so() -> None:
    """
    Our values
    • Openness
    • Patience

    Our behaviours
    • ring back the same day
    • wait for the answer
    """
    page = page_of(test_c5_behaviours_tied_to_no_value_stay_so)
    assert behaviours(page) == {"Openness": [], "Patience": []}
    assert unattached(page) == ["ring back the same day", "wait for the answer"]
    assert len(concerns(page, ConcernKind.COMPETING_LIST)) == 1


def test_c6_two_lists_below_one_name_belong_to_it() -> None:
    """
    Our values

    Openness
    We tell people what happened.
      • no secrets between shifts
    In practice:
      • ring the family first

    Patience
    We wait.
      • no answer is rushed
    In practice:
      • count to ten
    """
    page = page_of(test_c6_two_lists_below_one_name_belong_to_it)
    assert behaviours(page) == {
        "Openness": ["no secrets between shifts", "ring the family first"],
        "Patience": ["no answer is rushed", "count to ten"],
    }
    assert [value.stem for value in page.values] == [None, None]


def test_c6_a_second_level_of_bullets_belongs_to_the_first() -> None:
    """
    Our values
    • Openness – no secrets
    o ring back
    o write it down
    • Patience – no rush
    o wait
    """
    page = page_of(test_c6_a_second_level_of_bullets_belongs_to_the_first)
    assert behaviours(page) == {"Openness": ["ring back", "write it down"], "Patience": ["wait"]}


def test_c6_sub_headings_with_dots_are_joined_with_their_line() -> None:
    """
    Our values
    There are two headings. Our two values are: Steadily and Together.
    Steadily
    Keep your word...
    Ring back by the time you gave
    Look ahead...
    Pack the bag the night before
    Together
    Share...
    What you know and what you found out
    """
    page = page_of(test_c6_sub_headings_with_dots_are_joined_with_their_line)
    assert behaviours(page) == {
        "Steadily": ["Keep your word... Ring back by the time you gave", "Look ahead... Pack the bag the night before"],
        "Together": ["Share... What you know and what you found out"],
    }


def test_c7_fragments_are_kept_and_asked_about() -> None:
    """
    Our values

    Openness
      • by ringing back
      • to be early with bad news

    Patience
      • Tea
      • wait for the whole answer
    """
    page = page_of(test_c7_fragments_are_kept_and_asked_about)
    assert behaviours(page) == {
        "Openness": ["by ringing back", "to be early with bad news"],
        "Patience": ["Tea", "wait for the whole answer"],
    }
    assert [concern.line for concern in concerns(page, ConcernKind.FRAGMENT)] == [4, 8]


def test_c8_the_first_person_is_kept() -> None:
    """
    Our values

    Openness

    I will:

    • say what I saw
    • tell my own story last

    I won’t:

    • hide my part in it

    Patience

    • I wait for the whole answer
    """
    page = page_of(test_c8_the_first_person_is_kept)
    assert behaviours(page) == {
        "Openness": ["say what I saw", "tell my own story last"],
        "Patience": ["I wait for the whole answer"],
    }
    assert avoided(page)["Openness"] == ["hide my part in it"]
    assert names(page) == ["Openness", "Patience"]
