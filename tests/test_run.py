"""The starter is run as people run it, in a checkout of its own with small stand-ins for the packages it installs."""

import ast
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

import run
from tests.support.source import ROOT

SAYS_HOW_IT_WAS_CALLED = """
import json, os, sys
names = ("QUIZ_ENVIRONMENT", "DATABASE_URL", "QUIZ_CHROMIUM")
print(json.dumps({"arguments": sys.argv[1:], **{name: os.environ.get(name) for name in names}}))
sys.exit(int(os.environ.get("STATUS", "0")))
"""


class Checkout:
    """A folder with run.py, and a package index with one package that stands in for Flask and pytest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a check out"
        self.folder.mkdir()
        self.wheels = folder / "wheels"
        self.wheels.mkdir()
        shutil.copy(ROOT / "run.py", self.folder)
        wheel = self.wheels / "stand_ins-1-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for module in ("flask.py", "pytest.py"):
                archive.writestr(module, SAYS_HOW_IT_WAS_CALLED)
            archive.writestr("weasyprint.py", "")
            archive.writestr("stand_ins-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: stand-ins\nVersion: 1\n")
            archive.writestr(
                "stand_ins-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr("stand_ins-1.dist-info/RECORD", "")
        self.pin = f"stand-ins==1 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        self.require(self.pin)

    def require(self, pin: str) -> None:
        for name in ("requirements.txt", "requirements-dev.txt"):
            (self.folder / name).write_text(pin)

    def run(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run it from another folder, without a way to any real package index."""
        ours = ("PIP_", "PYTHON", "QUIZ_", "DATABASE_URL", "PORT")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        environment = {**inherited, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), **settings}
        command = [sys.executable, str(self.folder / "run.py"), *arguments]
        return subprocess.run(command, env=environment, cwd=self.wheels, capture_output=True, text=True, check=False)


def said(result: subprocess.CompletedProcess[str]) -> tuple[list[str], dict[str, Any]]:
    """The phases it named, and how the module it became was called."""
    assert not result.stderr, result.stderr
    *phases, last = result.stdout.splitlines()
    return [phase.partition(" ...")[0] for phase in phases], json.loads(last)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_one_checkout_from_its_first_start_to_a_replaced_python(tmp_path: Path) -> None:
    checkout, port = Checkout(tmp_path), str(free_port())
    serve = ["--app", "wsgi", "demo", "serve", "--port", port]

    checkout.require("stand-ins==1 --hash=sha256:" + "0" * 64 + "\n")
    refused = checkout.run("--port", port)
    assert refused.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in refused.stdout
    assert refused.stderr == "Installing requirements.txt stopped; the lines above say why.\n"

    checkout.require(checkout.pin)
    phases, call = said(checkout.run("--port", port, DATABASE_URL="postgresql://not/the/demo"))
    assert phases == ["Installing requirements.txt"]  # it goes on where it stopped
    assert call == {"arguments": serve, "QUIZ_ENVIRONMENT": "demo", "DATABASE_URL": None, "QUIZ_CHROMIUM": None}

    assert said(checkout.run("--fresh", PORT=port)) == ([], {**call, "arguments": [*serve, "--fresh"]})

    tested = checkout.run("test", "tests/guards", STATUS="3", QUIZ_CHROMIUM=sys.executable)
    phases, call = said(tested)
    assert phases == ["Installing requirements-dev.txt"]
    assert (call["arguments"], call["QUIZ_CHROMIUM"]) == (["-n", "2", "tests/guards"], sys.executable)
    assert tested.returncode == 3

    for python in (checkout.folder / ".venv").rglob("python*"):
        if python.is_symlink():
            python.unlink()
            python.symlink_to("/no/such/python")
    phases, _ = said(checkout.run("--port", port))
    assert phases == ["Making .venv", "Installing requirements.txt"]


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1", "8000.5", ""])
def test_a_port_that_is_none_is_one_line(text: str) -> None:
    with pytest.raises(run.RunError, match=r"^The port is .*; it must be a number from 1 to 65535\.$"):
        run.free_port(text)


