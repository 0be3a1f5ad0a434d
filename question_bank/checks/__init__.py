"""What keeps an item out of the bank, and what an author should know about it."""

from question_bank.checks.check import RULES, check_bank, check_item
from question_bank.checks.overrides import FIXED
from question_bank.checks.rule_table import RuleInfo, hard_gates, rule_table

__all__ = ["FIXED", "RULES", "RuleInfo", "check_bank", "check_item", "hard_gates", "rule_table"]
