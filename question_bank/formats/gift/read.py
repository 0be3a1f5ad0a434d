"""GIFT into a bank: questions of our own come back as they were, others as items that a person has to look at."""

from question_bank.formats.exchange.carried import read_bank, read_item
from question_bank.formats.exchange.questions import Question
from question_bank.formats.exchange.taking import Taking
from question_bank.formats.gift.blocks import CATEGORY, Block, blocks
from question_bank.formats.gift.question import parse_question
from question_bank.formats.gift.write import write_question
from question_bank.formats.transfer import Incoming, decode_text
from question_bank.model import Item


def read_gift(content: bytes, *, name: str) -> Incoming:
    """Every question that can be an item; the notes list the others with their lines, and what was left out."""
    taking = Taking(name, parse_again)
    for block in blocks(decode_text(content, name=name)):
        for comment in block.comments:
            taking.bank_record(comment, read_bank)
            taking.record(comment, read_item)
        if block.text.startswith(CATEGORY):
            taking.leave_out("category", block.text.removeprefix(CATEGORY).strip())
        elif block.text:
            taking.take(parse_question(block.text, line=block.line, comments=block.comments))
    return taking.result()


def parse_again(item: Item) -> Question:
    """How a question reads that was written from the item."""
    block: Block = next(blocks(write_question(item)))
    return parse_question(block.text, line=block.line, comments=block.comments)
