from quizapp.web.shell.tables.downloads import csv_response


def test_a_file_is_taken_away_under_its_name_and_sent_as_it_is_made() -> None:
    response = csv_response(iter([b"a\r\n", b"b\r\n"]), name="my-team-2026-06-30")
    assert response.is_streamed
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-team-2026-06-30.csv"'
    assert response.get_data() == b"a\r\nb\r\n"
