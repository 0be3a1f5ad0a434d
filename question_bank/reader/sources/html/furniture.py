"""Which parts of a web page are not what it says: scripts, menus, banners, forms, and what is hidden."""

import re

from question_bank.reader.sources.html.tree import Node

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_LEFT_OUT = (
    "script style template noscript svg math iframe object embed video audio canvas map nav footer dialog head title "
    "select input textarea label datalist option optgroup progress meter del s strike"
)
_NEVER = frozenset(_LEFT_OUT.split())
_ROLES_LEFT_OUT = "navigation banner contentinfo search dialog alertdialog menu menubar toolbar tooltip"
_ROLES = frozenset(_ROLES_LEFT_OUT.split())
_AROUND_CONTENT = frozenset({"header", "aside"})
_SECTIONING = frozenset({"main", "article", "section"})
_LANDMARKS = frozenset({"main", "article", "h1", "nav", "header", "footer"})
_OPENED_BY_BUTTON = frozenset({"aria-controls", "aria-expanded"})
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN_CLASS = re.compile(r"(?:^|[\s-])(?:visually-?hidden|sr-only|screen-reader-text)(?:$|\s)", re.IGNORECASE)
_FURNITURE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|skip-?links?|pagination|cookies?-?(?:banner|consent|notice|bar|message)|onetrust)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)


def is_furniture(node: Node, *, inside: str, opened: frozenset[str]) -> bool:
    """Whether an element is left out; `inside` is the innermost sectioning element, `opened` what buttons open."""
    if node.name in _NEVER or node.attributes.get("role", "").lower() in _ROLES:
        return True
    if node.name in _AROUND_CONTENT and not inside:
        return True
    if node.name == "form":
        return not any(element.name in _LANDMARKS for element in node.walk())
    if node.name == "button":
        return _OPENED_BY_BUTTON.isdisjoint(node.attributes) and node.attributes.get("role") != "tab"
    names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}"
    return _FURNITURE_CLASS.search(names) is not None or _is_unseen(node, opened)


def opened_by_buttons(root: Node) -> frozenset[str]:
    """The ids of parts that a button or tab opens: they are hidden at first, and yet what the page says."""
    named = (element.attributes.get("aria-controls", "") for element in root.walk())
    return frozenset(identity for names in named for identity in names.split())


def main_part(root: Node) -> tuple[Node, Node | None]:
    """The part that holds what the page says, and its main heading where that stands outside."""
    opened = opened_by_buttons(root)
    elements = [element for element in root.walk() if element.name != "template"]
    marked = [one for one in elements if one.name == "main" or one.attributes.get("role", "").lower() == "main"]
    articles = [one for one in elements if one.name == "article"]
    part = next((one for one in marked if one.said() and not _is_unseen(one, opened)), None)
    if part is None and len(articles) == 1 and any(one.name in HEADINGS for one in articles[0].walk()):
        part = articles[0]
    if part is None:
        return root, None
    titles = [one for one in elements if one.name == "h1" and one.said()]
    has_title = any(one.name == "h1" and one.said() for one in part.walk())
    return part, None if has_title or not titles else titles[0]


def sectioning(node: Node, inside: str) -> str:
    """The innermost sectioning element for what stands inside an element."""
    return node.name if node.name in _SECTIONING else inside


def _is_unseen(node: Node, opened: frozenset[str]) -> bool:
    attributes = node.attributes
    if attributes.get("role") == "tabpanel" or attributes.get("id") in opened:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true" or _UNSEEN_STYLE.search(attributes.get("style", "")):
        return True
    return node.name not in HEADINGS and _UNSEEN_CLASS.search(attributes.get("class", "")) is not None
