"""What may be stuck to the name of a value: rows B1 to B7 of the catalogue of layouts."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import avoided, behaviours, concerns, meanings, names, page_of, read


def test_b1_an_opening_that_all_names_share_is_taken_off() -> None:
    """
    Our values
    We are Open
    We say what happened.
    We are Patient
    We wait.
    We work as a CREW
    We row.
    """
    assert names(page_of(test_b1_an_opening_that_all_names_share_is_taken_off)) == ["Open", "Patient", "CREW"]


def test_b1_an_opening_before_a_dash_is_taken_off() -> None:
    """
    Our values
    • We are Open – we say what happened
    • We are Patient – we wait for the whole answer
    • We are Thrifty – we mend before we buy
    """
    assert meanings(page_of(test_b1_an_opening_before_a_dash_is_taken_off)) == {
        "Open": "we say what happened",
        "Patient": "we wait for the whole answer",
        "Thrifty": "we mend before we buy",
    }


def test_b1_headings_that_are_sentences_stay_whole() -> None:
    """
    What we value

    We put residents first

      • We ring back on the same day

    We mend what we break

      • We own up at once
    """
    assert names(page_of(test_b1_headings_that_are_sentences_stay_whole)) == [
        "We put residents first",
        "We mend what we break",
    ]


def test_b1_behaviours_that_begin_alike_are_no_values() -> None:
    """
    Our values

    Openness

      • We are honest about delays
      • We are ready to say so

    Patience

      • We are glad of questions
    """
    page = page_of(test_b1_behaviours_that_begin_alike_are_no_values)
    assert names(page) == ["Openness", "Patience"]
    assert behaviours(page)["Openness"] == ["We are honest about delays", "We are ready to say so"]


def test_b2_an_ending_that_all_names_share_is_taken_off() -> None:
    """
    Our values

    Openness for everyone

      • ring back

    Patience for everyone

      • wait
    """
    assert names(page_of(test_b2_an_ending_that_all_names_share_is_taken_off)) == ["Openness", "Patience"]


def test_b2_an_ending_that_one_name_has_stays() -> None:
    """
    Our values

    Openness

      • ring back

    Care for everyone

      • wait
    """
    assert names(page_of(test_b2_an_ending_that_one_name_has_stays)) == ["Openness", "Care for everyone"]


def test_b3_capitals_in_a_sentence_are_no_heading() -> None:
    """
    Our values

    Everyone here should be FAIR, KIND and QUICK in all they do.

    Openness

    We can be OPENEST by saying what happened.

      • ring back

    Patience

      • always LISTENING to the end
    """
    page = page_of(test_b3_capitals_in_a_sentence_are_no_heading)
    assert behaviours(page) == {"Openness": ["ring back"], "Patience": ["always LISTENING to the end"]}
    assert meanings(page)["Openness"] == "We can be OPENEST by saying what happened."


def test_b4_letters_of_an_acronym_are_no_names() -> None:
    """
    Our values
    Our values spell TEA
    T : take time
    E : explain
    A : ask again
    """
    page = page_of(test_b4_letters_of_an_acronym_are_no_names)
    assert [(value.name, value.definition and value.definition.text) for value in page.values] == [
        (None, "take time"),
        (None, "explain"),
        (None, "ask again"),
    ]


def test_b4_a_name_behind_each_letter_is_a_name() -> None:
    """
    Our values
    Our values spell TOP
    T – Thrift
    O – Openness
    P – Patience
    """
    assert names(page_of(test_b4_a_name_behind_each_letter_is_a_name)) == ["Thrift", "Openness", "Patience"]


def test_b4_a_stated_acronym_that_the_names_do_not_spell_is_asked_about() -> None:
    """
    Our values

    Our values spell TOPS.

    Thrift

      • mend before you buy

    Openness

      • ring back on the same day

    Patience

      • wait for the whole answer
    """
    page = page_of(test_b4_a_stated_acronym_that_the_names_do_not_spell_is_asked_about)
    assert names(page) == ["Thrift", "Openness", "Patience"]
    (concern,) = concerns(page, ConcernKind.LOST_HEADING)
    assert concern.line == 3
    assert "“TOPS”" in concern.message


def test_b5_a_dash_between_two_names_over_a_list_may_be_part_of_one() -> None:
    """
    Our values

    Speed – Calm

    • We hurry to the door
    • We sit down at the bed
    """
    page = page_of(test_b5_a_dash_between_two_names_over_a_list_may_be_part_of_one)
    assert names(page) == ["Speed – Calm"]
    assert len(concerns(page, ConcernKind.AMBIGUOUS_PAIR)) == 1


def test_b6_numbers_before_headings_are_dropped() -> None:
    """
    Our values

    1. Openness
    • ring back
    • write it down

    2. Patience
    • wait
    """
    assert behaviours(page_of(test_b6_numbers_before_headings_are_dropped)) == {
        "Openness": ["ring back", "write it down"],
        "Patience": ["wait"],
    }


def test_b6_numbers_that_begin_again_belong_to_the_next_value() -> None:
    """
    Our values

    Openness
    1. Ring back on the same day
    2. Write it down at once
    Patience
    1. Wait for the whole answer
    2. Count to ten
    """
    assert behaviours(page_of(test_b6_numbers_that_begin_again_belong_to_the_next_value)) == {
        "Openness": ["Ring back on the same day", "Write it down at once"],
        "Patience": ["Wait for the whole answer", "Count to ten"],
    }


def test_b6_numbers_that_begin_again_with_no_heading_start_a_value_without_a_name() -> None:
    """
    Our values

    Openness
    1. Ring back on the same day
    2. Write it down at once
    1. Mend before you buy
    2. Swap what you have
    Patience
    1. Wait for the whole answer
    """
    page = page_of(test_b6_numbers_that_begin_again_with_no_heading_start_a_value_without_a_name)
    assert behaviours(page) == {
        "Openness": ["Ring back on the same day", "Write it down at once"],
        None: ["Mend before you buy", "Swap what you have"],
        "Patience": ["Wait for the whole answer"],
    }
    assert [concern.line for concern in concerns(page, ConcernKind.LOST_HEADING)] == [6]


def test_b7_a_name_given_twice_is_one_value_spelt_as_in_its_heading() -> None:
    """
    Our values

    Family Centered

    Family-centred

      • ask the family first

    Open

    Open

      • ring back on the same day
    """
    page = page_of(test_b7_a_name_given_twice_is_one_value_spelt_as_in_its_heading)
    assert names(page) == ["Family-centred", "Open"]


def test_b7_names_listed_first_and_explained_below_in_another_order() -> None:
    """
    Our values

    • Thrift & sense
    • Openness
    • Patience

    Openness
    We tell people what happened.
    • ring back
    Thrift and sense
    We mend before we buy.
    • mend
    Patience
    We wait for the whole answer.
    • wait
    """
    page = page_of(test_b7_names_listed_first_and_explained_below_in_another_order)
    assert behaviours(page) == {"Openness": ["ring back"], "Thrift and sense": ["mend"], "Patience": ["wait"]}
    assert avoided(page) == {"Openness": [], "Thrift and sense": [], "Patience": []}


def test_b7_names_that_share_a_word_are_two_values() -> None:
    page = read("Our values\n\nOpen doors\n\n• ring back\n\nOpen books\n\n• show the bill")
    assert names(page) == ["Open doors", "Open books"]
