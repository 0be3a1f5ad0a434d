"""Match behaviours or descriptions to their values; more values are offered than are used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from question_bank.generator.language.spans import clauses, openings
from question_bank.generator.material.facts import Fact, NamedValue, Role, cite
from question_bank.generator.templates.belonging.behaviour_to_value import runs_of_line
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.likeness import gives_away, own_stems, points_at, says_nearly, speaks_of_the_same
from question_bank.generator.writing.rationale import own_line, unused_value
from question_bank.lexicon import names_clash
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T4"
PAIRS = 3
MOST_SPARES = 2
MOST_SETS = 4
NEW_PAIRS = 2  # of three, or a person is to decide whether the question is worth having beside the first
MOST_VALUES = 7
LINES_A_VALUE = 3
LEAST_IN_DESCRIPTION = 2


@dataclass(frozen=True, slots=True)
class Left:
    """A line on the left and the value it belongs to; `telling` is the share of words it has to itself."""

    fact: Fact
    text: str
    value: NamedValue
    telling: float


def ask(desk: Desk) -> Iterator[Slot]:
    """Sets of three lines of different values, the most telling first."""
    lefts = _lefts(desk, [value.behaviours for value in desk.facts.values])
    defined = [(value.definition,) if value.definition else () for value in desk.facts.values]
    for noun, verb, candidates in (
        ("behaviour", f"the value that {desk.who} lists it under", lefts),
        ("description", f"the value it explains on {desk.of('page')}", _lefts(desk, defined)),
    ):
        stem = f"Match each {noun} to {verb}."
        if sum(bool(lines) for lines in candidates) < PAIRS or len(desk.facts.values) <= PAIRS:
            continue
        asked: set[str] = set()
        for lines in _sets(desk, candidates):
            new = sum(one.fact.id not in asked for one in lines) >= NEW_PAIRS
            cut = any(not one.fact.bare.startswith(one.text) for one in lines)
            status = DraftStatus.DRAFT if new and not cut else DraftStatus.REVIEW
            asked.update(one.fact.id for one in lines if status is DraftStatus.DRAFT)
            about = f"{noun}s of " + ", ".join(f"“{one.value.name}”" for one in lines)
            yield Slot(TEMPLATE, about, _attempts(desk, stem, lines, status), lacks="miscue")


def _lefts(desk: Desk, facts: Sequence[Sequence[Fact]]) -> list[list[Left]]:
    """For each value its fairest lines, the most telling first."""
    found: list[list[Left]] = []
    for value, own in zip(desk.facts.values, facts, strict=True):
        lines = [left for fact in own if (left := _left(desk, value, fact))]
        found.append(sorted(lines, key=lambda left: -left.telling)[:LINES_A_VALUE])
    return found


def _left(desk: Desk, value: NamedValue, fact: Fact) -> Left | None:
    for text in runs_of_line(fact) if fact.role is Role.BEHAVIOUR else _runs_of_definition(fact):
        if fact.may_quote(text) and not gives_away(desk, value.name, quote=text):
            return Left(fact, text, value, len(own_stems(desk, fact, quote=text)) / len(desk.stems(text) or {text}))
    return None


def _runs_of_definition(fact: Fact) -> tuple[str, ...]:
    whole_first = openings(fact.text, least=LEAST_IN_DESCRIPTION)
    return (*whole_first, *clauses(fact.text, least=LEAST_IN_DESCRIPTION, phrases=True))


def _sets(desk: Desk, candidates: Sequence[Sequence[Left]]) -> list[tuple[Left, ...]]:
    """Sets that do not point at one another's values: for each group of values the most telling set, then further."""
    usable = [lines for lines in candidates if lines][:MOST_VALUES]
    groups: list[list[tuple[Left, ...]]] = []
    for group in combinations(usable, PAIRS):
        fair = [lines for lines in product(*group) if _is_fair(desk, lines)]
        groups.append(sorted(fair, key=lambda lines: -sum(left.telling for left in lines)))
    ranked = [lines for rank in range(LINES_A_VALUE**PAIRS) for fair in groups for lines in fair[rank : rank + 1]]
    return ranked[:MOST_SETS]


def _is_fair(desk: Desk, lines: Sequence[Left]) -> bool:
    if any(says_nearly(desk, one.text, other=other.text) for one, other in combinations(lines, 2)):
        return False
    return not any(
        points_at(desk, other.value.name, quote=left.text)
        or names_clash(other.value.name, left.value.name)
        or speaks_of_the_same(desk, other.value, quote=left.text)
        for left in lines
        for other in lines
        if other is not left
    )


def _attempts(desk: Desk, stem: str, lines: Sequence[Left], status: DraftStatus) -> Iterator[Item]:
    used = {left.value.name for left in lines}
    spare = [
        value
        for value in desk.facts.values
        if value.name not in used
        and not any(points_at(desk, value.name, quote=left.text) for left in lines)
        and not any(speaks_of_the_same(desk, value, quote=left.text) for left in lines)
        and not any(names_clash(value.name, name) for name in used)
    ]
    names = [left.fact.id for left in lines]
    ordered = desk.order(lines, TEMPLATE, *names)
    role = lines[0].fact.role
    for count in (MOST_SPARES, 1) if len(desk.facts.values) > PAIRS + 2 else (1,):
        for spares in islice(combinations(desk.order(spare, TEMPLATE, *names), count), 6):
            yield Item(
                id="",
                kind=Kind.MATCHING,
                template=TEMPLATE,
                status=status,
                stem=f"{stem} {_spares(count)}",
                options=(
                    *(Option(left.value.name, True, own_line(desk, left.fact, quote=left.text)) for left in ordered),
                    *(Option(v.name, False, unused_value(desk, v, role=role), Proof.OTHER_VALUE) for v in spares),
                ),
                facts=tuple(names),
                source=cite(*(left.fact for left in ordered)),
                pairs=tuple((left.text, left.value.name) for left in ordered),
            )


def _spares(count: int) -> str:
    return "One value is not used." if count == 1 else f"{NUMBER_WORDS[count].capitalize()} values are not used."
