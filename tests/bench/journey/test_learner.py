"""What the learner of the journey reads from pages, and sends."""

import pytest

from bench.journey.learner import Page, fill_in, find_link, hidden_fields

OUT = '<form class="out" action="/sign-out" method="post"><input type="hidden" name="csrf_token" value="t"></form>'
ASKED = '<form action="/learning/attempts/3/questions/1" method="post">'
PRESS = '<input type="hidden" name="csrf_token" value="a&amp;b"><input type="hidden" name="token" value="p1">'


def page(inside: str) -> Page:
    return Page("/learning/attempts/3/questions/1", f"{OUT}{ASKED}{PRESS}{inside}</form>")


def test_choices_are_sent_with_what_the_form_carries_along() -> None:
    choices = '<input id="answer" name="answer" type="checkbox" value="x1">'
    assert fill_in(page(choices), ("x1", "x2")) == [
        ("csrf_token", "a&b"),
        ("token", "p1"),
        ("answer", "x1"),
        ("answer", "x2"),
    ]


def test_lists_are_filled_in_line_by_line() -> None:
    lines = '<select class="nhsuk-select" id="a1" name="answer-1"></select><select id="a2" name="answer-2"></select>'
    assert fill_in(page(lines), ("x1", "x1"))[2:] == [("answer-1", "x1"), ("answer-2", "x1")]


def test_more_answers_than_lists_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        fill_in(page('<select name="answer-1"></select>'), ("x1", "x2"))


def test_the_form_meant_is_the_one_to_the_address() -> None:
    assert ("csrf_token", "t") not in hidden_fields(page("").text, action="/learning/attempts/3/questions/1")
    with pytest.raises(RuntimeError, match="no form to /elsewhere"):
        hidden_fields(page("").text, action="/elsewhere")


def test_a_link_is_found_by_its_whole_path() -> None:
    text = '<a href="/learning/quizzes/12/old">Old</a> <a class="b" href="/learning/quizzes/7" role="button">Start</a>'
    assert find_link(text, r"/learning/quizzes/\d+") == "/learning/quizzes/7"
    with pytest.raises(RuntimeError, match="no link"):
        find_link(text, r"/learning/certificates/\w+")
