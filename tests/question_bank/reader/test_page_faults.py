"""What is missing from a page: rows D1 to D3 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    meanings,
    names,
    page_of,
    read,
    unattached,
)


def test_d1_a_list_after_a_gap_has_lost_its_heading() -> None:
    """
    Our values

    Openness

      • ring back on the same day


      • mend before you buy
      • swap what you have

    Curiosity

      • ask why
    """
    page = page_of(test_d1_a_list_after_a_gap_has_lost_its_heading)
    assert behaviours(page) == {
        "Openness": ["ring back on the same day"],
        None: ["mend before you buy", "swap what you have"],
        "Curiosity": ["ask why"],
    }
    assert [concern.line for concern in concerns(page, ConcernKind.LOST_HEADING)] == [8]


def test_d1_an_opening_straight_after_a_list_has_lost_its_heading() -> None:
    """
    Our values

    Openness
    This means we:
      • ring back on the
        same day
      • write it down
    This means we:
      • mend before we buy
    Curiosity
    This means we:
      • ask why
    """
    page = page_of(test_d1_an_opening_straight_after_a_list_has_lost_its_heading)
    assert behaviours(page) == {
        "Openness": ["ring back on the same day", "write it down"],
        None: ["mend before we buy"],
        "Curiosity": ["ask why"],
    }


def test_d1_the_first_heading_can_be_lost_too() -> None:
    """
    Our values

    This means we:
      • ring back on the same day

    Patience

    This means we:
      • wait for the answer
    """
    page = page_of(test_d1_the_first_heading_can_be_lost_too)
    assert names(page) == [None, "Patience"]
    assert page.values[0].line == 3


def test_d1_all_headings_can_be_lost() -> None:
    """
    Our values


    • a a
    • b b


    • c c
    • d d
    • e e


    • f f
    • g g
    """
    page = page_of(test_d1_all_headings_can_be_lost)
    assert [len(value.behaviours) for value in page.values] == [2, 3, 2]
    assert names(page) == [None, None, None]


def test_d1_a_meaning_over_a_list_may_have_lost_its_heading() -> None:
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
    page = page_of(test_d1_a_meaning_over_a_list_may_have_lost_its_heading)
    assert names(page) == [None, "Value for money", None]
    assert [value.definition.text for value in page.values if value.definition] == [
        "We act as one team for the whole town.",
        "We use what we have.",
        "We bend where we can.",
    ]


def test_d1_an_announced_name_is_proposed_for_a_lost_heading_and_not_given() -> None:
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
    page = page_of(test_d1_an_announced_name_is_proposed_for_a_lost_heading_and_not_given)
    assert names(page) == [None, "Patient", "Open"]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "Is it “Bold”?" in concern.message


def test_d1_an_announced_name_without_a_part_is_asked_about() -> None:
    """
    Our values
    Our three values are Open, Patient and Kind.
    Open
    • ring back
    Patient
    • wait
    """
    page = page_of(test_d1_an_announced_name_without_a_part_is_asked_about)
    assert names(page) == ["Kind", "Open", "Patient"]
    assert behaviours(page) == {"Kind": [], "Open": ["ring back"], "Patient": ["wait"]}
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "“Kind”" in concern.message


def test_d2_values_whose_section_heading_is_lost_are_known_by_their_form() -> None:
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
    page = page_of(test_d2_values_whose_section_heading_is_lost_are_known_by_their_form)
    assert names(page) == ["Openness", "Patience", "Thrift"]
    assert [concern.line for concern in concerns(page, ConcernKind.COMPETING_LIST)] == [4]


def test_d3_a_flattened_table_ties_no_item_to_a_name() -> None:
    """
    Our values
    Openness: same day Patience: wait for people Thrift: mend first
    We will: We will:  We will:
      • ring back;
      • write it down.
      • wait;
      • mend.
    """
    page = page_of(test_d3_a_flattened_table_ties_no_item_to_a_name)
    assert meanings(page) == {"Openness": "same day", "Patience": "wait for people", "Thrift": "mend first"}
    assert not any(value.behaviours for value in page.values)
    assert unattached(page) == ["ring back;", "write it down.", "wait;", "mend."]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert "3 columns" in concern.message


def test_d3_full_stops_that_end_as_many_lists_as_there_are_columns_settle_them() -> None:
    """
    Our values
    Openness: same day Patience: wait for people Thrift: mend first
    We will: We will:  We will:
      • ring back;
      • write it down.
      • wait;
      • count to ten.
      • mend;
      • swap.
    """
    page = page_of(test_d3_full_stops_that_end_as_many_lists_as_there_are_columns_settle_them)
    assert behaviours(page) == {
        "Openness": ["ring back;", "write it down."],
        "Patience": ["wait;", "count to ten."],
        "Thrift": ["mend;", "swap."],
    }
    assert unattached(page) == []
    assert [concern.line for concern in concerns(page, ConcernKind.LOST_HEADING)] == [3]


def test_d3_unwanted_columns_are_kept_apart() -> None:
    page = read(
        "Our values\nOpenness: same day Patience: wait for people\nWe will not: We will not:\n"
        "• hide it;\n• look away.\n• hurry people;\n• sigh."
    )
    assert not any(value.behaviours for value in page.values)
    assert not set(unattached(page)) & {"hide it;", "look away.", "hurry people;", "sigh."}
