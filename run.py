#!/usr/bin/env python3
"""Start the service, test it or check it, with nothing installed beforehand but Python."""

import argparse
import contextlib
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Mapping
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    sys.exit(f"run.py needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME = ROOT / "requirements.txt"
TESTING = ROOT / "requirements-dev.txt"

USAGE = """\
python3 run.py [--port N] [--fresh]    the demo in your browser; --fresh starts its data over
python3 run.py test [pytest arguments] all tests; --long runs the programmes that take minutes
python3 run.py check                   lint, types, templates, guards and the shipped content
"""
HEADLESS = "chromium-headless-shell"
"""Chromium without windows, as Debian packs it: it shows a page in half the time."""
BROWSER_NAMES = (
    *(HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"),
)
BROWSER_FILES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PDF_LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
PLAYWRIGHT_FOLDERS = {"darwin": "Library/Caches/ms-playwright", "win32": "AppData/Local/ms-playwright"}
PLAYWRIGHT_FILES = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)


class RunError(Exception):
    """The run cannot go on; the message is the one line to print."""


def main(arguments: list[str]) -> int:
    """Run one of the three commands and return its exit status."""
    os.chdir(ROOT)
    try:
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        if arguments[:1] == ["check"]:
            return check()
        return serve(arguments)
    except RunError as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def serve(arguments: list[str]) -> int:
    """Serve the demo until Ctrl-C."""
    parser = argparse.ArgumentParser(usage=USAGE)
    parser.add_argument("--port", default=os.environ.get("PORT") or "8000", help="8000 unless PORT says otherwise")
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
    options = parser.parse_args(arguments)
    port = free_port(options.port)
    install(RUNTIME)
    environment = {**os.environ, "QUIZ_ENVIRONMENT": "demo"}
    environment.pop("DATABASE_URL", None)  # the demo, and above all --fresh, keeps to its own file
    command = ["flask", "--app", "wsgi", "demo", "serve", "--port", str(port)]
    return hand_over([*command, "--fresh"] if options.fresh else command, environment)


def test(arguments: list[str]) -> int:
    """Run pytest on two processes, with the browser and the libraries it needs found or installed."""
    install(TESTING)
    browser = bring_programs()
    environment = {**os.environ, "QUIZ_CHROMIUM": browser} if browser else {**os.environ}
    return hand_over(["pytest", *pytest_arguments(arguments)], environment)


def check() -> int:
    """Run every check, a line each, with what is wrong below its line."""
    install(TESTING)
    steps = {
        "lint": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "templates": ["djlint", "--lint", "--quiet", "quizapp/templates"],
        "guards": ["pytest", "-q", "tests/guards"],
    }
    verdicts = [report(name, [command]) for name, command in steps.items()]
    for page in sorted(ROOT.glob("question_bank/content/*/page.txt")):
        with tempfile.TemporaryDirectory() as folder:
            bank = Path(folder) / "bank.json"
            generate = ["question_bank", "generate", str(page)]
            judge = ["question_bank", "check", str(bank), "--page", str(page)]
            verdicts.append(report(f"content/{page.parent.name}", [generate, judge], output=bank))
    return 0 if all(verdicts) else 1


def free_port(text: str) -> int:
    """The port as a number, once nothing else listens on it; asked before the long work, not after."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise RunError(f"The port is {text!r}; it must be a number from 1 to 65535.")
    port = int(text)
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a server just ended still holds the address
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise RunError(f"Port {port} needs more rights. Try another: python3 run.py --port 8000") from None
        except OSError:
            other = port + 1 if port < 65535 else 8000
            raise RunError(f"Port {port} is taken. Try another: python3 run.py --port {other}") from None
    return port


def install(requirements: Path) -> None:
    """Bring .venv up to a requirements file; a stamp inside it lets the next start skip this."""
    if _is_installed(requirements) and _venv_is_whole():
        return
    _make_venv()
    pins = [line for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line and ";" not in line]
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar", "off", "-r", str(requirements)]
    show(f"Installing {requirements.name}", command, count="Collecting ", total=len(pins))
    for done in (requirements, RUNTIME):  # the test file holds the runtime's pins too
        _stamp(done).write_text(_digest(done), encoding="utf-8")


def find_browser(environ: Mapping[str, str]) -> str | None:
    """The Chromium to test with: the one named, then Playwright's, then one on PATH or in its usual place."""
    named = environ.get("QUIZ_CHROMIUM")
    if named:
        if not shutil.which(named):
            raise RunError(f"QUIZ_CHROMIUM is {named!r}, and no program is there.")
        return named
    kept = environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folder = Path(kept) if kept else Path.home() / PLAYWRIGHT_FOLDERS.get(sys.platform, ".cache/ms-playwright")
    downloads = sorted(path for pattern in PLAYWRIGHT_FILES for path in folder.glob(pattern))
    on_path = (shutil.which(name, path=environ.get("PATH")) for name in BROWSER_NAMES)
    candidates = (*(str(path) for path in reversed(downloads)), *on_path, *BROWSER_FILES)
    return next((path for path in candidates if path and os.access(path, os.X_OK)), None)


def bring_programs() -> str | None:
    """What the tests need beside Python, as it is there, by apt on Debian as root, or by Playwright; what is still
    missing then gets a line each. Returns the Chromium, or None."""
    node = next(VENV.glob("lib*/python3*/site-packages/playwright/driver/node"), None)
    lacking = [] if find_browser(os.environ) else [HEADLESS]
    lacking += [] if driver_starts(node) else ["libatomic1"]
    lacking += [] if pdf_press_starts() else PDF_LIBRARIES
    if lacking and os.name != "nt" and os.geteuid() == 0 and shutil.which("apt-get"):
        with contextlib.suppress(RunError):
            show("Refreshing the package lists", ["apt-get", "update"])
        with contextlib.suppress(RunError):
            show(f"Installing {', '.join(lacking)}", ["apt-get", "install", "-y", *lacking])
    if not find_browser(os.environ):
        with contextlib.suppress(RunError):
            show("Downloading Chromium", [str(PYTHON), "-m", "playwright", "install", "chromium"])
    found = find_browser(os.environ)
    if not found:
        print("No browser for the browser tests: install Chromium or Chrome, or name one in QUIZ_CHROMIUM.")
    elif not driver_starts(node):
        print("The browser tests need a library that is not there: install libatomic1.")
    if not pdf_press_starts():
        print(f"The tests of PDFs need libraries that are not there: install {', '.join(PDF_LIBRARIES)}.")
    return found


def pdf_press_starts() -> bool:
    """Whether the library that makes PDFs runs; pip brings it, but not the libraries of the system that it needs."""
    return subprocess.run([str(PYTHON), "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0


def driver_starts(node: Path | None) -> bool:
    """Whether the program that drives the browser runs; Playwright brings it, but not the one library it needs."""
    return not node or subprocess.run([str(node), "--version"], capture_output=True, check=False).returncode == 0


def pytest_arguments(arguments: list[str]) -> list[str]:
    """The user's arguments, on two processes unless they say how many or want to debug."""
    own = ("-n", "--numprocesses", "--pdb", "--trace", "-h", "--help")
    return arguments if any(argument.startswith(own) for argument in arguments) else ["-n", "2", *arguments]


def hand_over(module: list[str], environment: Mapping[str, str]) -> int:
    """Become a module of .venv, so that signals reach it and its exit status is ours."""
    command = [str(PYTHON), "-m", *module]
    environment = {**environment, "PYTHONUNBUFFERED": "1"}
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C reached the module too; wait for it to end well
                return process.wait()


def show(title: str, command: list[str], *, count: str = "", total: int = 0) -> None:
    """Print one line while a command runs, counting its lines that begin with `count`; if it stops, its last words."""
    started, seen, tail = time.monotonic(), 0, deque[str](maxlen=15)
    print(f"{title} ...", end="", flush=True)
    with subprocess.Popen(
        command,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            tail.append(line.rstrip())
            if count and line.startswith(count) and sys.stdout.isatty():
                seen += 1
                print(f"\r{title} ... {seen} of {total}", end="", flush=True)
    if process.returncode:
        print(" stopped", *tail, sep="\n")
        raise RunError(f"{title} stopped; the lines above say why.")
    print(f" {time.monotonic() - started:.0f} s")


def report(name: str, modules: list[list[str]], *, output: Path | None = None) -> bool:
    """Run modules of .venv and print one verdict, then what a bad one said; the first writes to `output`, if given."""
    for module in modules:
        command = [str(PYTHON), "-m", *module]
        result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if result.returncode:
            said = (result.stdout + result.stderr).decode("utf-8", "replace")
            print(f"{name:<24} not ok\n{said.strip()}", flush=True)
            return False
        if output:
            output.write_bytes(result.stdout)
            output = None
    print(f"{name:<24} ok", flush=True)
    return True


def _make_venv() -> None:
    if _venv_is_whole():
        return
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        package = f"python3.{sys.version_info[1]}-venv"
        raise RunError(f"This Python cannot make virtual environments: install {package} (apt install {package}).")
    show("Making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])


def _venv_is_whole() -> bool:
    """Whether .venv has a Python new enough and pip; one that was replaced or a start cut short leaves it without."""
    probe = [str(PYTHON), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    try:
        return subprocess.run(probe, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _is_installed(requirements: Path) -> bool:
    stamp = _stamp(requirements)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == _digest(requirements)


def _stamp(requirements: Path) -> Path:
    return VENV / f"{requirements.name}.installed"


def _digest(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
