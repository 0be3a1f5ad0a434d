import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.errors import FormatError
from question_bank.formats.sheet.csv_file import is_csv, read_csv, write_csv
from question_bank.model import Item, Kind
from tests.question_bank.formats.banks import ALL_KINDS, bank_of, item_of

FORMULAS = ("=1+1", "+1", "-1", "@a", "\t=1", " =1", "\n=1", "'=1", "''+1", "＝1", '=HYPERLINK("a")')


def there_and_back(item: Item) -> Item:
    return read_csv(write_csv(bank_of(item)).content, name="file").bank.items[0]


def cells(item: Item) -> list[str]:
    text = write_csv(bank_of(item)).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula_and_none_is_changed_by_that(text: str) -> None:
    item = replace(item_of(Kind.SINGLE), stem=text)
    assert f"'{text}" in cells(item)
    assert there_and_back(item) == item


@given(st.text(alphabet="'=+-@\t\r\n ＝a", max_size=6))
def test_any_cell_begins_like_a_text(text: str) -> None:
    item = replace(item_of(Kind.SINGLE), stem=f"{text}?")
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in cells(item))
    assert there_and_back(item) == item


def test_an_apostrophe_in_words_stays() -> None:
    item = replace(item_of(Kind.SINGLE), stem="'Respect' is ours, isn't it?")
    assert item.stem in cells(item)
    assert there_and_back(item) == item


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_other_spreadsheets_are_read(delimiter: str, encoding: str) -> None:
    rows = list(csv.reader(io.StringIO(write_csv(bank_of(*ALL_KINDS)).content.decode("utf-8-sig"), newline="")))
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text = table.getvalue() + delimiter * 3 + "\n"
    assert read_csv(text.encode(encoding), name="file").bank.items == ALL_KINDS
    assert read_csv(f"sep={delimiter}\r\n{text}".encode(encoding), name="file").bank.items == ALL_KINDS
    assert is_csv(text)


def test_the_file_opens_in_a_spreadsheet_as_utf_8() -> None:
    content = write_csv(bank_of(*ALL_KINDS)).content
    assert content.startswith("\ufeffid,kind,".encode())
    assert content.endswith(b"\r\n")


def test_a_quotation_mark_out_of_place_is_refused_with_its_line() -> None:
    text = 'kind,question\nsingle,Which?\nsingle,"Wh"o"?'
    with pytest.raises(FormatError, match="file: line 3: is not CSV"):
        read_csv(text.encode(), name="file")


def test_other_text_is_no_table() -> None:
    assert not is_csv("A kind question, is it?{T}")
    assert not is_csv("")
