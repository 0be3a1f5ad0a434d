"""The process that takes one PDF file apart; started by the reader."""

import sys

from question_bank.reader.sources.answering import answer
from question_bank.reader.sources.pdf.document import read_pdf

if __name__ == "__main__":
    sys.exit(answer(read_pdf))
