"""What a page does not give: said to the author instead of being made up."""

from collections.abc import Iterator, Sequence

from question_bank.generator.material.facts import PageFacts
from question_bank.model import Capacity, Finding, Item, Kind, Severity


def find_lacks(
    facts: PageFacts, items: Sequence[Item], *, capacity: Capacity, setting: str | None
) -> tuple[Finding, ...]:
    """Notes on the page as a whole, each with its rule."""
    found = (*_of_page(facts), *_of_values(facts, items), *_of_bank(items, capacity), *_of_setting(items, setting))
    return tuple(Finding(rule=rule, severity=Severity.NOTE, words=words) for rule, words in found)


def _of_page(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if not facts.values:
        yield "no-values", "the page names no value, so nothing can be asked about what belongs to one"
    elif not facts.behaviours and not facts.definitions:
        yield "no-behaviours", "the page names its values but does not say what they mean"
    if facts.ownerless:
        words = f"{len(facts.ownerless)} lines stand under no name; they serve only where no owner is asked"
        yield "headless", words
    if facts.is_cut:
        yield "long-page", "the page is far longer than a values page; what comes late on it is left out"
    if not facts.statements:
        yield "no-vision", "the page states no vision and no mission that can be quoted"


def _of_values(facts: PageFacts, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for value in facts.values:
        if not any(_is_about(item, value.name) for item in items):
            yield "coverage", f"no fair question could be written about “{value.name}”"


def _of_bank(items: Sequence[Item], capacity: Capacity) -> Iterator[tuple[str, str]]:
    if not items:
        yield "too-little", "the page carries no fair question; it needs values with what each means in practice"
    elif capacity.largest_paper < capacity.paper_length:
        yield (
            "too-little",
            (
                f"{capacity.largest_paper} questions can stand together on a paper, the usual one has "
                f"{capacity.paper_length}; more lines under the values would help"
            ),
        )


def _of_setting(items: Sequence[Item], setting: str | None) -> Iterator[tuple[str, str]]:
    if setting and not any(item.setting for item in items):
        yield "setting", f"no situation of the setting “{setting}” goes with what the page says"


def _is_about(item: Item, name: str) -> bool:
    if item.kind is Kind.MATCHING:
        return any(right == name for _, right in item.pairs or ())
    return item.value == name or any(option.correct and option.text == name for option in item.options)
