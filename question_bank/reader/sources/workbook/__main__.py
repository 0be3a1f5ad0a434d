"""The process that takes one Excel file apart; started by whoever reads it."""

import sys

from question_bank.reader.sources.answering import answer
from question_bank.reader.sources.workbook.cells import read_workbook

if __name__ == "__main__":
    sys.exit(answer(read_workbook))
