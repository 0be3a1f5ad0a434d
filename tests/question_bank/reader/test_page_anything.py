"""Whatever text is given, reading it keeps to the same promises."""

import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from question_bank.model import Passage, ValuesPage
from question_bank.reader import read_text
from question_bank.text import fold_space
from tests.question_bank.build import shipped_page

PIECES = (
    "Our values", "Our vision", "Our mission:", "Our behaviours", "Our objectives", "Openness", "Patience – waiting",
    "We will:", "We will not:", "This means we:", "• ring back", "  • write it down", "    on the same day",
    "- Open", "o wait", "1. Thrift", "1. mend first", "Our three values are Open, Patient and Give and Take.",
    "We tell people what happened.", "Keep your word...", "‘Nobody waits alone’", "Skip to main content",
    "A: one B: two", "We will: We will:", "Asha Rowe, ward clerk", "T : take time", "", "", "\t\xa0", "•", "…",
    "the the", "Vision: a valley where nobody waits", "Kind | Fair | Open", "\u200b", "Our valuesOur values",
)  # fmt: skip
BREAKS = ("\n", "\n", "\r\n", "\r", "\n\n", "\n\n\n")
PAGES = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), max_size=40).map(
    lambda lines: "".join(piece + line_break for piece, line_break in lines)
)


@given(text=st.text() | PAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_the_same_way_twice_and_quoted_from_its_place(text: str) -> None:
    page = read_text(text)
    assert read_text(text) == page
    folded = fold_space(text)
    for passage in passages_of(page):
        assert passage.text
        assert fold_space(text[passage.start : passage.end]) == passage.text
        assert passage.text in folded
        assert passage.line == len(re.findall(r"\r\n|\r|\n", text[: passage.start])) + 1
    for value in page.values:
        assert value.name or value.definition or value.behaviours or value.avoid
        assert value.name is None or value.name in folded


@given(text=PAGES)
@settings(max_examples=100, deadline=None)
def test_no_line_is_both_wanted_and_unwanted_or_owned_twice(text: str) -> None:
    page = read_text(text)
    wanted = [passage.start for value in page.values for passage in value.behaviours]
    unwanted = [passage.start for value in page.values for passage in value.avoid]
    free = [passage.start for passage in page.unattached]
    together = wanted + unwanted + free
    assert len(set(together)) == len(together)


@pytest.mark.parametrize("name", ["mersey-care", "nhs-somerset"])
def test_a_shipped_page_can_be_cut_anywhere(name: str) -> None:
    text = shipped_page(name).text
    for length in range(0, len(text), 11):
        check_prefix(text[:length])


@pytest.mark.long
@pytest.mark.parametrize("name", ["mersey-care", "nhs-somerset"])
def test_a_shipped_page_can_be_cut_at_every_character(name: str) -> None:
    text = shipped_page(name).text
    for length in range(len(text) + 1):
        check_prefix(text[:length])


@pytest.mark.parametrize(
    "line", ["• ring back\n", "Open – saying so\n", "the the ", "Our values are a, b and c. ", "• "]
)
def test_eight_times_the_text_takes_about_eight_times_as_long(line: str) -> None:
    short, long = (min(seconds_to_read(line * (size // len(line))) for _ in range(3)) for size in (8_000, 64_000))
    assert long < 24 * short


def seconds_to_read(text: str) -> float:
    """The processor time of one reading."""
    begin = time.process_time()
    read_text(text)
    return time.process_time() - begin


def check_prefix(text: str) -> None:
    """A page that breaks off is read, and what is read of it stands in it."""
    folded = fold_space(text)
    assert all(passage.text in folded for passage in passages_of(read_text(text)))


def passages_of(page: ValuesPage) -> Iterator[Passage]:
    """Everything that a page is said to say."""
    yield from (said for said in (page.vision, page.mission) if said)
    for value in page.values:
        yield from (said for said in (value.definition, value.stem) if said)
        yield from (*value.behaviours, *value.avoid)
    for section in page.sections:
        yield from section.paragraphs
    yield from page.unattached
