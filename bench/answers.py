"""What saving an answer costs, as a ratio to the floor measured in the same run.

    python -m bench.answers [--people N]

A step is what a learner waits for: the POST, its redirect, the next page; the answer is on the disk before it.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from bench.floor import make_floor
from quizapp import clock
from quizapp.app import create_app
from quizapp.cli.demo.load import load_demo
from quizapp.cli.demo.story import read_demo
from quizapp.config import Config, Environment

ROUNDS = 5
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
PRESS = re.compile(r'name="token" value="([^"]+)"')
CHOICE = re.compile(r'name="answer" type="(radio|checkbox)" value="([^"]+)"')
LINE = re.compile(r'<select[^>]*name="([^"]+)"')
FIRST = re.compile(r'<option value="([0-9a-f]+)"')
NUMBER = {"TWO": 2, "THREE": 3, "FOUR": 4}


def main() -> None:
    """Measure both, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=5, help="journeys in each round")
    people = options.parse_args().people
    with tempfile.TemporaryDirectory() as folder:
        app = _make_app(Path(folder) / "quiz.sqlite")
        floor = make_floor(Path(folder) / "floor.sqlite", page_bytes=5_600).test_client()
        rounds = [(_steps(app, people), _timed(lambda: _touch(floor), 8 * people)) for _ in range(ROUNDS)]
    ours, base = median(step for step, _ in rounds), median(touch for _, touch in rounds)
    print(f"floor {base:.2f} ms   save step {ours:.2f} ms   ratio {ours / base:.1f}   ({ROUNDS} rounds, CPU time)")


def _make_app(path: Path) -> Flask:
    config = Config(
        environment=Environment.TEST,
        secret_key="a key for measuring, 0123456789abcdef",
        database_url=f"sqlite:///{path}",
    )
    app = create_app(config)
    with app.app_context():
        upgrade()
        load_demo(read_demo(), now=clock.now(), say=lambda _line: None)
    return app


def _steps(app: Flask, people: int) -> float:
    """CPU milliseconds of a save step, over so many journeys of a learner who starts again each time."""
    spent, steps = 0.0, 0
    for _ in range(people):
        client = _sign_in(app)
        page = _start(client)
        while "Check answer" in page:
            form, place = _read_form(page), _place_of(page)
            began = time.process_time()
            shown = client.post(place, data=form, follow_redirects=True)
            spent += time.process_time() - began
            steps += 1
            assert shown.status_code == 200, shown.status
            page = client.get(_next(shown.text)).text
    return 1000 * spent / steps


def _sign_in(app: Flask) -> FlaskClient:
    client = app.test_client()
    form = {
        "csrf_token": _find(TOKEN, client.get("/sign-in").text),
        "email": "priya.nair@somerset.example",
        "password": read_demo().password,
    }
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def _start(client: FlaskClient) -> str:
    quiz = _find(re.compile(r'href="(/learning/quizzes/\d+)"'), client.get("/learning").text)
    page = client.get(quiz).text
    form = {"csrf_token": _find(TOKEN, page), "token": _find(PRESS, page)}
    return client.post(quiz, data=form, follow_redirects=True).text


def _read_form(page: str) -> dict[str, object]:
    """The first answers there are, as many as are asked for; a learner who guesses seldom passes."""
    form: dict[str, object] = {"csrf_token": _find(TOKEN, page), "token": _find(PRESS, page)}
    lines = LINE.findall(page)
    if lines:
        return form | dict.fromkeys(lines, FIRST.findall(page)[0])
    wanted = next((number for word, number in NUMBER.items() if f"Select the {word}" in page), 1)
    return form | {"answer": [value for _, value in CHOICE.findall(page)][:wanted]}


def _place_of(page: str) -> str:
    return _find(re.compile(r'<form action="(/learning/attempts/[^"]+)"'), page)


def _next(page: str) -> str:
    return _find(re.compile(r'href="(/learning/attempts/\d+/(?:questions/\d+|result))" role="button"'), page)


def _find(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, pattern.pattern
    return found.group(1)


def _touch(client: FlaskClient) -> None:
    assert client.post("/save", data={"words": "some words"}).status_code == 200


def _timed(act: Callable[[], None], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        act()
    return 1000 * (time.process_time() - began) / times


if __name__ == "__main__":
    main()