def test_a_taken_port_is_one_line_before_the_long_work(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = checkout.run("--port", str(port))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"Port {port} is taken. Try another: python3 run.py --port {port + 1}\n"
    assert not (checkout.folder / ".venv").exists()


def test_a_free_port_is_given_back() -> None:
    port = free_port()
    assert run.free_port(str(port)) == port


def test_an_older_python_gets_as_far_as_the_line_about_it() -> None:
    text = (ROOT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    before = [
        node for node in tree.body[: _check_of_version(tree)] if not isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert [type(node) for node in before] == [ast.Expr]  # nothing but the docstring


def _check_of_version(tree: ast.Module) -> int:
    return next(number for number, node in enumerate(tree.body) if "version_info" in ast.unparse(node))


def test_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "PYTHON", tmp_path / "python")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(run.RunError, match=r"install python3\.\d+-venv"):
        run.install(ROOT / "requirements.txt")


def test_arguments_for_pytest_keep_their_own_number_of_processes() -> None:
    assert run.pytest_arguments(["-k", "port"]) == ["-n", "2", "-k", "port"]
    for own in (["-n0"], ["--numprocesses=4"], ["--pdb"]):
        assert run.pytest_arguments(own) == own


def executable(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


def test_the_browser_is_looked_for_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BROWSER_FILES", (usual := executable(tmp_path / "usual" / "chrome"),))
    environ: dict[str, str] = {"PATH": str(tmp_path / "path"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "kept")}
    assert run.find_browser(environ) == usual
    on_path = executable(tmp_path / "path" / "google-chrome")
    assert run.find_browser(environ) == on_path
    headless = executable(tmp_path / "path" / "chromium-headless-shell")
    assert run.find_browser(environ) == headless
    kept = executable(tmp_path / "kept" / "chromium-1200" / "chrome-linux" / "chrome")
    assert run.find_browser(environ) == kept
    named = executable(tmp_path / "named")
    assert run.find_browser({**environ, "QUIZ_CHROMIUM": named}) == named
    with pytest.raises(run.RunError, match="QUIZ_CHROMIUM"):
        run.find_browser({**environ, "QUIZ_CHROMIUM": str(tmp_path / "gone")})


class Machine:
    """A machine that lacks a browser or libraries until the right program is run."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, user: int, lacks: tuple[str, ...], gives: tuple[str, ...]
    ) -> None:
        self.lacks, self.gives = set(lacks), gives
        self.ran: list[str] = []
        monkeypatch.setattr(run, "show", self.show)
        monkeypatch.setattr(run, "find_browser", lambda _: None if run.HEADLESS in self.lacks else "/usr/bin/chromium")
        monkeypatch.setattr(run, "driver_starts", lambda _: "libatomic1" not in self.lacks)
        monkeypatch.setattr(run, "pdf_press_starts", lambda: not self.lacks.intersection(run.PDF_LIBRARIES))
        monkeypatch.setattr("os.geteuid", lambda: user)
        monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    def show(self, title: str, command: list[str]) -> None:
        self.ran.append(" ".join(command).replace(str(run.PYTHON), "python"))
        if command[0] not in self.gives:
            raise run.RunError(f"{title} stopped")
        self.lacks -= {run.HEADLESS} if "playwright" in command else set(command)


APT = ["apt-get update", f"apt-get install -y {run.HEADLESS} libatomic1"]
DOWNLOAD = ["python -m playwright install chromium"]
BROWSER, BOTH = (run.HEADLESS,), (run.HEADLESS, "libatomic1")
PDF = run.PDF_LIBRARIES


@pytest.mark.parametrize(
    ("user", "lacks", "gives", "ran", "line"),
    [
        (0, (), (), [], ""),
        (0, BOTH, ("apt-get",), APT, ""),
        (0, ("libatomic1",), ("apt-get",), ["apt-get update", "apt-get install -y libatomic1"], ""),
        (0, BROWSER, (str(run.PYTHON),), ["apt-get update", f"apt-get install -y {run.HEADLESS}", *DOWNLOAD], ""),
        (1000, BROWSER, (str(run.PYTHON),), DOWNLOAD, ""),
        (1000, BOTH, (), DOWNLOAD, "No browser for the browser tests"),
        (1000, ("libatomic1",), (), [], "The browser tests need a library"),
        (0, PDF, ("apt-get",), ["apt-get update", f"apt-get install -y {' '.join(PDF)}"], ""),
        (1000, PDF, (), [], "The tests of PDFs need libraries"),
    ],
)
def test_what_the_tests_need_is_brought_by_the_means_there_are(
    user: int,
    lacks: tuple[str, ...],
    gives: tuple[str, ...],
    ran: list[str],
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine = Machine(monkeypatch, user=user, lacks=lacks, gives=gives)
    assert run.bring_programs() == (None if run.HEADLESS in machine.lacks else "/usr/bin/chromium")
    assert machine.ran == ran
    said = capsys.readouterr().out
    assert said.startswith(line)
    assert said.count("\n") == bool(line)


def test_every_check_is_run_and_one_bad_one_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[str] = []

    def verdict(name: str, _modules: object, *, output: Path | None = None) -> bool:
        made.append(name)
        return name != "lint"

    monkeypatch.setattr(run, "install", lambda _: None)
    monkeypatch.setattr(run, "report", verdict)
    assert run.check() == 1
    assert made == ["lint", "format", "types", "templates", "guards", "content/mersey-care", "content/nhs-somerset"]


def test_a_bad_verdict_shows_what_was_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    assert not run.report("typos", [["no_such_module"]])
    assert capsys.readouterr().out.startswith("typos                    not ok\n")


def test_a_good_verdict_keeps_the_first_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PYTHON", Path(sys.executable))
    assert run.report("versions", [["pytest", "--version"], ["json.tool", "--help"]], output=tmp_path / "out")
    assert (tmp_path / "out").read_text().startswith("pytest")
