import pytest

from quizapp.web.items.page_lines import passage_lines, present_lines

PAGE = """Our values

• act with integrity  and
  own what we do
• listen
Last line"""


@pytest.mark.parametrize(
    ("citation", "lines"),
    [
        ((1, "Our values"), [1]),
        ((3, "act with integrity and own what we do"), [3, 4]),
        ((3, "act with integrity"), [3]),
        ((5, "listen"), [5]),
        ((5, "listen Last line"), [5, 6]),
        ((6, "words that are nowhere"), [6]),
        ((99, "beyond the end"), [99]),
    ],
)
def test_a_passage_covers_the_lines_its_words_stand_on(citation: tuple[int, str], lines: list[int]) -> None:
    assert list(passage_lines(PAGE.splitlines(), citation)) == lines


def test_lines_keep_their_numbers_and_only_cited_ones_are_marked() -> None:
    lines = present_lines(PAGE, [(3, "act with integrity and own what we do")])
    assert [line.number for line in lines if line.cited] == [3, 4]
    assert [line.anchor for line in lines] == [f"line-{number}" for number in range(1, 7)]
    assert (lines[1].text, lines[2].text) == ("", "• act with integrity and")


def test_a_page_without_questions_has_no_marks() -> None:
    assert not any(line.cited for line in present_lines(PAGE, []))
