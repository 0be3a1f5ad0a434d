"""What README and docs name is there: files, commands and options; and they name every setting and command."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import click
import pytest
from flask import Flask

from question_bank.__main__ import COMMANDS
from run import USAGE
from tests.support.source import ROOT, Module, functions_of, repository_modules, require_none

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
FLASK = re.compile(r"flask --app wsgi((?: [a-z][a-z-]*\b(?!\.))+)")
RUN = re.compile(r"run\.py((?: (?:--)?[a-z]+\b(?![./]))*)")
BANK = re.compile(r"-m question_bank ([a-z]+)\b")
TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
SETTING = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
FLASKS_OWN = ("db", "routes", "run", "shell")


def broken_links(documents: Mapping[str, str], root: Path) -> list[str]:
    """Links to files that are not there."""
    return [
        f"{path}: {target} is not there"
        for path, text in documents.items()
        for target in LINK.findall(text)
        if not (root / path).parent.joinpath(target).exists()
    ]


def missing_commands(documents: Mapping[str, str], service: click.Group, bank: Collection[str]) -> list[str]:
    """Commands that the documents tell somebody to run and that do not exist."""
    faults = []
    for path, text in documents.items():
        faults += [
            f"{path}: flask has no command{words}" for words in FLASK.findall(text) if not _exists(service, words)
        ]
        faults += [f"{path}: question_bank has no command {word}" for word in BANK.findall(text) if word not in bank]
        for words in map(str.split, RUN.findall(text)):
            told = [word for word in words if word.startswith("--") or word == words[0]]
            faults += [f"{path}: run.py has no {word}" for word in told if word not in USAGE]
    return faults


def missing_tests(documents: Mapping[str, str], modules: Collection[Module]) -> list[str]:
    """Tests that the documents name and that are not in their file."""
    known = {(one.path, function.name) for one in modules for function, _ in functions_of(one)}
    return [
        f"{path}: there is no {file}::{name}"
        for path, text in documents.items()
        for file, name in TEST.findall(text)
        if (file, name) not in known
    ]


def unnamed(documents: Mapping[str, str], names: Collection[str]) -> list[str]:
    """Settings and commands that no document names."""
    text = "\n".join(documents.values())
    return [f"{name} stands in no document" for name in names if not re.search(rf"\b{re.escape(name)}\b", text)]


def settings_of(config: Module) -> list[str]:
    """The names of the settings that a module reads: the first argument of each call, where it looks like one."""
    calls = (node for node in ast.walk(config.tree) if isinstance(node, ast.Call) and node.args)
    firsts = (node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant))
    return sorted({value for value in firsts if isinstance(value, str) and SETTING.fullmatch(value)})


def commands_of(group: click.Group, above: str = "") -> Iterator[str]:
    """The whole name of every command, as it is typed."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{above}{name} ")
        elif f"{above}{name}".split()[0] not in FLASKS_OWN:
            yield f"{above}{name}"


def _exists(service: click.Group, words: str) -> bool:
    node: click.Command | None = service
    for word in words.split():
        if word in FLASKS_OWN and node is service:
            return True
        if not isinstance(node, click.Group):
            return True  # the rest are its arguments
        node = node.commands.get(word)
    return node is not None


def repository_documents() -> dict[str, str]:
    paths = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("question_bank/**/*.md")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}


def bank_commands() -> set[str]:
    return set(COMMANDS)


def test_links_lead_somewhere() -> None:
    require_none(broken_links(repository_documents(), ROOT))


def test_commands_in_documents_exist(whole_app: Flask) -> None:
    require_none(missing_commands(repository_documents(), whole_app.cli, bank_commands()))


def test_tests_named_in_documents_exist() -> None:
    require_none(missing_tests(repository_documents(), repository_modules()))


def test_every_setting_and_command_is_documented(whole_app: Flask) -> None:
    config = next(module for module in repository_modules() if module.name == "quizapp.config")
    require_none(unnamed(repository_documents(), [*settings_of(config), *commands_of(whole_app.cli)]))


SERVICE = click.Group("flask", commands=[click.Group("people", commands=[click.Command("import")])])


@pytest.mark.parametrize(
    "text",
    [
        "`flask --app wsgi people remove`",
        "`flask --app wsgi persons`",
        "`python -m question_bank convert x.txt`",
        "`python3 run.py deploy`",
        "`python3 run.py --colour`",
    ],
)
def test_a_command_that_is_not_there_is_seen(text: str) -> None:
    assert len(missing_commands({"README.md": text}, SERVICE, {"read"})) == 1


def test_commands_that_are_there_are_left_alone() -> None:
    text = "flask --app wsgi people import staff.csv, flask --app wsgi db upgrade, python -m question_bank read x.txt, "
    text += "python3 run.py --port 8001 --fresh, python3 run.py test --long tests/guards, python3 run.py check"
    assert missing_commands({"README.md": text}, SERVICE, {"read"}) == []


def test_a_link_to_nothing_is_seen(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "[a](https://example.org) [b](../docs) [c](gone.md#part)"
    assert broken_links({"docs/x.md": text}, tmp_path) == ["docs/x.md: gone.md is not there"]


def test_a_test_that_is_not_there_is_seen() -> None:
    known = [Module("tests/test_x.py", "def test_it() -> None:\n    ...\n")]
    text = "`tests/test_x.py::test_it` and `tests/test_x.py::test_that` and `tests/test_y.py::test_it`"
    assert len(missing_tests({"docs/x.md": text}, known)) == 2


def test_what_no_document_names_is_seen() -> None:
    config = Module("quizapp/config.py", 'settings.text("LOG_LEVEL", default="x")\nraise Error("SOME_TEXT here")')
    assert settings_of(config) == ["LOG_LEVEL"]
    assert list(commands_of(SERVICE)) == ["people import"]
    assert unnamed({"README.md": "LOG_LEVELS"}, ["LOG_LEVEL"]) == ["LOG_LEVEL stands in no document"]
