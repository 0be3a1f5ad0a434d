"""From a page and a seed to a bank: every template is asked, what passes the hard gates stays."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice

from question_bank.checks import check_item
from question_bank.generator.capacity import measure_capacity
from question_bank.generator.lacks import find_lacks
from question_bank.generator.material.collect import collect_facts
from question_bank.generator.material.facts import PageFacts
from question_bank.generator.material.shuffle import short_hash
from question_bank.generator.templates import scenario
from question_bank.generator.templates.belonging import (
    behaviour_to_value,
    definition_to_value,
    match,
    select_behaviours,
    value_to_behaviour,
    value_to_definition,
    wanted_conduct,
)
from question_bank.generator.templates.names import one_name, value_names
from question_bank.generator.templates.statements import (
    phrase_to_heading,
    true_false,
    true_words,
    vision_phrases,
    whole_statement,
)
from question_bank.generator.templates.wording import expansion, gap, list_members, set_out, through_what
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.literal import read_literally
from question_bank.model import Bank, Finding, Item, Kind, Severity, ValuesPage
from question_bank.text import fold_space
from question_bank.words import jaccard

MOST_VARIANTS = 3
MOST_ATTEMPTS = 24
ALIKE = 0.85

TEMPLATES: tuple[Callable[[Desk], Iterator[Slot]], ...] = (
    behaviour_to_value.ask,
    definition_to_value.ask,
    value_to_behaviour.ask,
    value_to_definition.ask,
    select_behaviours.ask,
    wanted_conduct.ask,
    match.ask,
    gap.ask,
    vision_phrases.ask,
    whole_statement.ask,
    phrase_to_heading.ask,
    list_members.ask,
    through_what.ask,
    set_out.ask,
    expansion.ask,
    one_name.ask,
    value_names.ask,
    true_false.ask,
    true_words.ask,
)


def generate(page: ValuesPage, *, organisation: str | None, seed: int = 0, setting: str | None = None) -> Bank:
    """Every item the page can carry, in an order that the seed fixes, and findings on what was left out.

    `organisation` is the name that stems print; without it they say “this page”. `setting` is for scenarios.
    """
    name = fold_space(organisation or "") or None
    facts = collect_facts(page, organisation=name)
    desk = Desk(facts, name, seed)
    tray = _Tray(desk)
    asks: tuple[Callable[[Desk], Iterator[Slot]], ...] = (*TEMPLATES, partial(scenario.ask, setting=setting))
    for ask in asks:
        for slot in ask(desk):
            tray.fill(slot)
    items = tray.items
    capacity = measure_capacity(items, seed=seed)
    lacks = find_lacks(facts, items, capacity=capacity, setting=setting)
    return Bank(
        organisation=name,
        page_sha256=page.sha256,
        items=desk.order(items, "items"),
        capacity=capacity,
        findings=(*lacks, *tray.findings),
    )


@dataclass
class _Tray:
    """What has been accepted so far: it refuses what fails a gate, repeats, or asks one fact too often."""

    desk: Desk
    items: list[Item] = field(default_factory=list)
    _suppressed: dict[tuple[str, str], Finding] = field(default_factory=dict)
    _variants: Counter[tuple[str, str]] = field(default_factory=Counter)
    _answers: dict[object, list[frozenset[str]]] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was suppressed, each once, with its rule."""
        return tuple(self._suppressed.values())

    def fill(self, slot: Slot) -> None:
        """Keep the first way to write the item that passes; else record why there is none."""
        rule: str | None = None
        for attempt in islice(slot.attempts, MOST_ATTEMPTS):
            item = _finish(self.desk, attempt)
            if self._is_spent(item):
                rule = rule or "variants"
                continue
            failed = check_item(item, page=self.desk.facts.page, organisation=self.desk.organisation)
            refused = failed[0].rule if failed else read_literally(self.desk, item)
            if refused is None:
                self._keep(item)
                return
            rule = refused if rule in (None, "variants") else rule
        self._suppress(slot, rule or slot.lacks)

    def _is_spent(self, item: Item) -> bool:
        """The fact has its variants already, or an item with these answers asks nearly the same."""
        if any(self._variants[item.template, fact] >= MOST_VARIANTS for fact in item.facts):
            return True
        asked = self.desk.stems(item.stem)
        return any(jaccard(asked, other) >= ALIKE or asked == other for other in self._answers.get(_answers(item), ()))

    def _keep(self, item: Item) -> None:
        self.items.append(item)
        self._variants.update((item.template, fact) for fact in item.facts)
        self._answers.setdefault(_answers(item), []).append(self.desk.stems(item.stem))

    def _suppress(self, slot: Slot, rule: str) -> None:
        if rule == "variants":
            return
        words = f"{slot.template}: {slot.about}"
        self._suppressed.setdefault((rule, words), Finding(rule=rule, severity=Severity.NOTE, words=words))


def _finish(desk: Desk, item: Item) -> Item:
    """Facts said elsewhere too, options in the seed's order, and an id that only the content decides."""
    facts = _with_kin(desk.facts, item.facts)
    content = "\n".join((item.kind, item.stem, *sorted(option.text for option in item.options), *_pairs(item)))
    item_id = f"{item.template.lower()}-{short_hash(content)}"
    options = item.options if item.kind is Kind.TRUE_FALSE else desk.order(item.options, "options", item_id)
    return replace(item, id=item_id, facts=facts, options=options)


def _with_kin(facts: PageFacts, ids: Sequence[str]) -> tuple[str, ...]:
    """The facts, and those that say the same in a run of words elsewhere on the page."""
    return tuple(dict.fromkeys(one for fact in ids for one in (fact, *facts.kin.get(fact, ()))))


def _answers(item: Item) -> object:
    options = tuple(sorted((option.text.casefold(), option.correct) for option in item.options))
    return item.kind, tuple(sorted(_pairs(item))), options


def _pairs(item: Item) -> tuple[str, ...]:
    return tuple(f"{left} = {right}".casefold() for left, right in item.pairs or ())
