"""Importing a module does nothing: no connection, no file written, no program or thread started, no setting changed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source import ROOT, code_modules, is_within, require_none

# the press is run as a process of its own, because its library looks for the system's Pango while it is imported
MEANT_TO_ACT = ("wsgi", "run", "question_bank.__main__", "quizapp.static", "quizapp.output.pdf_press", "migrations")
PROBE = """
import gc, importlib, os, sys, threading

ACTS = ("socket.connect", "socket.bind", "subprocess.", "os.mkdir", "os.remove", "os.rename", "os.system", "sqlite3.")
seen, module = [], None

def watch(event, arguments):
    writes = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if module and (writes or event.startswith(ACTS)):
        seen.append(f"{module}: {event} {arguments[:1]}")

environment = dict(os.environ)
sys.addaudithook(watch)
for module in sys.argv[1:]:
    importlib.import_module(module)
module = None
if threading.active_count() > 1:
    seen.append("a thread was started")
if dict(os.environ) != environment:
    seen.append("the environment was changed")
if any(type(thing).__name__ == "Engine" for thing in gc.get_objects()):
    seen.append("a database engine was made")
print("\\n".join(seen), end="")
"""


def acts_of_importing(modules: list[str], folder: Path) -> list[str]:
    """What happened in a bare process while it imported the modules found in a folder."""
    command = [sys.executable, "-B", "-W", "error", "-c", PROBE, *modules]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout.splitlines()


def test_importing_everything_does_nothing() -> None:
    names = [module.name for module in code_modules() if not is_within(module.name, MEANT_TO_ACT)]
    require_none(acts_of_importing(names, ROOT))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("open('notes.txt', 'w').close()", "acting: open ('notes.txt',)"),
        ("import socket; socket.socket().bind(('127.0.0.1', 0))", "acting: socket.bind"),
        ("import os; os.environ['QUIZ'] = '1'", "the environment was changed"),
        ("import threading, time; threading.Thread(target=time.sleep, args=[1], daemon=True).start()", "a thread"),
        ("import sqlalchemy; engine = sqlalchemy.create_engine('sqlite://')", "a database engine was made"),
    ],
)
def test_a_module_that_acts_is_seen(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "acting.py").write_text(text)
    acts = acts_of_importing(["acting"], tmp_path)
    assert any(act.startswith(words) for act in acts), acts


def test_a_module_that_only_reads_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "reading.py").write_text("text = open(__file__).read()\n".replace("open(__file__).read()", "__doc__"))
    assert acts_of_importing(["reading"], tmp_path) == []
