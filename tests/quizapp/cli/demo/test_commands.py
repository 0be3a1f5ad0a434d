"""Loading and serving the demo by command."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cli.demo import commands
from quizapp.cli.demo.story import read_demo
from tests.builders import add_organisation
from tests.quizapp.cli.demo.loading import demo_app, fill, without_crowds
from tests.support.app import migrate
from tests.support.console import Console
from tests.support.databases import SqliteDatabases
from tests.support.source import ROOT


@pytest.fixture
def loaded_url(sqlite: SqliteDatabases) -> Iterator[str]:
    url = sqlite.copy_of("demo", fill)
    yield url
    sqlite.drop(url)


def test_nothing_but_a_demo_loads_it(console: Console) -> None:
    before = console.count_rows()
    for line in ("demo load", "demo serve", "demo load --fresh"):
        answer = console.run(line, status=1)
        assert "QUIZ_ENVIRONMENT" in answer.complained
        assert answer.complained.count("\n") == 1
    assert console.count_rows() == before


def test_a_loaded_demo_stays_as_it_is(loaded_url: str, tmp_path: Path) -> None:
    console = Console(demo_app(loaded_url), tmp_path)
    before = console.count_rows()
    assert console.run("demo load").said == ""
    assert console.count_rows() == before


def test_a_database_with_other_organisations_is_left_alone(sqlite: SqliteDatabases, tmp_path: Path) -> None:
    console = Console(demo_app(sqlite.copy_of("migrated", migrate)), tmp_path)
    with console.app.app_context():
        add_organisation("Fernbrook Trust")
    before = console.count_rows()
    assert "holds other organisations (fernbrook-trust)" in console.run("demo load", status=1).complained
    assert console.count_rows() == before


def test_a_half_loaded_demo_is_loaded_again(
    sqlite: SqliteDatabases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = without_crowds(read_demo())
    monkeypatch.setattr(commands, "read_demo", lambda: replace(written, stories=written.stories[:1]))
    console = Console(demo_app(sqlite.copy_of("migrated", migrate)), tmp_path)
    with console.app.app_context():
        add_organisation("NHS Somerset")
    said = console.run("demo load").said
    assert said.startswith("The demo was not loaded to its end before; starting over.\nLoading NHS Somerset …\n")
    assert console.count_rows()["organisation"] == 1


def test_serving_prints_who_can_sign_in_and_ends_quietly(loaded_url: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "demo", "serve", "--port", str(port)]
    environment = {**os.environ, "QUIZ_ENVIRONMENT": "demo", "DATABASE_URL": loaded_url, "PYTHONUNBUFFERED": "1"}
    environment["SECRET_KEY"] = "a key for tests alone, 0123456789"
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert wait_for(f"http://127.0.0.1:{port}/health", server)
            second = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        finally:
            server.send_signal(signal.SIGINT)
        said, complained = server.communicate(timeout=20)
    assert (server.returncode, complained) == (0, "")
    assert f"http://127.0.0.1:{port}\n" in said
    assert said.endswith("Stopped.\n")
    for story in read_demo().stories:
        for email in (*(account.email for account in story.accounts), story.administrator_email):
            assert re.search(rf"^{story.name} +\S.* {email} ", said, re.MULTILINE)
    assert second.returncode == 1
    assert second.stderr == (
        f"Port {port} cannot be used (Address already in use); try another: --port {port % 65535 + 1}\n"
    )


def wait_for(address: str, server: "subprocess.Popen[str]") -> bool:
    """Whether a server answers within half a minute."""
    for _ in range(600):
        if server.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.05)
    return False
