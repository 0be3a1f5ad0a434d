"""A bank as Moodle XML: what Moodle does not know goes along in comments, which it passes over."""

import re
from collections.abc import Iterator

from question_bank.formats.exchange.carried import bank_record, item_record
from question_bank.formats.exchange.showing import explanation, is_true_false, obstacles, shares, spares
from question_bank.formats.transfer import Outgoing, encode_text
from question_bank.model import Bank, Item, Kind, Option

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", '"': "&quot;"}
_SPECIAL = re.compile(r'[&<>\r"]')
_SETTINGS = {"defaultgrade": "1.0000000", "penalty": "0.3333333", "hidden": "0"}
_CHOICE = {"shuffleanswers": "true", "answernumbering": "abc"}


def write_moodle(bank: Bank) -> Outgoing:
    """The whole bank; the notes name the questions that Moodle will not play as they are."""
    parts = [HEAD, "<quiz>", f"<!-- {bank_record(bank)} -->", *map(write_question, bank.items), "</quiz>", ""]
    notes = []
    for item in bank.items:
        reasons = list(obstacles(item))
        if any(_NOT_XML.search(text) for text in _texts(item)):
            reasons.append("Moodle shows � for characters that XML cannot hold")
        notes += [f"{item.id}: {reason}" for reason in reasons]
    return Outgoing(encode_text("\n".join(parts)), tuple(notes))


def write_question(item: Item) -> str:
    """The item's comment and its question element."""
    return "\n".join([f"<!-- {item_record(item)} -->", *_question(item)])


def _question(item: Item) -> Iterator[str]:
    yield f'<question type="{_type(item)}">'
    yield f"  <name>{_text(item.id)}</name>"
    yield f"  {_formatted('questiontext', item.stem)}"
    yield f"  {_formatted('generalfeedback', explanation(item))}"
    yield from (f"  <{name}>{value}</{name}>" for name, value in _SETTINGS.items())
    yield f"  <idnumber>{_escape(item.id)}</idnumber>"
    if item.kind is Kind.MATCHING:
        yield "  <shuffleanswers>true</shuffleanswers>"
        yield from (_subquestion(left, right) for left, right in item.pairs or ())
        yield from (_subquestion("", text) for text in spares(item))
    elif is_true_false(item):
        yield from (_answer(option.text.lower(), share, option) for option, share in _shared(item))
    else:
        yield f"  <single>{'false' if item.kind is Kind.MULTIPLE else 'true'}</single>"
        yield from (f"  <{name}>{value}</{name}>" for name, value in _CHOICE.items())
        yield from (_answer(option.text, share, option) for option, share in _shared(item))
    yield "</question>"


def _type(item: Item) -> str:
    if item.kind is Kind.MATCHING:
        return "matching"
    return "truefalse" if is_true_false(item) else "multichoice"


def _shared(item: Item) -> Iterator[tuple[Option, str]]:
    return zip(item.options, shares(item), strict=True)


def _answer(text: str, share: str, option: Option) -> str:
    feedback = _formatted("feedback", option.rationale)
    return f'  <answer fraction="{share}" format="plain_text">{_text(text)}{feedback}</answer>'


def _subquestion(left: str, right: str) -> str:
    return f'  <subquestion format="plain_text">{_text(left)}<answer>{_text(right)}</answer></subquestion>'


def _formatted(name: str, text: str) -> str:
    return f'<{name} format="plain_text">{_text(text)}</{name}>'


def _text(text: str) -> str:
    return f"<text>{_escape(text)}</text>"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], _NOT_XML.sub("�", text))


def _texts(item: Item) -> Iterator[str]:
    yield from (item.id, item.stem, explanation(item))
    for option in item.options:
        yield from (option.text, option.rationale)
    for pair in item.pairs or ():
        yield from pair
