"""Where a situation belongs: what it must name because a line does, and which pages have its setting."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]+")

Pattern = re.Pattern[str]


def shows_what_it_names(line: str, *, scene: str) -> bool:
    """Whether a scene has a word of the same set for each thing that a line names so that one can see it.

    The same goes for people, unless the line names others beside them.
    """
    wanted = _sets("sets")
    if not _others().search(_plain(line)):
        wanted += _sets("people")
    return all(found.search(_plain(scene)) for found in wanted if found.search(_plain(line)))


def has_setting(page_text: str, *, setting: str) -> bool:
    """Whether a page is of an organisation whose people could meet a situation of a setting."""
    wanted = _settings().get(setting)
    return wanted is None or bool(wanted.search(_plain(page_text)))


def _plain(text: str) -> str:
    return f" {' '.join(_LETTERS.findall(text.casefold()))} "


def _pattern(line: str) -> Pattern:
    ways = (re.escape(word).replace(r"\*", "[a-z]*") for word in line.split())
    return re.compile(f" (?:{'|'.join(ways)})(?= )")


@lru_cache(maxsize=2)
def _sets(name: str) -> tuple[Pattern, ...]:
    return tuple(_pattern(line) for line in _data()[name])


@lru_cache(maxsize=1)
def _others() -> Pattern:
    return _pattern(_data()["others"])


@lru_cache(maxsize=1)
def _settings() -> dict[str, Pattern]:
    return {name: _pattern(words) for name, words in _data()["settings"].items()}


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    file = resources.files("question_bank") / "content" / "scenarios" / "concrete.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
