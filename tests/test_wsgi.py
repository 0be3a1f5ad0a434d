import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRONG = {"QUIZ_ENVIRONMENT": "production", "SECRET_KEY": "short"}
LINE = "The service cannot start: SECRET_KEY must have at least 32 characters; it has 5"
STARTS = {
    "python": ["-c", "import wsgi"],
    "flask": ["-m", "flask", "--app", "wsgi", "routes"],
    "gunicorn": ["-m", "gunicorn", "--bind", "127.0.0.1:0", "--log-level", "critical", "wsgi:app"],
}


def start(how: str, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
    return subprocess.run(
        [sys.executable, *STARTS[how]], cwd=ROOT, env=clean | environ, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize("how", STARTS)
def test_wrong_settings_stop_the_start_with_one_line(how: str) -> None:
    stopped = start(how, **WRONG)
    assert stopped.returncode == 3
    assert [line for line in stopped.stderr.splitlines() if "cannot start" in line] == [LINE]
    assert "Traceback" not in stopped.stderr + stopped.stdout
    if how != "gunicorn":  # which adds a line of its own about its worker
        assert stopped.stderr == LINE + "\n"


def test_right_settings_start_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'quiz.sqlite'}"
    started = start("flask", QUIZ_ENVIRONMENT="test", DATABASE_URL=url)
    assert started.returncode == 0, started.stderr
    assert "site.health" in started.stdout
