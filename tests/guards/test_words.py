"""The repository speaks of the product alone, and nothing in it waits to be finished."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.source import ROOT, require_none

TEXT = (".cfg", ".html", ".in", ".ini", ".jinja", ".js", ".md", ".mako", ".py", ".sh", ".toml", ".txt", ".yml", ".css")
LEFT_OUT = ("instance", "test-results", "__pycache__")
KEPT = (".ci", ".gitignore")
RULES = {
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w"),
    "a package registry's address": re.compile(r"py[p]i\.org|python[h]osted|npm[j]s\."),
    "a number in a tracker": re.compile(r"\b(?:issue|ticket|pull request) #?\d+\b", re.IGNORECASE),
    "something unfinished": re.compile(
        r"\b(?:TO[D]O|FIX[M]E|XX[X]|Not[I]mplementedError|lorem[ ]ipsum|coming[ ]soon)\b"
    ),
    "a test switched off": re.compile(r"mark\.(?:[s]kip\b|[x]fail)|assert [T]rue\b"),
}


def word_faults(texts: Mapping[str, str]) -> list[str]:
    """Lines that speak of something else than the product, by path."""
    return [
        f"{path}:{number}: {what}: {line.strip()[:120]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        for what, pattern in RULES.items()
        if pattern.search(line)
    ]


def repository_texts(folder: Path = ROOT) -> dict[str, str]:
    """Every text file of the repository; hidden folders and what running leaves behind are none of it."""
    texts: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        is_hidden = path.name.startswith(".") and path.name not in KEPT
        if is_hidden or path.name in LEFT_OUT or path.is_symlink():
            continue
        if path.is_dir():
            texts |= repository_texts(path)
        elif path.suffix in TEXT or not path.suffix:
            texts[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
    return texts


def test_the_repository_speaks_of_the_product_alone() -> None:
    require_none(word_faults(repository_texts()))


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "home/asha/quiz",
        "from https://" + "pypi" + ".org/simple",
        "as Issue" + " #12 says",
        "# TO" + "DO: later",
        "raise Not" + "ImplementedError",
        "@pytest.mark.sk" + "ip",
    ],
)
def test_a_line_about_something_else_is_seen(line: str) -> None:
    assert len(word_faults({"README.md": f"A quiz.\n{line}\n"})) == 1


def test_ordinary_lines_are_left_alone() -> None:
    lines = "https://example.nhs.uk/home/values, the root, skipif, an issue of 12 pages, homework/1"
    assert word_faults({"README.md": lines}) == []
