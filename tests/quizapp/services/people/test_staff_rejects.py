"""Rejected lines as a file that can be corrected and loaded."""

import csv
import io

from quizapp.services.people.staff_file import read_staff_file
from quizapp.services.people.staff_rejects import write_rejects

HEADING = "Name;E-mail;Team;Start date;Staff type;Notes"
DATA = (
    f"Staff in post\n{HEADING}\n"
    "Ann Low;ann@x.example;Ward 1;2026-06-01;bank;\n"
    '"Zoë ""Z"" Ray";zoe;Ward 1;soon;bank;one; two\n'
).encode("cp1252")


def rewritten(data: bytes) -> list[list[str]]:
    text = write_rejects(data, read_staff_file(data).rejects).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_only_the_rejected_lines_come_back_with_what_is_wrong() -> None:
    heading, row = rewritten(DATA)
    assert heading == [*HEADING.split(";"), "Line in the first file", "What to correct"]
    assert row[:5] == ['Zoë "Z" Ray', "zoe", "Ward 1", "soon", "bank"]
    assert row[6] == "4"
    assert row[7].startswith("e-mail: “zoe” is not an e-mail address. start date: ")


def test_a_corrected_file_has_no_rejects() -> None:
    written = write_rejects(DATA, read_staff_file(DATA).rejects)
    corrected = written.replace(b'"zoe";', b'"zoe@x.example";').replace(b'"soon";', b'"2026-06-02";', 1)
    staff = read_staff_file(corrected)
    assert [row.name for row in staff.rows] == ['Zoë "Z" Ray']
    assert staff.rejects == ()


def test_its_own_columns_do_not_pile_up() -> None:
    written = write_rejects(DATA, read_staff_file(DATA).rejects)
    assert rewritten(written)[0] == rewritten(DATA)[0]


def test_what_looks_like_a_formula_comes_back_as_it_was() -> None:
    data = f"{HEADING}\n-Ann;nowhere;Ward 1;2026-06-01;bank;".encode()
    written = write_rejects(data, read_staff_file(data).rejects)
    assert b"'-Ann" in written
    (row,) = read_staff_file(written.replace(b"nowhere", b"ann@x.example", 1)).rows
    assert row.name == "-Ann"


def test_short_lines_are_filled_up() -> None:
    data = f"{HEADING}\nAnn;ann".encode()
    assert rewritten(data)[1][:6] == ["Ann", "ann", "", "", "", ""]
