"""Nothing imports itself by a detour: neither files nor folders at any depth, counting hidden and type-only imports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from tests.support.source import Module, imports_of, repository_modules, require_none, resolve


def circles(modules: Sequence[Module]) -> list[str]:
    """One circle of files and one of folders for each folder that has them, written as a chain."""
    edges = _file_edges(modules)
    graphs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    graphs["files"] = {name: set(targets) for name, targets in edges.items()}
    for source, targets in edges.items():
        for target in targets:
            folder, one, other = _where_they_part(source, target)
            if one != other:
                graphs[f"folders in {folder or 'the root'}"][one].add(other)
    chains = {place: _circle(graph) for place, graph in graphs.items()}
    return [f"{place}: {' imports '.join(reversed(chain))}" for place, chain in chains.items() if chain]


def _file_edges(modules: Sequence[Module]) -> dict[str, set[str]]:
    names = frozenset(module.name for module in modules)
    edges: dict[str, set[str]] = {}
    for module in modules:
        targets = {resolve(found.target, names) for found in imports_of(module)} - {None, module.name}
        edges[module.name] = {target for target in targets if target}
    return edges


def _where_they_part(source: str, target: str) -> tuple[str, str, str]:
    """The innermost folder that holds both, and the child of it on each side."""
    here, there = source.split("."), target.split(".")
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return ".".join(here[:same]), ".".join(here[: same + 1]), ".".join(there[: same + 1])


def _circle(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter({name: sorted(targets) for name, targets in sorted(graph.items())}).prepare()
    except CycleError as error:
        return [str(name) for name in error.args[1]]
    return []


def test_no_circle_of_files_or_folders() -> None:
    require_none(circles(repository_modules()))


def test_a_circle_of_files_is_seen() -> None:
    modules = [
        Module("a/x.py", "import a.y"),
        Module("a/y.py", "def f():\n    from a import z"),
        Module("a/z.py", "import a.x"),
    ]
    assert circles(modules) == [
        "files: a.x imports a.y imports a.z imports a.x",
        "folders in a: a.x imports a.y imports a.z imports a.x",
    ]


def test_a_circle_of_folders_without_one_of_files_is_seen() -> None:
    modules = [
        Module("p/a/x.py", "import p.b.x"),
        Module("p/a/y.py", ""),
        Module("p/b/x.py", ""),
        Module("p/b/y.py", "import p.a.y"),
    ]
    assert circles(modules) == ["folders in p: p.a imports p.b imports p.a"]


def test_a_package_that_its_own_module_imports_is_a_circle() -> None:
    modules = [Module("p/__init__.py", "from p.x import f"), Module("p/x.py", "from p import f")]
    assert circles(modules)[0] == "files: p imports p.x imports p"


def test_a_chain_is_no_circle() -> None:
    assert circles([Module("a/x.py", "import a.y"), Module("a/y.py", "import b.x"), Module("b/x.py", "")]) == []
