import pytest

from quizapp.services.errors import NotFound
from quizapp.services.reports.pictures import Bar, BarChart, Caption
from quizapp.web.shell.measures.charts import present_chart, svg_response

CHART = BarChart(Caption("All teams", "Two bars", "Fernbrook"), "Passed", (Bar("Ward 1", 80.0, "80.0% (8 of 10)"),))


def test_a_chart_has_a_drawing_for_each_size_with_ids_of_their_own() -> None:
    figure = present_chart(CHART, name="teams", file="/teams.svg")
    assert (figure.title, figure.file) == ("All teams", "/teams.svg")
    assert 'id="teams-wide-title"' in figure.wide
    assert 'id="teams-narrow-title"' in figure.narrow


def test_the_file_is_a_picture_to_take_away() -> None:
    response = svg_response(CHART, name="teams-2026-06-30")
    assert response.mimetype == "image/svg+xml"
    assert response.headers["Content-Disposition"] == 'attachment; filename="teams-2026-06-30.svg"'
    assert b"All teams</text>" in response.get_data()


def test_without_a_chart_there_is_no_file() -> None:
    with pytest.raises(NotFound):
        svg_response(None, name="teams")
