"""Furniture, cut text and statements in odd places on a page are told from its values."""

import pytest

from question_bank.model import ConcernKind
from tests.question_bank.reader.reading import (
    behaviours,
    concerns,
    names,
    read,
)


def test_furniture_and_pictures_leave_no_trace() -> None:
    page = read(
        """
        Skip to main content Help with accessibility Skip to navigation
        Home > About us > Our values
        Our values
        [add some background]
        Values poster
        Openness
        • ring back
        Patience
        • wait
        Last updated 3 May 2024
        """
    )
    assert page.title == "Our values"
    assert names(page) == ["Openness", "Patience"]
    assert behaviours(page)["Patience"] == ["wait"]


@pytest.mark.parametrize("text", ["", "\n\n \t\n", "Skip to main content\n\nMenu\n", "• \n-\n***\n"])
def test_a_page_with_nothing_on_it_is_read_as_empty(text: str) -> None:
    page = read(text)
    assert (page.title, page.vision, page.values, page.sections) == (None, None, (), ())
    assert [concern.kind for concern in page.concerns] == [ConcernKind.NO_VALUES]


def test_lists_without_bullets_are_lists() -> None:
    page = read("Our values\nOpenness\nWe will:\nring back\nwrite it down\nPatience\nWe will:\nwait for people")
    assert behaviours(page) == {"Openness": ["ring back", "write it down"], "Patience": ["wait for people"]}


def test_a_page_cut_in_mid_word_is_asked_about() -> None:
    page = read("Our values\nOpenness\n• We ring back.\n• We write it down.\nPatience\n• We wait until the ans")
    (concern,) = concerns(page, ConcernKind.FRAGMENT)
    assert concern.line == 6


@pytest.mark.parametrize(
    ("text", "vision"),
    [
        ("Our vision\n‘Nobody waits alone.’", "Nobody waits alone."),
        ('Our vision\n"Nobody waits alone"', "Nobody waits alone"),
        ("Our vision\n“Nobody waits alone.", "Nobody waits alone."),
        ("Our vision\nOur vision is that nobody waits alone.", "nobody waits alone."),
        ("About us\nOur vision is ‘to leave nobody waiting’.", "to leave nobody waiting"),
        ("Our vision\nNobody waits alone\n\nThat takes people.", "Nobody waits alone"),
        ("Our vision\n• Nobody waits\n• Nobody leaves unheard", "Nobody waits • Nobody leaves unheard"),
        ("Our vision and values\nWe are proud of them.", None),
        ("Our purpose\nNobody waits alone.", None),
    ],
)
def test_a_vision_is_what_the_page_calls_so(text: str, vision: str | None) -> None:
    page = read(text)
    assert (page.vision.text if page.vision else None) == vision
