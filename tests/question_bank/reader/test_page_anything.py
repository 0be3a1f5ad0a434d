"""Whatever text is given, reading it keeps to the same promises."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from question_bank.model import Passage, ValuesPage
from question_bank.reader import read_text
from question_bank.reader.lines.chrome import drop_chrome
from question_bank.reader.lines.names import bare_key, key_of
from question_bank.reader.lines.print import drop_print
from question_bank.reader.lines.unit import join_wrapped, split_lines
from question_bank.reader.lines.wording import role_of
from question_bank.text import fold_space
from tests.question_bank.build import shipped_page

EXAMPLES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
PIECES = (
    "Our values", "Our vision", "Our mission:", "Our behaviours", "Our objectives", "Openness", "Patience – waiting",
    "We will:", "We will not:", "This means we:", "• ring back", "  • write it down", "    on the same day",
    "- Open", "o wait", "1. Thrift", "1. mend first", "Our three values are Open, Patient and Give and Take.",
    "We tell people what happened.", "Keep your word...", "‘Nobody waits alone’", "Skip to main content",
    "A: one B: two", "We will: We will:", "Asha Rowe, ward clerk", "T : take time", "", "", "\t\xa0", "•", "…",
    "How we work", "What you can expect from us", "Our old values", "In practice:", "Openness. We tell people.",
    "What would a visitor see?", "“You say what you saw, and on the day that you saw it.”", "Ward clerk", "Thrift",
    "Our values spell TOP", "We have four values.", "Openness behaviours:", "Don't", "* swap", "• Thrift - mending",
    "the the", "Vision: a valley where nobody waits", "Kind | Fair | Open", "\u200b", "Our valuesOur values",
)  # fmt: skip
BREAKS = ("\n", "\n", "\r\n", "\r", "\n\n", "\n\n\n")
PAGES = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), max_size=40).map(
    lambda lines: "".join(piece + line_break for piece, line_break in lines)
)


@given(text=st.text() | PAGES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_faithfully(text: str) -> None:
    check_promises(text)


@pytest.mark.long
@given(text=st.text() | PAGES)
@settings(max_examples=10_000, deadline=None)
def test_ten_thousand_texts_are_read_faithfully(text: str) -> None:
    check_promises(text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_line_of_the_example_pages_turns_up_somewhere(path: Path) -> None:
    assert lost_lines(read_text(path.read_text(encoding="utf-8"))) == []


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


def check_promises(text: str) -> None:
    """The same answer twice, every word from its place on the page, no line lost, none with two owners."""
    page = read_text(text)
    assert read_text(text) == page
    folded = fold_space(text)
    for passage in passages_of(page):
        assert passage.text
        assert fold_space(text[passage.start : passage.end]) == passage.text
        assert passage.text in folded
        assert passage.line == len(re.findall(r"\r\n|\r|\n", text[: passage.start])) + 1
    for statement in statements_of(page):
        assert is_run_of(statement.text.split(), text[statement.start : statement.end].split())
    for value in page.values:
        assert value.name or value.definition or value.behaviours or value.avoid
        assert value.name is None or value.name in folded
    assert lost_lines(page) == [], lost_lines(page)
    wanted = [passage.start for value in page.values for passage in value.behaviours]
    unwanted = [passage.start for value in page.values for passage in value.avoid]
    together = wanted + unwanted + [passage.start for passage in page.unattached]
    assert len(set(together)) == len(together)


def check_prefix(text: str) -> None:
    """A page that breaks off is read, and what is read of it stands in it."""
    folded = fold_space(text)
    assert all(passage.text in folded for passage in passages_of(read_text(text)))


def passages_of(page: ValuesPage) -> Iterator[Passage]:
    """Everything that a page is said to say."""
    for value in page.values:
        yield from ([value.stem] if value.stem else [])
        yield from (*value.behaviours, *value.avoid)
    for section in page.sections:
        yield from section.paragraphs
    yield from page.unattached


def statements_of(page: ValuesPage) -> Iterator[Passage]:
    """What a page may say in several paragraphs or points, whose bullets are left out."""
    definitions = [value.definition for value in page.values]
    yield from (said for said in (page.vision, page.mission, *definitions) if said)


def is_run_of(words: list[str], source: list[str]) -> bool:
    """Whether all words stand in the source in this order."""
    rest = iter(source)
    return all(any(word in other for other in rest) for word in words)


def lost_lines(page: ValuesPage) -> list[str]:
    """Lines that are no furniture, tell no part of the page, and are neither in a part nor asked about."""
    spans = [(passage.start, passage.end) for passage in (*passages_of(page), *statements_of(page))]
    lines = {concern.line for concern in page.concerns}
    lines |= {value.line for value in page.values} | {section.line for section in page.sections}
    said = {key_of(name) for name in (page.title, *(value.name for value in page.values)) if name}
    said |= {key_of(value.stem.text) for value in page.values if value.stem}
    stems = [passage for section in page.sections for passage in section.paragraphs]
    said |= {key_of(stem.text) for stem in stems if len(stem.text) < 100}
    said |= {key_of(section.heading) for section in page.sections}
    return [
        unit.text
        for unit in join_wrapped(drop_print(drop_chrome(split_lines(page.text))), source=page.text)
        if unit.line not in lines
        and not any(start < unit.end and unit.start < end for start, end in spans)
        and not said.intersection((key_of(unit.raw), bare_key(unit.raw)))
        and role_of(unit.raw) is None
    ]
