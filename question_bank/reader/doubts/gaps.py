"""What a page leaves out: names above lists, lists below names, the words around a fragment."""

import re
from collections.abc import Iterator, Sequence

from question_bank.model import Concern, ConcernKind, Passage, Value, ValuesPage
from question_bank.reader.doubts.phrases import join_names, label, shorten
from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Kind, Unit
from question_bank.reader.parts.found import Found
from question_bank.reader.parts.table import Table

_NEEDS_OPENING = re.compile(r"(?:by|to|and|or) ", re.IGNORECASE)
_SPELLS = re.compile(
    r"\b(?:(?i:spell(?:s|ing)?(?: out)?|acronym|initials|first letters?|letters)\b[^.!?]{0,60}?|(?i:reads?|you get)\s+)"
    r"[\"'“‘]?\b([A-Z]{3,12})\b"
)
_LONGEST_SENTENCE = 400
_SHORTEST_ITEM = 3
_ENDS_WHOLE = re.compile(r"[.!?;:…)\"'”’]$")


def find_lost_headings(page: ValuesPage, found: Found) -> Iterator[Concern]:
    """Lists without a name above them, names without a part of their own, and columns run together."""
    proposals = _proposed_names(page, found)
    for value in page.values:
        items = (*value.behaviours, *value.avoid)
        if value.name is not None or not items:
            continue
        proposed = proposals.get(value.line)
        ask = f"Is it “{proposed}”?" if proposed else "What is this value called, or is it to stay without a name?"
        yield Concern(
            ConcernKind.LOST_HEADING,
            value.line,
            f"The list on line {items[0].line} (“{shorten(items[0].text)}”) has no heading of its own. {ask}",
        )
    yield from _names_without_part(page, found)
    yield from _fewer_than_announced(page, found)
    for table in found.tables:
        yield Concern(
            ConcernKind.LOST_HEADING,
            table.line,
            f"Line {table.line} looks like the top of a table with {table.columns} columns, and the lines below it no "
            f"longer show which column they stood in. {_ask_about_columns(table)}",
        )


def find_broken_acronym(page: ValuesPage, units: Sequence[Unit]) -> Iterator[Concern]:
    """An acronym that the page says its values spell, and that the names found do not."""
    initials = "".join(value.name[0].upper() if value.name else "." for value in page.values)
    for unit in units:
        found = _SPELLS.search(unit.raw, 0, _LONGEST_SENTENCE) if unit.kind is not Kind.ITEM else None
        if found is None or not initials or re.fullmatch(initials, found.group(1)):
            continue
        names = join_names([value.name for value in page.values if value.name] or ["…"])
        yield Concern(
            ConcernKind.LOST_HEADING,
            unit.line,
            f"Line {unit.line} says that the values spell “{found.group(1)}”, but those found are {names}. "
            "Which name is missing, or spelt in another way?",
        )


def find_missing_lists(page: ValuesPage) -> Iterator[Concern]:
    """Pages without values, values without behaviours."""
    if not page.values:
        yield Concern(
            ConcernKind.NO_VALUES,
            1,
            "No values were found on this page. Is this the right page, and if so, on which line do its values begin?",
        )
        return
    bare = [value for value in page.values if not value.behaviours and not value.avoid]
    if len(bare) == len(page.values):
        yield Concern(
            ConcernKind.NO_BEHAVIOURS,
            bare[0].line,
            f"The page lists its values ({len(bare)}) but ties no behaviours to them. "
            "Is there a text on what each value looks like at work that could be added?",
        )
        return
    for value in bare:
        yield Concern(
            ConcernKind.NO_BEHAVIOURS,
            value.line,
            f"Other values on the page have a list of behaviours, but {label(value)} has none. Is a list missing?",
        )


def find_fragments(page: ValuesPage, units: Sequence[Unit]) -> Iterator[Concern]:
    """Items that say too little by themselves, and a last line that breaks off."""
    for value in page.values:
        short = [item for item in (*value.behaviours, *value.avoid) if _is_fragment(item)]
        if short:
            yield Concern(
                ConcernKind.FRAGMENT,
                short[0].line,
                f"Under {label(value)}, “{shorten(short[0].text)}”{_and_more(len(short) - 1)} "
                "says too little by itself. Which words are to stand before it, or should questions leave it out?",
            )
    if _breaks_off(units):
        last = units[-1]
        yield Concern(
            ConcernKind.FRAGMENT,
            last.line,
            f"The page ends on line {last.line} with “{_last_words(last.text)}”, as if cut. Is there more to come?",
        )


def _ask_about_columns(table: Table) -> str:
    if table.is_settled:
        return (
            "Their full stops end as many lists as there are columns, so each value was given one in turn. Is that so?"
        )
    return "Which of them belong to which value?"


def _proposed_names(page: ValuesPage, found: Found) -> dict[int, str]:
    """Names for lost headings where the announced names agree in order with every value that has one."""
    values, names = page.values, found.announced
    if len(values) > len(names):
        return {}
    pairs = list(zip(values, names, strict=False))
    if any(value.name is not None and key_of(value.name) != key_of(name.raw) for value, name in pairs):
        return {}
    return {value.line: name.text for value, name in pairs if value.name is None}


def _names_without_part(page: ValuesPage, found: Found) -> Iterator[Concern]:
    lines = {name.line for name in found.announced}
    full = any(_has_text(value) for value in page.values)
    present = {
        key_of(value.name) for value in page.values if value.name and (_has_text(value) or value.line not in lines)
    }
    proposed = {key_of(name) for name in _proposed_names(page, found).values()}
    missing = [name for name in found.announced if key_of(name.raw) not in present | proposed]
    if not missing or not full:
        return
    names = join_names([name.text for name in missing])
    yield Concern(
        ConcernKind.LOST_HEADING,
        missing[0].line,
        f"Line {missing[0].line} announces {names}, but no heading further down says so. Where does the page go on "
        "to speak of it, or is it no longer a value?",
    )


def _has_text(value: Value) -> bool:
    return bool(value.definition or value.behaviours or value.avoid)


def _fewer_than_announced(page: ValuesPage, found: Found) -> Iterator[Concern]:
    if found.announced or not page.values or not found.numbers:
        return
    line, number = found.numbers[0]
    if len(page.values) < number:
        yield Concern(
            ConcernKind.LOST_HEADING,
            line,
            f"Line {line} speaks of {number} values, but only {len(page.values)} were found. Which are missing?",
        )


def _is_fragment(item: Passage) -> bool:
    return len(item.text.split()) < _SHORTEST_ITEM or _NEEDS_OPENING.match(item.text) is not None


def _breaks_off(units: Sequence[Unit]) -> bool:
    """Whether the last line has no end mark although the lines of its kind before it do."""
    if not units or _ENDS_WHOLE.search(units[-1].raw):
        return False
    alike = [unit for unit in units[:-1] if unit.kind is units[-1].kind][-5:]
    return len(alike) > 1 and all(_ENDS_WHOLE.search(unit.raw) for unit in alike)


def _last_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= 6 else "… " + " ".join(words[-5:])


def _and_more(count: int) -> str:
    return f" (and {count} more)" if count else ""
