import pytest

from question_bank.errors import ReadError
from question_bank.reader.sources.detect import FileKind, kind_of
from tests.question_bank.reader.sources.made_files import docx, zipped


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", FileKind.TEXT),
        (b"Our values\n* Candour\n* Thrift\nMore * or less\n", FileKind.TEXT),
        (b"Our values\n----------\nPatients <3 us, and a < b > c\n", FileKind.TEXT),
        (b"We use <p> tags here.\n", FileKind.TEXT),
        (b"[add some background]\n(see page 3)\nsnake_case_name and 2 ** 3 ** 4\n", FileKind.TEXT),
        (b"# Our values\n\nText\n", FileKind.MARKDOWN),
        (b"Our values\n==========\nText\n", FileKind.MARKDOWN),
        (b"Our values\n\n**Candour** - we say so\n", FileKind.MARKDOWN),
        (b"- *Candour* - we say so\n- *Thrift* - we mend\n", FileKind.MARKDOWN),
        (b"See [our plan](https://example.org/plan).\n", FileKind.MARKDOWN),
        (b"| Value | Meaning |\r\n| --- | --- |\r\n| Candour | say so |\r\n", FileKind.MARKDOWN),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>Our values", FileKind.HTML),
        (b"<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<html><p>Our values", FileKind.HTML),
        ("<HTML><p>Our values</p>".encode("utf-16"), FileKind.HTML),
        (b"<h2>Candour</h2>\n<ul><li>say so</li></ul>", FileKind.HTML),
        (b"Our values<br>Candour<br/>Thrift<br>a<br>b<br>c<br>d", FileKind.HTML),
        (b"%PDF-1.7 \x00", FileKind.PDF),
        (b"\r\n%PDF-1.4\n", FileKind.PDF),
        (docx(""), FileKind.WORD),
    ],
)
def test_a_file_is_known_by_what_stands_in_it(content: bytes, kind: FileKind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0rest", "old Word .* save it as .docx"),
        (b"{\\rtf1 x}", "rich-text .* save it as .docx"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a picture"),
        (zipped({"xl/workbook.xml": b""}), "an Excel workbook"),
        (zipped({"ppt/presentation.xml": b""}), "a PowerPoint presentation"),
        (zipped({"mimetype": b"", "content.xml": b""}), "an OpenDocument file; .* save it as .docx"),
        (zipped({"page.txt": b"Our values"}), "a zipped file; .* unpack"),
        (zipped({}), "an empty zipped file"),
        (b"PK\x03\x04rest", "damaged"),
        (b"<?xml version='1.0'?><feed/>", "an XML file"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "a web archive"),
    ],
)
def test_anything_else_is_refused_in_one_line_with_what_to_do(content: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        kind_of(content)
    message = str(caught.value)
    assert message.startswith("is ")
    assert "\n" not in message
    assert any(word in message for word in ("save", "copy", "unpack"))


def test_telling_kinds_apart_takes_no_longer_for_marks_that_never_end() -> None:
    for marks in (b"<!--", b"[", b"**a", b"|", b"# ", b"<p ", b"_a"):
        assert kind_of(b"Our values " + 100_000 * marks) in (FileKind.TEXT, FileKind.MARKDOWN)
