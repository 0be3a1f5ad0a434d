"""The words of the author's pages: the bank beside its page, and one question beside its page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from question_bank.model import ConcernKind
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank.authoring import Decision, OpenBank, OpenItem
from quizapp.services.bank.documents import ConcernRecord
from quizapp.services.bank.items import ItemRecord
from quizapp.services.bank.remarks import Settlement
from quizapp.web.items.item_words import STATUSES, ItemWords, item_name, present_item
from quizapp.web.items.page_lines import Citation, PageLine, anchor, present_lines
from quizapp.web.items.remark_words import present_remarks, unclear_sentence
from quizapp.web.items.selection import UNCLEAR, Selection, count_columns, count_rows, filter_choices
from quizapp.web.shell.asked.addresses import address
from quizapp.web.shell.filters import count, local_date_time, number, part_of
from quizapp.web.shell.parts import Cell, Choice, Column

CONCERNS: Mapping[ConcernKind, str] = {
    ConcernKind.LOST_HEADING: "A heading is missing",
    ConcernKind.LIKELY_TYPO: "Likely a typing slip",
    ConcernKind.AMBIGUOUS_PAIR: "Two lines that could be confused",
    ConcernKind.SIMILAR_NAMES: "Names that are close to each other",
    ConcernKind.NO_BEHAVIOURS: "A value without behaviours",
    ConcernKind.COMPETING_LIST: "A list that looks like values and is none",
    ConcernKind.FRAGMENT: "A part of a sentence",
    ConcernKind.NO_VALUES: "No values found",
}
NOT_DECIDED = "Not decided yet"


@dataclass(frozen=True, slots=True)
class ConcernWords:
    """What the reader asked about one line, and what was decided."""

    kind: str
    line: int
    anchor: str
    message: str
    decision: str
    note: str


@dataclass(frozen=True, slots=True)
class BankPage:
    """Everything the page of the bank shows."""

    caption: str
    sentence: str
    edition: str = ""
    source: str | None = None
    shown: str = ""
    everything: str = ""
    items: tuple[ItemWords, ...] = ()
    lines: tuple[PageLine, ...] = ()
    columns: tuple[Column, ...] = ()
    counts: Sequence[Sequence[Cell]] = ()
    concerns: tuple[ConcernWords, ...] = ()
    concerns_summary: str = ""
    documents: tuple[Choice, ...] = ()
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    unclear: str = ""
    unclear_shown: str = ""
    unclear_elsewhere: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """One decision about a question."""

    what: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Everything the page of one question shows."""

    heading: str
    caption: str
    edition: str
    source: str | None
    item: ItemWords
    lines: tuple[PageLine, ...]
    decisions: tuple[DecisionWords, ...]
    bank: str


def present_nothing(sentence: str) -> BankPage:
    """The page while there is no bank."""
    return BankPage("", sentence)


def present_bank(opened: OpenBank, selection: Selection, *, zone: ZoneInfo, path: str) -> BankPage:
    """The bank: counts, what the reader asked, every question left by the filters, and the page itself."""
    bank = opened.bank
    unclear = _unclear_items(opened)
    chosen = selection.choose(bank.items, unclear=unclear)
    several = len(opened.pages) > 1
    undecided = sum(concern.decision is None for concern in opened.concerns)
    return BankPage(
        caption=bank.title,
        sentence=bank_sentence(bank.items),
        edition=f"Edition {number(bank.edition)} of the page",
        source=bank.source,
        shown=f"Showing {part_of(len(chosen), len(bank.items))} questions" if selection.narrows else "",
        everything=address(path, {"document": str(bank.document_id)}),
        items=tuple(
            present_item(item, present_remarks(opened.remarks.get(item.id), number_now=item.number, zone=zone))
            for item in chosen
        ),
        lines=present_lines(bank.text, [citation for item in bank.items for citation in _citations(item)]),
        columns=count_columns(),
        counts=count_rows(bank.items, path=path, document=bank.document_id),
        concerns=tuple(_concern(concern) for concern in opened.concerns),
        concerns_summary=concerns_summary(len(opened.concerns), undecided),
        documents=tuple(
            Choice(str(document_id), title, checked=document_id == bank.document_id)
            for document_id, title in opened.pages
            if several
        ),
        choices=filter_choices(bank.items, selection),
        parameters=selection.parameters,
        unclear=unclear_sentence(len(unclear)),
        unclear_shown=address(path, {"document": str(bank.document_id), "status": UNCLEAR}),
        unclear_elsewhere=_unclear_elsewhere(opened),
    )


