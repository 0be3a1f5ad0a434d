"""One item as a reviewer reads it: what is asked, what is right and why, what it rests on, and room to decide."""

from question_bank.formats.booklet.labels import KINDS
from question_bank.formats.booklet.markup import Html, classed, element
from question_bank.model import DraftStatus, Item, Kind, Option

DECISIONS = ("Publish", "Publish with changes", "Leave out")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write_entry(item: Item, *, number: int) -> Html:
    """The item under its number in the booklet."""
    heading = f"question-{number}"
    return element(
        "article",
        _head(item, number, heading),
        classed("p", "stem", *_with_blank(item.stem)),
        _pairs(item) if item.kind is Kind.MATCHING else _options(item.options),
        _spares(item),
        _foundation(item),
        _decision(number),
        attributes={"class": "item", "aria-labelledby": heading},
    )


def _head(item: Item, number: int, heading: str) -> Html:
    status = "For review" if item.status is DraftStatus.REVIEW else "Draft"
    said = [KINDS[item.kind], f"template {item.template}", *([item.setting] if item.setting else [])]
    return classed(
        "div",
        "head",
        element("h4", f"Question {number}", attributes={"id": heading}),
        classed("span", "status review" if item.status is DraftStatus.REVIEW else "status", status),
        classed("span", "kind", " · ".join(said)),
    )


def _with_blank(stem: str) -> tuple[str, ...]:
    """The gap as a line for the eye, and in words for a screen reader."""
    before, blank, after = stem.partition("____")
    if not blank:
        return (stem,)
    return before, classed("span", "blank", classed("span", "unseen", "(words left out)")), after


def _options(options: tuple[Option, ...]) -> Html:
    return classed("ol", "options", *(_option(option, _LETTERS[place % 26]) for place, option in enumerate(options)))


def _option(option: Option, letter: str) -> Html:
    mark = classed("span", "mark", "✓ Right" if option.correct else "✗ Wrong")
    return classed(
        "li",
        "right" if option.correct else "wrong",
        classed("p", "choice", classed("span", "letter", letter), " ", element("span", option.text), " ", mark),
        classed("p", "why", option.rationale),
    )


def _pairs(item: Item) -> Html:
    reasons = {option.text: option.rationale for option in item.options if option.correct}
    rows = [
        element("tr", element("td", left), element("td", "✓ ", element("strong", right)), element("td", reasons[right]))
        for left, right in item.pairs or ()
        if right in reasons
    ]
    heads = [element("th", text, attributes={"scope": "col"}) for text in ("Left", "Belongs to", "Why")]
    return classed("table", "pairs", element("thead", element("tr", *heads)), element("tbody", *rows))


def _spares(item: Item) -> Html:
    """Names of a matching item that are left over."""
    spares = item.distractors if item.kind is Kind.MATCHING else ()
    return _options(spares) if spares else Html("")


def _foundation(item: Item) -> Html:
    lines = [
        element("li", element("strong", f"Line {citation.line}: "), element("q", citation.text))
        for citation in item.source
    ]
    return classed(
        "div",
        "foundation",
        element("h5", "What it rests on"),
        element("ul", *lines),
        classed("p", "facts", "Facts: ", ", ".join(item.facts), f". Id: {item.id}."),
    )


def _decision(number: int) -> Html:
    boxes = [classed("span", "box", "☐ ", decision) for decision in DECISIONS]
    return classed(
        "div",
        "decision",
        element("h5", f"Decision on question {number}"),
        element("p", *(part for box in boxes for part in (box, " "))),
        classed("p", "write", "Remarks, initials and date:"),
    )
