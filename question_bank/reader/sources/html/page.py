"""A web page into lines of text: headings, paragraphs, lists and tables as they stand in it."""

import re
from collections.abc import Iterable, Iterator

from question_bank.errors import ReadError
from question_bank.reader.lines.unit import LINE_BREAK
from question_bank.reader.sources.blocks import BULLET, GAP, Block, Extract, deeper, lay_out, set_apart, tidy
from question_bank.reader.sources.decode import ADVICE, decode
from question_bank.reader.sources.html.furniture import (
    HEADINGS,
    is_furniture,
    main_part,
    opened_by_buttons,
    sectioning,
)
from question_bank.reader.sources.html.tree import Node, Words, build_tree
from question_bank.reader.sources.limits import MOST_CELLS
from question_bank.reader.sources.tables import Cell, table_blocks

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_WITH_ROOM_AROUND = (
    "p blockquote address dd dt dl figure figcaption caption summary legend section article main header aside hgroup "
    "details fieldset form body html center"
)
_APART = HEADINGS | frozenset(_WITH_ROOM_AROUND.split())
_ON_LINES_OF_ITS_OWN = frozenset({"div", "li", "tr", "td", "th", "thead", "tbody", "tfoot", "button", "noframes"})
_ONE_LINE = HEADINGS | {"dt", "summary", "legend", "caption", "button"}
_NAME_WORDS = 6
_CHARSET = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CHARSET_WITHIN = 4096
_MOST_COLUMNS = 100


def read_html_file(content: bytes) -> Extract:
    """The text of the bytes of a web page, in the encoding that it has or says it has."""
    declared = _CHARSET.search(content, 0, _CHARSET_WITHIN)
    return read_html(decode(content, declared=declared[1].decode("ascii") if declared else None))


def read_html(source: str) -> Extract:
    """The text of a web page or of a part of one, with the lines of the source it stands on."""
    root = build_tree(source)
    part, title = main_part(root)
    writer = _Writer(opened_by_buttons(root), inside="" if part is root else "main")
    if title is not None:
        writer.visit(title)
    writer.walk(part)
    return lay_out(tidy(writer.finish()))


class _Writer:
    """Collects words until a line ends, and lines until the part does."""

    def __init__(self, opened: frozenset[str], *, inside: str, in_one_line: bool = False) -> None:
        self.opened = opened
        self.inside = inside
        self.in_one_line = in_one_line
        self.blocks: list[Block] = []
        self.run: list[Words] = []

    def finish(self) -> list[Block]:
        self.end_line()
        return self.blocks

    def walk(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, Words):
                self.run.append(child)
            else:
                self.visit(child)

    def visit(self, node: Node) -> None:
        if is_furniture(node, inside=self.inside, opened=self.opened) and not (
            node.name == "button" and self.in_one_line
        ):
            return
        outside, self.inside = self.inside, sectioning(node, self.inside)
        self._visit_seen(node)
        self.inside = outside

    def _visit_seen(self, node: Node) -> None:
        name = node.name
        if name == "br" or name == "hr":
            self._break_line(node)
        elif name == "img":
            self.run.append(Words(" ", node.line))
        elif name == "q":
            self._add_quoted(node)
        elif name == "pre":
            self._add_apart(_lines_of(self._inside(node)))
        elif name in _LISTS:
            self._add_apart(self._items(node))
        elif name == "table":
            self._add_apart(self._table(node))
        elif name in _ONE_LINE and not self.in_one_line:
            self._add_apart(self._inside(node, in_one_line=True) or _picture_text(node))
        elif name in _APART or name in _ON_LINES_OF_ITS_OWN:
            self._add_lines(node, gap=name in _APART)
        else:
            self.walk(node)

    def end_line(self) -> None:
        text = "".join(words.text for words in self.run).replace("\u00ad", "")
        if text.strip():
            line = next(words.line for words in self.run if words.text.strip())
            self.blocks.append(Block(text, line))
        self.run = []

    def _break_line(self, node: Node) -> None:
        if self.in_one_line:
            self.run.append(Words(" ", node.line))
            return
        self.end_line()
        if node.name == "hr":
            self.blocks.append(GAP)

    def _add_lines(self, node: Node, *, gap: bool) -> None:
        if self.in_one_line:
            self.run.append(Words(" ", node.line))
            self.walk(node)
            self.run.append(Words(" ", node.line))
            return
        self.end_line()
        self.blocks += [GAP] * gap
        self.walk(node)
        self.end_line()
        self.blocks += [GAP] * gap

    def _add_quoted(self, node: Node) -> None:
        self.run.append(Words("“", node.line))
        self.walk(node)
        self.run.append(Words("”", node.line))

    def _add_apart(self, blocks: Iterable[Block]) -> None:
        self.end_line()
        self.blocks += set_apart(blocks)

    def _inside(self, node: Node, *, in_one_line: bool = False) -> list[Block]:
        """What stands in an element, by itself."""
        writer = _Writer(self.opened, inside=self.inside, in_one_line=in_one_line)
        writer.walk(node)
        return writer.finish() if node.name == "pre" else list(tidy(writer.finish()))

    def _items(self, node: Node) -> Iterator[Block]:
        number = _number(node.attributes.get("start"), 1)
        for child in node.elements():
            if is_furniture(child, inside=self.inside, opened=self.opened):
                continue
            inner = self._inside(child)
            if child.name != "li":  # a list right inside a list belongs to the item above it
                yield from (map(deeper, self._items(child)) if child.name in _LISTS else inner)
                continue
            number = _number(child.attributes.get("value"), number)
            yield from _item(child, inner, mark=f"{number}." if node.name == "ol" else BULLET)
            number += 1

    def _table(self, node: Node) -> list[Block]:
        captions = [child for child in node.elements() if child.name == "caption"]
        title = [block for caption in captions for block in set_apart(self._inside(caption, in_one_line=True))]
        rows: list[list[Cell]] = []
        held: dict[int, int] = {}
        count = 0
        for row in _rows(node):
            rows.append(self._cells(row, held))
            count += len(rows[-1])
            if count > MOST_CELLS:
                raise ReadError(f"has a table of more than {MOST_CELLS:,} cells; {ADVICE}")
        return [*title, *table_blocks(rows)]

    def _cells(self, row: Node, held: dict[int, int]) -> list[Cell]:
        """The cells of a row; `held` says for how many rows more a cell above reaches into a column."""
        cells: list[Cell] = []
        for child in (element for element in row.elements() if element.name in ("td", "th")):
            _skip_held(cells, held)
            rows_below = _number(child.attributes.get("rowspan"), 1) - 1
            columns = min(_number(child.attributes.get("colspan"), 1), _MOST_COLUMNS)
            for extra in range(columns):
                if rows_below:
                    held[len(cells)] = rows_below
                blocks = () if extra else tuple(self._inside(child))
                cells.append(Cell(blocks, is_head=child.name == "th"))
        _skip_held(cells, held)
        return cells


