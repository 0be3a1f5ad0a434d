"""Every format gives back what it was given, is known by its content, and is refused in one line."""

import contextlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import NOTHING_KNOWN
from question_bank.formats.registry import (
    FORMATS,
    Format,
    format_by_ending,
    format_named,
    format_of,
    read_bank,
    write_bank,
)
from question_bank.formats.transfer import LARGEST
from question_bank.model import Bank
from tests.question_bank.build import shipped_bank
from tests.question_bank.formats.banks import ALL_KINDS, any_bank, bank_of

TABLES = ("csv", "xlsx")
every_format = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)


def there_and_back(bank: Bank, known: Format) -> Bank:
    return read_bank(write_bank(bank, to=known).content, name="file", known=known).bank


def as_carried(bank: Bank, known: Format) -> Bank:
    """The bank as the format can hold it: tables have only its items."""
    return Bank(None, "", bank.items, NOTHING_KNOWN) if known.name in TABLES else bank


@every_format
def test_an_item_of_each_kind_comes_back_whole(known: Format) -> None:
    bank = bank_of(*ALL_KINDS)
    assert there_and_back(bank, known) == as_carried(bank, known)
    assert read_bank(write_bank(bank, to=known).content, name="file", known=known).notes == ()


@every_format
@given(bank=any_bank())
def test_any_bank_comes_back_whole(known: Format, bank: Bank) -> None:
    assert there_and_back(bank, known) == as_carried(bank, known)


@pytest.mark.parametrize("name", ["nhs-somerset", "mersey-care"])
@every_format
def test_the_bank_of_a_shipped_page_comes_back_whole(known: Format, name: str) -> None:
    bank = shipped_bank(name, organisation="The Trust")
    assert there_and_back(bank, known) == as_carried(bank, known)
    items = [replace(item, id=f"other-{item.id}") for item in bank.items]
    assert there_and_back(replace(bank, items=tuple(items)), known).items == tuple(items)


@every_format
def test_the_same_bank_is_the_same_file(known: Format) -> None:
    bank = bank_of(*ALL_KINDS)
    assert write_bank(bank, to=known).content == write_bank(bank, to=known).content


@every_format
@pytest.mark.parametrize("name", ["bank", "bank.dat", "bank.json", "bank.xml"])
def test_a_file_is_known_by_its_content_whatever_it_is_called(known: Format, name: str) -> None:
    content = write_bank(bank_of(*ALL_KINDS), to=known).content
    assert format_of(content, name=name) == known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[html]Which?{=a ~b}", "gift"),
        ('\n [{"id": "a"}]', "json"),
        ("\ufeff<quiz></quiz>", "moodle"),
        ("sep=;\nkind;question\n", "csv"),
        ("Kind\tQuestion\n", "csv"),
        ("A kind question, is it?{T}", "gift"),
    ],
)
def test_what_a_text_begins_with_says_what_it_is(text: str, name: str) -> None:
    assert format_of(text.encode(), name="file").name == name


def test_a_name_or_an_ending_names_a_format() -> None:
    assert {format_by_ending(f"a/B{ending.upper()}").name for known in FORMATS for ending in known.endings} == {
        known.name for known in FORMATS
    }
    assert format_named("GIFT").name == "gift"
    with pytest.raises(FormatError, match=r"bank\.doc: its ending names no format; known are \.json, \.gift"):
        format_by_ending("bank.doc")
    with pytest.raises(FormatError, match="qti: is no format; known are json"):
        format_named("qti")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file: is empty"),
        (b" \n ", "file: is empty"),
        (b"x" * (LARGEST + 1), "file: is over 10 MB; split it"),
        (b"What is this?", "file: holds no question that can be used; line 1: was left out: it asks nothing"),
        (b"caf\xe9 \x81", "file: byte 6 is not text; save the file as UTF-8"),
        (b"PK\x03\x04", "file: is damaged, or locked"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(content: bytes, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        read_bank(content, name="file")
    assert str(refusal.value).startswith(words)
    assert "\n" not in str(refusal.value)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_a_bank_or_are_refused(content: bytes) -> None:
    for known in (None, *FORMATS):
        with contextlib.suppress(FormatError):
            assert all(item.id for item in read_bank(content, name="file", known=known).bank.items)


def test_what_the_program_behind_a_format_does_not_show_is_said_first() -> None:
    notes = {known.name: write_bank(bank_of(*ALL_KINDS), to=known).notes for known in FORMATS}
    assert notes["json"] == ()
    assert notes["gift"] == notes["moodle"]
    assert "proofs" in notes["gift"][0]
    homeless = "the organisation, the page's fingerprint, the capacity, the findings on the bank as a whole"
    assert notes["csv"] == notes["xlsx"] == (f"a table has no place for {homeless}",)
