"""What a Word document's styles and numberings say of a paragraph: heading, item of a list, or left out."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from question_bank.reader.sources.blocks import BULLET
from question_bank.reader.sources.word.names import attribute, child, children, value_of

_HEADING_NAME = re.compile(r"(?:heading \d|title|subtitle)", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"(?:toc \d|toc heading|header|footer|footnote text|endnote text|caption)", re.IGNORECASE)
_BODY_LEVEL = 9
_MOST_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it takes over from the styles it rests on."""

    is_heading: bool = False
    is_left_out: bool = False
    list_id: str | None = None
    list_level: int = 0


@dataclass(slots=True)
class Numbering:
    """The lists of a document: the mark of each level, and how far each has counted."""

    formats: dict[str, dict[int, tuple[str, int]]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def mark(self, list_id: str, level: int) -> str:
        """The mark of the next item of a list at a level; nothing where the list shows none."""
        shown, start = self.formats.get(list_id, {}).get(level, ("bullet", 1))
        if shown == "none":
            return ""
        if shown == "bullet":
            return BULLET
        count = self.counts[list_id]
        count[level] = count.get(level, start - 1) + 1
        for deeper in [known for known in count if known > level]:
            del count[deeper]
        return f"{count[level]}."


def read_styles(root: Element | None) -> dict[str, Style]:
    """The paragraph styles by their ids."""
    declared = {attribute(style, "styleId"): style for style in children(root, "style")}
    return {identity: _resolve(identity, declared) for identity in declared}


def read_numbering(root: Element | None) -> Numbering:
    """The lists by their ids."""
    abstract = {
        attribute(one, "abstractNumId"): {
            _number(attribute(level, "ilvl")): (
                value_of(child(level, "numFmt")) or "bullet",
                _number(value_of(child(level, "start")), 1),
            )
            for level in children(one, "lvl")
        }
        for one in children(root, "abstractNum")
    }
    return Numbering(
        {
            attribute(one, "numId"): abstract.get(value_of(child(one, "abstractNumId")), {})
            for one in children(root, "num")
        }
    )


def outline_level(properties: Element | None) -> int:
    """The level in the outline that paragraph properties give; body text where they give none."""
    return _number(value_of(child(properties, "outlineLvl")), _BODY_LEVEL)


def list_place(properties: Element | None) -> tuple[str | None, int]:
    """The list and level that paragraph properties give; None where they give no list."""
    numbered = child(properties, "numPr")
    if numbered is None:
        return None, 0
    return value_of(child(numbered, "numId")) or None, _number(value_of(child(numbered, "ilvl")))


def is_heading_level(level: int) -> bool:
    """Whether a level of the outline is a heading's."""
    return level < _BODY_LEVEL


def _resolve(identity: str, declared: dict[str, Element]) -> Style:
    names: list[str] = []
    level, list_id, list_level = _BODY_LEVEL, None, 0
    for _ in range(_MOST_ANCESTORS):
        style = declared.get(identity)
        if style is None:
            break
        names.append(value_of(child(style, "name")))
        properties = child(style, "pPr")
        level = min(level, outline_level(properties))
        if list_id is None:
            list_id, list_level = list_place(properties)
        identity = value_of(child(style, "basedOn"))
    return Style(
        is_heading=is_heading_level(level) or any(_HEADING_NAME.fullmatch(name) for name in names),
        is_left_out=any(_CONTENTS_NAME.fullmatch(name) for name in names[:1]),
        list_id=list_id,
        list_level=list_level,
    )


def _number(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
