from datetime import date

import pytest

from quizapp.services.errors import Invalid
from quizapp.services.reports.oversight.esr_file import EsrRow, fold_name, read_esr_file
from tests.question_bank.reader.sources.workbook.test_cells import workbook

TODAY = date(2026, 6, 30)
VALUES = "000|Our values"


def read(text: str, *, competence: str | None = VALUES) -> tuple[EsrRow, ...]:
    return read_esr_file(text.encode(), competence=competence, on=TODAY).rows


def test_dates_and_words_both_say_what_was_achieved() -> None:
    rows = read(
        "E-mail,Status\n"
        "a@x.example,Achieved\nb@x.example,Not achieved\nC@X.example,30-Jun-2026\n"
        "d@x.example,\ne@x.example,01/07/2026\nf@x.example,20250630\n"
    )
    assert [(row.email[0], row.achieved, row.on) for row in rows] == [
        ("a", True, None),
        ("b", False, None),
        ("c", True, TODAY),
        ("d", False, None),
        ("e", False, None),
        ("f", True, date(2025, 6, 30)),
    ]


def test_what_has_run_out_is_not_held_and_what_ends_in_4712_never_does() -> None:
    rows = read(
        "Email Address,Date from,Date to\n"
        "a@x.example,2025-01-01,2026-06-29\nb@x.example,2025-01-01,2026-06-30\n"
        "c@x.example,2025-01-01,31-DEC-4712\nd@x.example,2025-01-01,47121231\ne@x.example,2025-01-01,\n"
    )
    assert [row.achieved for row in rows] == [False, True, True, True, True]


def test_a_person_with_several_posts_counts_once_with_the_newest_date() -> None:
    rows = read(
        'Name,Achieved\nAsha Rahman,2025-01-01\n"Rahman, Asha (Mrs)",2026-01-01\nBen Okafor,no\nBEN OKAFOR,yes\n'
    )
    assert rows == (
        EsrRow(2, "Asha Rahman", "", achieved=True, on=date(2026, 1, 1)),
        EsrRow(4, "Ben Okafor", "", achieved=True, on=None),
    )


def test_names_are_compared_without_titles_order_and_case() -> None:
    assert fold_name("RAHMAN, Asha (Dr)") == fold_name("Dr Asha Rahman") == "asha rahman"
    assert fold_name("Nia O'Neill") == fold_name("O'NEILL, Nia")


def test_columns_may_stand_anywhere_below_a_title_and_others_are_named_and_dropped() -> None:
    data = (
        "Compliance by person\nRun on 30-Jun-2026\n\n"
        "NI Number;Surname;First Name;Date of Birth;COMPETENCE_NAME;Competence Achieved;Ethnic Origin\n"
        f"QQ123456C;Rahman;Asha;1990-01-01;{VALUES};2026-05-01;A\n"
        "QQ123456C;Rahman;Asha;1990-01-01;Fire safety;2026-06-01;A\n"
    )
    file = read_esr_file(data.encode("cp1252"), competence=VALUES, on=TODAY)
    assert file.rows == (EsrRow(5, "Asha Rahman", "", achieved=True, on=date(2026, 5, 1)),)
    assert file.ignored_columns == ("NI Number", "Date of Birth", "Ethnic Origin")


def test_a_word_and_a_day_in_two_columns_are_both_read() -> None:
    data = (
        b"Name,Competence Achieved,Date Achieved\n"
        b"Asha,Achieved,2026-05-01\nBen,Not achieved,2026-05-01\nCai,,2026-05-01\nDee,Achieved,\nEve,Achieved,soon\n"
    )
    file = read_esr_file(data, competence=None, on=TODAY)
    day = date(2026, 5, 1)
    assert [(row.name, row.achieved, row.on) for row in file.rows] == [
        ("Asha", True, day),
        ("Ben", False, None),
        ("Cai", True, day),
        ("Dee", True, None),
    ]
    assert [(one.line, one.column) for one in file.unread] == [(6, "on")]
    assert file.ignored_columns == ()


@pytest.mark.parametrize("cell", ["(" * 100_000, "x" * 201])
def test_a_cell_longer_than_any_name_is_not_looked_into(cell: str) -> None:
    file = read_esr_file(f"Name,Status\n{cell},yes\nCai,yes\n".encode(), competence=None, on=TODAY)
    assert [(one.line, one.reason) for one in file.unread] == [(2, "The cell is longer than 200 characters.")]
    assert [row.name for row in file.rows] == ["Cai"]


def test_an_excel_file_says_the_same() -> None:
    content = workbook([["ESR"], ["E-mail", "Date achieved"], ["a@x.example", TODAY], ["b@x.example", None]])
    rows = read_esr_file(content, competence=None, on=TODAY).rows
    assert [(row.line, row.achieved, row.on) for row in rows] == [(3, True, TODAY), (4, False, None)]


def test_a_line_that_says_nothing_we_can_use_is_named_with_its_reason() -> None:
    file = read_esr_file(
        b"Name,Status,Expiry date\n,yes,\nAsha,purple,\nBen,yes,soon\nCai,yes,\n", competence=None, on=TODAY
    )
    assert [(one.line, one.column) for one in file.unread] == [(2, "name"), (3, "achieved"), (4, "until")]
    assert [row.name for row in file.rows] == ["Cai"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Name,Team\nAsha,Ward 1\n", "what was achieved"),
        (b"Surname,Achieved\nRahman,yes\n", "the person"),
        (b"Name,Competence,Achieved\nAsha,Fire,yes\nAsha,Lifting,yes\n", "2 competences"),
        (b"Name,Status" + b",x" * 200, "200 columns"),
        (b"PK\x03\x04 torn", "Excel file"),
        (b"\xd0\xcf\x11\xe0\x00\x00", "CSV"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_is_missing(data: bytes, words: str) -> None:
    with pytest.raises(Invalid, match=words) as refusal:
        read_esr_file(data, competence=None, on=TODAY)
    assert refusal.value.field == "file"


def test_a_file_about_something_else_names_what_it_has() -> None:
    with pytest.raises(Invalid, match="“Fire safety”"):
        read("Name,Competence,Achieved\nAsha,Fire safety,yes\n")
