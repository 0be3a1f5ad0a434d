"""A bank as a booklet that people read, print and decide in."""

from question_bank.formats.booklet.booklet import write_booklet

__all__ = ["write_booklet"]
