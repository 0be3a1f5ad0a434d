"""Why an option is right, and where a wrong one belongs: always more than the option says itself."""

from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, NamedValue, Role
from question_bank.generator.writing.desk import Desk

SHORT_ENOUGH = 40
LONGEST_REMINDER = 9
OPENING_WORDS = 6


def own_line(desk: Desk, fact: Fact, *, quote: str | None = None) -> str:
    """Where the page has a line, with the line in full."""
    return f"{_place(desk, fact)}: “{_printable(fact, quote or fact.bare)}”."


def belongs_elsewhere(desk: Desk, fact: Fact) -> str:
    """Where a wrong option stands on the page."""
    return f"{_place(desk, fact)}."


def other_value(desk: Desk, value: NamedValue, *, fact: Fact, quote: str) -> str:
    """Where the quoted words do belong; a line of the wrongly chosen value would answer another question."""
    verb = "explain" if fact.role is Role.DEFINITION else "stand under"
    return f"On {_page(desk)} the words “{_shortened(quote)}” {verb} “{fact.owner}”, not “{value.name}”."


def unused_value(desk: Desk, value: NamedValue, *, role: Role) -> str:
    """Why a value is left over when all lines have found theirs."""
    verb = "explains" if role is Role.DEFINITION else "stands under"
    return f"None of these lines {verb} “{value.name}” on {_page(desk)}."


def other_heading(desk: Desk, heading: str, *, right: str) -> str:
    """Where the words do belong, when another heading was chosen."""
    return f"On {_page(desk)} these words stand under “{right}”, not under “{heading}”."


def not_in_statement(desk: Desk, fact: Fact, *, of: Role) -> str:
    """Words that were taken for words of the vision or the mission, and where they do stand."""
    if fact.owner is None:
        return f"These words are not in the {of.value}; they stand in another part of {_page(desk)}."
    return f"These words are not in the {of.value}; on {_page(desk)} they stand under “{fact.owner}”."


def used_elsewhere(desk: Desk, fact: Fact, *, word: str) -> str:
    """Where the page uses a word, without the line: another question may leave that word out."""
    if fact.owner is None and fact.role not in (Role.VISION, Role.MISSION):
        return f"Another part of {_page(desk)} uses “{word}”."
    return f"{desk.our_page} uses “{word}” {_where(fact)}."


def phrase_in(desk: Desk, fact: Fact, *, phrase: str) -> str:
    """Where a phrase stands, with the words around it."""
    return f"{_place(desk, fact)}: “{around(fact, phrase)}”."


def not_printed(desk: Desk, what: str, *, instead: str) -> str:
    """A foil: words that the page does not have, and what it has in their place."""
    return f"{desk.our_page} does not use “{what}” anywhere. It says “{instead}”."


def with_dots(fact: Fact, run: str) -> str:
    """A run of a line in quotation marks, with dots where the line goes on or has begun before."""
    before, _, after = fact.bare.partition(run)
    return f"“{'… ' * bool(before.strip())}{run}{' …' * bool(after.strip())}”"


def around(fact: Fact, run: str) -> str:
    """The shortest clause of a line that holds a run and may be quoted; the run itself where there is none."""
    holding = [part for part in clauses(fact.text, least=2) if run in part and part != run and fact.may_quote(part)]
    if fact.may_quote(fact.bare) and len(fact.text.split()) <= SHORT_ENOUGH:
        return fact.bare
    return min(holding, key=len, default=run)


def _place(desk: Desk, fact: Fact) -> str:
    if fact.role in (Role.VISION, Role.MISSION):
        return f"{desk.our_page} says this in its {fact.role.value}"
    if fact.owner is None:
        return f"Another part of {_page(desk)} says this"
    if fact.role is Role.DEFINITION:
        return f"{desk.our_page} explains “{fact.owner}” in these words"
    if fact.role is Role.SECTION:
        return f"{desk.our_page} says this under the heading “{fact.owner}”"
    return f"{desk.our_page} lists this under “{fact.owner}”"


def _where(fact: Fact) -> str:
    if fact.role in (Role.VISION, Role.MISSION):
        return f"in its {fact.role.value}"
    return f"to explain “{fact.owner}”" if fact.role is Role.DEFINITION else f"under “{fact.owner}”"


def _page(desk: Desk) -> str:
    return desk.our_page[0].lower() + desk.our_page[1:]


def _printable(fact: Fact, quote: str) -> str:
    """The whole line, or the quotation alone where the rest holds a likely typo."""
    return fact.bare if fact.may_quote(fact.bare) else quote


def _shortened(quote: str) -> str:
    """The opening of a long quotation, enough to know it again."""
    words = quote.split()
    return quote if len(words) <= LONGEST_REMINDER else f"{' '.join(words[:OPENING_WORDS]).rstrip(',;:')} …"
