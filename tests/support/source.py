"""The repository's own Python, read from syntax trees: modules, what they import, and their functions."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("question_bank", "quizapp", "migrations", "tests", "bench")
STARTERS = ("run.py", "wsgi.py")
GENERATED = "migrations/versions/"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python; the path is counted from the root, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def name(self) -> str:
        """How it is imported; a package goes by its folder's name."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def is_package(self) -> bool:
        return self.path.endswith("/__init__.py")


@dataclass(frozen=True, slots=True)
class Import:
    """One imported thing, by its whole name: `from a.b import c` is a.b.c, whether c is a module or not."""

    module: Module
    line: int
    target: str
    function: str | None
    """The function it is hidden in."""
    is_for_typing: bool

    @property
    def place(self) -> str:
        return f"{self.module.path}:{self.line}"


@lru_cache(maxsize=1)
def repository_modules() -> tuple[Module, ...]:
    """Every module that somebody wrote: migrations are made by a program and left out."""
    paths = [ROOT / name for name in STARTERS]
    for room in ROOMS:
        paths += sorted((ROOT / room).rglob("*.py"))
    found = [path for path in paths if path.exists() and GENERATED not in path.as_posix()]
    return tuple(Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in found)


def code_modules() -> tuple[Module, ...]:
    """The modules that run for users, without tests and benchmarks."""
    return tuple(module for module in repository_modules() if not module.path.startswith(("tests/", "bench/")))


def require_none(faults: Sequence[str]) -> None:
    """Let a guard pass only without faults, and show every one."""
    assert not faults, "\n".join(["", *faults])


def imports_of(module: Module) -> list[Import]:
    """Everything a module imports, wherever it stands in the file."""
    return [
        Import(module, node.lineno, target, function, is_for_typing)
        for node, function, is_for_typing in _import_nodes(module.tree, None, is_for_typing=False)
        for target in _targets(module, node)
    ]


def resolve(target: str, names: frozenset[str]) -> str | None:
    """The module of ours that a target means: the longest beginning of it that is one."""
    parts = target.split(".")
    beginnings = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((beginning for beginning in beginnings if beginning in names), None)


def is_within(name: str, rooms: Iterable[str]) -> bool:
    """Whether a dotted name is one of the rooms or lies inside one."""
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def functions_of(module: Module) -> Iterator[tuple[Function, bool]]:
    """Every function of a module at any depth, and whether it is a method."""
    for parent in ast.walk(module.tree):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, Function):
                yield node, isinstance(parent, ast.ClassDef)


def decorator_names(function: Function) -> list[str]:
    """What decorates a function, as dotted names without arguments."""
    calls = (node.func if isinstance(node, ast.Call) else node for node in function.decorator_list)
    return [ast.unparse(call) for call in calls]


def string_constants(module: Module) -> Iterator[str]:
    """Every piece of text written in a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _import_nodes(
    parent: ast.AST, function: str | None, *, is_for_typing: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, str | None, bool]]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, function, is_for_typing
        inside = node.name if isinstance(node, Function) else function
        typing = is_for_typing or (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"))
        yield from _import_nodes(node, inside, is_for_typing=typing)


def _targets(module: Module, node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    above = package[: len(package) - node.level + 1] if node.level else []
    base = [*above, *(node.module.split(".") if node.module else [])]
    return [".".join([*base, alias.name]) for alias in node.names]
