"""Names in a Word document's XML, the same for the transitional and the strict form of the format."""

from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off"})


@lru_cache(maxsize=4096)
def name_of(tag: str) -> str:
    """The name of an element of the text; nothing for elements of drawings, formulas and the like."""
    for namespace in _WORD:
        if tag.startswith(namespace):
            return tag.removeprefix(namespace)
    return tag.removeprefix(_ALTERNATIVES) if tag.startswith(_ALTERNATIVES) else ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The elements of a name directly inside."""
    return (one for one in (element if element is not None else ()) if name_of(one.tag) == name)


def child(element: Element | None, name: str) -> Element | None:
    """The first of them."""
    return next(children(element, name), None)


def attribute(element: Element | None, name: str) -> str:
    """An attribute, with its namespace or without; nothing where it is not there."""
    if element is None:
        return ""
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")


def value_of(element: Element | None) -> str:
    """What most elements say by their one attribute."""
    return attribute(element, "val")


def is_on(properties: Element | None, name: str) -> bool:
    """Whether a property is set: it is there, and does not say that it is off."""
    found = child(properties, name)
    return found is not None and value_of(found).lower() not in _OFF
