"""Each part uses only the libraries it is meant to know, and the pure parts nothing that reaches outside."""

import ast
import sys
from collections.abc import Sequence

from tests.support.source import Module, code_modules, imports_of, is_within, require_none

OURS = ("question_bank", "quizapp", "run", "wsgi", "tests", "migrations", "bench")
MAY_USE: dict[str, tuple[str, ...]] = {
    "question_bank": (),
    "question_bank.words": ("snowballstemmer",),
    "question_bank.reader.sources.pdf": ("pypdf",),
    "question_bank.reader.sources.workbook": ("openpyxl",),
    "question_bank.formats.sheet.xlsx_file": ("openpyxl", "xlsxwriter"),
    "quizapp": (),
    "quizapp.logs": ("flask",),
    "quizapp.output.pdf_press": ("weasyprint",),
    "quizapp.output.xlsx_file": ("xlsxwriter",),
    "quizapp.storage": ("sqlalchemy", "flask_sqlalchemy"),
    "quizapp.storage.db": ("sqlalchemy", "flask_sqlalchemy", "flask.Flask"),
    "quizapp.services": ("argon2",),
    "quizapp.web": ("flask", "flask_login", "flask_wtf", "wtforms", "werkzeug", "jinja2", "markupsafe"),
    "quizapp.api": ("flask", "werkzeug"),
    "quizapp.cli": ("alembic", "click", "flask.cli", "flask.current_app", "flask_migrate", "waitress"),
    "quizapp.app": ("flask", "flask_login", "flask_migrate", "flask_wtf", "jinja2", "sqlalchemy.exc", "werkzeug"),
    "wsgi": (),
    "run": (),
    "migrations": ("alembic", "flask", "sqlalchemy"),
}
PURE = ("question_bank", "quizapp.assessment", "quizapp.access", "quizapp.output")
OUTSIDE = ("asyncio", "http", "os.environ", "random", "secrets", "smtplib", "socket", "sqlite3", "ssl", "subprocess")
MAY_REACH: dict[str, tuple[str, ...]] = {
    # a file that is made to explode must not take the caller with it: it is taken apart in a process of its own
    "question_bank.reader.sources.confined": ("subprocess",),
    # a library that starts slowly and stays large is kept out of the processes that answer
    "quizapp.output.certificate_pdf": ("subprocess",),
    # whoever sends letters speaks to a mail server
    "quizapp.output.mail": ("smtplib", "ssl"),
}
ONLY_CLOCK = "quizapp.clock"
READS_THE_TIME = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")


def library_faults(modules: Sequence[Module]) -> list[str]:
    """Imports of libraries a part is not meant to know, and of what pure parts must not reach."""
    faults = []
    for module in modules:
        part = max((part for part in MAY_USE if is_within(module.name, (part,))), key=len, default="")
        for found in imports_of(module):
            top = found.target.partition(".")[0]
            if (
                top not in OURS
                and top not in sys.stdlib_module_names
                and not is_within(found.target, MAY_USE.get(part, ()))
            ):
                faults.append(f"{found.place}: {part or module.name} is not meant to know {found.target}")
            reaches = is_within(found.target, OUTSIDE) and not is_within(found.target, MAY_REACH.get(module.name, ()))
            if reaches and is_within(module.name, PURE):
                faults.append(f"{found.place}: {part} is pure and may not import {found.target}")
    return faults


def unrepeatable(modules: Sequence[Module]) -> list[str]:
    """Calls whose answer differs from run to run: the clock outside its module, chance without a seed, hash()."""
    faults = []
    for module in modules:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func)
            if name.endswith(READS_THE_TIME) and module.name != ONLY_CLOCK:
                faults.append(f"{module.path}:{node.lineno}: {name}() reads the time; take `now` as an argument")
            if name == "hash" or name.startswith("random."):
                faults.append(f"{module.path}:{node.lineno}: {name}() differs from run to run")
    return faults


def service_modules() -> list[Module]:
    return [module for module in code_modules() if is_within(module.name, ("question_bank", "quizapp"))]


def test_every_part_uses_only_its_libraries() -> None:
    require_none(library_faults(code_modules()))


def test_time_and_chance_are_arguments() -> None:
    require_none(unrepeatable(service_modules()))


def test_a_library_in_the_wrong_part_is_seen() -> None:
    rules = Module("quizapp/assessment/x.py", "import flask")
    assert library_faults([rules]) == ["quizapp/assessment/x.py:1: quizapp is not meant to know flask"]
    assert library_faults([Module("quizapp/services/x.py", "def f():\n    from sqlalchemy import text")]) != []
    assert library_faults([Module("question_bank/reader/x.py", "import snowballstemmer")]) != []
    assert library_faults([Module("run.py", "import pytest")]) != []


def test_a_named_part_of_a_library_is_not_the_whole() -> None:
    assert library_faults([Module("quizapp/storage/db.py", "from flask import Flask")]) == []
    assert library_faults([Module("quizapp/storage/db.py", "from flask import Flask, request")]) != []


def test_a_pure_part_that_reaches_outside_is_seen() -> None:
    assert library_faults([Module("question_bank/x.py", "from os import environ")]) != []
    assert library_faults([Module("quizapp/assessment/x.py", "import random")]) != []


def test_the_modules_named_may_start_a_process_and_no_others() -> None:
    assert library_faults([Module("question_bank/reader/sources/confined.py", "import subprocess")]) == []
    assert library_faults([Module("question_bank/reader/sources/confined.py", "import socket")]) != []
    assert library_faults([Module("question_bank/reader/sources/child.py", "import subprocess")]) != []
    assert library_faults([Module("quizapp/output/certificate_pdf.py", "import subprocess")]) == []
    assert library_faults([Module("quizapp/output/csv_file.py", "import subprocess")]) != []


def test_what_differs_from_run_to_run_is_seen() -> None:
    bad = "a = date.today()\nb = datetime.datetime.now(UTC)\nc = hash('a')\nd = random.random()"
    assert len(unrepeatable([Module("quizapp/services/x.py", bad)])) == 4
    assert unrepeatable([Module("quizapp/web/x.py", "now = clock.now()\nday = today(zone, now)")]) == []
