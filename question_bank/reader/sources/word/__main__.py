"""The process that takes one Word document apart; started by the reader."""

import sys

from question_bank.reader.sources.answering import answer
from question_bank.reader.sources.word.document import read_word

if __name__ == "__main__":
    sys.exit(answer(read_word))
