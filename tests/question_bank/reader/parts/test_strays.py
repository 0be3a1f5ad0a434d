"""What no part of a page has taken up is kept in a section of its own."""

from question_bank.model import Passage, Section, Value, ValuesPage
from question_bank.reader.lines.unit import split_lines
from question_bank.reader.parts.strays import keep_strays

TEXT = "Our page\n\nCandour\nWe say so.\n\nA line that nobody knows\nCANDOUR\n"


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage(words, TEXT.count("\n", 0, start) + 1, start, start + len(words))


def page(*sections: Section) -> ValuesPage:
    value = Value("Candour", 3, definition=passage("We say so."))
    return ValuesPage(TEXT, "ab12", title="Our page", values=(value,), sections=sections)


def test_a_line_that_stands_nowhere_is_kept_under_the_title() -> None:
    stray = passage("A line that nobody knows")
    assert keep_strays(page(), split_lines(TEXT)) == (Section("Our page", 6, (stray,)),)


def test_what_stands_in_a_part_or_repeats_a_name_is_no_stray() -> None:
    known = Section("More", 6, (passage("A line that nobody knows"),))
    assert keep_strays(page(known), split_lines(TEXT)) == ()
