"""Labels over lists: pairs, the unwanted among them, openings without a complement, mottoes, numbers and letters."""

from tests.question_bank.reader.reading import avoided, behaviours, meanings, names, page_of, unattached


def test_a_second_label_that_speaks_of_falling_short_opens_an_unwanted_list() -> None:
    """
    Our values

    Warmth

    We keep our word when we
    • greet people by name
    We let people down when we
    • walk past a ringing phone

    Rigour

    We keep our word when we
    • check twice
    We let people down when we
    • guess
    """
    page = page_of(test_a_second_label_that_speaks_of_falling_short_opens_an_unwanted_list)
    assert behaviours(page) == {"Warmth": ["greet people by name"], "Rigour": ["check twice"]}
    assert avoided(page) == {"Warmth": ["walk past a ringing phone"], "Rigour": ["guess"]}


def test_a_counterpart_of_praise_that_says_nothing_of_itself_is_tied_to_no_value() -> None:
    """
    Our values

    Warmth

    At our best
    • greet people by name

    On a Monday
    • walk past a ringing phone

    Rigour

    At our best
    • check twice

    On a Monday
    • guess
    """
    page = page_of(test_a_counterpart_of_praise_that_says_nothing_of_itself_is_tied_to_no_value)
    assert behaviours(page) == {"Warmth": ["greet people by name"], "Rigour": ["check twice"]}
    assert unattached(page) == ["walk past a ringing phone", "guess"]


def test_labels_for_two_groups_of_people_both_belong_to_the_value() -> None:
    """
    Our values

    Warmth

    As a clerk I
    • greet people by name

    As managers we
    • sit with the night shift

    Rigour

    As a clerk I
    • check twice

    As managers we
    • read the audit
    """
    page = page_of(test_labels_for_two_groups_of_people_both_belong_to_the_value)
    assert behaviours(page) == {
        "Warmth": ["greet people by name", "sit with the night shift"],
        "Rigour": ["check twice", "read the audit"],
    }


def test_labels_over_lists_without_bullets_are_no_names() -> None:
    """
    Our values
    Warmth
    Nice to see
    People holding doors
    Clerks who say good morning

    Don't want to see
    People rolling eyes

    Rigour
    Nice to see
    Owning up at once

    Don't want to see
    Blaming the night shift
    """
    page = page_of(test_labels_over_lists_without_bullets_are_no_names)
    assert behaviours(page) == {
        "Warmth": ["People holding doors", "Clerks who say good morning"],
        "Rigour": ["Owning up at once"],
    }
    assert avoided(page) == {"Warmth": ["People rolling eyes"], "Rigour": ["Blaming the night shift"]}


def test_a_list_without_a_label_behind_an_unwanted_one_is_left_open() -> None:
    """
    Our values

    Warmth
    We will:
    • greet people by name
    We will not:
    • walk past a ringing phone

    Nothing is binned that can be mended.
    • mend first

    Rigour
    We will:
    • check twice
    We will not:
    • guess
    """
    page = page_of(test_a_list_without_a_label_behind_an_unwanted_one_is_left_open)
    assert behaviours(page) == {"Warmth": ["greet people by name"], None: [], "Rigour": ["check twice"]}
    assert unattached(page) == ["mend first"]


def test_what_one_is_not_is_unwanted_without_bullets_too() -> None:
    """
    Our values

    Kind
    I am
    warm to people at the desk
    ready to help

    I am not
    short with callers

    Brave
    I am
    willing to speak

    I am not
    silent when it matters
    """
    page = page_of(test_what_one_is_not_is_unwanted_without_bullets_too)
    assert behaviours(page) == {"Kind": ["warm to people at the desk", "ready to help"], "Brave": ["willing to speak"]}
    assert avoided(page) == {"Kind": ["short with callers"], "Brave": ["silent when it matters"]}


def test_two_labels_in_one_block_open_lists_of_the_same_value() -> None:
    """
    Our values
    Warmth
    Everybody is somebody's guest.
    Our standards:
    A stranger is met at the door
    The kettle is never empty
    In practice:
    We walk people to the ward
    We learn names

    Rigour
    Near enough is not enough.
    Our standards:
    A figure has a source
    A promise has a date
    In practice:
    We check twice
    We keep a log
    """
    page = page_of(test_two_labels_in_one_block_open_lists_of_the_same_value)
    assert names(page) == ["Warmth", "Rigour"]
    assert [len(items) for items in behaviours(page).values()] == [4, 4]


def test_a_clause_that_waits_for_its_complement_is_no_name() -> None:
    """
    Our values

    Warmth
    Everybody is a guest.
    You will notice us:
    • greet people by name

    Near enough is not enough.
    Each week we try to:
    • check twice

    Thrift
    Money is care.
    In our shops we:
    • mend first
    """
    page = page_of(test_a_clause_that_waits_for_its_complement_is_no_name)
    assert behaviours(page) == {"Warmth": ["greet people by name"], None: ["check twice"], "Thrift": ["mend first"]}


def test_a_sentence_with_a_negation_above_a_list_is_a_meaning() -> None:
    """
    Our values

    Thrift
    It doesn't belong to us.
    • mend first

    Warmth
    People are guests.
    • greet people by name
    """
    page = page_of(test_a_sentence_with_a_negation_above_a_list_is_a_meaning)
    assert behaviours(page) == {"Thrift": ["mend first"], "Warmth": ["greet people by name"]}
    assert avoided(page) == {"Thrift": [], "Warmth": []}


def test_a_motto_above_a_list_with_no_name_above_it_begins_a_new_value() -> None:
    """
    Our values

    Warmth
    "Everybody who comes to us is somebody's guest"
    • greet people by name

    "Near enough is never near enough for anybody here"
    • check twice

    Thrift
    "Money that is wasted is care that nobody gets"
    • mend first
    """
    page = page_of(test_a_motto_above_a_list_with_no_name_above_it_begins_a_new_value)
    assert behaviours(page) == {"Warmth": ["greet people by name"], None: ["check twice"], "Thrift": ["mend first"]}
    assert meanings(page)[None] == '"Near enough is never near enough for anybody here"'


def test_a_numbered_name_between_numbered_lists_counts_on_by_itself() -> None:
    """
    Our values

    1. Show warmth

    I will

    1. greet people by name
    2. hold the door

    2. Take care

    I will

    1. check twice
    2. keep a log

    3. Waste nothing

    I will

    1. mend first
    """
    page = page_of(test_a_numbered_name_between_numbered_lists_counts_on_by_itself)
    assert behaviours(page) == {
        "Show warmth": ["greet people by name", "hold the door"],
        "Take care": ["check twice", "keep a log"],
        "Waste nothing": ["mend first"],
    }
