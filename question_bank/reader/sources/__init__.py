"""Files of every kind that is read, taken to plain text."""

from question_bank.reader.sources.blocks import Extract
from question_bank.reader.sources.extract import extract_text

__all__ = ["Extract", "extract_text"]
