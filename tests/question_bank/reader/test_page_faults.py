"""What is missing and what only looks like values: rows D1 to D3 and E1 to E3 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    headings,
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
    assert names(page) == ["Open", "Patient"]
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


def test_e1_lists_of_other_things_are_no_values() -> None:
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
    page = page_of(test_e1_lists_of_other_things_are_no_values)
    assert names(page) == ["Open", "Patient"]
    assert headings(page) == ["Clean rooms", "Quick answers", "Our objectives"]
    assert [concern.line for concern in concerns(page, ConcernKind.COMPETING_LIST)] == [9]


def test_e1_commitments_behind_the_values_in_a_better_layout_are_no_values() -> None:
    """
    Our values

    The values are:

      • Openness
      • Patience
      • Thrift

    Our commitments

    Besides the values there are three commitments.

    Rooms that work

    We keep rooms clean for everybody who comes.

    Quick answers

    We ring back within a day, whoever asked.
    """
    page = page_of(test_e1_commitments_behind_the_values_in_a_better_layout_are_no_values)
    assert names(page) == ["Openness", "Patience", "Thrift"]
    assert headings(page) == ["Our commitments", "Rooms that work", "Quick answers"]


def test_e1_what_patients_may_expect_is_no_behaviour() -> None:
    """
    Our values

    Openness

      • ring back on the same day

    Patience

      • wait for the whole answer

    What you can expect from us

      • a clean room
      • a named nurse
      • a meal at noon
    """
    page = page_of(test_e1_what_patients_may_expect_is_no_behaviour)
    assert names(page) == ["Openness", "Patience"]
    assert unattached(page) == []
    assert headings(page) == ["What you can expect from us"]


def test_e2_the_new_values_are_taken_and_the_old_asked_about() -> None:
    """
    Our values

    In 2011 our values were Speed, Size and Shine. Today our values are: Open, Patient and Kind.
    """
    page = page_of(test_e2_the_new_values_are_taken_and_the_old_asked_about)
    assert names(page) == ["Open", "Patient", "Kind"]
    (concern,) = concerns(page, ConcernKind.COMPETING_LIST)
    assert concern.line == 3
    assert "“Speed”, “Size” and “Shine”" in concern.message


def test_e2_old_values_under_a_heading_of_their_own_are_asked_about() -> None:
    """
    Our old values

      • Speed
      • Size
      • Shine

    Our new values

      • Open
      • Patient
      • Kind
    """
    page = page_of(test_e2_old_values_under_a_heading_of_their_own_are_asked_about)
    assert names(page) == ["Open", "Patient", "Kind"]
    assert [concern.line for concern in concerns(page, ConcernKind.COMPETING_LIST)] == [1]


def test_e3_what_staff_say_is_set_aside() -> None:
    """
    Our values

    Openness

    Asha Rowe, ward clerk

    “You need to say what you saw, and on the day you saw it, or it is lost.”

      • ring back on the same day

    Patience

    Tom Ley, porter: “Waiting is half of my work, and the better half of it too.”

      • wait for the answer
    """
    page = page_of(test_e3_what_staff_say_is_set_aside)
    assert behaviours(page) == {"Openness": ["ring back on the same day"], "Patience": ["wait for the answer"]}
    assert meanings(page) == {"Openness": None, "Patience": None}
    assert "You need to say what you saw" in page.sections[0].text


def test_e3_a_name_and_a_post_on_lines_of_their_own_are_no_headings() -> None:
    """
    Our values

    Openness

      • ring back on the same day

    “It took me a year to learn to say so at once, and I am still learning.”

    Asha Rowe

    Ward clerk

    Patience

      • wait for the answer
    """
    page = page_of(test_e3_a_name_and_a_post_on_lines_of_their_own_are_no_headings)
    assert names(page) == ["Openness", "Patience"]
