"""A web page's text as tags and words with their places, in time that grows with its length and no faster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

# Every repetition keeps what it took (`*+`), so that no mark-up, however broken, is gone over twice.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<attributes>(?:[\s/]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+)|[^\s/>=]++)*+)>"
)
_ATTRIBUTE = re.compile(r"([^\s/>=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+")
_RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noframes", "xmp", "template", "svg", "math"})
_END_OF_RAW = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in _RAW}
_LONG_NUMBER = re.compile(r"&#x?[0-9a-fA-F]{9,}+;?")
_MOST_ATTRIBUTES = 50


@dataclass(frozen=True, slots=True)
class Token:
    """A tag with its attributes, or words; `place` is where it begins in the source."""

    place: int
    name: str = ""
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""


def tokens(source: str) -> Iterator[Token]:
    """Tags and words in order; comments, declarations and the inside of scripts and the like are left out."""
    place = 0
    while place < len(source):
        opened = source.find("<", place)
        if opened < 0:
            opened = len(source)
        if opened > place:
            yield Token(place, text=decode_entities(source[place:opened]))
        if opened == len(source):
            return
        if source.startswith(("<!", "<?"), opened):
            place = _end_of_declaration(source, opened)
            continue
        found = _TAG.match(source, opened)
        if found is None:
            if _begins_tag(source, opened):
                return  # a tag that never ends takes the rest of the page with it, as in a browser
            yield Token(opened, text="<")
            place = opened + 1
            continue
        token = _tag(found)
        yield token
        place = found.end()
        if token.name in _RAW and not token.closes:
            end = _END_OF_RAW[token.name].search(source, place)
            place = end.start() if end else len(source)


def decode_entities(text: str) -> str:
    """Text with its character references resolved; a number that is no character becomes the mark for that."""
    return unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _begins_tag(source: str, place: int) -> bool:
    after = source[place + 1 : place + 3].removeprefix("/")
    return after[:1].isascii() and after[:1].isalpha()


def _end_of_declaration(source: str, place: int) -> int:
    closing = "-->" if source.startswith("<!--", place) else ">"
    end = source.find(closing, place + (2 if closing == "-->" else 1))
    return len(source) if end < 0 else end + len(closing)


def _tag(found: re.Match[str]) -> Token:
    attributes: dict[str, str] = {}
    for number, one in enumerate(_ATTRIBUTE.finditer(found["attributes"])):
        if number == _MOST_ATTRIBUTES:
            break
        value = next((text for text in one.groups()[1:] if text is not None), "")
        attributes.setdefault(one[1].lower(), value)
    name = found["name"].lower()
    return Token(found.start(), name, bool(found["close"]), {k: decode_entities(v) for k, v in attributes.items()})
