"""Every module says in one sentence what it is about, imports at its top, and keeps its package file free of logic."""

import ast
from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest

from tests.support.source import Module, imports_of, repository_modules, require_none

MAY_HIDE_IMPORTS: frozenset[str] = frozenset()  # "module: imported name", each with its reason
NOT_A_NAME = ("utils", "util", "common", "helpers", "helper", "misc", "lib")
REEXPORTS = 20


def shape_faults(modules: Sequence[Module]) -> list[str]:
    """What departs from the shape all modules have."""
    faults = []
    for module in modules:
        says_it_by_path = PurePosixPath(module.path).name.startswith("test_")
        if module.text.strip() and not says_it_by_path and not _has_one_sentence(ast.get_docstring(module.tree)):
            faults.append(
                f"{module.path}: the module's docstring begins with one sentence, which ends with a full stop"
            )
        if any(part in NOT_A_NAME for part in module.name.split(".")):
            faults.append(f"{module.path}: name it after what it holds")
        if module.is_package and (fault := _package_fault(module)):
            faults.append(f"{module.path}: {fault}")
        hidden = [found for found in imports_of(module) if found.function]
        faults += [
            f"{found.place}: {found.target} is imported inside {found.function}"
            for found in hidden
            if f"{module.name}: {found.target}" not in MAY_HIDE_IMPORTS
        ]
    return faults


def _has_one_sentence(docstring: str | None) -> bool:
    first = " ".join((docstring or "").split("\n\n")[0].split())
    return first.endswith((".", "?")) and ". " not in first and "? " not in first


def _package_fault(module: Module) -> str | None:
    if module.path.startswith("question_bank/") and module.path.count("/") > 1:
        is_plain = all(isinstance(node, ast.Expr | ast.ImportFrom | ast.Assign) for node in module.tree.body)
        fits = len(module.text.splitlines()) < REEXPORTS
        return None if is_plain and fits else f"it may only re-export, in under {REEXPORTS} lines"
    return "it must be empty" if module.text.strip() else None


def test_every_module_has_the_shape_of_the_house() -> None:
    require_none(shape_faults(repository_modules()))


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("quizapp/x.py", "X = 1", "one sentence"),
        ("quizapp/x.py", '"""Two. Sentences."""', "one sentence"),
        ("quizapp/x.py", '"""No full stop"""', "one sentence"),
        ("quizapp/utils/x.py", "", "name it"),
        ("quizapp/storage/__init__.py", '"""Storage."""', "must be empty"),
        ("question_bank/__init__.py", '"""All of it."""', "must be empty"),
        ("question_bank/reader/__init__.py", '"""A reader."""\ndef f(): ...', "re-export"),
        ("quizapp/x.py", '"""A part."""\ndef f():\n    import os', "os is imported inside f"),
    ],
)
def test_what_departs_from_it_is_seen(path: str, text: str, words: str) -> None:
    faults = shape_faults([Module(path, text)])
    assert len(faults) == 1
    assert words in faults[0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("quizapp/x.py", '"""A part.\n\n    with an example. And more.\n"""\nimport os'),
        (
            "question_bank/reader/__init__.py",
            '"""A reader."""\nfrom question_bank.reader.page import f\n__all__ = ["f"]',
        ),
        ("quizapp/__init__.py", ""),
    ],
)
def test_what_has_it_is_left_alone(path: str, text: str) -> None:
    assert shape_faults([Module(path, text)]) == []
