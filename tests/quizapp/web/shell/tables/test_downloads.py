from collections.abc import Iterator

import pytest
from flask import Blueprint, Flask

from quizapp.services.reports.exports import FileKind
from quizapp.web.shell.tables.downloads import BYTES_AT_A_TIME, file_paths, file_response, file_routes, offer_files

PATHS = {kind: f"/team.{kind}" for kind in FileKind}


def test_a_file_is_taken_away_under_its_name_and_sent_as_it_is_made() -> None:
    response = file_response(iter([b"a\r\n", b"b\r\n"]), kind=FileKind.CSV, name="my-team-2026-06-30")
    assert response.is_streamed
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-team-2026-06-30.csv"'
    assert response.get_data() == b"a\r\nb\r\n"


@pytest.mark.parametrize(("kind", "ending"), [(FileKind.XLSX, "sheet"), (FileKind.JSON, "json")])
def test_each_kind_of_file_says_what_it_is(kind: FileKind, ending: str) -> None:
    response = file_response(iter([]), kind=kind, name="list")
    assert response.headers["Content-Type"].endswith(ending)
    assert response.headers["Content-Disposition"] == f'attachment; filename="list.{kind}"'


def test_a_long_file_goes_out_in_large_pieces_as_it_is_made() -> None:
    made = []

    def make() -> Iterator[bytes]:
        for number in range(10_000):
            made.append(number)
            yield b"%06d\r\n" % number

    response = file_response(make(), kind=FileKind.CSV, name="list")
    pieces = response.iter_encoded()
    first = next(pieces)
    assert len(first) == BYTES_AT_A_TIME
    assert len(made) == BYTES_AT_A_TIME // 8
    assert b"".join([first, *pieces]) == b"".join(b"%06d\r\n" % number for number in range(10_000))


def test_a_report_has_a_route_for_each_kind_of_file() -> None:
    app, bp = Flask("files"), Blueprint("team", "team")

    @file_routes(bp, "/team")
    def download(kind: FileKind) -> str:
        return f"as {kind.name}"

    app.register_blueprint(bp)
    with app.test_request_context():
        assert file_paths("team.download") == PATHS
    answers = {kind: app.test_client().get(path).get_data(as_text=True) for kind, path in PATHS.items()}
    assert answers == {kind: f"as {kind.name}" for kind in FileKind}
    assert app.test_client().get("/team.pdf").status_code == 404


def test_a_file_is_not_made_for_its_head_alone() -> None:
    app, bp, made = Flask("files"), Blueprint("team", "team"), []

    @file_routes(bp, "/team")
    def download(kind: FileKind) -> str:
        made.append(kind)
        return ""

    app.register_blueprint(bp)
    for path in PATHS.values():
        answer = app.test_client().head(path)
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET")
    assert made == []
    assert app.test_client().get(PATHS[FileKind.CSV]).status_code == 200
    assert made == [FileKind.CSV]


def test_a_page_offers_what_it_shows_as_each_kind_of_file() -> None:
    offered = offer_files(PATHS, {"quiz": "3", "team": ""}, rows=100_000)
    assert [(link.text, link.href) for link in offered.links] == [
        ("CSV file", "/team.csv?quiz=3"),
        ("Excel file", "/team.xlsx?quiz=3"),
        ("JSON file", "/team.json?quiz=3"),
    ]
    assert (offered.what, offered.note) == ("list", "")


def test_a_list_too_long_for_excel_says_why_there_is_no_such_file() -> None:
    offered = offer_files(PATHS, {}, rows=100_001, what="table")
    assert [link.text for link in offered.links] == ["CSV file", "JSON file"]
    assert offered.note == "An Excel file holds up to 100,000 rows here. This table has 100,001."