def _skip_held(cells: list[Cell], held: dict[int, int]) -> None:
    while held.get(len(cells), 0) > 0:
        held[len(cells)] -= 1
        cells.append(Cell())


def _rows(table: Node) -> Iterator[Node]:
    for child in table.elements():
        if child.name == "tr":
            yield child
        elif child.name in ("thead", "tbody", "tfoot"):
            yield from (row for row in child.elements() if row.name == "tr")


def _item(node: Node, inner: list[Block], *, mark: str) -> Iterator[Block]:
    """An entry of a list: an item, or, where it holds a heading and what goes with it, those lines as they are."""
    first = next((place for place, block in enumerate(inner) if block.mark), len(inner))
    own = [block for block in inner[:first] if block.text]
    below = inner[first:]
    holds_parts = any(element.name in HEADINGS or element.name in ("table", "dl") for element in node.walk())
    if holds_parts or any(block.text and not block.mark for block in below) or _is_named(own):
        yield from set_apart(inner)
        return
    if own:
        yield Block(" ".join(block.text for block in own), own[0].line, mark=mark)
    yield from (deeper(block) if own else block for block in below if block.text)


def _is_named(lines: list[Block]) -> bool:
    """Whether a name stands on a line of its own above longer text."""
    if len(lines) < 2 or lines[0].text.endswith((".", ":", ";", ",", "…", "–", "-")):
        return False
    return len(lines[0].text.split()) <= _NAME_WORDS < len(lines[1].text.split())


def _lines_of(blocks: list[Block]) -> Iterator[Block]:
    """Text set line by line, as it is in `pre`."""
    for block in blocks:
        above = len(block.text) - len(block.text.lstrip())
        breaks = len(LINE_BREAK.findall(block.text, 0, above))
        for number, text in enumerate(LINE_BREAK.split(block.text)):
            yield Block(text, block.line + number - breaks)


def _picture_text(node: Node) -> list[Block]:
    """A heading that is a picture and nothing else is read by what stands for the picture."""
    pictures = [element for element in node.walk() if element.name == "img"]
    return [Block(one.attributes.get("alt", ""), one.line) for one in pictures[:1]]


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
