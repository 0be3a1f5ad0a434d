"""Items and names told by their form: the first person, letters, signs, full stops, numbers."""

from tests.question_bank.reader.reading import avoided, behaviours, names, page_of, read


def test_short_lines_in_the_first_person_are_conduct() -> None:
    """
    Our values
    Thrift
    Mend it. Share it.
    I mend before I buy
    I lend my tools
    Candour
    If it leaks, we tell.
    I say so on the same day
    I tell the skipper what I can't
    """
    page = page_of(test_short_lines_in_the_first_person_are_conduct)
    assert behaviours(page) == {
        "Thrift": ["I mend before I buy", "I lend my tools"],
        "Candour": ["I say so on the same day", "I tell the skipper what I can't"],
    }


def test_letters_with_a_wide_gap_before_names_are_bullets() -> None:
    """
    What makes us a TCP

    The crews chose our values last winter, and they spell a word.

    T   Thrift – we mend before we buy
    C   Candour – we say so on the same day
    P   Patience – we let people finish
    """
    assert names(page_of(test_letters_with_a_wide_gap_before_names_are_bullets)) == ["Thrift", "Candour", "Patience"]


def test_a_sign_before_neighbouring_lines_is_a_bullet_and_a_forbidding_one_keeps_them_apart() -> None:
    page = read("Our values\n\nThrift\n\n⭐ mend it\n⭐ share it\n🚫 hoard it\n🚫 bin it\n\nCandour\n\n⭐ say\n⭐ go")
    assert behaviours(page) == {"Thrift": ["mend it", "share it"], "Candour": ["say", "go"]}
    assert avoided(page)["Thrift"] == ["hoard it", "bin it"]


def test_names_behind_bullets_or_numbers_may_end_in_a_full_stop_or_a_colon() -> None:
    stops = "Our values\n\n• Thrift. We mend first.\n• Candour. We say so.\n• Patience. We wait."
    colons = "Our values\n\n1. Thrift: we mend first\n2. Candour: we say so\n3. Patience: we wait"
    for text in (stops, colons):
        assert names(read(text)) == ["Thrift", "Candour", "Patience"]


def test_lower_case_phrases_are_no_names() -> None:
    text = "Our values\n\nWe mend a lot.\n\n• mend first\n• share the tools\n\nCandour\n\nWe tell.\n\n• say so"
    assert names(read(text)) == [None, "Candour"]


def test_a_line_that_ends_in_and_goes_on_whatever_follows() -> None:
    text = "Our values\nOur values are THRIFT, CALM and\nCANDOUR, and we want you to see\nit.\n\nWe mend.\n- mend first"
    assert "CANDOUR, and we want you to see" not in names(read(text))


def test_names_with_meanings_below_an_opening_end_where_the_form_ends() -> None:
    """
    Our values

    We hold to the following:

    Thrift — mending before we buy

    Candour — saying so on the same day

    Boats and moorings

    The harbour has a plan of its own.
    """
    page = page_of(test_names_with_meanings_below_an_opening_end_where_the_form_ends)
    assert names(page) == ["Thrift", "Candour"]


def test_a_label_that_is_a_known_name_heads_its_list_whatever_word_it_is() -> None:
    """
    Our values

    Our values are Thrift, People, and Candour.

    Behaviours

    Thrift behaviours:
    1. We mend first
    2. We share

    People behaviours:
    1. We praise in public
    2. We wait
    """
    page = page_of(test_a_label_that_is_a_known_name_heads_its_list_whatever_word_it_is)
    assert behaviours(page)["People"] == ["We praise in public", "We wait"]
    assert behaviours(page)["Thrift"] == ["We mend first", "We share"]
