"""Files, functions, templates, argument lists and folders stay small enough to be read at once."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import pytest

from tests.support.source import (
    ROOT,
    Function,
    Module,
    decorator_names,
    functions_of,
    repository_modules,
    require_none,
)

FILE, FUNCTION, VIEW, TEMPLATE, FOLDER = 300, 60, 40, 120, 15
ARGUMENTS, BY_POSITION, BY_POSITION_INSIDE = 6, 2, 4
ROUTE_METHODS = ("route", "get", "post")


def size_faults(modules: Sequence[Module]) -> list[str]:
    """Files and functions with too many lines, and functions with too many arguments."""
    faults = []
    for module in modules:
        is_test = module.path.startswith("tests/")
        if (lines := len(module.text.splitlines())) > FILE:
            faults.append(f"{module.path} has {lines} lines, over {FILE}")
        for function, is_method in functions_of(module):
            place = f"{module.path}:{function.lineno} {function.name}"
            limit = VIEW if is_view(module, function) else FUNCTION
            if (lines := (function.end_lineno or 0) - function.lineno + 1) > limit:
                faults.append(f"{place} has {lines} lines, over {limit}")
            if not is_test:
                faults.extend(f"{place} {fault}" for fault in argument_faults(function, is_method=is_method))
    return faults


def argument_faults(function: Function, *, is_method: bool) -> Iterator[str]:
    """More arguments than fit in a head; Python and SQLAlchemy dictate those of their own hooks."""
    if function.name.startswith("__") or any(name.endswith("listens_for") for name in decorator_names(function)):
        return
    by_position = [*function.args.posonlyargs, *function.args.args]
    if is_method and "staticmethod" not in decorator_names(function):
        by_position = by_position[1:]
    if len(by_position) + len(function.args.kwonlyargs) > ARGUMENTS:
        yield f"has more than {ARGUMENTS} arguments"
    is_private = function.name.startswith("_")  # its callers stand on the same page, so the names are in view
    if len(by_position) > (BY_POSITION_INSIDE if is_private else BY_POSITION):
        yield f"takes more than {BY_POSITION} arguments by position; the others go behind a *"


def is_view(module: Module, function: Function) -> bool:
    """Whether a function answers an address."""
    is_door = module.path.startswith(("quizapp/web/", "quizapp/api/"))
    return is_door and any(name.rpartition(".")[2] in ROUTE_METHODS for name in decorator_names(function))


def crowded_folders(paths: Sequence[str]) -> list[str]:
    """Folders of Python with too many modules and folders in them."""
    entries: dict[PurePosixPath, set[str]] = defaultdict(set)
    for path in map(PurePosixPath, paths):
        if path.name != "__init__.py":
            entries[path.parent].add(path.name)
        for inner, outer in zip(path.parents, path.parents[1:], strict=False):
            entries[outer].add(inner.name)
    crowded = {folder: len(names) for folder, names in entries.items() if len(names) > FOLDER}
    return [f"{folder} holds {number} things, over {FOLDER}" for folder, number in sorted(crowded.items())]


def test_files_functions_and_arguments_are_within_their_limits() -> None:
    require_none(size_faults(repository_modules()))


def test_folders_are_within_their_limit() -> None:
    require_none(crowded_folders([module.path for module in repository_modules()]))


def test_templates_are_within_their_limit() -> None:
    templates = [path for path in (ROOT / "quizapp" / "templates").rglob("*") if path.is_file()]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in templates}
    require_none([f"{path.relative_to(ROOT)} has {lines} lines" for path, lines in lengths.items() if lines > TEMPLATE])


def function_of(lines: int, arguments: str = "") -> str:
    return f"def f({arguments}):\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("quizapp/x.py", "\n" * 301),
        ("tests/x.py", "\n" * 401),
        ("quizapp/x.py", function_of(61)),
        ("quizapp/web/learn/views.py", f"@bp.get('/')\n{function_of(41)}"),
        ("quizapp/x.py", function_of(2, "a, b, c")),
        ("quizapp/x.py", function_of(2, "a, b, *, c, d, e, f, g")),
        ("quizapp/x.py", "class A:\n    def f(self, a, b, c): ..."),
    ],
)
def test_what_is_too_large_is_seen(path: str, text: str) -> None:
    assert len(size_faults([Module(path, text)])) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("quizapp/x.py", "\n" * 300),
        ("quizapp/x.py", function_of(60, "a, b, *, c, d, e, f")),
        ("quizapp/web/learn/views.py", f"@bp.get('/')\n{function_of(40)}"),
        ("quizapp/x.py", "class A:\n    def __exit__(self, a, b, c): ...\n    def f(self, a, b): ..."),
    ],
)
def test_what_fits_is_left_alone(path: str, text: str) -> None:
    assert size_faults([Module(path, text)]) == []


def test_a_crowded_folder_is_seen() -> None:
    fifteen = [f"a/{number}.py" for number in range(15)]
    assert crowded_folders([*fifteen, "a/__init__.py"]) == []
    assert crowded_folders([*fifteen, "a/b/x.py"]) == ["a holds 16 things, over 15"]


def test_functions_inside_classes_and_functions_are_looked_at() -> None:
    tree = ast.parse("class A:\n    def f(self):\n        def g(): ...")
    assert [function.name for function, _ in functions_of(Module("x.py", ast.unparse(tree)))] == ["f", "g"]
