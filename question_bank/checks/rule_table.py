"""The one table of rules: each one's name in plain words, what to do about it, its source and its threshold."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What people are told about a rule: advice does not fail, and what needs the page rests without one."""

    name: str
    title: str
    what_to_do: str
    source: str
    threshold: str
    fails: bool
    needs_page: bool


@lru_cache(maxsize=1)
def rule_table() -> dict[str, RuleInfo]:
    """Every rule by its name, in the order in which findings are printed."""
    data = resources.files("question_bank").joinpath("checks/rules.toml").read_text(encoding="utf-8")
    return {
        name: RuleInfo(
            name=name,
            title=row["title"],
            what_to_do=row["do"],
            source=row["from"],
            threshold=row["when"],
            fails=row.get("fails", True),
            needs_page=row.get("page", False),
        )
        for name, row in tomllib.loads(data).items()
    }


def hard_gates() -> tuple[str, ...]:
    """The names of the rules that keep an item out of a bank."""
    return tuple(name for name, info in rule_table().items() if info.fails)
