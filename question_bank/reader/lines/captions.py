"""Labels that stand over lists again and again: they open the lists of a value, and are never its name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.polarity import names_the_unwanted
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.lines.wording import Role, role_of

_MOST_WORDS = 12
_NEVER_CAPTIONS = (Role.VALUES, Role.VISION, Role.MISSION, Role.COMBINED)
_FEWEST_WITHOUT_LIST = 3


def mark_captions(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Make openings of the labels that are repeated over lists."""
    captions = repeated_captions(units)
    return tuple(replace(unit, kind=Kind.STEM) if unit.start in captions else unit for unit in units)


def repeated_captions(units: Sequence[Unit]) -> frozenset[int]:
    """Where a label stands that is printed below several names, or each time behind the list of such a label."""
    places, keys = _repeated(units)
    captions = _first_captions(units, places, keys) | _unwanted_pairs(units, places, keys)
    captions |= _counterparts(places, keys, captions)
    return frozenset(units[place].start for place in places if keys[place] in captions)


def second_captions(units: Sequence[Unit]) -> frozenset[int]:
    """Where a label stands that opens the second list of a value: always behind the same other label, in one block."""
    places, keys = _repeated(units)
    captions = _first_captions(units, places, keys)
    second = _counterparts(places, keys, captions)
    before = _labels_before(units, [place for place in places if keys[place] in captions | second], keys)
    for key, above in before.items():
        (first, is_block), *others = above
        if first and is_block and not any(one != (first, True) for one in others):
            second |= set() if all(is_joined for _, is_joined in before[first]) else {key}
    return frozenset(units[place].start for place in places if keys[place] in second)


def _labels_before(
    units: Sequence[Unit], places: Sequence[int], keys: dict[int, str]
) -> dict[str, list[tuple[str, bool]]]:
    """For each label the labels above it, and whether no blank line stands between."""
    before: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for last, place in pairwise((None, *places)):
        if place is None:
            continue
        is_block = last is not None and all(unit.gap == 0 for unit in units[last + 1 : place + 1])
        before[keys[place]].append((keys[last] if last is not None else "", is_block))
    return before


def _repeated(units: Sequence[Unit]) -> tuple[list[int], dict[int, str]]:
    places = [place for place, unit in enumerate(units) if _may_be_caption(units, place)]
    keys = {place: key_of(units[place].raw) for place in places}
    counts = Counter(keys.values())
    return [place for place in places if counts[keys[place]] > 1], keys


def _may_be_caption(units: Sequence[Unit], place: int) -> bool:
    unit = units[place]
    if unit.kind not in (Kind.HEADING, Kind.STEM) or place + 1 == len(units):
        return False
    return len(unit.raw.split()) <= _MOST_WORDS and role_of(unit.raw) not in _NEVER_CAPTIONS


def _first_captions(units: Sequence[Unit], places: Sequence[int], keys: dict[int, str]) -> set[str]:
    """Labels that as a rule stand right below a name, or below what it means; each time another one."""
    above: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    repeated = {keys[place] for place in places}
    for place in places:
        key = keys[place]
        count[key] += 1
        listed[key] += _opens_list(units, place)
        heading = key_of(units[place - 1].raw) if place and _may_head_a_caption(units[place - 1]) else ""
        if heading and heading not in repeated:
            above[key].add(heading)
    return {
        key
        for key, number in count.items()
        if 2 * len(above[key]) >= number
        if listed[key] == number or (number >= _FEWEST_WITHOUT_LIST and len(above[key]) == number)
    }


def _unwanted_pairs(units: Sequence[Unit], places: Sequence[int], keys: dict[int, str]) -> set[str]:
    """Labels of unwanted conduct that are repeated, with the labels that each time stand before them."""
    unwanted = {keys[place] for place in places if names_the_unwanted(units[place].raw)}
    before: dict[str, list[str]] = defaultdict(list)
    last = ""
    for place in places:
        before[keys[place]].append(last)
        last = keys[place]
    firsts = {
        above[0]
        for key, above in before.items()
        if key in unwanted and len(set(above)) == 1 and len(before[above[0]]) == len(above)
    }
    return unwanted | firsts - {""}


def _counterparts(places: Sequence[int], keys: dict[int, str], captions: set[str]) -> set[str]:
    """Labels that always stand behind another label of which all is known."""
    follows: dict[str, bool] = {}
    last = ""
    for place in places:
        key = keys[place]
        is_behind = last != key and (last in captions or follows.get(last, False))
        follows[key] = follows.get(key, True) and is_behind
        last = key
    return {key for key, is_behind in follows.items() if is_behind and key not in captions}


def _opens_list(units: Sequence[Unit], place: int) -> bool:
    return units[place + 1].kind is Kind.ITEM or units[place].raw.endswith(":")


def _may_head_a_caption(unit: Unit) -> bool:
    return unit.kind is Kind.PARAGRAPH or (unit.kind is Kind.HEADING and role_of(unit.raw) is None)
