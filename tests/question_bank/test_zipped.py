"""What is too much about an archive is said before anything is unpacked."""

import zipfile
from zipfile import ZipInfo

import pytest

from question_bank.zipped import find_excess


def make_part(*, unpacked: int, packed: int) -> ZipInfo:
    part = zipfile.ZipInfo("part.xml")
    part.file_size, part.compress_size = unpacked, packed
    return part


def test_an_ordinary_document_has_no_excess() -> None:
    assert find_excess([make_part(unpacked=900_000, packed=60_000), make_part(unpacked=90_000, packed=10)]) is None
    assert find_excess([]) is None


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([make_part(unpacked=1, packed=1)] * 2_001, "holds more than 2,000 parts"),
        ([make_part(unpacked=26_000_000, packed=13_000_000)] * 2, "unpacks to more than 50 MB"),
        ([make_part(unpacked=201_000, packed=1_000)], "has a part that unpacks to over 200 times its size"),
    ],
)
def test_each_excess_is_named(parts: list[ZipInfo], words: str) -> None:
    assert find_excess(parts) == words
