"""Markdown into the plain text it stands for, line for line."""

import re
from collections.abc import Iterator, Sequence

from question_bank.reader.lines.unit import LINE_BREAK
from question_bank.reader.sources.blocks import GAP, Block, Extract, lay_out, set_apart
from question_bank.reader.sources.html.tokens import decode_entities
from question_bank.reader.sources.tables import Cell, table_blocks

# Every repetition has an end, so that a line of nothing but marks is not gone over again and again.
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#{1,20})?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*$")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_REFERENCE = re.compile(r" {0,3}\[[^\]]{1,200}\]:[ \t]+\S+.*$")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_BOX = re.compile(r"([ \t]*[-*+][ \t]+)\[[ xX]\][ \t]+")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>|<!--.{0,300}?-->")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURE = re.compile(r"!\[([^\[\]]{0,300})\](?:\([^()]{0,1000}\)|\[[^\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\((?:[^()]|\([^()]{0,200}\)){0,1000}\)|\[[^\]]{0,200}\])")
_EMPHASIS = (
    re.compile(r"(`{1,3})(?=\S)([^`]{1,500})(?<=\S)\1"),
    re.compile(r"(\*{2,3})(?=[^\s*])(.{1,300}?)(?<=\S)\1"),
    re.compile(r"(?<!\w)(_{2,3})(?=[^\s_])(.{1,300}?)(?<=\S)\1(?!\w)"),
    re.compile(r"(?<![\w*])(\*)(?=[^\s*])([^*]{1,500})(?<=\S)\1(?![\w*])"),
    re.compile(r"(?<!\w)(_)(?=[^\s_])([^_]{1,500})(?<=\S)\1(?!\w)"),
)
_STRUCK = re.compile(r"~~(?=\S)[^~]{1,500}(?<=\S)~~")
_LONGEST_LINE = 5_000
_KEPT = 0xF0000  # an escaped mark stands aside as a private character until the other marks are gone

_ONE_IS_ENOUGH = (
    re.compile(r"^ {0,3}#{1,6}[ \t]+[^\W\d]", re.MULTILINE),
    re.compile(r"^[^\W\d][^\n]{0,200}\n={3,}[ \t]*$", re.MULTILINE),
    re.compile(r"(?<!\])\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,500}\)"),
    re.compile(r"^[^\n|]{0,300}\|[^\n]{0,900}\n[ \t|:]{0,9}-{2,}[ \t:]*\|[ \t|:-]*$", re.MULTILINE),
    re.compile(r"^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(\*\*|__)(?=\w)[^*\n]{1,200}(?<=\S)\1", re.MULTILINE),
)
_TWO_ARE = (
    re.compile(r"\*\*(?=\w)[^*\n]{1,200}(?<=\S)\*\*"),
    re.compile(r"^[ \t]*(?:[-*+][ \t]+)?([*_])(?=\w)[^*_\n]{1,100}(?<=\S)\1[ \t]*[–—:-]", re.MULTILINE),
)


def is_markdown(text: str) -> bool:
    """Whether marks stand in a text that only Markdown has; stars in front of lines alone do not make it so."""
    unified = LINE_BREAK.sub("\n", text)
    if any(sign.search(unified) for sign in _ONE_IS_ENOUGH):
        return True
    return any(len(sign.findall(unified)) > 1 for sign in _TWO_ARE)


def read_markdown(text: str) -> Extract:
    """The text without its marks; headings and tables stand between blank lines."""
    return lay_out(_blocks(_without_front_matter(LINE_BREAK.split(text))))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    last, is_apart = GAP, False
    place = 0
    while place < len(lines):
        taken, blocks = _next(lines, place)
        if blocks == [GAP]:
            yield Block("", place + 1)
            last = GAP
        for block in blocks:
            if block == GAP:
                is_apart = True
                continue
            if is_apart and last.text:  # the page itself has no blank line here
                yield GAP
            yield block
            last, is_apart = block, False
        place += taken


def _next(lines: Sequence[str], place: int) -> tuple[int, list[Block]]:
    """How many lines belong together from here on, and what they say."""
    line, number = lines[place], place + 1
    below = lines[place + 1] if place + 1 < len(lines) else ""
    if len(line) > _LONGEST_LINE:
        return 1, [Block(line, number)]
    if not line.strip() or _REFERENCE.match(line):
        return 1, [GAP]
    if _FENCE.match(line):
        return _fenced(lines, place)
    if "|" in line and "|" in below and _TABLE_RULE.match(below):
        return _table(lines, place)
    heading = _HEADING.match(line)
    if heading:
        return 1, set_apart([Block(_plain(heading[2]) or _picture_text(heading[2]), number)])
    if _UNDERLINE.match(below) and not (_LIST_ITEM.match(line) or _QUOTE.match(line) or _RULE.match(line)):
        return 2, set_apart([Block(_plain(line).strip(), number)])
    if _RULE.match(line):
        return 1, [GAP]
    quoted = _QUOTE.match(line)
    words = _plain(_BOX.sub(r"\1", line[quoted.end() :] if quoted else line))
    return 1, [Block(part, number) for part in words.split("\n")]


def _fenced(lines: Sequence[str], place: int) -> tuple[int, list[Block]]:
    """Lines between fences, as they are."""
    end = next((after for after in range(place + 1, len(lines)) if _FENCE.match(lines[after])), len(lines))
    inside = [Block(lines[number], number + 1) for number in range(place + 1, end)]
    return end + 1 - place, set_apart(inside)


def _table(lines: Sequence[str], place: int) -> tuple[int, list[Block]]:
    end = place + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    rows = [_cells(lines[number], number + 1) for number in (place, *range(place + 2, end))]
    has_head = any(cell.blocks for cell in rows[0])
    head = [Cell(cell.blocks, is_head=has_head) for cell in rows[0]]
    return end - place, table_blocks([head, *rows[1:]])


def _cells(line: str, number: int) -> list[Cell]:
    cells = _CELL_BORDER.split(line.strip().removeprefix("|").removesuffix("|"))
    parts = ([part.strip() for part in _plain(cell).split("\n")] for cell in cells)
    return [Cell(tuple(Block(part, number) for part in own if part)) for own in parts]


def _without_front_matter(lines: list[str]) -> list[str]:
    """Blank out what stands before the page itself between two rules."""
    if lines[0].rstrip() != "---":
        return lines
    for place, line in enumerate(lines[1:60], start=1):
        if line.rstrip() in ("---", "..."):
            return [""] * (place + 1) + lines[place + 1 :]
        if line.strip() and ":" not in line and not line.startswith((" ", "-", "#")):
            return lines
    return lines


def _plain(line: str) -> str:
    """A line without marks of emphasis, links and the like; a break within it stays one."""
    text = _ESCAPE.sub(lambda found: chr(_KEPT + ord(found[1])), line.removesuffix("\\"))
    text = _ADDRESS.sub(r"\1", _BREAK.sub("\n", text))
    text = _LINK.sub(r"\1", _PICTURE.sub("", _STRUCK.sub("", _TAG.sub("", text))))
    mark = _LIST_ITEM.match(text)
    begin = mark.end() if mark else 0
    words = text[begin:]
    for emphasis in _EMPHASIS:
        words = emphasis.sub(r"\2", words)
    plain = decode_entities(text[:begin] + words)
    return "".join(chr(ord(c) - _KEPT) if _KEPT < ord(c) < _KEPT + 128 else c for c in plain) if text != line else plain


def _picture_text(text: str) -> str:
    found = _PICTURE.search(text)
    return found[1] if found else ""
