"""What the page prints is found by whole words, under its name, and nowhere else."""

import pytest

from question_bank.checks.evidence.printed import (
    PlaceKind,
    contains,
    holders,
    holds,
    index_page,
    is_blank,
    is_heading,
    is_printed,
    is_unwanted,
    labelled,
    small,
    value_names,
)
from question_bank.model import Passage, Section, Value, ValuesPage
from tests.question_bank.build import shipped_page

SOMERSET = index_page(shipped_page("nhs-somerset"), organisation="NHS Somerset")
MERSEY = index_page(shipped_page("mersey-care"), organisation="Mersey Care")


def _passage(text: str, line: int) -> Passage:
    return Passage(text=text, line=line, start=0, end=len(text))


def test_a_run_is_found_by_whole_words_only() -> None:
    assert contains("working across boundaries", "across")
    assert contains("an improvement to improve", "improve")
    assert not contains("an improvement", "improve")
    assert not contains("anything", "")


def test_a_text_is_printed_in_capitals_or_not_across_wrapped_lines_and_with_other_quotes() -> None:
    assert is_printed(SOMERSET, "A negative impact on patients")
    assert is_printed(MERSEY, "meet people's physical health")
    assert is_printed(SOMERSET, "supported by … when they need them.")
    assert not is_printed(SOMERSET, "…")


def test_a_text_is_held_by_the_value_it_stands_under() -> None:
    assert [place.label for place in holders(SOMERSET, "local networks")] == ["Integrated Working"]
    assert [place.kind for place in holders(SOMERSET, "take the time to listen")] == [PlaceKind.NAMELESS]


@pytest.mark.parametrize("sign", ["\u200b", "\u00a0", "\u00ad", "\u2060", "\ufeff", "\u2800", "\u3164", "\t"])
def test_what_shows_nothing_is_blank(sign: str) -> None:
    assert is_blank(sign)
    assert is_blank(f" {sign} {sign}")
    assert not is_blank(f"{sign}a")


def test_invisible_signs_make_no_other_text() -> None:
    assert small("re\u00adspect\u200b") == small("Respect") == small("re\u2063spect")


def test_the_heading_of_the_values_encloses_all_of_them() -> None:
    values = labelled(MERSEY, "Our values")
    assert values is not None
    assert holds(values, "taking ownership")
    assert holds(values, "restorative just")
    assert "Our values" not in [place.label for place in holders(MERSEY, "taking ownership")]


def test_a_name_that_is_printed_twice_is_one_place() -> None:
    values = tuple(
        Value(name="Respect", line=line, behaviours=(_passage(text, line + 1),))
        for line, text in ((1, "greet every visitor"), (5, "thank the night team"))
    )
    printed = index_page(ValuesPage(text="", sha256="", values=values), organisation=None)
    place = labelled(printed, "respect:")
    assert place is not None
    assert holds(place, "greet every visitor")
    assert holds(place, "thank the night team")


def test_a_section_headed_like_the_vision_belongs_to_it() -> None:
    page = ValuesPage(
        text="",
        sha256="",
        vision=_passage("to lead the way", 2),
        sections=(Section(heading="Vision for 2030", line=4, paragraphs=(_passage("no one waits", 5),)),),
    )
    vision = labelled(index_page(page, organisation=None), "our vision")
    assert vision is not None
    assert holds(vision, "no one waits")


def test_a_heading_is_a_name_or_a_line_by_itself() -> None:
    assert is_heading(MERSEY, "Our people")
    assert is_heading(MERSEY, "our vision")
    assert is_heading(SOMERSET, "Skip to main content")
    assert not is_heading(MERSEY, "Our buildings")


def test_conduct_is_unwanted_only_where_the_page_wants_it_nowhere() -> None:
    avoid = (_passage("talking over others", 3), _passage("thanks", 4))
    value = Value(name="Respect", line=1, behaviours=(_passage("give thanks", 2),), avoid=avoid)
    printed = index_page(ValuesPage(text="", sha256="", values=(value,)), organisation=None)
    assert is_unwanted(printed, "talking over others")
    assert not is_unwanted(printed, "thanks")


def test_a_sentence_that_is_a_value_loses_no_heading() -> None:
    value = Value(name=None, line=1, definition=_passage("We put residents first", 1))
    assert not index_page(ValuesPage(text="", sha256="", values=(value,)), organisation=None).headless
    assert SOMERSET.headless
    assert value_names(SOMERSET)[2:] == ("Personal Integrity", "Self Awareness")
