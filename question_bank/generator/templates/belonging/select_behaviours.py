"""Select the TWO or THREE behaviours that are listed under a value."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from question_bank.generator.material.facts import NamedValue, cite
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.distractors import Line, choices, fair_lines, lines_of_others
from question_bank.generator.writing.likeness import form_of
from question_bank.generator.writing.rationale import belongs_elsewhere, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T3"
MOST_KEYS_CONSIDERED = 6
SETS_A_VALUE = 4


def ask(desk: Desk) -> Iterator[Slot]:
    """For each value a question for three of its lines, then for two; a person decides on part of an earlier one."""
    used: Counter[str] = Counter(_keys_of_page(desk))
    for value in desk.facts.values:
        lines = fair_lines(desk, value.behaviours, name=value.name)
        about = f"behaviours under “{value.name}”"
        sets = _key_sets(desk, value, lines)
        if not sets:
            yield Slot(TEMPLATE, about, (), lacks="clang" if len(value.behaviours) > 1 else "no-behaviours")
        for number, keys in enumerate(sets):
            part = any(set(keys) <= set(other) for other in sets[:number])
            attempts = _attempts(desk, value, keys, used)
            if part:
                attempts = (replace(item, status=DraftStatus.REVIEW) for item in attempts)
            yield Slot(TEMPLATE, about, attempts, lacks="clash")


def _key_sets(desk: Desk, value: NamedValue, lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Lines of one form; all three of a value that has three come first."""
    alike = [line for line in lines if form_of(line.text) == form_of(lines[0].text)]
    some = alike if len(alike) <= 3 else desk.order(alike, TEMPLATE, value.name)[:MOST_KEYS_CONSIDERED]
    sets = [*combinations(some, 3), *combinations(some, 2)]
    if len(alike) > 3:
        sets = [tuple(some[:3]), tuple(some[3:6]), tuple(some[0:2]), tuple(some[3:5])]
    return list(dict.fromkeys(keys for keys in sets if len(keys) >= 2))[:SETS_A_VALUE]


def _keys_of_page(desk: Desk) -> dict[str, int]:
    """How often each line is asked for: what never is makes the better wrong option."""
    asked: Counter[str] = Counter()
    for value in desk.facts.values:
        lines = fair_lines(desk, value.behaviours, name=value.name)
        asked.update(line.fact.id for keys in (_key_sets(desk, value, lines) if lines else ()) for line in keys)
    return asked


def _attempts(desk: Desk, value: NamedValue, keys: Sequence[Line], used: Counter[str]) -> Iterator[Item]:
    """`used` counts how often a line was offered, so that none wears out."""
    names = [line.fact.id for line in keys]
    ordered = desk.order(lines_of_others(desk, value, keys=keys), TEMPLATE, *names)
    pool = sorted(ordered, key=lambda line: used[line.fact.id])
    for count in (3, 2) if len(keys) == 3 else (2, 3):
        for number, wrong in enumerate(choices(desk, keys, pool=pool, count=count)):
            used.update(line.fact.id for line in wrong if not number)
            yield Item(
                id="",
                kind=Kind.MULTIPLE,
                template=TEMPLATE,
                status=DraftStatus.DRAFT,
                stem=f"Select the {_behaviours(value, keys)} that {desk.who} lists under “{value.name}”.",
                options=(
                    *(Option(line.text, True, own_line(desk, line.fact, quote=line.text)) for line in keys),
                    *(Option(w.text, False, belongs_elsewhere(desk, w.fact), Proof.OTHER_VALUE) for w in wrong),
                ),
                facts=(*names, *(line.fact.id for line in wrong)),
                source=cite(*(line.fact for line in keys)),
                value=value.name,
            )


def _behaviours(value: NamedValue, keys: Sequence[Line]) -> str:
    """“TWO behaviours” would say that there are no more."""
    number = NUMBER_WORDS[len(keys)]
    return f"{number} behaviours" if len(keys) == len(value.behaviours) else f"{number} of these behaviours"
