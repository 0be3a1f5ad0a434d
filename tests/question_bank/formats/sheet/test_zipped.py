import io
import zipfile

import pytest

from question_bank.errors import FormatError
from question_bank.formats.sheet.zipped import check_zip
from question_bank.zipped import MOST_ENTRIES, MOST_UNPACKED


def archive(*parts: tuple[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packed) as opened:
        for name, content in parts:
            opened.writestr(name, content)
    return stream.getvalue()


def test_an_ordinary_archive_may_be_opened() -> None:
    check_zip(archive(("a.xml", b"<a/>" * 20_000), ("b.png", b"\x00" * 99_000)), name="file")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (archive(*((f"{number}", b"") for number in range(MOST_ENTRIES + 1))), "holds more than 2,000 parts"),
        (archive(("a.xml", b"\x00" * (MOST_UNPACKED + 1))), "unpacks to more than 50 MB"),
        (archive(("a.xml", b" " * 1_000_000)), "has a part that unpacks to over 200 times its size"),
        (archive(("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')), "a.xml: declares a document type"),
        (archive(("a.rels", "<!DOCTYPE a><a/>".encode("utf-16"))), "a.rels: is not in UTF-8"),
        (b"PK\x03\x04 and no more", "is damaged, or locked with a password"),
    ],
)
def test_an_archive_that_could_cost_too_much_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        check_zip(content, name="file")
    assert str(refusal.value).startswith("file: ")
    assert words in str(refusal.value)


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    content = archive(("a.xml", b"x" * 5_000_000), packed=zipfile.ZIP_STORED)
    lying = content.replace((5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(FormatError, match="file: is damaged"):
        check_zip(lying, name="file")
