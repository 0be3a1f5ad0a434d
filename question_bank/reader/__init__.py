"""From the text of a values page to a ValuesPage."""

from question_bank.reader.layout import read_text
from question_bank.reader.page import read_content, read_file

__all__ = ["read_content", "read_file", "read_text"]
