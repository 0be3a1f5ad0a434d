"""Turns the parameters of an upstream example into the arguments of our own component, and both outputs into trees."""

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markupsafe import Markup

Context = dict[str, Any]
Arguments = tuple[str, dict[str, Any]]
"""The call block's text, or "", and the keyword arguments."""


def text_of(part: Any) -> Any:
    """A text given as itself, or as `text` or `html` of a mapping."""
    if not isinstance(part, dict):
        return part
    return Markup(part["html"].strip()) if "html" in part else part.get("text", part.get("heading"))  # noqa: S704


def _given(**arguments: Any) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if value is not None}


def _title(part: Any) -> dict[str, Any]:
    """A label or legend: its text, size, and whether it is the page's heading."""
    part = part if isinstance(part, dict) else {"text": part}
    heading = part.get("heading", part.get("isPageHeading"))
    text = heading if isinstance(heading, str) else text_of(heading if isinstance(heading, dict) else part)
    return {"text": text, "size": part.get("size"), "page_heading": bool(heading)}


def _labelled(context: Context) -> dict[str, Any]:
    title = _title(context["label"])
    return _given(
        name=context["name"],
        id=context.get("id"),
        label=title["text"],
        label_size=title["size"],
        page_heading=title["page_heading"],
        hint=text_of(context.get("hint")),
        error=text_of(context.get("errorMessage")),
    )


def choices(context: Context) -> Arguments:
    legend = (context.get("fieldset") or {}).get("legend")
    title = _title(legend) if legend else {}
    checked = context.get("values", [context.get("value")])
    items = [
        item
        if "divider" in item
        else {
            "value": item["value"],
            "text": text_of(item),
            "hint": text_of(item.get("hint")),
            "checked": item.get("checked", item["value"] in checked),
            "disabled": item.get("disabled", context.get("disabled")),
            "exclusive": item.get("behaviour") == "exclusive",
        }
        for item in context["items"]
    ]
    return "", _given(
        name=context["name"],
        id=context.get("idPrefix"),
        items=items,
        legend=title.get("text"),
        legend_size=title.get("size") or "",
        page_heading=title.get("page_heading"),
        hint=text_of(context.get("hint")),
        error=text_of(context.get("errorMessage")),
        inline=context.get("inline"),
        small=context.get("small"),
    )


def select(context: Context) -> Arguments:
    return "", _labelled(context) | _given(items=context["items"], value=context.get("value"))


def text_input(context: Context) -> Arguments:
    names = ("value", "type", "width", "autocomplete", "inputmode", "spellcheck", "code")
    return "", _labelled(context) | _given(**{name: context.get(name) for name in names})


def password_input(context: Context) -> Arguments:
    return "", _labelled(context) | _given(autocomplete=context.get("autocomplete"))


def textarea(context: Context) -> Arguments:
    return "", _labelled(context) | _given(value=context.get("value"), rows=context.get("rows"))


def button(context: Context) -> Arguments:
    return "", _given(
        text=context["text"],
        href=context.get("href"),
        variant=context.get("variant"),
        small=context.get("small"),
        prevent_double=context.get("preventDoubleClick"),
    )


def error_summary(context: Context) -> Arguments:
    return "", _given(
        errors=context["errorList"],
        heading=text_of(context["heading"]),
        description=text_of(context.get("description")),
    )


def details(context: Context) -> Arguments:
    return context.get("html", ""), _given(
        summary=text_of(context["summary"]), text=context.get("text"), open=context.get("open")
    )


def inset_text(context: Context) -> Arguments:
    return context.get("html", ""), _given(text=context.get("text"))


def panel(context: Context) -> Arguments:
    heading = context["heading"]
    level = heading.get("level") if isinstance(heading, dict) else None
    return context.get("html", ""), _given(heading=text_of(heading), text=context.get("text"), level=level)


def banner(context: Context) -> Arguments:
    title = context.get("title")
    return "", _given(text=context["text"], success=context.get("variant") == "success", title=text_of(title))


def tag(context: Context) -> Arguments:
    return "", _given(text=context["text"], colour=context.get("colour"))


def card(context: Context) -> Arguments:
    heading = context["heading"] if isinstance(context["heading"], dict) else {"text": context["heading"]}
    return "", {"size": heading.get("size")} | _given(
        heading=text_of(heading),
        level=heading.get("level"),
        href=context.get("href"),
        description=text_of(context.get("description")),
        clickable=context.get("clickable"),
    )


def summary_list(context: Context) -> Arguments:
    rows = [
        {
            "key": text_of(row["key"]),
            "value": text_of(row["value"]),
            "actions": [_with_hidden(action) for action in row.get("actions", {}).get("items", [])],
        }
        for row in context["rows"]
    ]
    return "", _given(rows=rows, border=context.get("border"))


def table(context: Context) -> Arguments:
    caption = context["caption"] if isinstance(context["caption"], dict) else {"text": context["caption"]}
    head = [_column(column) for column in context["head"]]
    rows = [[cell if isinstance(cell, str) else _with_hidden(cell) for cell in row] for row in context["rows"]]
    return "", {"caption_size": caption.get("size")} | _given(
        caption=text_of(caption),
        caption_hidden="hidden" in caption.get("classes", ""),
        head=head,
        rows=rows,
        row_headers=context.get("firstCellIsHeader", False),
        responsive=context.get("responsive"),
        compact=context.get("compact"),
    )


def _column(column: Context) -> dict[str, Any]:
    wanted = {"numeric": column.get("format") == "numeric", "sort": column.get("sort"), "width": column.get("width")}
    return _with_hidden(column) | wanted


def _with_hidden(part: dict[str, Any]) -> dict[str, Any]:
    return _given(text=text_of(part), href=part.get("href"), hidden=part.get("visuallyHiddenText"))


ADAPTERS: dict[str, tuple[str, str, Callable[[Context], Arguments]]] = {
    "radios": ("choices", "radios", choices),
    "checkboxes": ("choices", "checkboxes", choices),
    "select": ("select", "select", select),
    "input": ("inputs", "text_input", text_input),
    "password-input": ("inputs", "password_input", password_input),
    "textarea": ("inputs", "textarea", textarea),
    "button": ("button", "button", button),
    "error-summary": ("error_summary", "error_summary", error_summary),
    "details": ("messages", "details", details),
    "inset-text": ("messages", "inset_text", inset_text),
    "panel": ("messages", "panel", panel),
    "notification-banner": ("messages", "banner", banner),
    "tag": ("tag", "tag", tag),
    "card": ("card", "card", card),
    "summary-list": ("summary_list", "summary_list", summary_list),
    "tables": ("table", "table", table),
}
"""For each upstream component: our template, our macro, and how its parameters are given."""


def tree(html: str) -> list[Any]:
    """What a browser makes of it: names, attributes and texts, without the space between tags."""
    return _children(BeautifulSoup(html, "html.parser"))


def _children(parent: Tag) -> list[Any]:
    found: list[Any] = []
    for child in parent.children:
        if isinstance(child, Tag):
            attributes = {
                name: " ".join(value) if isinstance(value, list) else value for name, value in child.attrs.items()
            }
            found.append((child.name, attributes, _children(child)))
        elif isinstance(child, NavigableString) and (text := " ".join(child.split())):
            found.append(text)
    return found
