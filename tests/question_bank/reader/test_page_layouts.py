"""Every common way to set out values on a page, on invented pages."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    avoided,
    behaviours,
    concerns,
    headings,
    meanings,
    names,
    read,
    unattached,
)


def test_a_heading_a_line_and_a_list() -> None:
    page = read(
        """
        Our values

        Openness

        We tell people what happened

        In our work this means:

          • ringing back on the same day
          • writing it down at once

        Care with money

        We spend as if it were ours

        In our work this means:

          • mending before buying
        """
    )
    assert behaviours(page) == {
        "Openness": ["ringing back on the same day", "writing it down at once"],
        "Care with money": ["mending before buying"],
    }
    assert meanings(page) == {
        "Openness": "We tell people what happened",
        "Care with money": "We spend as if it were ours",
    }
    assert {value.stem.text for value in page.values if value.stem} == {"In our work this means:"}


def test_headings_and_paragraphs_without_a_blank_line() -> None:
    page = read(
        """
        Our values
        Openness
        We tell people what happened. We do so on the day.
        Good company
        We share rooms with the charities next door.
        """
    )
    assert meanings(page) == {
        "Openness": "We tell people what happened. We do so on the day.",
        "Good company": "We share rooms with the charities next door.",
    }
    assert behaviours(page) == {"Openness": [], "Good company": []}


def test_name_and_meaning_around_a_dash() -> None:
    page = read(
        """
        Our values
        • Family-led – asking the family first – always
        • Plain words - saying it so that anyone could follow
        • Patience — waiting for the answer
        """
    )
    assert meanings(page) == {
        "Family-led": "asking the family first – always",
        "Plain words": "saying it so that anyone could follow",
        "Patience": "waiting for the answer",
    }


def test_name_and_meaning_around_a_colon_with_wanted_and_unwanted_lists() -> None:
    page = read(
        """
        Our values
        Openness: when something goes wrong
        We will:
          • ring the family on the same day
        We will not:
          • hope that nobody noticed
        Care with money: in every purchase
        We will:
          • mend before we buy
        We will not:
          • let food go to waste
        """
    )
    assert meanings(page) == {"Openness": "when something goes wrong", "Care with money": "in every purchase"}
    assert behaviours(page) == {
        "Openness": ["ring the family on the same day"],
        "Care with money": ["mend before we buy"],
    }
    assert avoided(page) == {"Openness": ["hope that nobody noticed"], "Care with money": ["let food go to waste"]}


def test_name_and_meaning_around_a_full_stop_or_a_line_end() -> None:
    stops = read("Our values\nOpenness. We tell people what happened.\nPatience. We wait for the answer.")
    ends = read("Our values\nOpenness -\nWe tell people what happened.\nPatience -\nWe wait for the answer.")
    expected = {"Openness": "We tell people what happened.", "Patience": "We wait for the answer."}
    assert meanings(stops) == expected
    assert meanings(ends) == expected


def test_names_alone() -> None:
    page = read("Our values\n\n• Openness\n• Patience\n• Good company\n\nWe have worked by these since 2019.")
    assert meanings(page) == {"Openness": None, "Patience": None, "Good company": None}
    assert headings(page) == ["Our values"]


def test_names_in_a_sentence_with_the_paragraphs_that_speak_of_them() -> None:
    page = read(
        """
        Our values

        The council has taken on three values. These are: openness, patience and thrift.

        Openness means telling people what happened.

        We also need patience. Answers take time.

        Thrift is mending before buying.
        """
    )
    assert meanings(page) == {
        "openness": "Openness means telling people what happened.",
        "patience": "We also need patience. Answers take time.",
        "thrift": "Thrift is mending before buying.",
    }


def test_a_later_heading_tells_which_and_belongs_to_a_name() -> None:
    page = read(
        """
        Our values
        Our values are Openness, Patience and Give and Take.

        Give and Take
          • swap shifts when you can
        Openness
          • ring back on the same day
        Patience
          • wait for the whole answer
        """
    )
    assert sorted(filter(None, names(page))) == ["Give and Take", "Openness", "Patience"]


def test_values_that_are_sentences_have_no_names() -> None:
    page = read(
        """
        Our values
        - Everybody who rings is rung back, whoever answered first
        - We mend what we break before we ask for a new one
        """
    )
    assert names(page) == [None, None]
    assert [value.definition.text for value in page.values if value.definition] == [
        "Everybody who rings is rung back, whoever answered first",
        "We mend what we break before we ask for a new one",
    ]
    assert concerns(page, ConcernKind.LOST_HEADING) == []


def test_a_common_opening_is_taken_off_the_names() -> None:
    page = read("Our values\nWe are Open\nWe say what happened.\nWe are Patient\nWe wait.\nWe work as a CREW\nWe row.")
    assert names(page) == ["Open", "Patient", "CREW"]


def test_headings_that_are_sentences_stay_whole() -> None:
    page = read(
        """
        What we value

        We put residents first

          • We ring back on the same day

        We mend what we break

          • We own up at once
        """
    )
    assert names(page) == ["We put residents first", "We mend what we break"]


def test_letters_of_an_acronym_are_no_names() -> None:
    page = read("Our values\nOur values spell TEA\nT : take time\nE : explain\nA : ask again")
    assert names(page) == [None, None, None]
    assert meanings(page)[None] == "ask again"


def test_numbers_before_headings_are_dropped() -> None:
    page = read("Our values\n\n1. Openness\n• ring back\n• write it down\n\n2. Patience\n• wait")
    assert behaviours(page) == {"Openness": ["ring back", "write it down"], "Patience": ["wait"]}


def test_a_name_given_twice_is_one_value_spelt_as_in_its_heading() -> None:
    page = read(
        """
        Our values

        Family Centered

        Family-centred

          • ask the family first

        Open

        Open

          • ring back on the same day
        """
    )
    assert names(page) == ["Family-centred", "Open"]


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
