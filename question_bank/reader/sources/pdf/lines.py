"""Printed lines into lines of text: blank lines where there is room, wrapped lines joined, repeated edges dropped."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from question_bank.reader.sources.blocks import BULLET, GAP, Block
from question_bank.reader.sources.pdf.printed import PrintedLine
from question_bank.text import fold_space

_GLYPH = re.compile(r"[•●○▪▫◦‣∙·■□◆►➢➤✓✔\uf0b7\uf0a7\uf0d8\uf076\uf0fc]\s*|(?:[-–*+]|o)(?:\s+|$)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)](?:\s|$)")
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_EDGE_LINES = 3
_WIDER_THAN_USUAL = 1.3
_SINGLE, _DOUBLE = 1.2, 2.0
_COMMON = 0.12
_SAME_SIZE = 0.06
_NEAR_RIGHT_EDGE, _NEAR = 0.97, 0.88
_MOST_OF_PAGE = 0.7
_FEWEST_NEAR = 3
_SAME_COLUMN = 90.0
_NARROW, _WIDE = frozenset("iIljt.,:;'‘’|!()[]f r-"), frozenset("mwMWQO@%—…")


def blocks_of(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[Block]:
    """The text of all pages as logical lines."""
    lines = [_clean(line) for page in _without_edges(pages) for line in page]
    lines = _join_lone_marks([line for line in lines if line.text])
    usual = _usual_distance(lines)
    edges = _right_edges(lines)
    levels = _levels(lines)
    run: list[PrintedLine] = []
    for line in lines:
        if run and _continues(line, run, usual=usual, edge=edges.get(_column(run[0]), 0.0)):
            run.append(line)
            continue
        if run:
            yield _block(run, levels)
            if _has_room_between(run[-1], line, usual):
                yield GAP
        run = [line]
    if run:
        yield _block(run, levels)


def _clean(line: PrintedLine) -> PrintedLine:
    return replace(line, text=fold_space(line.text.translate(_LIGATURES).replace("\x00", "")))


def _without_edges(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Pages without what is printed at the top or bottom of each: its first time stays, page numbers never do."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_edge_key(line) for line in _edge(page)})
    repeated = {key for key, times in seen.items() if times > 1 and 2 * times > len(pages)}
    kept: list[list[PrintedLine]] = []
    shown: set[str] = set()
    for page in pages:
        edge = {id(line) for line in _edge(page)}
        rest: list[PrintedLine] = []
        for line in page:
            key = _edge_key(line)
            is_edge = id(line) in edge and (key in repeated or _PAGE_NUMBER.fullmatch(fold_space(line.text)))
            if not is_edge or (key not in shown and not any(digit.isdigit() for digit in line.text)):
                rest.append(line)
            shown.add(key)
        kept.append(rest)
    return kept


def _edge(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    by_height = sorted((line for line in page if line.text.strip()), key=lambda line: line.y)
    return by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]


def _edge_key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", fold_space(line.text)).casefold()


def _join_lone_marks(lines: list[PrintedLine]) -> list[PrintedLine]:
    """A bullet that was taken for a line of its own stands before the line at its height."""
    joined: list[PrintedLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _is_lone_mark(last) and last.page == line.page and abs(last.y - line.y) < line.size:
            joined[-1] = replace(line, text=f"{last.text} {line.text}", x=min(last.x, line.x))
        else:
            joined.append(line)
    return joined


def _is_lone_mark(line: PrintedLine) -> bool:
    found = _GLYPH.match(line.text) or _NUMBER.match(line.text)
    return found is not None and found.end() == len(line.text)


def _usual_distance(lines: Sequence[PrintedLine]) -> float:
    """From one line to the next within a paragraph, as a multiple of the height of the letters."""
    distances = sorted(
        round((one.y - other.y) / one.size, 1)
        for one, other in pairwise(lines)
        if one.page == other.page and _are_of_one_size(one, other) and 0.8 * one.size < one.y - other.y < 4 * one.size
    )
    times = Counter(distances)
    common = (distance for distance in sorted(times) if times[distance] >= _COMMON * len(distances))
    return min(next(common, _SINGLE), _DOUBLE)


def _right_edges(lines: Sequence[PrintedLine]) -> dict[int, float]:
    """How far to the right the lines of each column reach, where they do so often enough to have been broken there."""
    ends: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        ends[_column(line)].append((line.x + _width(line.text, line.size)) / line.page_width)
    edges: dict[int, float] = {}
    for column, reached in ends.items():
        edge = max(reached)
        near = sum(1 for end in reached if end > _NEAR * edge)
        if edge > _MOST_OF_PAGE or near >= _FEWEST_NEAR:
            edges[column] = edge
    return edges


def _levels(lines: Sequence[PrintedLine]) -> list[float]:
    """How far in the items of each level of a list begin."""
    levels: list[float] = []
    for start in sorted({round(line.x) for line in lines if _mark(line)}):
        if not levels or start - levels[-1] > 6:
            levels.append(start)
    return levels


def _continues(line: PrintedLine, run: list[PrintedLine], *, usual: float, edge: float) -> bool:
    """Whether a line goes on with what stands above it, which only the edge of the page broke off."""
    last = run[-1]
    if _mark(line) or _NUMBER.match(line.text) or not _are_of_one_size(line, last):
        return False
    if line.page == last.page and (line.y >= last.y or _has_room_between(last, line, usual)):
        return False
    if line.page != last.page and (last.text.endswith((".", "!", "?", ":")) or not line.text[0].islower()):
        return False
    if _mark(run[0]) and line.x < run[0].x - 1:
        return False
    first_word = line.text.split(maxsplit=1)[0]
    reach = (last.x + _width(f"{last.text} {first_word}", last.size)) / last.page_width
    goes_on = line.text[0].islower() and not last.text.endswith((".", "!", "?", ":", ";"))
    return edge > 0 and reach > (_NEAR if goes_on else _NEAR_RIGHT_EDGE) * edge


def _has_room_between(one: PrintedLine, other: PrintedLine, usual: float) -> bool:
    if one.page != other.page:
        return False
    return not 0 <= one.y - other.y <= _WIDER_THAN_USUAL * usual * max(one.size, other.size)


def _block(run: list[PrintedLine], levels: Sequence[float]) -> Block:
    text = run[0].text
    for line in run[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line.text
        else:
            text += line.text if text.endswith("-") and text[-2:-1].isalpha() else f" {line.text}"
    mark = _mark(run[0])
    if not mark:
        return Block(text.replace("\u00ad", ""))
    glyph = _GLYPH.match(text)
    level = sum(1 for start in levels if start < run[0].x - 3)
    return Block(text[glyph.end() if glyph else 0 :].replace("\u00ad", ""), mark=mark, level=level)


def _mark(line: PrintedLine) -> str:
    found = _GLYPH.match(line.text)
    if found and found.end() < len(line.text):
        return BULLET
    return BULLET if line.has_dot and not _NUMBER.match(line.text) else ""


def _are_of_one_size(one: PrintedLine, other: PrintedLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _column(line: PrintedLine) -> int:
    return int(line.x // _SAME_COLUMN)


def _width(text: str, size: float) -> float:
    """About how wide words are: narrow letters a third, wide ones most, others half of their height."""
    return size * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.3
    if letter in _WIDE:
        return 0.8
    return 0.65 if letter.isupper() else 0.5
