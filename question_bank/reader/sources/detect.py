"""What kind of file some bytes are, told by what stands in them and never by a name."""

import re
import zipfile
from enum import StrEnum
from io import BytesIO

from question_bank.errors import ReadError
from question_bank.reader.sources.decode import ADVICE, encoding_of
from question_bank.reader.sources.markdown import is_markdown
from question_bank.zipped import MOST_ENTRIES


class FileKind(StrEnum):
    """What is read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    WORD = "word"
    PDF = "pdf"


_HEAD = 200_000
_PDF_HEAD = 1024
_READABLE = "what is read is plain text, Markdown, HTML, Word (.docx) and PDF"
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Word or other Office file, or one with a password", "save it as .docx, without one"),
    (b"{\\rtf", "a rich-text file", "save it as .docx"),
    (b"\x89PNG", "a picture", ADVICE),
    (b"\xff\xd8\xff", "a picture", ADVICE),
    (b"GIF8", "a picture", ADVICE),
    (b"II*\x00", "a picture", ADVICE),
    (b"MM\x00*", "a picture", ADVICE),
    (b"8BPS", "a picture", ADVICE),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"PK\x05\x06", "an empty zipped file", ADVICE),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a packed file", "unpack it first"),
    (b"Rar!", "a packed file", "unpack it first"),
    (b"bplist", "a web archive of Safari", "save the page as HTML"),
    (b"MZ", "a program", ADVICE),
    (b"\x7fELF", "a program", ADVICE),
)
_ZIPPED = (
    ("word/", FileKind.WORD.value, ""),
    ("xl/", "an Excel workbook", ADVICE),
    ("ppt/", "a PowerPoint presentation", ADVICE),
    ("META-INF/container.xml", "an e-book", ADVICE),
    ("Index/", "a Pages, Numbers or Keynote file", "save it as .docx or PDF"),
    ("content.xml", "an OpenDocument file", "save it as .docx"),
)
_WEB_ARCHIVE = re.compile(rb"(?:From|MIME-Version|Subject|Snapshot-Content-Location):", re.IGNORECASE)
_PROLOG = re.compile(
    r"\s*+(?:<\?xml\b[^>]*+>\s*+)?+(?><!--(?>(?!-->).)*+-->\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*+<\?xml\b")
_KNOWN_TAG = re.compile(
    r"<(/?)(?:p|h[1-6]|li|ul|ol|dl|dt|dd|div|section|article|main|table|tbody|tr|td|th|blockquote|br|b|strong|em|i|a|span)"
    r"(?:\s[^<>]{0,2000}+|\s*+/)?+>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 3


def kind_of(content: bytes) -> FileKind:
    """The kind of a file; ReadError says what it is instead and what to do."""
    if b"%PDF-" in content[:_PDF_HEAD]:
        return FileKind.PDF
    for signature, what, remedy in _SIGNATURES:
        if content.startswith(signature):
            raise ReadError(f"is {what}; {_READABLE}; {remedy}")
    if content.startswith((b"RIFF", b"BM")) and b"\x00" in content[:16]:
        raise ReadError(f"is a picture; {_READABLE}; {ADVICE}")
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    if _WEB_ARCHIVE.match(content) and b"multipart/related" in content[:5000]:
        raise ReadError(f"is a web archive (.mhtml); {_READABLE}; save the page as HTML")
    head = _head(content)
    if _PROLOG.match(head):
        return FileKind.HTML
    if _XML.match(head):
        raise ReadError(f"is an XML file that is no web page; {_READABLE}; {ADVICE}")
    if is_markdown(head):
        return FileKind.MARKDOWN
    return FileKind.HTML if _is_part_of_page(head) else FileKind.TEXT


def _head(content: bytes) -> str:
    start = content[:_HEAD]
    encoding, mark = encoding_of(start[: _HEAD - 4])
    if encoding == "cp1252" and len(content) > _HEAD:
        encoding = "utf-8"  # a letter may have been cut in two; for telling tags either will do
    return start[len(mark) :].decode(encoding, "replace")


def _kind_of_zip(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.namelist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError) as error:
        raise ReadError(f"is a damaged Word or other zipped file; save it again, or {ADVICE}") from error
    if len(entries) > MOST_ENTRIES:
        raise ReadError(f"holds more than {MOST_ENTRIES:,} parts, too many for a Word document; {ADVICE}")
    for beginning, what, remedy in _ZIPPED:
        if any(entry.startswith(beginning) for entry in entries):
            if what == FileKind.WORD:
                return FileKind.WORD
            raise ReadError(f"is {what}; {_READABLE}; {remedy}")
    raise ReadError(f"is a zipped file; {_READABLE}; unpack it first, or {ADVICE}")


def _is_part_of_page(head: str) -> bool:
    """Whether mark-up stands throughout: a copied part of a web page, not a text with a stray angle."""
    closing = [bool(found[1]) for found in _KNOWN_TAG.finditer(head)]
    return len(closing) >= _FEWEST_TAGS and (any(closing) or len(closing) >= 2 * _FEWEST_TAGS)
