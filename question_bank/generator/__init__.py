"""From a ValuesPage to a bank of items."""

from question_bank.generator.generate import generate

__all__ = ["generate"]
