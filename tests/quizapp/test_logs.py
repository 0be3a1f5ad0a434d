import json
import logging

import pytest

from quizapp.logs import JsonLines, configure_logging
from tests.quizapp.web.scenes.shell_app import STAFF, client_of, shell_app


def line_of(record: logging.LogRecord, *, show_messages: bool = False) -> dict[str, object]:
    text = JsonLines(show_messages=show_messages).format(record)
    assert "\n" not in text
    parsed: dict[str, object] = json.loads(text)
    return parsed


def record(message: str, **extra: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "quizapp.x", "levelname": "INFO", "levelno": 20, "msg": message, **extra})


def test_a_line_is_one_json_object_in_utc() -> None:
    line = line_of(record("paper made", created=1749231000.5, items=8))
    assert line == {
        "time": "2025-06-06T17:30:00.500Z",
        "level": "info",
        "logger": "quizapp.x",
        "event": "paper made",
        "items": 8,
    }


def test_a_line_break_in_a_message_forges_no_line() -> None:
    assert line_of(record('x\n{"level": "info", "event": "forged"}'))["event"].__class__ is str


@pytest.mark.parametrize("show_messages", [True, False])
def test_the_text_of_an_error_is_shown_only_where_that_is_wanted(show_messages: bool) -> None:
    try:
        raise ValueError("Key (email)=(asha@example.nhs.uk) already exists")
    except ValueError as error:
        raised = record("unexpected", exc_info=(type(error), error, error.__traceback__))
    text = json.dumps(line_of(raised, show_messages=show_messages))
    assert "test_logs.py" in text
    assert "ValueError" in text
    assert ("asha@example" in text) is show_messages


def test_logging_is_set_up_once_however_often_it_is_asked_for() -> None:
    shell_app()
    root = logging.getLogger()
    before = len(root.handlers)
    configure_logging("info", show_messages=True)
    assert len(root.handlers) == before


def test_a_request_leaves_its_reference_and_numbers_but_no_name(capsys: pytest.CaptureFixture[str]) -> None:
    client = client_of(STAFF)
    logging.getLogger().setLevel("INFO")
    client.get("/learn")
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert line["event"] == "request"
    assert (line["method"], line["endpoint"], line["status"]) == ("GET", "learn.home", 200)
    assert (line["organisation"], line["person"]) == (1, 7)
    assert len(line["request"]) == 9
    assert "Asha" not in json.dumps(line)


def test_a_defect_is_logged_under_the_number_its_page_shows_and_without_the_address(
    capsys: pytest.CaptureFixture[str],
) -> None:
    client = client_of(STAFF)
    page = client.get("/refuse/defect?token=word")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    error = next(line for line in lines if line["level"] == "error")
    assert error["event"] == "unexpected error"
    assert error["endpoint"] == "team.refuse"
    assert error["request"] in page.text
    assert "word" not in json.dumps(lines)


def test_production_holds_back_what_an_error_says(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", show_messages=False)
    client_of().get("/refuse/defect")
    logged = capsys.readouterr().err
    assert "ZeroDivisionError" in logged
    assert "Asha" not in logged


def test_a_reference_from_outside_counts_only_behind_a_proxy(capsys: pytest.CaptureFixture[str]) -> None:
    given = {"X-Request-Id": "edge-0123456789"}
    for hops, adopted in ((0, False), (1, True)):
        client_of(proxy_hops=hops).get("/refuse/defect", headers=given)
        assert ("edge-0123456789" in capsys.readouterr().err) is adopted


def test_a_reference_that_could_break_a_line_is_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    client_of(proxy_hops=1).get("/refuse/defect", headers={"X-Request-Id": 'a"},{"level":"x'})
    assert "level\\" not in capsys.readouterr().err
