"""Which groups under a values heading are values, and which only stand behind or before them."""

import re
from collections.abc import Collection

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Unit
from question_bank.reader.lines.wording import begins_like_a_section
from question_bank.reader.parts.groups import Group
from question_bank.reader.parts.siblings import count_alike

_LONGEST_STEM = 8
_SHORTEST_ACRONYM = 3
_FEWEST_FULL = 3
_SPEAKS_OF_VALUES = re.compile(r"\bvalues?\b", re.IGNORECASE)
_SPEAKS_OF_THEM = re.compile(r"\b(?:them|they|these|values|framework)\b", re.IGNORECASE)


def drop_opening_list(groups: list[Group]) -> list[Unit]:
    """Take out a first list that the introduction opens, on what values are for; it has not lost a heading."""
    opening = next(iter(groups[0].openings.values()), None) if groups else None
    if len(groups) < 2 or groups[0].heading is not None or opening is None:
        return []
    if all(group.heading is None for group in groups):  # the lists that follow have lost theirs too
        return []
    if len(opening.raw.split()) <= _LONGEST_STEM and not _SPEAKS_OF_THEM.search(opening.raw):
        return []
    return groups.pop(0).body


def drop_opening_headings(groups: list[Group]) -> list[Unit]:
    """Take out short lines above the first value that has a text, where all the others have one too."""
    full = [place for place, group in enumerate(groups) if not group.is_bare]
    if len(full) < 2 or len(full) < len(groups) - full[0]:
        return []
    dropped, groups[: full[0]] = groups[: full[0]], []
    return [group.heading for group in dropped if group.heading]


def drop_introduction(groups: list[Group]) -> list[Unit]:
    """Take out a first heading that has only a text on the values at large, where all the others have lists."""
    listed = [place for place, group in enumerate(groups) if group.has_list]
    if groups[:1] == [] or groups[0].heading is None or len(listed) < 2 or listed != list(range(1, listed[-1] + 1)):
        return []
    if not any(_SPEAKS_OF_VALUES.search(unit.raw) for unit in groups[0].definition):
        return []
    first = groups.pop(0)
    return [line for line in (first.heading, *first.body) if line]


def drop_stray_headings(groups: list[Group], *, announced: Collection[str], number: int | None) -> list[Unit]:
    """Take out headings with nothing below them among values that have a text: captions, tags, buttons, persons."""
    full = sum(not group.is_bare for group in groups)
    if full < _FEWEST_FULL or len(groups) == number:
        return []
    last = max(place for place, group in enumerate(groups) if not group.is_bare)
    stray = [group for group in groups[:last] if group.is_bare and _key(group) not in announced]
    gone = {id(group) for group in stray}
    groups[:] = [group for group in groups if id(group) not in gone]
    return [line for group in stray for line in (group.heading, *group.after) if line]


def drop_opening_paragraph(groups: list[Group]) -> list[Unit]:
    """Take the paragraph above a first list without a name for introduction where no other list has a meaning."""
    others = [group for group in groups[1:] if group.has_list]
    if not others or groups[0].heading is not None or any(group.definition for group in others):
        return []
    opening, groups[0].definition = groups[0].definition, []
    return opening


def drop_acronym(groups: list[Group]) -> list[Unit]:
    """Take out a first heading that is only the word which the initials of the others spell."""
    if len(groups) <= _SHORTEST_ACRONYM or groups[0].heading is None or not groups[0].is_bare:
        return []
    first, *others = groups
    word = "".join(character for character in groups[0].heading.raw if character.isalnum())
    initials = "".join(group.heading.raw[0] if group.heading else "?" for group in others)
    if word.casefold() != initials.casefold():
        return []
    return [line for line in (groups.pop(0).heading, *first.after) if line]


def keep_values(
    groups: list[Group], *, announced: Collection[str], number: int | None, is_last: bool
) -> tuple[list[Group], list[Group]]:
    """Part the groups into values and other matter, by their form and by what the page announces."""
    headed = [group for group in groups if group.heading is not None]
    if any(_key(group) in announced for group in headed):
        return groups, []
    listed = [place for place, group in enumerate(groups) if group.has_list]
    if announced and len([group for group in headed if group.has_list]) < 2:
        return [group for group in groups if group.heading is None], headed
    end = min(_end_of_values(groups, listed, is_last=is_last), count_alike(groups), _end_of_openings(groups))
    if number is not None and all(not group.is_bare for group in groups[:number]):
        end = min(end, number)
    if not listed and end == 1:
        end = 0
    return groups[:end], groups[end:]


def _end_of_values(groups: list[Group], listed: list[int], *, is_last: bool) -> int:
    """Where headings begin that have not what the values before them have, a list or at least a meaning."""
    with_content = [place for place, group in enumerate(groups) if not group.is_bare]
    if not with_content:
        return len(groups)
    end = with_content[-1] + 1
    if len(listed) < 2 or listed[-1] + 1 == end:
        return end
    is_cut = is_last and end - listed[-1] == 2 and len(groups[end - 1].definition) == 1 and end == len(groups)
    return end if is_cut else listed[-1] + 1


def _end_of_openings(groups: list[Group]) -> int:
    """Where a list without a name has an opening of its own, although all lists before it share another."""
    shared = ""
    count = 0
    for place, group in enumerate(groups):
        key = key_of(group.stem.raw) if group.stem else ""
        is_odd = key not in ("", shared) and group.heading is None and not group.definition
        if is_odd and count > 1:
            return place
        if not key or (shared and key != shared):
            return len(groups)
        shared, count = key, count + 1
    return len(groups)


def trim_last_meaning(groups: list[Group]) -> None:
    """Paragraphs below the last value beyond what every other value has speak of something else."""
    plain = [group for group in groups if not group.has_list]
    if len(plain) < 3 or plain[-1] is not groups[-1]:
        return
    usual = max(len(group.definition) for group in plain[:-1])
    last = groups[-1]
    last.after[:0] = last.definition[usual:]
    del last.definition[usual:]


def trim_last_list(groups: list[Group]) -> tuple[Unit, list[Unit]] | None:
    """Take a list such as "What we offer" from the last value where no value before it has a list but all a meaning."""
    others, last = groups[:-1], groups[-1] if groups else None
    if last is None or len(others) < 2 or any(group.has_list or not group.definition for group in others):
        return None
    stem = last.stem
    if stem is None or last.avoid or not last.definition or not begins_like_a_section(stem.raw):
        return None
    taken = last.items
    last.items, last.openings = [], {}
    return stem, taken


def _key(group: Group) -> str:
    return key_of(group.heading.raw) if group.heading else ""
