import pytest

from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.markdown import read_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Our values #", "Our values"),
        ("**Candour** – we say so", "Candour – we say so"),
        ("- __Candour__: we *always* _say_ so", "- Candour: we always say so"),
        ("* ***Candour***", "* Candour"),
        ("1. see [our plan](/plan 'title') and <https://example.org>", "1. see our plan and https://example.org"),
        ("![Values poster](poster.png)Text[^1]", "Text[^1]"),
        (r"2 \* 3 \# 4 \[x\]", "2 * 3 # 4 [x]"),
        ("snake_case_name, 2 * 3 * 4, a*b", "snake_case_name, 2 * 3 * 4, a*b"),
        ("> quoted\\", "quoted"),
        ("one<br>two &amp; <b>three</b>", "one\ntwo & three"),
        ("- [x] done", "- done"),
        ("use `code` ~~not~~ here", "use code  here"),
        ("[add some background]", "[add some background]"),
    ],
)
def test_marks_are_gone_and_words_stay(source: str, text: str) -> None:
    assert read_markdown(source).text == text


def test_lines_stay_where_they_are_if_the_page_leaves_room() -> None:
    source = "# Our values\n\nText that is\nwrapped\n\n* one\n    * two\n"
    assert read_markdown(source) == Extract("Our values\n\nText that is\nwrapped\n\n* one\n    * two\n")


def test_headings_get_room_and_lines_keep_their_numbers() -> None:
    source = "Our values\r\n==========\r\n## Candour\r\n- say so\r\nThrift\r\n------\r\n- mend"
    extract = read_markdown(source)
    assert extract.text == "Our values\n\nCandour\n\n- say so\n\nThrift\n\n- mend"
    assert extract.lines == (1, 1, 3, 3, 4, 4, 5, 5, 7)


def test_a_pipe_table_is_read_by_name() -> None:
    source = "| Value | Meaning |\n|:--|--|\n| **Candour** | we say so \\| today |\n| Thrift | we<br>mend |\n\nEnd"
    extract = read_markdown(source)
    assert extract.text == "Candour\n\nwe say so | today\n\nThrift\n\nwe\nmend\n\nEnd"
    assert extract.lines[-1] == 6


def test_rules_fences_references_and_front_matter_say_nothing() -> None:
    source = "---\ntitle: x\n---\na\n\n***\n```\n# kept\n```\n[a]: https://example.org\n"
    assert read_markdown(source).text.split() == ["a", "#", "kept"]
    assert read_markdown("---\nOur values\n---\n").text.split() == ["Our", "values"]


def test_a_line_that_no_person_wrote_is_left_as_it_is() -> None:
    line = "**a** " * 1_000
    assert read_markdown(line).text == line


def test_a_heading_that_is_a_picture_is_read_by_what_stands_for_it() -> None:
    assert read_markdown("## ![Candour](candour.png)").text == "Candour"
