import pytest

from quizapp.services.bank.outlines import LONGEST, PageOutline, ValueOutline, outline_page
from tests.support.source import ROOT


def outline(text: str) -> PageOutline:
    return outline_page(text, title="Our page", source=None)


def shipped(name: str) -> PageOutline:
    return outline((ROOT / "question_bank/content" / name / "page.txt").read_text(encoding="utf-8"))


def long_page(values: int, behaviours: int, words: int) -> str:
    lines = ["Our values", ""]
    for value in range(values):
        lines += [f"{chr(65 + value)}ngle", "", "This means we:", ""]
        lines += [f"* act {value}{line} " + "with care and skill " * words for line in range(behaviours)] + [""]
    return "\n".join(lines)


def test_the_page_of_nhs_somerset_is_set_out_with_the_group_that_lost_its_heading() -> None:
    page = shipped("nhs-somerset")
    names = ["Quality Improvement", "Integrated Working", "Personal Integrity", None, "Self Awareness"]
    assert [value.name for value in page.values] == names
    assert [(len(value.behaviours), value.more, value.lead) for value in page.values] == [(3, 0, "This means we:")] * 5
    assert page.values[3].behaviours[0] == "take the time to listen to those around us"
    assert (page.vision or "").startswith("In Somerset we want people to live health independent lives")
    assert page.sections == ()


def test_the_page_of_mersey_care_is_set_out_with_its_definitions() -> None:
    page = shipped("mersey-care")
    assert page.values[2] == ValueOutline(
        "Respect", "how we treat others in an inclusive and supportive way", None, (), 0
    )
    assert len(page.values) == 5
    assert (page.vision or "").startswith("To lead the way in perfect, whole person care")


@pytest.mark.parametrize("text", ["", "\n\n", "   "])
def test_a_page_without_anything_has_an_empty_outline(text: str) -> None:
    assert outline(text) == PageOutline("Our page", None, None, None, (), ())


def test_a_page_without_values_shows_the_first_sentence_of_each_part() -> None:
    page = outline("Our vision\nTo be the best place to work.\n\nOur plan\nWe plan to do a lot. And more.\n")
    assert (page.vision, page.values) == ("To be the best place to work.", ())
    assert [(section.heading, section.text) for section in page.sections] == [("Our plan", "We plan to do a lot.")]


def test_a_long_page_shows_fewer_lines_of_each_list_and_says_how_many_more() -> None:
    few, many = outline(long_page(4, 5, 1)), outline(long_page(12, 5, 6))
    assert [(len(value.behaviours), value.more) for value in few.values] == [(3, 2)] * 4
    shown = {(len(value.behaviours), value.more) for value in many.values}
    assert len(many.values) == 12
    assert shown < {(2, 3), (1, 4), (0, 5)}


def test_a_long_vision_ends_with_a_whole_sentence() -> None:
    sentence = "We look after everybody who lives here. "
    page = outline(f"Our vision\n{sentence * 40}\n")
    assert page.vision is not None
    assert page.vision.endswith("who lives here.")
    assert len(page.vision) <= LONGEST
