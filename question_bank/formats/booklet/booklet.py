"""A bank as one printable page of HTML that needs no script and nothing from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import resources

from question_bank.formats.booklet.entry import write_entry
from question_bank.formats.booklet.groups import Group, group_items
from question_bank.formats.booklet.labels import KINDS, rule_in_words
from question_bank.formats.booklet.markup import Html, classed, document, element
from question_bank.model import Bank, Concern, DraftStatus, Finding, Kind, ValuesPage

Known = tuple[str, str]

_LEFT_OUT = re.compile(r"T\d+\w*: ")

HOW_TO_READ = (
    "The questions stand in the order of the page, under the value or the section they ask about.",
    "“✓ Right” marks the right options, “✗ Wrong” the others. Below each stands the reason that the learner is given.",
    "“Draft” passed every rule and its own reading of the page. “For review” passed every rule, but a person is to say "
    "whether the question is worth asking and the wrong options are fair.",
    "Two questions that share a fact never stand on one paper.",
    "Tick a decision below each question. Nothing is published from this paper: decisions are entered in the bank.",
)


def write_booklet(
    bank: Bank, *, page: ValuesPage, known: Sequence[Known] = (), language: str = "en-GB", seed: int = 0
) -> str:
    """The booklet of a bank generated from this page, the same text for the same bank.

    `known` is what else is known of the page, as pairs of a name and a text; `language` is that of the page.
    """
    groups = group_items(bank.items, page=page)
    title = f"Question booklet: {bank.organisation or page.title or 'values page'}"
    skip = element("a", "Skip to the questions", attributes={"href": "#questions", "class": "skip"})
    return document(
        skip,
        element("header", element("h1", title), _facts(bank, page, known, seed)),
        element(
            "main",
            _section("How to read it", element("ol", *(element("li", text) for text in HOW_TO_READ))),
            _section("What is in it", _overview(groups)),
            _section("What the page lacks", _list(f.words for f in bank.findings if not _is_left_out(f))),
            _section("What the page leaves open", _list(_concern(concern) for concern in page.concerns)),
            element("section", element("h2", "Questions", attributes={"id": "questions"}), *_groups(groups)),
            _section("What was left out, and why", _left_out(bank.findings)),
            _section("Sign-off", classed("p", "write", "Read by, role, date:"), classed("p", "write", "Signature:")),
        ),
        title=title,
        language=language,
        style=resources.files(__package__).joinpath("booklet.css").read_text(encoding="utf-8"),
    )


def _facts(bank: Bank, page: ValuesPage, known: Sequence[Known], seed: int) -> Html:
    review = sum(item.status is DraftStatus.REVIEW for item in bank.items)
    capacity = bank.capacity
    facts: tuple[Known, ...] = (
        ("Organisation", bank.organisation or "not given; the questions say “this page”"),
        ("Page", page.title or "without a title"),
        *known,
        ("Fingerprint of the page (SHA-256)", bank.page_sha256),
        ("Seed", str(seed)),
        ("Questions", f"{len(bank.items)}: {len(bank.items) - review} drafts, {review} for review"),
        (
            "Capacity",
            f"{capacity.largest_paper} questions can stand together on one paper; at least {capacity.different_papers} "
            f"different papers of {capacity.paper_length}",
        ),
    )
    return classed("dl", "known", *(part for name, text in facts for part in _pair(name, text)))


def _pair(name: str, text: str) -> tuple[Html, Html]:
    return element("dt", name), element("dd", text)


def _section(title: str, *parts: str) -> Html:
    return element("section", element("h2", title), *parts)


def _list(texts: Iterator[str]) -> Html:
    found = list(dict.fromkeys(texts))
    return element("ul", *(element("li", text) for text in found)) if found else element("p", "Nothing.")


def _concern(concern: Concern) -> str:
    """The question to a person, with its line where the question does not name it."""
    named = f"line {concern.line}" in concern.message.casefold()
    return concern.message if named else f"Line {concern.line}: {concern.message}"


def _overview(groups: Sequence[Group]) -> Html:
    heads = ["Part of the page", *KINDS.values(), "All"]
    rows = []
    for group in groups:
        rows.append(_row(group.title, Counter(item.kind for item in group.items)))
    total = Counter(item.kind for group in groups for item in group.items)
    columns = (element("th", text, attributes={"scope": "col"}) for text in heads)
    table = classed(
        "table",
        "overview",
        element("thead", element("tr", *columns)),
        element("tbody", *rows, _row("All parts", total)),
    )
    return classed("div", "wide", table)


def _row(title: str, counts: Counter[Kind]) -> Html:
    numbers = [str(counts[kind]) for kind in KINDS] + [str(counts.total())]
    return element(
        "tr", element("th", title, attributes={"scope": "row"}), *(element("td", number) for number in numbers)
    )


def _groups(groups: Sequence[Group]) -> Iterator[Html]:
    number = 0
    for group in groups:
        entries = []
        for item in group.items:
            number += 1
            entries.append(write_entry(item, number=number))
        where = [classed("p", "where", f"From line {group.line} of the page.")] if group.line else []
        yield classed("section", "group", element("h3", group.title), *where, *entries)


def _is_left_out(finding: Finding) -> bool:
    """A question that could not be written, against a note on the page as a whole."""
    return bool(_LEFT_OUT.match(finding.words))


def _left_out(findings: Sequence[Finding]) -> Html:
    """For each reason the lines it kept from being asked about, with the templates."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for finding in findings:
        if _is_left_out(finding):
            template, _, about = finding.words.partition(": ")
            reasons.setdefault(rule_in_words(finding.rule), {}).setdefault(about, []).append(template)
    parts: list[Html] = []
    for reason, lines in reasons.items():
        said = [element("li", about, classed("span", "kind", f" ({', '.join(ids)})")) for about, ids in lines.items()]
        parts += [element("h3", f"{reason[0].upper()}{reason[1:]}"), element("ul", *said)]
    return classed("div", "left-out", *parts) if parts else element("p", "Nothing.")
