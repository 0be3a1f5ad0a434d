"""Where the values begin and end: introductions above them, other matter behind them, names known beforehand."""

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import behaviours, concerns, meanings, names, page_of, unattached


def test_what_stands_behind_values_with_paragraphs_is_known_by_its_heading() -> None:
    """
    Our values

    Warmth
    We greet everyone who comes in.

    Rigour
    We check and check again.

    Two nurses laughing beside a trolley

    Our trustees
    Ada Lumb and Ivo Crane.

    Visiting times
    Every day from 2pm to 8pm.
    """
    page = page_of(test_what_stands_behind_values_with_paragraphs_is_known_by_its_heading)
    assert names(page) == ["Warmth", "Rigour"]


def test_a_heading_with_a_number_behind_named_lines_begins_something_else() -> None:
    """
    Our values

    Warm – a welcome for everyone
    Exact – nothing by halves

    Seven things about our town

    A harbour
    A steep hill
    """
    page = page_of(test_a_heading_with_a_number_behind_named_lines_begins_something_else)
    assert names(page) == ["Warm", "Exact"]


def test_a_list_on_what_values_are_for_has_not_lost_a_heading() -> None:
    """
    Our values
    Twelve teams chose them.
    We turn to them when we
    - choose colleagues
    - settle a quarrel

    Warmth
    - greet people by name

    Rigour
    - check twice
    """
    page = page_of(test_a_list_on_what_values_are_for_has_not_lost_a_heading)
    assert behaviours(page) == {"Warmth": ["greet people by name"], "Rigour": ["check twice"]}


def test_a_line_above_the_first_name_with_no_text_of_its_own_is_no_value() -> None:
    """
    Our values

    The things we care for, and the signs of them

    Warmth
    • greet people by name

    Rigour
    • check twice
    """
    page = page_of(test_a_line_above_the_first_name_with_no_text_of_its_own_is_no_value)
    assert names(page) == ["Warmth", "Rigour"]


def test_sentences_are_values_where_the_next_list_has_a_label_of_another_kind() -> None:
    """
    Our values

    1. Everyone who rings gets a call back.
    2. Whoever breaks a thing says so first.
    3. The quiet ones are asked last and longest.

    What tenants agree to

    1. To come to one meeting a year
    2. To keep the stairs clear
    """
    page = page_of(test_sentences_are_values_where_the_next_list_has_a_label_of_another_kind)
    assert names(page) == [None, None, None]
    assert meanings(page)[None] == "The quiet ones are asked last and longest."
    assert unattached(page) == ["To come to one meeting a year", "To keep the stairs clear"]


def test_names_behind_a_hyphen_in_a_sentence_are_the_values_and_later_headings_none() -> None:
    """
    Vision and values

    All of us have signed up to three values - Warmth, Rigour and Thrift, and Nerve - which hang in the hall.

    Finance

    We publish the accounts each May.

    Working with others

    The partners have aims:

    - safe streets
    - dry homes
    """
    page = page_of(test_names_behind_a_hyphen_in_a_sentence_are_the_values_and_later_headings_none)
    assert names(page) == ["Warmth", "Rigour and Thrift", "Nerve"]


def test_lists_under_announced_names_are_found_in_any_later_part() -> None:
    """
    Our values

    Our values are Warmth, Rigour and Thrift.

    How we use them

    At interviews and in reviews.

    Thrift behaviours
    • mend first

    Warmth behaviours
    • greet people by name

    Rigour behaviours
    • check twice
    """
    page = page_of(test_lists_under_announced_names_are_found_in_any_later_part)
    assert behaviours(page) == {
        "Warmth": ["greet people by name"],
        "Rigour": ["check twice"],
        "Thrift": ["mend first"],
    }


def test_paragraphs_that_have_lost_their_announced_names_are_values_without_one() -> None:
    """
    Our values

    We have four values: Warm, Exact, Frugal and Brave.

    Warm
    We greet people by name.

    We check twice, and once more at night.

    Frugal
    We mend before we buy.

    Brave
    We speak up.
    """
    page = page_of(test_paragraphs_that_have_lost_their_announced_names_are_values_without_one)
    assert names(page) == ["Warm", None, "Frugal", "Brave"]
    assert meanings(page)[None] == "We check twice, and once more at night."


def test_sentences_above_lists_are_not_the_names_that_were_announced() -> None:
    """
    Our values

    Our values are Warmth, Rigour and Thrift.

    We greet people by name
    • say hello

    We check twice and write it down
    • keep a log

    We mend before we buy
    • ask the porters
    """
    page = page_of(test_sentences_above_lists_are_not_the_names_that_were_announced)
    assert names(page) == [None, None, None]


def test_subheadings_that_end_in_a_dash_belong_to_the_value_above() -> None:
    """
    Our values
    Warm
    Slow down -
    People hear more when we talk less
    Sit down -
    Height matters
    Exact
    Check twice -
    Once for you and once for them
    Keep a log -
    Memory is short
    """
    page = page_of(test_subheadings_that_end_in_a_dash_belong_to_the_value_above)
    assert behaviours(page) == {
        "Warm": ["Slow down - People hear more when we talk less", "Sit down - Height matters"],
        "Exact": ["Check twice - Once for you and once for them", "Keep a log - Memory is short"],
    }


def test_a_pair_of_words_above_a_list_is_one_name_with_a_quotation_between_them() -> None:
    """
    How we live: our values

    Head – Hand

    • by knowing the law

    Haste – Rest

    “You learn to work by two clocks, and to wind them both each morning.”

    Ilse Brandt, volunteer in the kitchen

    • by sleeping on it
    """
    page = page_of(test_a_pair_of_words_above_a_list_is_one_name_with_a_quotation_between_them)
    assert behaviours(page) == {"Head – Hand": ["by knowing the law"], "Haste – Rest": ["by sleeping on it"]}


def test_a_name_that_comes_twice_has_the_spelling_of_its_list() -> None:
    """
    Our values

    Photo of two hands on a rope

    Team work

    Child centered

    Teamwork
    • hold one huddle

    Child-centred
    • kneel down
    """
    page = page_of(test_a_name_that_comes_twice_has_the_spelling_of_its_list)
    assert behaviours(page) == {"Teamwork": ["hold one huddle"], "Child-centred": ["kneel down"]}


def test_a_cut_page_leaves_an_announced_name_without_a_part_and_says_so() -> None:
    """
    Our values

    The values we chose are:

    • Warmth
    • Rigour
    • Thrift

    Warmth

    • greet people by name

    Rigour

    • check twice
    """
    page = page_of(test_a_cut_page_leaves_an_announced_name_without_a_part_and_says_so)
    assert sorted(map(str, names(page))) == ["Rigour", "Thrift", "Warmth"]
    assert behaviours(page)["Thrift"] == []
    assert [concern.line for concern in concerns(page, ConcernKind.LOST_HEADING)] == [7]
