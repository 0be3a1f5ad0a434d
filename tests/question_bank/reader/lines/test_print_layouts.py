"""Pages out of print and out of tables: page numbers, running heads, contents, rows of cells."""

from tests.question_bank.reader.reading import behaviours, headings, meanings, names, page_of


def test_page_numbers_running_heads_and_contents_are_left_out() -> None:
    """
    Behaviours framework          Second edition

    Contents
    Our values ......... 2
    Index .............. 9

    1

    Our values

    Value one: Warmth
    What we hope to see
    • greet people by name

    2

    Behaviours framework          Second edition

    Value two: Rigour
    What we hope to see
    • check twice

    3

    Behaviours framework          Second edition

    Value three: Thrift
    What we hope to see
    • mend first
    """
    page = page_of(test_page_numbers_running_heads_and_contents_are_left_out)
    assert behaviours(page) == {"Warmth": ["greet people by name"], "Rigour": ["check twice"], "Thrift": ["mend first"]}


def test_a_table_that_was_flattened_row_by_row_keeps_its_rows() -> None:
    """
    Our values and behaviours

    Value
    What it means to us
    What you will see

    Warmth
    Everybody is a guest.
    We greet people by name.

    Rigour
    Near enough is not enough.
    We check twice.

    Community aims

    Fewer cars
    """
    page = page_of(test_a_table_that_was_flattened_row_by_row_keeps_its_rows)
    assert behaviours(page) == {"Warmth": ["We greet people by name."], "Rigour": ["We check twice."]}
    assert meanings(page) == {"Warmth": "Everybody is a guest.", "Rigour": "Near enough is not enough."}
    assert "Community aims" in headings(page)


def test_a_column_of_unwanted_conduct_is_never_wanted() -> None:
    """
    Value\tWhat you will see\tWhat we do not accept
    Warmth\tWe greet people by name.\tWalking past
    Rigour\tWe check twice.\tGuessing
    """
    page = page_of(test_a_column_of_unwanted_conduct_is_never_wanted)
    assert behaviours(page) == {"Warmth": ["We greet people by name."], "Rigour": ["We check twice."]}


def test_values_told_off_in_a_later_sentence_open_a_table_of_columns() -> None:
    """
    How we work

    The old booklet ran to forty pages. The new one has two values and fits in a pocket.

    Warm: a guest is a guest Exact: nothing by halves
    We do: We do:
    • greet people by name;
    • hold the door.
    • check twice;
    • keep a log.
    """
    page = page_of(test_values_told_off_in_a_later_sentence_open_a_table_of_columns)
    assert behaviours(page) == {
        "Warm": ["greet people by name;", "hold the door."],
        "Exact": ["check twice;", "keep a log."],
    }


def test_numbers_before_short_lines_are_no_part_of_the_names() -> None:
    """
    What we value

    1 Warmth
    We greet people by name.
    2 Rigour
    We check twice.
    3 Thrift
    We mend first.
    """
    page = page_of(test_numbers_before_short_lines_are_no_part_of_the_names)
    assert names(page) == ["Warmth", "Rigour", "Thrift"]


def test_what_a_label_only_counts_is_not_part_of_the_name() -> None:
    """
    Our values

    Value 1: Warmth
    We greet people by name.

    Value 2: Rigour
    We check twice.

    Value 3: Thrift
    We mend first.
    """
    page = page_of(test_what_a_label_only_counts_is_not_part_of_the_name)
    assert names(page) == ["Warmth", "Rigour", "Thrift"]


def test_letters_above_or_before_the_names_are_not_names() -> None:
    """
    Our values

    W
    Warm
    We greet people by name.

    A
    Accurate
    We check twice.

    R
    Ready
    We come prepared.
    """
    page = page_of(test_letters_above_or_before_the_names_are_not_names)
    assert names(page) == ["Warm", "Accurate", "Ready"]
