"""Every common way to list behaviours, and lists that are told from others, on invented pages."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    headings,
    meanings,
    names,
    read,
    unattached,
)


def test_behaviours_in_a_section_of_their_own_are_joined_by_name() -> None:
    page = read(
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
    )
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": [], "Thrift": ["mend", "swap"]}
    assert unattached(page) == []


def test_behaviours_tied_to_no_value_stay_so() -> None:
    page = read("Our values\n• Openness\n• Patience\n\nOur behaviours\n• ring back the same day\n• wait for the answer")
    assert behaviours(page) == {"Openness": [], "Patience": []}
    assert unattached(page) == ["ring back the same day", "wait for the answer"]
    assert len(concerns(page, ConcernKind.COMPETING_LIST)) == 1


def test_two_lists_below_one_name_belong_to_it() -> None:
    page = read(
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
    )
    assert behaviours(page) == {
        "Openness": ["no secrets between shifts", "ring the family first"],
        "Patience": ["no answer is rushed", "count to ten"],
    }


def test_a_second_level_of_bullets_belongs_to_the_first() -> None:
    page = read("Our values\n• Openness – no secrets\no ring back\no write it down\n• Patience – no rush\no wait")
    assert behaviours(page) == {"Openness": ["ring back", "write it down"], "Patience": ["wait"]}


def test_sub_headings_with_dots_are_joined_with_their_line() -> None:
    page = read(
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
    )
    assert behaviours(page) == {
        "Steadily": ["Keep your word... Ring back by the time you gave", "Look ahead... Pack the bag the night before"],
        "Together": ["Share... What you know and what you found out"],
    }


def test_a_dash_between_two_names_over_a_list_may_be_part_of_one() -> None:
    page = read("Our values\n\nSpeed – Calm\n\n• We hurry to the door\n• We sit down at the bed")
    assert names(page) == ["Speed – Calm"]
    assert len(concerns(page, ConcernKind.AMBIGUOUS_PAIR)) == 1


def test_values_in_labels_on_single_lines() -> None:
    page = read(
        "Vision: a valley where nobody waits alone\nMission: care at every door\nValues: Open, Patient, Thrifty"
    )
    assert page.vision is not None
    assert page.mission is not None
    assert (page.vision.text, page.mission.text) == ("a valley where nobody waits alone", "care at every door")
    assert names(page) == ["Open", "Patient", "Thrifty"]


def test_the_new_values_are_taken_and_not_the_old() -> None:
    page = read(
        "Our values\nIn 2011 our values were Speed, Size and Shine. Today our values are: Open, Patient and Kind."
    )
    assert names(page) == ["Open", "Patient", "Kind"]


def test_names_behind_bullets_with_a_paragraph_below_each() -> None:
    page = read(
        """
        Our values

          • Openness
            We tell people what happened, and we do so on the day.
          • Patience
            We wait for the whole answer.
        """
    )
    assert meanings(page) == {
        "Openness": "We tell people what happened, and we do so on the day.",
        "Patience": "We wait for the whole answer.",
    }


def test_names_behind_the_letters_of_an_acronym() -> None:
    page = read("Our values\nOur values spell TOP\nT – Thrift\nO – Openness\nP – Patience")
    assert names(page) == ["Thrift", "Openness", "Patience"]


def test_no_more_values_than_the_page_announces() -> None:
    page = read(
        "Our two values\n\nOpenness\nWe say so.\n\nPatience\nWe wait.\n\nBikes and buses\nThe 42 stops at the gate."
    )
    assert names(page) == ["Openness", "Patience"]
    assert headings(page) == ["Bikes and buses"]


def test_a_menu_before_the_values_and_an_address_behind_them() -> None:
    page = read(
        """
        Our values
        Get involved
        Our values

        Openness

          • ring back on the same day

        Patience

          • wait for the whole answer

        Fernbrook House
        """
    )
    assert names(page) == ["Openness", "Patience"]


def test_values_whose_section_heading_is_lost_are_known_by_their_form() -> None:
    page = read(
        """
        Our vision and values
        Our vision
        Nobody waits alone.
        Openness
        • ring back
        Patience
        • wait
        Thrift
        • mend
        """
    )
    assert names(page) == ["Openness", "Patience", "Thrift"]
    (concern,) = concerns(page, ConcernKind.COMPETING_LIST)
    assert concern.line == 4
