"""What an author should know about an item or a bank, and what is never a reason to refuse it."""

from question_bank.checks.advice.advise import ON_ITEMS, ON_THE_BANK, advise

__all__ = ["ON_ITEMS", "ON_THE_BANK", "advise"]
