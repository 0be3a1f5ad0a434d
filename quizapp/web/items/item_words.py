"""One question in words: its kind, its status, its options with their reasons and proofs, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from question_bank.model import Kind, Proof
from quizapp.assessment.papers.review import ReviewStatus
from quizapp.services.bank.items import ItemRecord, OptionRecord
from quizapp.web.items.page_lines import anchor
from quizapp.web.items.remark_words import RemarkWords
from quizapp.web.shell.parts import Cell

KINDS: Mapping[Kind, str] = {
    Kind.SINGLE: "One answer",
    Kind.MULTIPLE: "Several answers",
    Kind.MATCHING: "Match",
    Kind.GAP: "Fill the gap",
    Kind.TRUE_FALSE: "True or false",
}
STATUSES: Mapping[ReviewStatus, tuple[str, str]] = {
    ReviewStatus.DRAFT: ("Draft", "yellow"),
    ReviewStatus.APPROVED: ("Approved", "green"),
    ReviewStatus.RETIRED: ("Retired", "grey"),
}
PROOFS: Mapping[Proof, str] = {
    Proof.OTHER_VALUE: "Proof: the page has it under another value.",
    Proof.OTHER_SECTION: "Proof: the page has it in another part.",
    Proof.NOT_THIS_GAP: "Proof: the page has these words elsewhere, not in this place.",
    Proof.NOT_ON_PAGE: "Proof: the page does not say it.",
    Proof.NOT_WANTED: "Proof: the page names it as something not wanted.",
    Proof.OPPOSITE: "Proof: it is the opposite of what the page says.",
}
NO_VALUE = "No value (vision and other parts)"


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option, whether it is right, why, and how a wrong one can be looked up."""

    text: str
    correct: bool
    rationale: str
    proof: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the page that a question rests on, with the line they begin on and where it stands on our page."""

    line: int
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class ItemWords:
    """A question as its author reads it."""

    id: int
    name: str
    anchor: str
    stem: str
    status: Cell
    facts: str
    keys: tuple[str, ...]
    options: tuple[OptionWords, ...]
    quotes: tuple[Quote, ...]
    notice: str
    may_approve: bool
    may_retire: bool
    remarks: RemarkWords | None


def present_item(item: ItemRecord, remarks: RemarkWords | None = None) -> ItemWords:
    """The question in words, with what learners find unclear about it."""
    words, colour = STATUSES[item.status]
    return ItemWords(
        id=item.id,
        name=item_name(item.id),
        anchor=f"item-{item.id}",
        stem=item.stem,
        status=Cell(words, tag=colour),
        facts=f"{KINDS[item.kind]}. {', '.join(item.value_names) or NO_VALUE}.",
        keys=tuple(f"{left}: {right}" for left, right in item.pairs)
        or tuple(option.text for option in item.options if option.correct),
        options=tuple(_option(option) for option in item.options),
        quotes=tuple(
            Quote(line, f"#{anchor(line)}", words) for line, words in zip(item.lines, item.quotes, strict=True)
        ),
        notice=_notice(item),
        may_approve=item.status is not ReviewStatus.APPROVED,
        may_retire=item.status is not ReviewStatus.RETIRED,
        remarks=remarks,
    )


def item_name(item_id: int) -> str:
    """What a question is called where its words are too long."""
    return f"Question {item_id}"


def _option(option: OptionRecord) -> OptionWords:
    proof = "" if option.correct or option.proof is None else PROOFS[option.proof]
    return OptionWords(option.text, option.correct, option.rationale, proof)


def _notice(item: ItemRecord) -> str:
    if item.status is ReviewStatus.RETIRED:
        return f"Retired: {item.reason}" if item.reason else ""
    waits = item.needs_review and item.status is ReviewStatus.DRAFT
    return "Read it before you approve it: it is never approved unseen." if waits else ""
