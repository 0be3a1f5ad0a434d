"""What keeps an item out of the bank, and what an author should know about it."""

from question_bank.checks.check import RULES, check_bank, check_item

__all__ = ["RULES", "check_bank", "check_item"]
