"""XML into a tree, without anything that could reach outside or blow up: no document type, no depth without end."""

from typing import Any
from xml.etree import ElementTree

from question_bank.errors import FormatError

DEPTH = 40

Element = ElementTree.Element
COMMENT: Any = ElementTree.Comment


def parse(text: str, *, name: str) -> Element:
    """The root with its comments kept; FormatError names line and column of what is not XML."""
    parser = ElementTree.XMLParser(target=_Builder(name))  # noqa: S314  (the builder refuses what could be turned against us)
    try:
        parser.feed(text)
        root: Element = parser.close()
    except ElementTree.ParseError as error:
        line, column = error.position
        raise FormatError(
            f"{name}: line {line}, column {column + 1}: is not XML: {error.msg.partition(':')[0]}"
        ) from error
    return root


class _Builder(ElementTree.TreeBuilder):
    def __init__(self, name: str) -> None:
        super().__init__(insert_comments=True)
        self._name = name
        self._depth = 0

    def doctype(self, *declared: str | None) -> None:
        """Called at its start, before anything in it can take effect."""
        raise FormatError(f"{self._name}: declares a document type, which question files have no use for; remove it")

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > DEPTH:
            raise FormatError(f"{self._name}: is nested more than {DEPTH} deep, which no question file is")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)
