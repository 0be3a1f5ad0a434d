import datetime
import io
from dataclasses import replace

import openpyxl
import pytest

from question_bank.errors import FormatError
from question_bank.formats.sheet.xlsx_file import CELL, COLUMNS, ROWS, read_xlsx, write_xlsx
from question_bank.model import Item, Kind, Option
from tests.question_bank.formats.banks import ALL_KINDS, bank_of, item_of

HEADINGS: list[object] = ["kind", "question", "option 1", "right 1", "option 2", "right 2", "value"]


def there_and_back(item: Item) -> Item:
    return read_xlsx(write_xlsx(bank_of(item)).content, name="file").bank.items[0]


def workbook(*rows: list[object], title: str = "Sheet", before: list[list[object]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in before or ():
        sheet.append(row)
    if before:
        sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "@a", "007", "1e5", "TRUE", "https://example.org", " a ", "a\r\nb\rc", "\x00\x0b\ufffe", "😀"),
        *("_x000D_", "x005F_", "_x005F_x0041_", "\\x000d;", "\\\\x0041;", "#N/A", "2026-01-31", "a\tb\n"),
    ],
)
def test_every_cell_is_text_and_comes_back_as_it_was(text: str) -> None:
    item = replace(item_of(Kind.SINGLE), stem=text, options=(Option(text, True, text), Option("b", False, text)))
    assert there_and_back(item) == item


def test_nothing_in_the_book_is_a_formula_or_a_link() -> None:
    item = replace(item_of(Kind.SINGLE), stem="=1+1", options=(Option("https://example.org", True, "=A1"),))
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(bank_of(item)).content))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_the_sheet_has_lists_where_only_some_words_are_allowed() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(bank_of(*ALL_KINDS)).content)).worksheets[0]
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"single,multiple,matching,gap,true_false"' in lists
    assert '"right,wrong"' in lists
    assert sheet.freeze_panes == "B2"


def test_cells_that_a_spreadsheet_has_made_its_own_are_read_as_shown() -> None:
    day = datetime.datetime(2026, 1, 31)
    row: list[object] = ["single", "Which?", 5, True, 2.5, "no", day]
    item = read_xlsx(workbook(HEADINGS, row), name="file").bank.items[0]
    assert [(option.text, option.correct) for option in item.options] == [("5", True), ("2.5", False)]
    assert item.value == "2026-01-31"


def test_a_formula_is_read_as_its_text() -> None:
    item = read_xlsx(workbook(HEADINGS, ["single", "=1+1", "a", "x", "b"]), name="file").bank.items[0]
    assert item.stem == "=1+1"


def test_the_sheet_with_our_headings_is_read_whichever_it_is() -> None:
    row: list[object] = ["single", "Which?", "a", "x", "b"]
    content = workbook(HEADINGS, row, before=[["Notes"], ["for us"]])
    assert len(read_xlsx(content, name="file").bank.items) == 1
    with pytest.raises(FormatError, match="file: row 1: has no column “kind”"):
        read_xlsx(workbook(["Notes"]), name="file")


def test_more_than_a_cell_holds_is_refused() -> None:
    long = replace(item_of(Kind.SINGLE), stem="x" * (CELL + 1))
    with pytest.raises(
        FormatError, match="single-1: “question” has 32768 characters; a cell of a workbook holds 32767"
    ):
        write_xlsx(bank_of(long))
    assert there_and_back(replace(long, stem="x" * CELL)).stem == "x" * CELL


def test_a_table_of_another_size_than_any_bank_is_refused() -> None:
    far: list[object] = [None] * COLUMNS
    with pytest.raises(FormatError, match="file: row 2: a table may have 20000 rows and 500 columns"):
        read_xlsx(workbook(HEADINGS, [*far, "x"]), name="file")
    many: list[list[object]] = [["single"] for _ in range(ROWS)]
    with pytest.raises(FormatError, match="file: row 20001: a table may have"):
        read_xlsx(workbook(HEADINGS, *many), name="file")


def test_a_workbook_that_is_none_is_refused() -> None:
    content = workbook(HEADINGS)
    for broken in (content[:-40], content.replace(b"xl/workbook.xml", b"xl/workbonk.xml")):
        with pytest.raises(FormatError, match=r"file: is (damaged|not a workbook)"):
            read_xlsx(broken, name="file")
