"""Which groups under a values heading are values, and which only stand behind or before them."""

from collections.abc import Collection

from question_bank.reader.lines.names import key_of
from question_bank.reader.lines.unit import Unit
from question_bank.reader.parts.groups import Group

_LONGEST_STEM = 8


def drop_opening_list(groups: list[Group]) -> list[Unit]:
    """Take out a first list that a whole sentence of the introduction opens; it has not lost a heading."""
    if len(groups) < 2 or groups[0].heading is not None or groups[0].stem is None:
        return []
    if len(groups[0].stem.raw.split()) <= _LONGEST_STEM:
        return []
    return groups.pop(0).body


def drop_opening_paragraph(groups: list[Group]) -> list[Unit]:
    """Take the paragraph above a first list without a name for introduction where no other list has a meaning."""
    others = [group for group in groups[1:] if group.has_list]
    if not others or groups[0].heading is not None or any(group.definition for group in others):
        return []
    opening, groups[0].definition = groups[0].definition, []
    return opening


def keep_values(groups: list[Group], *, announced: Collection[str], is_last: bool) -> tuple[list[Group], list[Group]]:
    """Part the groups into values and other matter, by their form and by the names that the page announces."""
    headed = [group for group in groups if group.heading is not None]
    if any(_key(group) in announced for group in headed):
        return groups, []
    listed = [place for place, group in enumerate(groups) if group.has_list]
    if announced and len([group for group in headed if group.has_list]) < 2:
        return [group for group in groups if group.heading is None], headed
    if len(listed) < 2:
        return (groups, []) if listed or len(headed) > 1 else ([], headed)
    end = listed[-1] + 1
    tail = groups[end:]
    if is_last and len(tail) == 1 and len(tail[0].definition) <= 1:
        return groups, []
    return groups[:end], tail


def trim_last_meaning(groups: list[Group]) -> None:
    """Paragraphs below the last value beyond what every other value has speak of something else."""
    plain = [group for group in groups if not group.has_list]
    if len(plain) < 3 or plain[-1] is not groups[-1]:
        return
    usual = max(len(group.definition) for group in plain[:-1])
    last = groups[-1]
    last.after[:0] = last.definition[usual:]
    del last.definition[usual:]


def _key(group: Group) -> str:
    return key_of(group.heading.raw) if group.heading else ""
