from tests.question_bank.reader.reading import behaviours, headings, meanings, names, read, unattached


def test_values_stand_in_page_order_whatever_their_form() -> None:
    page = read("Our values\n• Open – no secrets\n• Kind – gentle\n\nOur behaviours\nKind\n• smile\nOpen\n• ring back")
    assert behaviours(page) == {"Open": ["ring back"], "Kind": ["smile"]}
    assert [value.line for value in page.values] == [2, 3]


def test_a_heading_behind_a_closed_list_is_a_section() -> None:
    page = read("Our values\n• Open\n• Kind\n\nParking\nIt is free.\nBikes\nThere is a shed.")
    assert names(page) == ["Open", "Kind"]
    assert "Parking" in headings(page)


def test_a_later_values_part_adds_to_a_closed_list_by_name() -> None:
    page = read("Our values\n• Open\n• Kind\n\nOur values in practice\nKind\n• smile\nBold\n• aim high")
    assert behaviours(page) == {"Open": [], "Kind": ["smile"]}
    assert unattached(page) == []
    assert "Bold" in headings(page)


def test_two_paragraphs_that_speak_of_a_name_give_it_no_meaning() -> None:
    page = read("Our values\nThey are: open, kind and bold.\n\nTo be open is hard.\n\nStay open.\n\nKind means gentle.")
    assert meanings(page) == {"open": None, "kind": "Kind means gentle.", "bold": None}
    announced = read(
        "Our values are: open, kind and bold.\n\nIt is good to be open.\n\nStay open.\n\nKind means gentle."
    )
    assert meanings(announced) == {"open": None, "kind": "Kind means gentle.", "bold": None}


def test_the_same_name_in_two_places_is_one_value() -> None:
    page = read("Our values\n\nOpen\n• ring back\n\nKind\n• smile\n\nOpen\n• write it down")
    assert behaviours(page) == {"Open": ["ring back", "write it down"], "Kind": ["smile"]}


def test_a_list_of_sentences_after_values_with_names_is_tied_to_none() -> None:
    page = read(
        "Our values\n\nOpen\n• ring back\n\nKind\n• smile\n\nWhat our values mean for you\n\n"
        "• you will be told what happens next\n• you will be met at the door"
    )
    assert names(page) == ["Open", "Kind"]
    assert unattached(page) == ["you will be told what happens next", "you will be met at the door"]


def test_a_year_behind_a_heading_of_other_matter_changes_nothing() -> None:
    page = read("Our values\n\nOpen\n• ring back\nKind\n• smile\nOur objectives 2026/27\n• beds\n• cuts")
    assert names(page) == ["Open", "Kind"]


def test_lines_in_the_first_person_below_names_are_no_names() -> None:
    page = read("Our values\nOpen\nI say what I saw\nI speak up\nKind\nI look up first\nBold\nI ask why")
    assert names(page) == ["Open", "Kind", "Bold"]
