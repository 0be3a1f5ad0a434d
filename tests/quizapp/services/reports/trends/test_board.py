"""The board's parts agree on quiz and day."""

from datetime import date

from flask import Flask

from quizapp.services.reports.trends.board import report_to_board
from tests.builders import NOW, set_the_scene


def test_the_parts_are_of_one_quiz_and_one_day(record: Flask) -> None:
    scene = set_the_scene()
    found = report_to_board(scene.operator, now=NOW)
    assert found.report.head.quiz_id == found.trend.series.quiz_id == scene.quiz_id
    assert found.exceptions is not None
    past = report_to_board(scene.operator, now=NOW, day=date(2026, 5, 31))
    assert (past.exceptions, past.report.head.on.day) == (None, date(2026, 5, 31))
