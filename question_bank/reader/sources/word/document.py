"""A Word document into lines of text: headings, paragraphs, lists, tables and text boxes, as they are seen."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from question_bank.errors import ReadError
from question_bank.reader.sources.blocks import GAP, Block, Extract, lay_out, set_apart, tidy
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.limits import MOST_LINES
from question_bank.reader.sources.tables import Cell, table_blocks
from question_bank.reader.sources.word.names import child, is_on, name_of, value_of
from question_bank.reader.sources.word.package import Package
from question_bank.reader.sources.word.runs import Runs, runs_of
from question_bank.reader.sources.word.styles import (
    Numbering,
    Style,
    is_heading_level,
    list_place,
    outline_level,
    read_numbering,
    read_styles,
)
from question_bank.text import fold_space

_AROUND_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "AlternateContent"})
_MOST_LEVELS = 100
_MOST_BLANKS = 2


def read_word(content: bytes) -> Extract:
    """The text of a .docx file; lines count in that text. ReadError says why there is none."""
    package = Package(content)
    main = package.main_part()
    root = package.parse(main)
    body = child(root, "body")
    if body is None:
        raise ReadError(f"is a Word document without any text in it; {ADVICE}")
    related = package.related(main)
    reader = _Reader(
        read_styles(package.parse(related.get("styles", "word/styles.xml"))),
        read_numbering(package.parse(related.get("numbering", "word/numbering.xml"))),
    )
    text = lay_out(_spaced(reader.blocks(body))).text
    if not text.strip():
        raise ReadError(f"is a Word document without words, perhaps with pictures of them; {ADVICE}")
    return Extract(text)


class _Reader:
    """Goes through the parts of a document with what its styles and lists say."""

    def __init__(self, styles: dict[str, Style], numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.carried = Runs()

    def blocks(self, element: Element, depth: int = 0) -> Iterator[Block]:
        """What stands in a body, cell or text box."""
        if depth > _MOST_LEVELS:
            raise ReadError(f"has tables or boxes inside one another more than {_MOST_LEVELS} deep; {ADVICE}")
        for part in element:
            name = name_of(part.tag)
            if name == "p":
                yield from self._paragraph(part, depth)
            elif name == "tbl":
                yield from self._table(part, depth)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(part), depth + 1)
            elif name in _AROUND_BLOCKS and not is_on(child(part, "sdtPr"), "showingPlcHdr"):
                yield from self.blocks(part, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        style = self.styles.get(value_of(child(properties, "pStyle")), Style())
        if style.is_left_out:
            return
        runs, self.carried = self.carried, Runs()
        runs.add(runs_of(paragraph))
        if _mark_is_deleted(properties):
            self.carried = runs
            return
        level = outline_level(properties)
        text = runs.text
        if not fold_space(text):
            yield Block()
        elif style.is_heading or is_heading_level(level):
            yield from set_apart([Block(fold_space(text))])
        else:
            yield from self._lines(text, properties, style)
        for box in runs.boxes:
            yield from set_apart(tidy(self.blocks(box, depth + 1)))

    def _lines(self, text: str, properties: Element | None, style: Style) -> Iterator[Block]:
        list_id, level = list_place(properties)
        if list_id is None:
            list_id, level = style.list_id, level or style.list_level
        mark = self.numbering.mark(list_id, level) if list_id not in (None, "0") and list_id else ""
        if mark:
            yield Block(fold_space(text), mark=mark, level=level)
            return
        for line in text.split("\n"):
            yield Block(line.rstrip())

    def _table(self, table: Element, depth: int) -> list[Block]:
        rows = [self._row(row, depth) for row in _rows(table)]
        return table_blocks(rows)

    def _row(self, row: Element, depth: int) -> list[Cell]:
        is_head = is_on(child(row, "trPr"), "tblHeader")
        cells: list[Cell] = []
        for cell in _cells(row):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value_of(merged) != "restart"
            blocks = () if goes_on else tuple(tidy(self.blocks(cell, depth + 1)))
            span = value_of(child(properties, "gridSpan"))
            cells.append(Cell(blocks, is_head=is_head))
            cells += [Cell(is_head=is_head)] * (min(int(span), 60) - 1 if span.isdecimal() else 0)
        return cells


def _chosen(alternatives: Element) -> Element:
    """The first of several forms of the same thing: the others are for programs that cannot show it."""
    choice = child(alternatives, "Choice")
    return alternatives if choice is None else choice


def _rows(table: Element) -> Iterator[Element]:
    for part in table:
        name = name_of(part.tag)
        if name == "tr":
            if not is_on(child(part, "trPr"), "del"):
                yield part
        elif name in _AROUND_BLOCKS:
            yield from _rows(part)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        name = name_of(part.tag)
        if name == "tc":
            yield part
        elif name in _AROUND_BLOCKS:
            yield from _cells(part)


def _mark_is_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted with changes tracked, so that it runs on into the next."""
    marked = child(properties, "rPr")
    return child(marked, "del") is not None or child(marked, "moveFrom") is not None


def _spaced(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with the blank lines that stand in the document, at most two, and one where a heading or table asks."""
    kept: list[Block] = []
    asked, blanks = False, 0
    for block in blocks:
        if len(kept) > MOST_LINES:
            raise ReadError(f"holds more than {MOST_LINES:,} lines, too many for a values page; {ADVICE}")
        if block == GAP:
            asked = True
        elif not block.text:
            blanks += 1
        else:
            kept += [GAP] * (min(max(int(asked), blanks), _MOST_BLANKS) if kept else 0)
            kept.append(block)
            asked, blanks = False, 0
    return kept