def present_item_page(opened: OpenItem, *, zone: ZoneInfo, bank_path: str) -> ItemPage:
    """One question beside the page, with only its own lines marked."""
    return ItemPage(
        heading=item_name(opened.item.id),
        caption=opened.title,
        edition=f"Edition {number(opened.edition)} of the page",
        source=opened.source,
        item=present_item(opened.item, present_remarks(opened.remarks, number_now=opened.item.number, zone=zone)),
        lines=present_lines(opened.text, _citations(opened.item)),
        decisions=_decisions(opened, zone),
        bank=address(bank_path, {"document": str(opened.document_id)}),
    )


def bank_sentence(items: Iterable[ItemRecord]) -> str:
    """46 questions: 40 approved, 4 draft, 2 retired."""
    statuses = Counter(item.status for item in items)
    parts = [
        f"{number(statuses[status])} {STATUSES[status][0].lower()}"
        for status in (ReviewStatus.APPROVED, ReviewStatus.DRAFT, ReviewStatus.RETIRED)
        if statuses[status]
    ]
    return f"{count(statuses.total(), 'question')}: {', '.join(parts)}." if parts else "No questions yet."


def concerns_summary(concerns: int, undecided: int) -> str:
    """What the reader asked about the page, and how much of it waits for an answer."""
    if not concerns:
        return ""
    waiting = f"{number(undecided)} not decided yet" if undecided else "all decided"
    return f"{count(concerns, 'point')} about the page for a person to settle: {waiting}"


def _citations(item: ItemRecord) -> list[Citation]:
    return list(zip(item.lines, item.quotes, strict=True))


def _concern(concern: ConcernRecord) -> ConcernWords:
    return ConcernWords(
        kind=CONCERNS[concern.kind],
        line=concern.line,
        anchor=anchor(concern.line),
        message=concern.message,
        decision=concern.decision.replace("-", " ").capitalize() if concern.decision else NOT_DECIDED,
        note=concern.note or "",
    )


def _unclear_items(opened: OpenBank) -> frozenset[int]:
    """The questions called unclear that papers draw; a retired one needs no answer."""
    approved = (item.id for item in opened.bank.items if item.status is ReviewStatus.APPROVED)
    return frozenset(approved) & opened.remarks.keys()


def _unclear_elsewhere(opened: OpenBank) -> tuple[tuple[int, str], ...]:
    """The questions called unclear that only earlier editions of the page have."""
    here = {item.id for item in opened.bank.items}
    return tuple((item_id, item_name(item_id)) for item_id in sorted(opened.remarks.keys() - here))


def _decisions(opened: OpenItem, zone: ZoneInfo) -> tuple[DecisionWords, ...]:
    """Reviews and answers to remarks, the newest first."""
    reviews = [(decision.at, _decision(decision, zone)) for decision in opened.decisions]
    answers = [(answer.at, _settlement(answer, zone)) for answer in reversed(opened.settlements)]
    return tuple(words for _, words in sorted([*answers, *reviews], key=lambda pair: pair[0], reverse=True))


def _settlement(answer: Settlement, zone: ZoneInfo) -> DecisionWords:
    return DecisionWords(
        what=f"{count(answer.remarks, 'remark')} settled, edition {number(answer.number)} of its words",
        by=f"{answer.by}, {local_date_time(answer.at, zone)}",
        reason=answer.note,
    )


def _decision(decision: Decision, zone: ZoneInfo) -> DecisionWords:
    return DecisionWords(
        what=f"{STATUSES[decision.status][0]}, edition {number(decision.number)} of its words",
        by=f"{decision.by}, {local_date_time(decision.at, zone)}",
        reason=decision.reason or "",
    )
