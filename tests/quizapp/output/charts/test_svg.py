"""SVG as text: nothing that a caller says can become an element, an attribute or a character that XML forbids."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from quizapp.output.charts.svg import element, number, words

NASTY = "</text><script>alert('x')</script> & \"quoted\" <b onload=x>"


def test_words_stay_words() -> None:
    drawn = ElementTree.fromstring(element("text", {"data-x": NASTY}, words(NASTY)))  # noqa: S314
    assert (drawn.text, drawn.attrib, len(drawn)) == (NASTY, {"data-x": NASTY}, 0)


@given(st.text())
def test_any_text_can_be_read_back(text: str) -> None:
    drawn = ElementTree.fromstring(element("g", {"id": text}, element("text", {}, words(text))))  # noqa: S314
    said = drawn[0].text or ""
    assert set(said) <= set(text) | {"\n"}
    assert all(letter in said for letter in text if letter.isalnum())


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert words("a\x00b\x0bc\ufffe") == "abc"


def test_numbers_are_short() -> None:
    assert [number(value) for value in (3, 3.04, 3.25, -0.01, -7.5)] == ["3", "3", "3.2", "0", "-7.5"]
