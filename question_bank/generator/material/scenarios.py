"""The library of situations: what somebody meets at work, what it is about, and which passages speak of that."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from question_bank.errors import FormatError
from question_bank.lexicon import concepts

SETTINGS = ("ward", "community", "clinic desk", "office", "remote meeting", "estates")
MOST_WORDS = 30  # a longer passage has more than one main point
OPENING = 9  # and what comes after so many words is not the first of them
SHORT = 12  # in a passage of so many words all is one point

_THEME_LISTS = ("also", "shows", "unless", "touches")
_THEME_FIELDS = ("concept", "about", *_THEME_LISTS)
_STUB_FIELDS = ("id", "theme", "situation", "deed", "temptations", "reasons")
_STUB_LISTS = ("temptations", "reasons")
_TEMPTATIONS = 2
_LETTERS = re.compile(r"[^\W\d_]+")
_NEVER = re.compile(r"(?!)")

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """What a situation is about, and the words by which a passage speaks of it.

    `concept` and `also` are concepts of the lexicon: the one it is keyed to, and those that could be defended too.
    """

    name: str
    concept: str
    also: frozenset[str]
    about: str
    shows: tuple[tuple[Pattern, ...], ...]
    unless: Pattern
    touches: Pattern

    def is_shown_by(self, text: str) -> bool:
        """Whether a passage has this for its main point."""
        return _has_for_main_point(self, text)

    def is_touched_by(self, text: str) -> bool:
        """Whether a passage speaks of it in any way, so that somebody could argue for it."""
        plain = _plain(text)
        if not concepts(text).isdisjoint({self.concept, *self.also}) or self.touches.search(plain):
            return True
        return any(all(part.search(plain) for part in parts) for parts in self.shows)


@dataclass(frozen=True, slots=True)
class Stub:
    """A situation without an organisation: what you meet, what you do, two mistakes of decent people and why."""

    id: str
    setting: str
    theme: Theme
    situation: str
    deed: str
    temptations: tuple[str, ...]
    reasons: tuple[str, ...]


def list_stubs(setting: str | None = None) -> tuple[Stub, ...]:
    """The stubs of a setting, of all settings for None, in their listed order; FormatError for any other setting."""
    wanted = SETTINGS if setting is None else (find_setting(setting),)
    return tuple(stub for stub in _library() if stub.setting in wanted)


@lru_cache(maxsize=1)
def list_themes() -> tuple[Theme, ...]:
    """Every theme that a stub is about, once."""
    return tuple(dict.fromkeys(stub.theme for stub in _library()))


def find_setting(name: str) -> str:
    """The setting that a name means, written with blanks, hyphens or capitals; FormatError names those there are."""
    plain = " ".join(name.casefold().replace("-", " ").replace("_", " ").split())
    if plain not in SETTINGS:
        raise FormatError(f"there is no setting “{name}”; known are {', '.join(SETTINGS)}")
    return plain


def read_themes(content: Mapping[str, Any], *, place: str) -> dict[str, Theme]:
    """The themes of one file; FormatError says which field of which one is amiss."""
    return {name: _theme(name, entry, place=f"{place}: {name}") for name, entry in content.items()}


def read_stubs(content: Mapping[str, Any], *, setting: str, themes: Mapping[str, Theme]) -> tuple[Stub, ...]:
    """The stubs of one setting's file; FormatError says which field of which one is amiss."""
    place = f"scenarios of {setting}"
    entries = content.get("stubs")
    if list(content) != ["stubs"] or not isinstance(entries, list):
        raise FormatError(f"{place}: the file is written as [[stubs]] tables")
    return tuple(_stub(entry, setting=setting, themes=themes, place=place) for entry in entries)


@lru_cache(maxsize=1)
def _library() -> tuple[Stub, ...]:
    folder = resources.files("question_bank") / "content" / "scenarios"
    files = sorted((folder / "themes").iterdir(), key=lambda file: file.name)
    themes = {
        name: theme for file in files for name, theme in read_themes(_parse(file), place=f"themes {file.name}").items()
    }
    return tuple(
        stub
        for setting in SETTINGS
        for stub in read_stubs(_parse(folder / f"{setting.replace(' ', '-')}.toml"), setting=setting, themes=themes)
    )


def _parse(file: Traversable) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _theme(name: str, entry: Mapping[str, Any], *, place: str) -> Theme:
    _demand(entry, _THEME_FIELDS, lists=_THEME_LISTS, place=place)
    return Theme(
        name=name,
        concept=entry["concept"],
        also=frozenset(entry["also"]),
        about=entry["about"],
        shows=tuple(tuple(_compile([part]) for part in shown.split(" + ")) for shown in entry["shows"]),
        unless=_compile(entry["unless"]),
        touches=_compile(entry["touches"]),
    )


def _stub(entry: Mapping[str, Any], *, setting: str, themes: Mapping[str, Theme], place: str) -> Stub:
    place = f"{place}: {entry.get('id', 'a stub without id')}"
    _demand(entry, _STUB_FIELDS, lists=_STUB_LISTS, place=place)
    if entry["theme"] not in themes:
        raise FormatError(f"{place}: there is no theme “{entry['theme']}”")
    for field in _STUB_LISTS:
        if len(entry[field]) != _TEMPTATIONS:
            raise FormatError(f"{place}: field '{field}' must hold {_TEMPTATIONS} texts")
    theme = themes[entry["theme"]]
    temptations, reasons = tuple(entry["temptations"]), tuple(entry["reasons"])
    return Stub(entry["id"], setting, theme, entry["situation"], entry["deed"], temptations, reasons)


def _demand(entry: Mapping[str, Any], fields: tuple[str, ...], *, lists: tuple[str, ...], place: str) -> None:
    """Every field once, as text or as a list of texts, and no other."""
    for field in (*fields, *entry):
        if field not in fields or field not in entry:
            raise FormatError(f"{place}: field '{field}' is {'missing' if field in fields else 'not known'}")
        texts = entry[field] if field in lists else [entry[field]]
        if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
            raise FormatError(f"{place}: field '{field}' must be {'a list of texts' if field in lists else 'text'}")


def _compile(patterns: list[str]) -> Pattern:
    if not patterns:
        return _NEVER
    ways = (re.escape(pattern.strip()).replace(r"\*", "[a-z]*").replace(r"\ ", " ") for pattern in patterns)
    return re.compile(f" (?:{'|'.join(ways)})(?= )")


@lru_cache(maxsize=32768)
def _has_for_main_point(theme: Theme, text: str) -> bool:
    plain = _plain(text)
    if len(plain.split()) > MOST_WORDS or theme.unless.search(plain):
        return False
    opening = " ".join(plain.split(" ")[: OPENING + 1]) if len(plain.split()) > SHORT else plain
    return any(
        all(part.search(plain) for part in parts) and any(part.search(f"{opening} ") for part in parts)
        for parts in theme.shows
    )


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return f" {' '.join(_LETTERS.findall(text.casefold()))} "
