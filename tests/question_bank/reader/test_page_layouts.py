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
