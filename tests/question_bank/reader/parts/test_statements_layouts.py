"""Vision and mission: rows F1 to F5 of the catalogue of layouts."""

import pytest

from tests.question_bank.reader.reading import headings, names, page_of, read


def test_f1_a_vision_and_a_mission_under_their_headings() -> None:
    """
    About us

    Our vision

    Nobody waits alone

    That takes people, and time.

    Our mission

    Care at every door
    """
    page = page_of(test_f1_a_vision_and_a_mission_under_their_headings)
    assert page.vision is not None
    assert page.mission is not None
    assert (page.vision.text, page.vision.line) == ("Nobody waits alone", 5)
    assert page.mission.text == "Care at every door"
    assert [(section.heading, section.text) for section in page.sections] == [
        ("Our vision", "That takes people, and time.")
    ]


@pytest.mark.parametrize(
    ("text", "vision"),
    [
        ("Our vision\n‘Nobody waits alone.’", "Nobody waits alone."),
        ('Our vision\n"Nobody waits alone"', "Nobody waits alone"),
        ("Our vision\n“Nobody waits alone.", "Nobody waits alone."),
        ("Our vision\n“Nobody waits alone”.", "Nobody waits alone"),
        ("Our vision\n“Nobody” waits alone", "“Nobody” waits alone"),
        ("Our vision\nAll say: ‘Nobody waits alone’", "All say: ‘Nobody waits alone’"),
    ],
)
def test_f2_quotation_marks_around_a_vision_are_taken_off(text: str, vision: str) -> None:
    page = read(text)
    assert page.vision is not None
    assert page.vision.text == vision


@pytest.mark.parametrize(
    ("text", "vision"),
    [
        ("Our vision\nOur vision is that nobody waits alone.", "nobody waits alone."),
        ("About us\nOur vision is ‘to leave nobody waiting’.", "to leave nobody waiting"),
        ("About us\nVision: nobody waits alone", "nobody waits alone"),
        ("About us\nOur vision – nobody waits alone", "nobody waits alone"),
        ("Our vision and values\nWe are proud of them.", None),
        ("Our purpose\nNobody waits alone.", None),
        ("About us\nNobody waits alone.", None),
    ],
)
def test_f3_a_vision_in_a_line_or_sentence_is_what_the_page_calls_so(text: str, vision: str | None) -> None:
    page = read(text)
    assert (page.vision.text if page.vision else None) == vision


def test_f4_a_vision_given_as_a_list_is_the_list_without_its_bullets() -> None:
    """
    Our vision

    • Nobody waits
    • Nobody leaves
      unheard

    Our mission

    We will:

    - open every door
    - answer every call

    Our values

    • Open
    • Patient
    """
    page = page_of(test_f4_a_vision_given_as_a_list_is_the_list_without_its_bullets)
    assert page.vision is not None
    assert page.mission is not None
    assert page.vision.text == "Nobody waits Nobody leaves unheard"
    assert page.mission.text == "open every door answer every call"
    assert [(section.heading, section.text) for section in page.sections] == [("Our mission", "We will:")]
    assert names(page) == ["Open", "Patient"]


def test_f5_of_rambling_paragraphs_the_first_is_the_vision() -> None:
    """
    Our vision

    In the past months much has been done. More is to do, and we know it. A start is made all the same.

    We must go on asking ourselves what holds us back.

    Our values

    • Open
    • Patient
    """
    page = page_of(test_f5_of_rambling_paragraphs_the_first_is_the_vision)
    assert page.vision is not None
    assert page.vision.text.startswith("In the past months")
    assert headings(page) == ["Our vision"]


def test_a_plain_label_wins_over_a_heading_on_vision_and_more() -> None:
    page = read("Vision and strategy\n\nWe sail.\n\nOur vision: a dry bed for every sailor.\n\nOur values\n\nThrift")
    assert page.vision
    assert page.vision.text == "a dry bed for every sailor."


def test_a_vision_in_quotation_marks_or_behind_an_insertion_is_found_in_a_paragraph() -> None:
    for said in (
        "In May the crews agreed a vision of ‘a dry bed for every sailor’, and we hold to it.",
        "Our vision does not change. It remains: “a dry bed for every sailor”",
        "Our vision, agreed in May, is a dry bed for every sailor.",
    ):
        page = read(f"About us\n\nWhere we sail\n\n{said}\n\nOur values\n\nThrift\n\nWe mend.\n\nCandour\n\nWe tell.")
        assert page.vision
        assert page.vision.text.rstrip(".") == "a dry bed for every sailor"
