"""A bank as GIFT that Moodle imports: what Moodle does not know goes along in comments, which it passes over."""

import html
import re
from collections.abc import Iterator

from question_bank.formats.exchange.carried import bank_record, item_record
from question_bank.formats.exchange.showing import explanation, is_true_false, obstacles, shares, spares
from question_bank.formats.gift.syntax import escape
from question_bank.formats.transfer import Outgoing, encode_text
from question_bank.model import Bank, Item, Kind, Option

_LONGEST_NUMBER = 100
_LINES = re.compile(r"_{3,}")


def write_gift(bank: Bank) -> Outgoing:
    """The whole bank; the notes name the questions that Moodle will not play as they are."""
    blocks = [f"// {bank_record(bank)}", *(write_question(item) for item in bank.items)]
    notes = [f"{item.id}: {reason}" for item in bank.items for reason in obstacles(item)]
    return Outgoing(encode_text("\n\n".join(blocks) + "\n"), tuple(notes))


def write_question(item: Item) -> str:
    """One question with its comments, without blank lines."""
    comments = [f"// {item_record(item)}"]
    if item.id.isprintable() and len(item.id) <= _LONGEST_NUMBER:
        comments.insert(0, f"// [id:{item.id.replace(']', chr(92) + ']')}]")
    before, after = _around_the_gap(item)
    lines = [f"::{escape(item.id)}::[plain]{before}{{", *_answers(item)]
    if why := explanation(item):
        lines.append(f"\t####{_guarded(why)}")
    lines.append(f"}}{after}")
    return "\n".join([*comments, *lines])


def _around_the_gap(item: Item) -> tuple[str, str]:
    """A gap is where the answers stand; at either end Moodle would show none, so there it stays a line."""
    before, _, after = item.stem.partition("____")
    is_one = item.kind is Kind.GAP and _LINES.findall(item.stem) == ["____"]
    if is_one and before.strip() and after.strip():
        return escape(before), escape(after)
    return f"{escape(item.stem)} ", ""


def _answers(item: Item) -> Iterator[str]:
    if item.kind is Kind.MATCHING:
        yield from (f"\t={_left(left)} -> {escape(right)}" for left, right in item.pairs or ())
        yield from (f"\t= -> {escape(text)}" for text in spares(item))
    elif is_true_false(item):
        right, wrong = item.keys[0], item.distractors[0]
        yield f"\t{right.text.upper()}{_feedback_on_both(wrong, right)}"
    else:
        for option, share in zip(item.options, shares(item), strict=True):
            mark = "=" if share == "100" and item.kind is not Kind.MULTIPLE else "~"
            weight = f"%{share}%" if item.kind is Kind.MULTIPLE else ""
            feedback = f"#{_guarded(option.rationale)}" if option.rationale else ""
            yield f"\t{mark}{weight}{_guarded(option.text)}{feedback}"


def _feedback_on_both(wrong: Option, right: Option) -> str:
    """What is said to the wrong answer comes first."""
    if not wrong.rationale and not right.rationale:
        return ""
    return f"#{_guarded(wrong.rationale)}#{_guarded(right.rationale)}"


def _guarded(text: str) -> str:
    """A text that begins like a format or a weight is told apart by naming its format."""
    return f"[plain]{escape(text)}" if text.lstrip().startswith(("[", "%")) else escape(text)


def _left(text: str) -> str:
    """An arrow cannot be escaped in GIFT, so such a text is written as HTML."""
    if "->" in text or text.rstrip().endswith("-"):
        return f"[html]{escape(html.escape(text).replace('-', '&#45;'))}"
    return _guarded(text)
