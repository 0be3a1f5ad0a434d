"""Lines among the values that name none: captions, tags, front matter, sections before and behind them."""

from tests.question_bank.reader.reading import avoided, behaviours, headings, names, page_of


def test_captions_tags_and_persons_between_full_values_are_no_names() -> None:
    """
    Our values

    A rower waves from the bank

    Thrift

    We mend before we buy.

    #WeAreThrifty

    Candour

    We say so on the same day.

    Ron, bus driver

    Patience

    We let people finish.
    """
    page = page_of(test_captions_tags_and_persons_between_full_values_are_no_names)
    assert names(page) == ["Thrift", "Candour", "Patience"]


def test_a_heading_over_a_text_on_values_at_large_is_no_name_where_the_others_have_lists() -> None:
    """
    Our values

    The long way here

    Our values took us a year and a day.

    Thrift

    • mend before we buy

    Candour

    • say so on the same day
    """
    page = page_of(test_a_heading_over_a_text_on_values_at_large_is_no_name_where_the_others_have_lists)
    assert names(page) == ["Thrift", "Candour"]


def test_the_number_of_the_section_does_not_count_the_values_and_the_next_number_ends_them() -> None:
    """
    2.1 Our values

    2.2 The words below are values that we share.

    Thrift

    We mend.

    • mend before we buy

    Candour

    We tell.

    • say so on the same day

    2.2 Parking

    Cars stand behind the mill.

    • show the permit
    """
    page = page_of(test_the_number_of_the_section_does_not_count_the_values_and_the_next_number_ends_them)
    assert names(page) == ["Thrift", "Candour"]


def test_front_matter_is_no_list_of_names() -> None:
    """
    Title: Our values and conduct
    Author: Head of Ferries
    Action: For noting

    Our values

    Thrift

    • mend before we buy

    Candour

    • say so on the same day
    """
    page = page_of(test_front_matter_is_no_list_of_names)
    assert names(page) == ["Thrift", "Candour"]


def test_headings_before_a_list_that_is_announced_as_the_values_name_nothing() -> None:
    """
    Our values

    How it began

    We asked the crews over a winter.

    What came of it

    From this spring our values are:

    • Thrift
    • Candour
    • Patience
    """
    page = page_of(test_headings_before_a_list_that_is_announced_as_the_values_name_nothing)
    assert names(page) == ["Thrift", "Candour", "Patience"]


def test_a_list_without_a_name_before_as_many_names_as_are_counted_is_no_value() -> None:
    """
    Our values handbook

    Some words on this handbook.

    Use it when you:

    • hire a deckhand
    • plan the year

    Our two values

    Thrift

    • mend before we buy

    Candour

    • say so on the same day
    """
    page = page_of(test_a_list_without_a_name_before_as_many_names_as_are_counted_is_no_value)
    assert names(page) == ["Thrift", "Candour"]


def test_the_offer_below_the_last_value_is_not_its_conduct() -> None:
    """
    Our values
    Thrift
    We mend what others would throw out, and we are proud of every patch.
    Candour
    We say so on the same day, even when the day is long and the news is poor.
    Patience
    We let people finish, and then we let them finish again if they wish to.
    What we offer
    • a berth for your own boat
    • soup on Fridays
    """
    page = page_of(test_the_offer_below_the_last_value_is_not_its_conduct)
    assert names(page) == ["Thrift", "Candour", "Patience"]
    assert not any(behaviours(page).values())
    assert "What we offer" in headings(page)


def test_names_with_meanings_behind_a_heading_on_the_page_itself_are_the_values() -> None:
    """
    Our values

    They took us a year and a day.

    How to use this page

    Each value has a line and a list.

    Thrift – mending what others throw out

    • we mend before we buy

    Candour – saying so on the same day

    • we say so
    """
    page = page_of(test_names_with_meanings_behind_a_heading_on_the_page_itself_are_the_values)
    assert names(page) == ["Thrift", "Candour"]


def test_a_paragraph_on_values_behind_the_vision_opens_what_the_heading_promised() -> None:
    """
    Our values

    Our vision

    A dry bed for every sailor.

    Our values tell crews what to look for in us.

    We mend what others throw out.

      • we mend before we buy
      • we share the tools

    Candour

    We are plain.

      • we say so on the same day
      • we ring back
    """
    page = page_of(test_a_paragraph_on_values_behind_the_vision_opens_what_the_heading_promised)
    assert names(page) == [None, "Candour"]
    assert len(behaviours(page)[None]) == 2


def test_all_lists_without_names_below_one_opening_are_values_without_names() -> None:
    """
    Our values

    We live our values:


      • by mending first
      • by sharing tools


      • by ringing back
      • by saying so


      • by waiting
      • by hearing people out
    """
    page = page_of(test_all_lists_without_names_below_one_opening_are_values_without_names)
    assert names(page) == [None, None, None]


def test_the_second_list_for_leaders_is_wanted_too() -> None:
    """
    Our values

    Thrift

    What we all do:

    • mend before we buy

    What leaders do as well:

    • share the tools

    Candour

    What we all do:

    • say so

    What leaders do as well:

    • ring back
    """
    page = page_of(test_the_second_list_for_leaders_is_wanted_too)
    assert behaviours(page) == {"Thrift": ["mend before we buy", "share the tools"], "Candour": ["say so", "ring back"]}
    assert not any(avoided(page).values())


def test_a_last_list_with_an_opening_of_its_own_has_not_lost_the_name_of_a_value() -> None:
    """
    Our values

    Thrift

    How you can tell:

    • we mend first
    • we share

    Candour

    How you can tell:

    • we say so
    • we ring

    What to bring along:

    • a scarf
    • a flask
    """
    page = page_of(test_a_last_list_with_an_opening_of_its_own_has_not_lost_the_name_of_a_value)
    assert behaviours(page) == {"Thrift": ["we mend first", "we share"], "Candour": ["we say so", "we ring"]}
