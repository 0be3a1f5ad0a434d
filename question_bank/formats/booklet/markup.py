"""HTML that is safe by the way it is made: text is escaped, and only what was made here is not."""

from collections.abc import Iterable
from html import escape

_ALONE = frozenset({"meta", "br", "hr"})


class Html(str):
    """Markup made by `element`; a plain `str` beside it is text."""

    __slots__ = ()


def element(name: str, *children: str, attributes: dict[str, str] | None = None) -> Html:
    """An element with its attributes and children, text among them escaped."""
    inside = "".join(f' {key}="{escape(value, quote=True)}"' for key, value in (attributes or {}).items())
    if name in _ALONE:
        return Html(f"<{name}{inside}>")
    return Html(f"<{name}{inside}>{join(children)}</{name}>")


def join(children: Iterable[str]) -> Html:
    """Markup and text one after another, the text escaped."""
    return Html("".join(child if isinstance(child, Html) else escape(child, quote=False) for child in children))


def classed(name: str, css: str, *children: str) -> Html:
    """An element with a class."""
    return element(name, *children, attributes={"class": css})


def document(*body: str, title: str, language: str, style: str) -> str:
    """A whole page that needs nothing beside itself. `style` is the style sheet, ours and therefore not escaped."""
    head = element(
        "head",
        element("meta", attributes={"charset": "utf-8"}),
        element("meta", attributes={"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", title),
        element("style", Html(f"\n{style}")),
    )
    page = element("html", Html("\n"), head, Html("\n"), element("body", *body), attributes={"lang": language})
    return f"<!doctype html>\n{page}\n"
