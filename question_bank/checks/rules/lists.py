"""Keys and wrong options of a question about one passage: which of them the passage has in the place asked about."""

import re
from collections.abc import Iterator
from itertools import product

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import Printed, contains, small
from question_bank.checks.evidence.quotation import runs
from question_bank.checks.rules.grounding import split_coordination
from question_bank.model import Kind
from question_bank.text import fold_for_match

LONGEST_MEMBER = 3

_DOTS = re.compile(r"\b(?:dots|missing|left out)\b", re.IGNORECASE)
_LIST_AFTER = re.compile(r"\blist\b.*\b(?:after|follow(?:s|ing)?) the words?\b", re.IGNORECASE)
_MEANS = re.compile(r"\W*(through|by|with|on|from|for|into) (?:what|which|whom)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:,|;| and| or)(?:.*(?:,|;|\band\b|\bor\b))? ?", re.IGNORECASE)


def misplaced(case: Case, printed: Printed) -> Iterator[str]:
    """Keys that the passage asked about does not have, and wrong options that it has in the same place."""
    places = _places_asked_about(case, printed)
    if not places:
        yield from _not_in_what_is_cited(case, printed)
        return
    for option in case.item.options:
        stands_there = any(contains(place, small(option.text)) for place in places)
        if option.correct != stands_there:
            yield f"“{option.text}” {'does not stand' if option.correct else 'stands too'} in the place asked about"


def _not_in_what_is_cited(case: Case, printed: Printed) -> Iterator[str]:
    cited = _cited_passages(case, printed)
    keys = [option.text for option in case.item.keys]
    said = [key for key in keys if any(_says(text, key) for text in cited)]
    if cited and (case.item.kind is Kind.SINGLE or len(said) >= 2):
        yield from (
            f"“{key}” does not stand in what is cited" for key in keys if key not in said and _says(printed.small, key)
        )
    if case.item.kind is Kind.MULTIPLE:
        for key, option in product(said[:1], case.item.distractors):
            if any(_are_listed_together(text, small(key), small(option.text)) for text in cited):
                yield f"“{option.text}” stands in one list with “{key}”"


def _places_asked_about(case: Case, printed: Printed) -> list[str]:
    """The words of the page where the dots of a quotation are, or behind a quotation, where one of these is asked."""
    asked = fold_for_match(case.stem.outside)
    places = []
    for quoted, passage in product(case.stem.inside, printed.passages):
        parts = [small(run) for run in runs(quoted)]
        text = passage.small
        if not all(contains(text, part) for part in parts):
            continue
        if len(parts) == 2 and _DOTS.search(asked):
            places.append(text.partition(parts[0])[2].partition(parts[1])[0])
        behind = text.partition(parts[0])[2].partition(". ")[0] if len(parts) == 1 else ""
        means = _MEANS.match(asked)
        if _LIST_AFTER.search(asked) or (means and behind.startswith(f" {means.group(1).casefold()} ")):
            places.append(behind)
    return places


def _cited_passages(case: Case, printed: Printed) -> list[str]:
    cited = [small(citation.text) for citation in case.item.source]
    return [passage.small for passage in printed.passages if any(contains(passage.small, words) for words in cited)]


def _says(text: str, key: str) -> bool:
    members = split_coordination(key)
    return contains(text, small(key)) or (len(members) > 1 and all(contains(text, member) for member in members))


def _are_listed_together(text: str, one: str, other: str) -> bool:
    """Whether nothing but short members of a list stands between two texts."""
    first, second = sorted((text.find(one), text.find(other)))
    if first < 0 or one == other or not (contains(text, one) and contains(text, other)):
        return False
    leading = one if text.startswith(one, first) else other
    between = text[first + len(leading) : second]
    members = split_coordination(between)
    return bool(_JOINED.fullmatch(between)) and all(len(member.split()) <= LONGEST_MEMBER for member in members)
