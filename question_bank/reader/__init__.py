"""From the text of a values page to a ValuesPage."""

from question_bank.reader.page import read_file, read_text

__all__ = ["read_file", "read_text"]
