from question_bank.model import Concern, ConcernKind
from question_bank.reader import read_text
from question_bank.reader.numbering import count_in_file
from tests.question_bank.reader.reading import read

PAGE = """
    Our vision

    Nobody waits alone.

    Our values

    Candour – we say so
    Thrift – we mend
      • swap

    Our aims
    To grow.
    """


def test_every_line_counts_in_the_file() -> None:
    page = read(PAGE)
    lines = tuple(100 + number for number in range(len(page.text.splitlines())))
    moved = count_in_file(page, lines)
    assert moved.vision is not None
    assert moved.vision.line == 102
    assert [value.line for value in moved.values] == [value.line + 99 for value in page.values]
    assert [section.line for section in moved.sections] == [section.line + 99 for section in page.sections]
    assert [concern.line for concern in moved.concerns] == [concern.line + 99 for concern in page.concerns]
    assert moved.line_at(moved.text.index("Thrift")) == 107
    assert moved.text_on(107) == ("Thrift – we mend\n",)


def test_many_lines_of_the_text_may_stand_on_one_of_the_file() -> None:
    page = count_in_file(read_text("a\nb\nc"), (1, 1, 4))
    assert (page.text_lines(1), page.text_lines(2), page.text_lines(4)) == ((1, 2), (), (3,))
    assert read_text("a\nb").text_lines(3) == ()


def test_a_message_speaks_of_lines_of_the_file_and_quotes_as_it_stands() -> None:
    concern = Concern(ConcernKind.FRAGMENT, 2, "Line 2 says “see line 3” and line 3 does not.")
    page = read("a\nb\nc")
    moved = count_in_file(type(page)(text=page.text, sha256="", concerns=(concern,)), (10, 20, 30))
    assert moved.concerns == (Concern(ConcernKind.FRAGMENT, 20, "Line 20 says “see line 3” and line 30 does not."),)
