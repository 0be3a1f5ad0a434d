"""The process that takes one web page apart; started by the reader."""

import sys

from question_bank.reader.sources.answering import answer
from question_bank.reader.sources.html.page import read_html_file

if __name__ == "__main__":
    sys.exit(answer(read_html_file))
