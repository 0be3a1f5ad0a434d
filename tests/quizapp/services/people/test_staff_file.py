"""Rows and rejects of a staff file."""

from datetime import date

import pytest

from quizapp.assessment.population import StaffType
from quizapp.services.errors import Invalid
from quizapp.services.people.staff_file import StaffFile, read_staff_file

HEADING = "name,e-mail,team,manager's e-mail,start date,staff type"
ANN = "Ann Low,ann@x.example,Ward 1,ben@x.example,2026-06-01,permanent"


def read(*lines: str) -> StaffFile:
    return read_staff_file("\n".join(lines).encode())


def reasons(*lines: str) -> list[tuple[int, str, str]]:
    return [(reject.line, reject.column, reject.reason) for reject in read(*lines).rejects]


def test_a_line_becomes_a_row() -> None:
    (row,) = read(HEADING, ANN).rows
    assert (row.line, row.name, row.email, row.team) == (2, "Ann Low", "ann@x.example", "Ward 1")
    assert (row.manager_email, row.start_date, row.staff_type) == ("ben@x.example", date(2026, 6, 1), "permanent")


def test_headings_go_by_several_names_in_any_order() -> None:
    staff = read(
        "Assignment Category,Line Manager Email,FULL NAME,Hire_Date,Department,Email  Address",
        "Bank,ben@x.example,Ann Low,2026-06-01,Ward 1,ann@x.example",
    )
    assert [row.staff_type for row in staff.rows] == [StaffType.BANK]
    assert (staff.rejects, staff.ignored_columns) == ((), ())


def test_columns_that_are_not_needed_are_named() -> None:
    staff = read(f"{HEADING},NI Number,,Date of  Birth", f"{ANN},QQ,,1970")
    assert staff.ignored_columns == ("NI Number", "Date of Birth")


def test_of_two_columns_for_one_field_the_plainer_heading_counts() -> None:
    staff = read(f"Employee name,{HEADING}", f"LOW Ann,{ANN}")
    assert [row.name for row in staff.rows] == ["Ann Low"]
    assert staff.ignored_columns == ("Employee name",)


def test_a_missing_column_is_said_with_its_name() -> None:
    with pytest.raises(Invalid, match=r"names no column for: team, start date\.") as caught:
        read("name,e-mail,staff type", "Ann,ann@x.example,bank")
    assert caught.value.field == "file"


def test_the_managers_column_may_be_left_out() -> None:
    (row,) = read("name,e-mail,team,start date,staff type", "Ann,ann@x.example,Ward 1,2026-06-01,bank").rows
    assert row.manager_email is None


def test_cells_are_folded_and_addresses_are_lower_case() -> None:
    (row,) = read(HEADING, " Ann\u00a0 Low ,Ann@X.example, Ward  1 ,BEN@x.example, 2026-06-01 , Fixed  Term ").rows
    assert (row.name, row.email, row.team, row.manager_email) == ("Ann Low", "ann@x.example", "Ward 1", "ben@x.example")
    assert row.staff_type is StaffType.FIXED_TERM


@pytest.mark.parametrize(
    "text",
    [
        *("2026-06-01", "01/06/2026", "1/6/2026", "01-Jun-2026", "01-JUN-2026", "1 June 2026", "1 Jun 2026"),
        *("20260601", "2026-06-01 00:00:00", "2026-06-01T00:00:00.000", "01/06/2026 00:00"),
    ],
)
def test_dates_are_read_as_they_are_written_in_britain(text: str) -> None:
    (row,) = read(HEADING, ANN.replace("2026-06-01", text)).rows
    assert row.start_date == date(2026, 6, 1)


@pytest.mark.parametrize(
    "text", ["", "soon", "06/31/2026", "2026-02-30", "1/6/26", "46174", "2026611", "31/12/4712", "1900-01-01"]
)
def test_what_is_no_day_of_this_time_is_rejected(text: str) -> None:
    assert reasons(HEADING, ANN.replace("2026-06-01", text)) == [
        (2, "start date", f"“{text}” is not a date. Write it as 2026-01-31.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("", "ann", "ann@x", "@x.example", "ann@", "ann@x.example@y.example", "an n@x.example", "ann@x.\u200bexample"),
        *("an;n@x.example", "an..n@x.example", "ann.@x.example", ".ann@x.example", "<ann@x.example>", "zoë@x.example"),
    ],
)
def test_what_is_no_address_is_rejected(text: str) -> None:
    ((line, column, _),) = reasons(HEADING, ANN.replace("ann@x.example", text))
    assert (line, column) == (2, "e-mail")


def test_an_address_of_a_manager_is_looked_at_too() -> None:
    assert reasons(HEADING, ANN.replace("ben@x.example", "ben")) == [
        (2, "manager's e-mail", "“ben” is not an e-mail address.")
    ]


def test_every_fault_of_a_line_is_named() -> None:
    found = reasons(HEADING, ",nowhere,,,soon,casual")
    assert [column for _, column, _ in found] == ["name", "e-mail", "team", "start date", "staff type"]
    assert found[-1][2].startswith("“casual” is not one of: permanent, fixed-term, bank")


def test_a_line_that_ends_early_is_rejected_where_it_ends() -> None:
    assert [column for _, column, _ in reasons(HEADING, "Ann,ann@x.example,Ward 1")] == ["start date", "staff type"]


@pytest.mark.parametrize("field", ["Ann Low", "Ward 1"])
def test_a_text_that_does_not_fit_is_rejected(field: str) -> None:
    ((_, _, reason),) = reasons(HEADING, ANN.replace(field, "x" * 201))
    assert reason == "It has 201 characters. Use 200 or fewer."


def test_a_letter_that_could_not_be_read_is_rejected() -> None:
    data = f"{HEADING}\n{ANN}".encode("cp1252").replace(b"Ann", b"Zo\x81")
    ((column, reason),) = [(reject.column, reject.reason) for reject in read_staff_file(data).rejects]
    assert (column, "CSV UTF-8" in reason) == ("name", True)


def test_a_twin_is_rejected_and_the_first_one_named() -> None:
    assert reasons(HEADING, ANN, ANN.replace("ann@", "ANN@")) == [
        (3, "e-mail", "ann@x.example stands on line 2 already.")
    ]


def test_addresses_of_rejected_lines_are_known() -> None:
    staff = read(HEADING, ANN.replace("2026-06-01", "soon"))
    assert (staff.rows, staff.addresses) == ((), frozenset({"ann@x.example"}))


def test_empty_lines_are_no_people() -> None:
    staff = read(HEADING, "", ",,,,,", ANN, "")
    assert [row.line for row in staff.rows] == [4]
    assert staff.rejects == ()


def test_locums_are_fixed_term() -> None:
    (row,) = read(HEADING, ANN.replace("permanent", "Locum")).rows
    assert row.staff_type is StaffType.FIXED_TERM


def test_a_character_that_cannot_be_printed_is_no_part_of_a_name() -> None:
    assert reasons(HEADING, ANN.replace("Ann Low", "\x1b[2JAnn\x07")) == [
        (2, "name", "It has a character that cannot be printed.")
    ]
