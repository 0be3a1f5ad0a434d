"""Moodle XML into a bank: questions of our own come back as they were, others as items that a person has to look at."""

from question_bank.errors import FormatError
from question_bank.formats.exchange.carried import read_bank, read_item
from question_bank.formats.exchange.questions import Question
from question_bank.formats.exchange.taking import Taking
from question_bank.formats.moodle.question import parse_question, text_of
from question_bank.formats.moodle.tree import COMMENT, parse
from question_bank.formats.moodle.write import write_question
from question_bank.formats.transfer import Incoming, decode_text
from question_bank.model import Item


def read_moodle(content: bytes, *, name: str) -> Incoming:
    """Every question that can be an item; the notes list the others by place and name, and what was left out."""
    root = parse(decode_text(content, name=name), name=name)
    if root.tag != "quiz":
        raise FormatError(f"{name}: begins with <{root.tag}>; a file of questions from Moodle begins with <quiz>")
    taking = Taking(name, parse_again)
    place = 0
    for element in root:
        if element.tag is COMMENT:
            taking.bank_record(element.text or "", read_bank)
            taking.record(element.text or "", read_item)
        elif element.tag != "question":
            taking.leave_out("element", str(element.tag))
        elif element.get("type") == "category":
            taking.leave_out("category", text_of(element.find("category")))
        else:
            place += 1
            taking.take(parse_question(element, place=place))
    return taking.result()


def parse_again(item: Item) -> Question:
    """How a question reads that was written from the item."""
    root = parse(f"<quiz>{write_question(item)}</quiz>", name=item.id)
    return parse_question(root[1], place=0)
