"""Why an option is right, and where a wrong one belongs: always more than the option says itself."""

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, Role
from question_bank.generator.writing.desk import Desk

SHORT_ENOUGH = 40


def own_line(desk: Desk, fact: Fact, *, quote: str | None = None) -> str:
    """Where the page has a line, with the line in full."""
    return f"{_place(desk, fact)}: “{_printable(fact, quote or fact.bare)}”."


def belongs_elsewhere(desk: Desk, fact: Fact) -> str:
    """Where a wrong option stands on the page."""
    if fact.owner is None and fact.role is Role.BEHAVIOUR:
        return f"{desk.our_page} prints this in a list that has lost its heading."
    return f"{_place(desk, fact)}."


def other_value(desk: Desk, value: NamedValue, *, right: str) -> str:
    """What the page does say under a value that was wrongly chosen."""
    if value.definition and value.definition.may_quote(value.definition.bare):
        return f"{desk.our_page} explains “{value.name}” in other words: “{value.definition.bare}”."
    lines = [fact for fact in value.behaviours if fact.may_quote(fact.bare)]
    short = min(lines, key=lambda fact: len(fact.text), default=None)
    if short is None:
        return f"{desk.our_page} names “{value.name}” as a value, but has this line under “{right}”."
    return f"Under “{value.name}” {_page(desk)} has other lines, such as “{short.bare}”."


def phrase_in(desk: Desk, fact: Fact, *, phrase: str) -> str:
    """Where a phrase stands, with the words around it."""
    return f"{_place(desk, fact)}: “{around(fact, phrase)}”."


def not_printed(desk: Desk, what: str) -> str:
    """A foil: words that the page does not have."""
    return f"{desk.our_page} does not speak of “{what}” anywhere."


def around(fact: Fact, run: str) -> str:
    """The shortest clause of a line that holds a run and may be quoted; the run itself where there is none."""
    holding = [part for part in clauses(fact.text, least=2) if run in part and part != run and fact.may_quote(part)]
    if fact.may_quote(fact.bare) and len(fact.text.split()) <= SHORT_ENOUGH:
        return fact.bare
    return min(holding, key=len, default=run)


def _place(desk: Desk, fact: Fact) -> str:
    if fact.role in (Role.VISION, Role.MISSION):
        return f"{desk.our_page} has this in its {fact.role.value}"
    if fact.owner is None:
        return f"{desk.our_page} prints this in a list that has lost its heading"
    if fact.role is Role.DEFINITION:
        return f"{desk.our_page} explains “{fact.owner}” in these words"
    if fact.role is Role.SECTION:
        return f"{desk.our_page} has this under the heading “{fact.owner}”"
    return f"{desk.our_page} lists this under “{fact.owner}”"


def _page(desk: Desk) -> str:
    return desk.our_page[0].lower() + desk.our_page[1:]


def _printable(fact: Fact, quote: str) -> str:
    """The whole line, or the quotation alone where the rest holds a likely typo."""
    return fact.bare if fact.may_quote(fact.bare) else quote
