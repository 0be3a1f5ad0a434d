"""Loading a staff file: what is printed, what is written, what is refused."""

import pytest
import sqlalchemy as sa

from quizapp.storage.db import db
from quizapp.storage.models.person import Person
from tests.support.console import STAFF, Console

LOAD = "people import {} --organisation fernbrook"
BAD = (
    "Name;E-mail;Team;Manager’s e-mail;Start date;Staff type;NI Number\n"
    "Ann Ôtis;ann@fernbrook.example;Ward 2;ben@fernbrook.example;01/06/2026;permanent;QQ\n"
    "Cy Low;cy.fernbrook.example;Ward 2;;soon;permanent;QQ\n"
    "Di Ray;ann@fernbrook.example;Ward 2;;2026-06-01;bank;QQ\n"
)


def test_what_happened_is_said_in_plain_words(console: Console) -> None:
    console.run("organisation add Fernbrook")
    answer = console.run(LOAD.format(console.write("staff.csv", STAFF)))
    assert answer.said.splitlines() == [
        "staff.csv: loaded.",
        "  3 new people",
        "  2 new teams: Matrons, Ward 1",
        "  1 team gets the managers the file names: Ward 1",
        "  1 team takes a new place in the tree",
        "  1 person has no manager",
    ]


def test_a_dry_run_says_the_same_and_writes_nothing(console: Console) -> None:
    console.run("organisation add Fernbrook")
    before = console.count_rows()
    path = console.write("staff.csv", STAFF)
    said = console.run(LOAD.format(path) + " --dry-run").said.splitlines()
    assert console.count_rows() == before
    assert (said[0], said[-1]) == ("staff.csv: this would happen.", "Dry run: nothing was loaded.")
    assert said[1:-1] == console.run(LOAD.format(path)).said.splitlines()[1:]


def test_the_same_file_twice_changes_nothing(fernbrook: Console) -> None:
    before = fernbrook.count_rows()
    said = fernbrook.run(LOAD.format(fernbrook.write("staff.csv", STAFF))).said
    assert said == "staff.csv: loaded.\n  Nothing changes.\n  3 people are unchanged\n  1 person has no manager\n"
    changed = {table for table, number in fernbrook.count_rows().items() if number != before[table]}
    assert changed == {"staff_import", "audit_entry"}


def test_every_kind_of_change_is_counted(fernbrook: Console) -> None:
    changed = (
        STAFF.replace("Asha Rahman", "Asha Lane")
        .replace("Dev Nair,dev@fernbrook.example,Ward 1", "Dev Nair,dev@fernbrook.example,Ward 3")
        .replace("2024-02-05,permanent", "2024-02-05,honorary")
    )
    said = fernbrook.run(LOAD.format(fernbrook.write("staff.csv", changed))).said
    assert "  1 name changes\n" in said
    assert "  1 person moves to another team\n" in said
    assert "  1 new post for another start date or staff type\n" in said
    assert "  1 new team: Ward 3\n" in said


def test_rejects_are_named_by_line_and_column_and_nothing_is_loaded(fernbrook: Console) -> None:
    before = fernbrook.count_rows()
    path = fernbrook.write("new.csv", BAD)
    answer = fernbrook.run(LOAD.format(path), status=1)
    assert answer.said.splitlines() == [
        "line 3, e-mail: “cy.fernbrook.example” is not an e-mail address.",
        "line 3, start date: “soon” is not a date. Write it as 2026-01-31.",
        "line 4, e-mail: ann@fernbrook.example stands on line 2 already.",
    ]
    assert answer.complained == (
        "Nothing was loaded; 2 lines of new.csv cannot be used; correct them in the file, or add --rejects FILE\n"
    )
    assert fernbrook.count_rows() == before


def test_a_rejects_file_can_be_corrected_and_loaded(fernbrook: Console) -> None:
    rejects = fernbrook.folder / "rejects.csv"
    answer = fernbrook.run(LOAD.format(fernbrook.write("new.csv", BAD)) + f" --rejects {rejects}", status=1)
    assert f"correct them in {rejects}" in answer.complained
    text = rejects.read_text(encoding="utf-8-sig")
    for wrong, right in (
        ("cy.fernbrook.example", "cy@fernbrook.example"),
        ("soon", "2026-06-02"),
        ("ann@", "di@"),
    ):
        text = text.replace(wrong, right, 1)
    rejects.write_text(text, encoding="utf-8")
    said = fernbrook.run(LOAD.format(rejects)).said
    assert "2 new people" in said
    assert "3 columns are not needed, not read and not stored: NI Number, Line in the first file, What to" in said


def test_many_rejects_are_cut_short_on_the_screen(fernbrook: Console) -> None:
    lines = "".join(f"Person {number},nowhere,Ward 1,,2026-06-01,bank\n" for number in range(60))
    answer = fernbrook.run(LOAD.format(fernbrook.write("new.csv", STAFF + lines)), status=1)
    assert answer.said.endswith("and 10 more\n")
    assert answer.said.count("is not an e-mail address") == 50


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t")])
def test_files_as_spreadsheets_save_them_load(fernbrook: Console, encoding: str, separator: str) -> None:
    text = STAFF.replace("Asha Rahman", "Zoë O’Neil").replace(",", separator).replace("\n", "\r\n")
    fernbrook.run(LOAD.format(fernbrook.write("staff.csv", text.encode(encoding))))
    with fernbrook.app.app_context():
        assert "Zoë O’Neil" in db.session.scalars(sa.select(Person.name)).all()


def test_columns_that_are_not_needed_reach_no_table(fernbrook: Console) -> None:
    heading, *lines = STAFF.splitlines()
    text = "\n".join([f"{heading},NI Number", *(f"{line},QQ123456C" for line in lines)])
    fernbrook.run(LOAD.format(fernbrook.write("staff.csv", text)))
    with fernbrook.app.app_context(), db.engine.connect() as connection:
        for table in db.metadata.sorted_tables:
            assert not any("QQ123456C" in str(row) for row in connection.execute(sa.select(table)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "The file is empty."),
        ("name,team\nAnn,Ward 1\n", "The heading names no column for: e-mail, start date, staff type."),
        (b"PK\x03\x04\x14\x00", "This is not a CSV file."),
        (STAFF + '"Eve,eve@fernbrook.example,Ward 1,,2026-06-01,bank\n', "Look for a quotation mark"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(fernbrook: Console, content: str | bytes, words: str) -> None:
    answer = fernbrook.run(LOAD.format(fernbrook.write("staff.csv", content)), status=1)
    assert answer.complained.startswith("people import, FILE: ")
    assert words in answer.complained
    assert answer.complained.count("\n") == 1


def test_a_file_that_is_not_there_is_wrong_usage(fernbrook: Console) -> None:
    assert "does not exist" in fernbrook.run(LOAD.format("nowhere.csv"), status=2).complained
