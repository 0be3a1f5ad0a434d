"""What a page does not give: said to the author instead of being made up."""

from collections.abc import Iterator, Sequence

from question_bank.generator.material.facts import PageFacts
from question_bank.model import Capacity, Finding, Item, Kind, Severity

ENOUGH = 2
_MEMBERSHIP = "there is nothing to ask but membership"


def find_lacks(
    facts: PageFacts, items: Sequence[Item], *, capacity: Capacity, setting: str | None
) -> tuple[Finding, ...]:
    """Notes on the page as a whole, each with its rule."""
    found = (*_of_page(facts), *_of_values(facts, items), *_of_bank(items, capacity), *_of_setting(items, setting))
    return tuple(Finding(rule=rule, severity=Severity.NOTE, words=words) for rule, words in found)


def _of_page(facts: PageFacts) -> Iterator[tuple[str, str]]:
    yield from _of_names(facts)
    if facts.ownerless:
        words = f"{len(facts.ownerless)} lines stand under no name; they serve only where no owner is asked"
        yield "headless", words
    if facts.is_cut:
        yield "long-page", "the page is far longer than a values page; what comes late on it is left out"
    if not facts.statements:
        yield "no-vision", "the page states no vision and no mission that can be quoted"


def _of_names(facts: PageFacts) -> Iterator[tuple[str, str]]:
    """What stands in the way of asking which line belongs to which value."""
    if not facts.values and facts.ownerless:
        yield "no-values", "values without names: nothing can be asked about what belongs to which of them"
    elif not facts.values:
        yield "no-values", "the page names no value, so nothing can be asked about what belongs to one"
    elif not facts.behaviours and not facts.definitions:
        left = "not even membership can be asked, since a heading is lost" if facts.has_lost_heading else _MEMBERSHIP
        yield "no-behaviours", f"names only: the page does not say what its values mean; {left}"
    elif len(facts.values) == 1:
        yield "one-value", "one value only: nothing can be asked about what belongs to which value"


def _of_values(facts: PageFacts, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for value in facts.values:
        about = sum(_is_about(item, value.name) for item in items)
        said = "" if value.behaviours or value.definition else "; the page does not say what it means"
        if about < ENOUGH:
            some = "no fair question" if not about else "one fair question only"
            yield "coverage", f"{some} could be written about “{value.name}”{said}"
    asked = {citation.text for item in items for citation in item.source}
    silent = [fact for fact in facts.behaviours if fact.text not in asked]
    if silent:
        lines = ", ".join(str(fact.line) for fact in silent)
        yield "coverage", f"no fair question rests on {len(silent)} of {len(facts.behaviours)} behaviours: line {lines}"


def _of_bank(items: Sequence[Item], capacity: Capacity) -> Iterator[tuple[str, str]]:
    if not items:
        yield "too-little", "the page carries no fair question; it needs values with what each means in practice"
    elif capacity.largest_paper < capacity.paper_length:
        yield (
            "too-little",
            (
                f"{_questions(capacity.largest_paper)} on a paper, the usual one has "
                f"{capacity.paper_length}; more lines under the values would help"
            ),
        )


def _questions(number: int) -> str:
    return "1 question stands alone" if number == 1 else f"{number} questions can stand together"


def _of_setting(items: Sequence[Item], setting: str | None) -> Iterator[tuple[str, str]]:
    if setting and not any(item.setting for item in items):
        yield "setting", f"no situation of the setting “{setting}” goes with what the page says"


def _is_about(item: Item, name: str) -> bool:
    if item.kind is Kind.MATCHING:
        return any(right == name for _, right in item.pairs or ())
    return item.value == name or any(option.correct and option.text == name for option in item.options)
