"""SVG as text: elements with presentation attributes alone, every word and value escaped."""

import re
from collections.abc import Mapping
from html import escape
from typing import NewType

Svg = NewType("Svg", str)
"""A piece of SVG that is ready to be printed; a text becomes one through `words` alone."""
Attributes = Mapping[str, str | float]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, attributes: Attributes, *children: Svg) -> Svg:
    """One element with what stands inside it."""
    written = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
    inside = "".join(children)
    return Svg(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")


def words(text: str) -> Svg:
    """A text; characters that XML knows nothing of are left out."""
    return Svg(escape(_NOT_IN_XML.sub("", text), quote=False))


def number(value: float) -> str:
    """A length or place to a tenth of a unit, as short as it can be written."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def _value(value: str | float) -> str:
    return escape(_NOT_IN_XML.sub("", value)) if isinstance(value, str) else number(value)
