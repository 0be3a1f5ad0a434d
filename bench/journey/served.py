"""Serve an application as in production, by gunicorn on 127.0.0.1, and end it by its own process id."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://quiz.example.nhs.uk"
HOST = ADDRESS.rpartition("/")[2]
# One worker, so that nothing is measured on a process that has not warmed up; else as the settings' page says.
COMMAND = ("-m", "gunicorn", "--worker-class", "gthread", "--workers", "1", "--threads", "4", "--no-control-socket")
STARTS_WITHIN = 60.0
ENDS_WITHIN = 15.0


@dataclass(frozen=True, slots=True)
class Served:
    """A server that listens: its port, and its process, which has the workers as children."""

    port: int
    process_id: int


@contextmanager
def serve(application: str, *, settings: Mapping[str, str], log: Path) -> Iterator[Served]:
    """Serve a module's application, such as "wsgi:app", until the block ends; what it says goes into the log."""
    port = _free_port()
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *COMMAND, "--bind", f"127.0.0.1:{port}", application],
            cwd=ROOT,
            env={**environment, **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        _wait_for(port, process, log=log)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def production_settings(database_url: str) -> dict[str, str]:
    """The service behind one proxy that speaks https, as it is run in earnest."""
    return {
        "QUIZ_ENVIRONMENT": "production",
        "SECRET_KEY": secrets.token_hex(),
        "DATABASE_URL": database_url,
        "SERVER_ADDRESS": ADDRESS,
        "PROXY_HOPS": "1",
    }


def _wait_for(port: int, process: subprocess.Popen[bytes], *, log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
