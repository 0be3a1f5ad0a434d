"""Tags into a tree as a browser would: elements that close themselves, tags in the wrong order, no endless depth."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from question_bank.errors import ReadError
from question_bank.reader.lines.unit import LINE_BREAK
from question_bank.reader.sources.decode import ADVICE
from question_bank.reader.sources.html.tokens import Token, tokens
from question_bank.reader.sources.limits import MOST_MARKS

MOST_DEPTH = 200

_VOID = "area base br col embed hr img input link meta param source track wbr"
_EMPTY = frozenset(_VOID.split())
_BLOCKS = (
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul"
)
_ENDS_PARAGRAPH = frozenset(_BLOCKS.split())
_CLOSED_BY = {
    "li": ("li", frozenset({"ul", "ol", "menu", "dir"})),
    "dt": ("dt dd", frozenset({"dl"})),
    "dd": ("dt dd", frozenset({"dl"})),
    "option": ("option", frozenset({"select"})),
    "tr": ("tr td th", frozenset({"table"})),
    "td": ("td th", frozenset({"table", "tr"})),
    "th": ("td th", frozenset({"table", "tr"})),
    "thead": ("thead tbody tfoot tr td th", frozenset({"table"})),
    "tbody": ("thead tbody tfoot tr td th", frozenset({"table"})),
    "tfoot": ("thead tbody tfoot tr td th", frozenset({"table"})),
}
_WALLS = frozenset({"td", "th", "table", "caption"})
_TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})


@dataclass(slots=True)
class Words:
    """A run of text and the line of the file on which its first word stands."""

    text: str
    line: int


@dataclass(slots=True)
class Node:
    """An element with what is inside it."""

    name: str
    line: int = 1
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Node | Words]" = field(default_factory=list)

    def elements(self) -> "Iterator[Node]":
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> "Iterator[Node]":
        """Every element inside at any depth, in page order."""
        stack = [self.elements()]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                continue
            yield node
            stack.append(node.elements())

    def said(self) -> bool:
        """Whether any word stands inside."""
        inside = (self, *self.walk())
        return any(isinstance(child, Words) and child.text.strip() for node in inside for child in node.children)


def build_tree(source: str) -> Node:
    """The page as one element."""
    if source.count("<") > MOST_MARKS:
        raise ReadError(f"holds more than {MOST_MARKS:,} tags, too many for a values page; {ADVICE}")
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(source))]
    builder = _Builder()
    for token in tokens(source):
        line = bisect_right(starts, token.place)
        if not token.name:
            builder.add_words(token.text, line)
        elif token.closes:
            builder.close(token.name)
        else:
            builder.open(token, line)
    return builder.root


class _Builder:
    """Holds the elements that are open; deeper than a page can mean to be, they are taken for their contents."""

    def __init__(self) -> None:
        self.root = Node("")
        self.open_nodes = [self.root]
        self.open_names: Counter[str] = Counter()

    def add_words(self, text: str, line: int) -> None:
        blank = len(text) - len(text.lstrip())
        line += len(LINE_BREAK.findall(text, 0, blank))
        self.open_nodes[-1].children.append(Words(text, line))

    def open(self, token: Token, line: int) -> None:
        if token.name in _ENDS_PARAGRAPH:
            self._close_within({"p"}, walls=_WALLS)
        if token.name in _CLOSED_BY:
            names, walls = _CLOSED_BY[token.name]
            self._close_within(set(names.split()), walls=walls)
        node = Node(token.name, line, token.attributes)
        if len(self.open_nodes) > MOST_DEPTH and token.name not in _EMPTY:
            return
        self.open_nodes[-1].children.append(node)
        if token.name not in _EMPTY:
            self.open_nodes.append(node)
            self.open_names[token.name] += 1

    def close(self, name: str) -> None:
        if name == "br":
            self.open_nodes[-1].children.append(Node("br", self.open_nodes[-1].line))
            return
        self._close_within({name}, walls=frozenset() if name in _TABLE_TAGS else _WALLS - {name})

    def _close_within(self, names: set[str], *, walls: frozenset[str]) -> None:
        """Close the outermost element of these names that no wall stands before."""
        if not any(self.open_names[name] for name in names):
            return
        outermost = 0
        for depth in range(len(self.open_nodes) - 1, 0, -1):
            name = self.open_nodes[depth].name
            if name in names:
                outermost = depth
                if len(names) == 1:
                    break
            elif name in walls:
                break
        if outermost:
            self.open_names.subtract(node.name for node in self.open_nodes[outermost:])
            del self.open_nodes[outermost:]
