import pytest

from question_bank.errors import FormatError
from question_bank.formats.moodle.tree import DEPTH, parse

BOMB = '<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/hostname">]><quiz>&a;</quiz>'


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<!DOCTYPE quiz><quiz/>", '<!DOCTYPE quiz SYSTEM "x.dtd"><quiz/>'])
def test_a_document_type_is_refused_before_it_means_anything(text: str) -> None:
    with pytest.raises(FormatError, match="file: declares a document type"):
        parse(text, name="file")


def test_what_is_not_xml_is_refused_with_its_place() -> None:
    with pytest.raises(FormatError, match="file: line 2, column 3: is not XML: mismatched tag"):
        parse("<quiz>\n</quit>", name="file")
    with pytest.raises(FormatError, match="is not XML: undefined entity"):
        parse("<quiz>&nbsp;</quiz>", name="file")
    with pytest.raises(FormatError, match="is not XML"):
        parse("", name="file")


def test_depth_has_an_end() -> None:
    assert parse("<a>" * DEPTH + "</a>" * DEPTH, name="file").tag == "a"
    with pytest.raises(FormatError, match="nested more than 40 deep"):
        parse("<a>" * 100_000, name="file")


def test_comments_are_kept_in_their_place() -> None:
    root = parse("<quiz><!-- one --><question/></quiz>", name="file")
    assert [child.text for child in root] == [" one ", None]
