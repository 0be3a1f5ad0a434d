"""What only looks like values: rows E1 to E3 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    headings,
    meanings,
    names,
    page_of,
    unattached,
)


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
