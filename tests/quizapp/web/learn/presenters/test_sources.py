import pytest

from quizapp.services.attempts.questions import Quote
from quizapp.web.learn.presenters.sources import leave_out_line, present_source

QUOTES = (Quote(7, "listen to those around us."), Quote(9, "ask for help"))


def test_lines_are_named_by_their_number() -> None:
    source = present_source("Our values", "https://trust.example/values", quotes=QUOTES)
    assert [(line.place, line.text) for line in source.lines] == [
        ("Line 7", "listen to those around us."),
        ("Line 9", "ask for help"),
    ]
    assert source.address == "https://trust.example/values"


@pytest.mark.parametrize("address", [None, "", "javascript:alert(1)", "the intranet", "ftp://trust.example", "//x"])
def test_what_is_no_web_address_is_not_linked(address: str | None) -> None:
    assert present_source("Our values", address, quotes=QUOTES).address is None


def test_a_line_printed_below_is_not_said_twice() -> None:
    said = "Our page lists this under “Candour”: “listen to those around us”."
    assert leave_out_line(said, QUOTES, ending=":") == "Our page lists this under “Candour”:"
    assert leave_out_line(said, QUOTES, ending=".") == "Our page lists this under “Candour”."


def test_a_part_of_a_line_is_left_out_where_the_whole_of_it_is_printed() -> None:
    said = "Our page has this in its vision: “listen to those …”."
    assert leave_out_line(said, QUOTES, ending=":") == "Our page has this in its vision:"


def test_other_words_stay_as_they_are() -> None:
    for said in ("Our page has this in its vision: “hear everybody”.", "It says “listen to those” and more."):
        assert leave_out_line(said, QUOTES, ending=":") == said
