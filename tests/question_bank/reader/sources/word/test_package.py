import zipfile
from io import BytesIO

import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.word.package import Package
from tests.question_bank.reader.sources.made_files import docx, zipped

RELATION = (
    b'<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" '
    b'Target="/word/other.xml"/></Relationships>'
)


def test_the_main_part_is_the_one_the_package_names() -> None:
    assert Package(docx("")).main_part() == "word/document.xml"
    assert Package(zipped({"_rels/.rels": RELATION})).main_part() == "word/other.xml"
    assert Package(zipped({"word/document.xml": b"<x/>"})).main_part() == "word/document.xml"


def test_parts_that_a_part_refers_to_are_found_beside_it() -> None:
    styles = RELATION.replace(b'officeDocument"', b'styles"').replace(b"/word/other.xml", b"styles2.xml")
    package = Package(zipped({"word/_rels/document.xml.rels": styles}))
    assert package.related("word/document.xml") == {"styles": "word/styles2.xml"}
    assert package.parse("word/styles2.xml") is None


@pytest.mark.parametrize(
    ("part", "words"),
    [(b"<!DOCTYPE x><x/>", "document type"), (b"<x>", "damaged"), (b"", "damaged"), (b"\xff\xfe", "damaged")],
)
def test_a_part_that_is_no_plain_xml_is_refused(part: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        Package(zipped({"word/document.xml": part})).parse("word/document.xml")


def test_a_part_with_a_password_is_refused() -> None:
    content = bytearray(zipped({"word/document.xml": b"<x/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ReadError, match="password"):
        Package(bytes(content)).parse("word/document.xml")


def test_what_unpacks_to_very_much_is_refused_before_it_is_unpacked() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 1_000_000)
    with pytest.raises(ReadError, match="200 times"):
        Package(target.getvalue())
