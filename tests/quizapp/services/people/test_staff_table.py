"""CSV files as spreadsheets write them."""

import pytest

from quizapp.services.errors import Invalid
from quizapp.services.people.staff_table import read_table


def is_heading(cells: list[str]) -> bool:
    return "name" in [cell.strip().lower() for cell in cells]


def rows_of(data: bytes) -> list[tuple[int, list[str]]]:
    return list(read_table(data, is_heading=is_heading).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_spreadsheets_write_are_read(encoding: str) -> None:
    bom = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    data = bom + "name,team\nZoë O’Neil,Café".encode(encoding)
    assert rows_of(data) == [(2, ["Zoë O’Neil", "Café"])]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separators_spreadsheets_write_are_found(separator: str) -> None:
    data = f'name{separator}team\n"Low, Ann; Dr"{separator}Ward 1\n'.encode()
    table = read_table(data, is_heading=is_heading)
    assert table.separator == separator
    assert table.rows == ((2, ["Low, Ann; Dr", "Ward 1"]),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_one(end: str) -> None:
    assert rows_of(end.join(["name,team", "Ann,A", "Ben,B"]).encode()) == [(2, ["Ann", "A"]), (3, ["Ben", "B"])]


def test_lines_above_the_heading_are_passed_over() -> None:
    data = b"Staff in post\n\nPrinted 1 June 2026,,\nname,team\nAnn,A\n"
    assert rows_of(data) == [(5, ["Ann", "A"])]


def test_the_separator_may_be_announced() -> None:
    assert rows_of(b"sep=;\nname;team\nAnn;A,B\n") == [(3, ["Ann", "A,B"])]


def test_lines_count_in_the_file_also_behind_a_cell_of_two_lines() -> None:
    assert rows_of(b'name,team\n"Ann\nLow",A\n\n,\nBen,B\n') == [(2, ["Ann\nLow", "A"]), (6, ["Ben", "B"])]


def test_without_a_heading_the_first_line_is_taken_for_it() -> None:
    table = read_table(b"\nAnn;A\nBen;B\n", is_heading=is_heading)
    assert (table.heading, table.rows) == (["Ann", "A"], ((3, ["Ben", "B"]),))


def test_a_quotation_mark_left_open_swallows_nobody() -> None:
    with pytest.raises(Invalid, match=r"Line 3 cannot be read as CSV .* not closed\."):
        rows_of(b'name,team\nAnn,A\n"Ben,B\nCy,C\n')


def test_an_inch_mark_inside_a_cell_is_no_quotation_mark() -> None:
    assert rows_of(b'name,team\nAnn,12" screens\n') == [(2, ["Ann", '12" screens'])]


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"," * 5000, b';"";\n; ;\n', b"\t\n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match="empty"):
        rows_of(data)


@pytest.mark.parametrize("data", [b"PK\x03\x04workbook", b"\xd0\xcf\x11\xe0\x00\x00", "name,team".encode("utf-16-le")])
def test_what_is_no_csv_is_refused(data: bytes) -> None:
    with pytest.raises(Invalid, match="Save the sheet as CSV"):
        rows_of(data)


def test_half_a_character_at_the_end_is_no_crash() -> None:
    assert rows_of("name\nAnn".encode("utf-16") + b"\x41") == [(2, ["Ann\ufffd"])]


@pytest.mark.parametrize("broken", [b"Fran\xe7ois", b"cut \xc3", b"\xed\xa0\x80"])
def test_a_file_that_mixes_two_ways_of_writing_is_refused_rather_than_garbled(broken: bytes) -> None:
    data = "name,team\nJosé García,Ward 1\n".encode() + broken + b",Ward 2\n"
    with pytest.raises(Invalid, match="mixes two ways of writing letters"):
        rows_of(data)
