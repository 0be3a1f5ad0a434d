from xml.etree.ElementTree import fromstring

from question_bank.reader.sources.word.styles import read_numbering, read_styles
from tests.question_bank.reader.sources.made_files import NUMBERING, W


def test_a_style_takes_over_from_the_one_it_rests_on_and_a_circle_ends() -> None:
    root = fromstring(  # noqa: S314 - written here
        f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="Title"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    styles = read_styles(root)
    assert (styles["a"].is_heading, styles["a"].list_id, styles["a"].list_level) == (True, "7", 1)
    assert read_styles(None) == {}


def test_numbers_count_on_each_level_and_begin_again_below_the_next_item() -> None:
    root = fromstring(f'<w:numbering xmlns:w="{W}">{NUMBERING}</w:numbering>')  # noqa: S314 - written here
    numbering = read_numbering(root)
    assert [numbering.mark("2", 0), numbering.mark("2", 0), numbering.mark("1", 1), numbering.mark("x", 0)] == [
        *("1.", "2.", "•", "•"),
    ]
    numbering.formats["3"] = {0: ("decimal", 1), 1: ("lowerLetter", 1), 2: ("none", 1)}
    assert [numbering.mark("3", level) for level in (0, 1, 1, 0, 1, 2)] == ["1.", "1.", "2.", "2.", "1.", ""]
