from tests.question_bank.reader.reading import behaviours, meanings, names, page_of, read


def test_names_between_full_stops_are_explained_in_another_section() -> None:
    """
    Our values:

    Courage. Patience. Curiosity.

    How we work

    Courage – we speak up
      • We question poor practice
    Patience – we wait
      • We listen to the end
    Curiosity – we ask why
      • We look at evidence
    """
    page = page_of(test_names_between_full_stops_are_explained_in_another_section)
    assert behaviours(page) == {
        "Courage": ["We question poor practice"],
        "Patience": ["We listen to the end"],
        "Curiosity": ["We look at evidence"],
    }
    assert meanings(page) == {"Courage": "we speak up", "Patience": "we wait", "Curiosity": "we ask why"}


def test_one_heading_elsewhere_that_is_a_name_is_chance() -> None:
    """
    Our values are: Courage, Patience and Curiosity.

    Our plans

    Patience
      • more beds by the spring
    """
    page = page_of(test_one_heading_elsewhere_that_is_a_name_is_chance)
    assert behaviours(page) == {"Courage": [], "Patience": [], "Curiosity": []}


def test_they_are_strings_names_below_a_values_heading() -> None:
    assert names(read("Our values\nThey are: open, kind and bold.")) == ["open", "kind", "bold"]


def test_an_opening_that_all_strung_names_share_is_taken_off() -> None:
    assert names(read("Our values are: We are open, We are kind, We are bold.")) == ["open", "kind", "bold"]
