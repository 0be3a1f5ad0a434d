"""What is missing, misplaced or dirty on a page is left so and asked about."""

import pytest

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


def test_a_list_after_a_gap_has_lost_its_heading() -> None:
    page = read(
        """
        Our values

        Openness

          • ring back on the same day


          • mend before you buy
          • swap what you have

        Curiosity

          • ask why
        """
    )
    assert behaviours(page) == {
        "Openness": ["ring back on the same day"],
        None: ["mend before you buy", "swap what you have"],
        "Curiosity": ["ask why"],
    }
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert concern.line == 8


def test_the_first_heading_can_be_lost_too() -> None:
    page = read(
        """
        Our values

        This means we:
          • ring back on the same day

        Patience

        This means we:
          • wait for the answer
        """
    )
    assert names(page) == [None, "Patience"]
    assert page.values[0].line == 3


def test_all_headings_can_be_lost() -> None:
    page = read("Our values\n\n\n• a a\n• b b\n\n\n• c c\n• d d\n• e e\n\n\n• f f\n• g g")
    assert [len(value.behaviours) for value in page.values] == [2, 3, 2]
    assert names(page) == [None, None, None]


def test_a_meaning_over_a_list_may_have_lost_its_heading() -> None:
    page = read(
        """
        Our values


        We act as one team for the whole town.

          • We pass on what we know
          • We answer for each other

        Value for money

        We use what we have.

          • We mend


        We bend where we can.

          • We change our hours
        """
    )
    assert names(page) == [None, "Value for money", None]
    assert [value.definition.text for value in page.values if value.definition] == [
        "We act as one team for the whole town.",
        "We use what we have.",
        "We bend where we can.",
    ]


def test_an_announced_name_is_proposed_for_a_lost_heading_and_not_given() -> None:
    page = read(
        """
        Our values

        Our new values are Bold, Patient and Open.


        We aim high

          • We set our sights high

        Patient

        We wait for people

          • We count to ten

        Open

        We tell people

          • We ring back
        """
    )
    assert names(page) == [None, "Patient", "Open"]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "Is it “Bold”?" in concern.message


def test_an_announced_name_without_a_part_is_asked_about() -> None:
    page = read("Our values\nOur three values are Open, Patient and Kind.\nOpen\n• ring back\nPatient\n• wait")
    assert names(page) == ["Open", "Patient"]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "“Kind”" in concern.message


def test_a_flattened_table_ties_no_item_to_a_name() -> None:
    page = read(
        """
        Our values
        Openness: same day Patience: wait for people Thrift: mend first
        We will: We will:  We will:
          • ring back;
          • write it down.
          • wait;
          • mend.
        """
    )
    assert meanings(page) == {"Openness": "same day", "Patience": "wait for people", "Thrift": "mend first"}
    assert not any(value.behaviours for value in page.values)
    assert unattached(page) == ["ring back;", "write it down.", "wait;", "mend."]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "3 columns" in concern.message


@pytest.mark.parametrize(
    "label",
    [
        "We will not:",
        "We will not",
        "I won’t",
        "Don't",
        "What we don't want to see",
        "Unacceptable behaviours",
        "What nobody here does",
        "We never:",
        "Things we avoid:",
    ],
)
def test_what_is_not_wanted_is_never_taken_as_wanted(label: str) -> None:
    page = read(
        f"Our values\nOpenness\nWe will:\n• ring back\n{label}\n• look away\n• hide it\nPatience\nWe will:\n• wait"
    )
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": ["wait"]}
    assert avoided(page)["Openness"] == ["look away", "hide it"]


def test_a_blank_line_within_an_unwanted_list_makes_nothing_wanted() -> None:
    page = read("Our values\n\nOpenness\n\nWe will not:\n\n• look away\n• hide it\n\n\n• blame others\n• lie")
    assert behaviours(page) == {"Openness": []}
    assert avoided(page) == {"Openness": ["look away", "hide it", "blame others", "lie"]}


def test_an_unwanted_list_goes_to_the_value_its_caption_names() -> None:
    page = read("Our values\nThrift\n• mend\nOpenness\n• ring back\nWhat we never do (Thrift):\n• throw food away")
    assert avoided(page) == {"Thrift": ["throw food away"], "Openness": []}


def test_lists_of_other_things_are_no_values() -> None:
    page = read(
        """
        Our commitments

        Clean rooms
        We will keep rooms clean for everybody who comes.

        Quick answers
        We will ring back within a day, whoever asked.

        Our objectives
        • keep people well
        • join up care
        • spend wisely

        Our values

        • Open
        • Patient
        """
    )
    assert names(page) == ["Open", "Patient"]
    assert headings(page) == ["Clean rooms", "Quick answers", "Our objectives"]
    (concern,) = concerns(page, ConcernKind.COMPETING_LIST)
    assert concern.line == 9


def test_a_page_without_values_says_so() -> None:
    page = read(
        "Our mission\nCare at every door.\nOur promises\n• We will ring back\n• We will be on time\n• We listen"
    )
    assert names(page) == []
    assert len(concerns(page, ConcernKind.NO_VALUES)) == 1
    assert headings(page) == ["Our promises"]


def test_what_staff_say_is_set_aside() -> None:
    page = read(
        """
        Our values

        Openness

        Asha Rowe, ward clerk

        “You need to say what you saw, and on the day you saw it, or it is lost.”

          • ring back on the same day

        Patience

          • wait for the answer
        """
    )
    assert names(page) == ["Openness", "Patience"]
    assert meanings(page) == {"Openness": None, "Patience": None}
