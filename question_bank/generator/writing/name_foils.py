"""Foils that can stand beside the name of a value: of the same form, in the same letters, and not of this page."""

import re
from collections import Counter
from collections.abc import Sequence

from question_bank.generator.language.grammar import (
    FUNCTION_WORDS,
    PREPOSITIONS,
    is_noun,
    is_only_adjective,
    is_verb,
    tokens,
)
from question_bank.generator.language.vocabulary import is_listed
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk
from question_bank.generator.writing.distractors import foils
from question_bank.lexicon import names_clash

LONGEST_NOUN = 2
_OF_QUALITIES = ("ing", "ed", "ful", "ive", "able", "ous", "ent", "kind")
_CLAUSE = re.compile(r"[\w-]+ (?:counts?|matters?|comes? first|pays?)", re.IGNORECASE)
_PAIR = re.compile(r"[\w-]+ (?:and|&) [\w-]+")


def foils_like(desk: Desk, name: str) -> tuple[str, ...]:
    """The foils of a name's form with its capitals; none where its form has no foils."""
    section = form_on_page(desk, name)
    if section is None:
        return ()
    listed = foils(desk, section)
    return tuple(dict.fromkeys(_as_printed(desk, foil, name) for foil in listed))


def form_on_page(desk: Desk, name: str) -> str | None:
    """The form of a name; a word that no list knows is taken for what the other names of its page are."""
    form = form_of_name(name)
    if form != "names" or len(tokens(name)) > 1 or is_listed(name.casefold()) or is_noun(name.casefold()):
        return form
    others = Counter(form_of_name(value.name) for value in desk.facts.values if is_listed(value.name.casefold()))
    return "qualities" if others["qualities"] > others["names"] else form


def form_of_name(name: str) -> str | None:
    """The list that the foils for a name stand in: nouns, pairs of nouns, qualities, doings, phrases or clauses."""
    words = tokens(name)
    if not words:
        return None
    if _PAIR.fullmatch(name):
        return "pairs" if is_noun(words[0].word) and is_noun(words[-1].word) else None
    if words[0].word.endswith("ing") and len(words) > 1 and not is_noun(words[0].word):
        return "doings"
    if len(words) > LONGEST_NOUN and is_noun(words[0].word) and words[1].word in PREPOSITIONS | {"to"}:
        return "phrases"
    if len(words) == LONGEST_NOUN and _CLAUSE.fullmatch(name):
        return "clauses"
    if len(words) == 1:
        return _form_of_word(words[0].word)
    return "names" if len(words) == LONGEST_NOUN and is_noun(words[-1].word) and is_listed(words[0].word) else None


def _form_of_word(word: str) -> str | None:
    """A noun, or what somebody is; “positively” and “improve” have no foils."""
    if is_noun(word):
        return "names"
    if word in FUNCTION_WORDS or word.endswith("ly") or is_verb(word):
        return None
    return "qualities" if is_only_adjective(word) or word.endswith(_OF_QUALITIES) else "names"


def first_that_differ(foils: Sequence[str], *, count: int) -> list[str]:
    """The first foils of which no two share a word or mean the same."""
    found: list[str] = []
    for foil in foils:
        if len(found) < count and not any(names_clash(foil, other) for other in found):
            found.append(foil)
    return found


def is_one_of(desk: Desk, name: str) -> str:
    """The reason for a name of the page."""
    count = len(desk.facts.values)
    number = NUMBER_WORDS[count].lower() if count < len(NUMBER_WORDS) else str(count)
    return f"“{name}” is one of the {number} values that {desk.our_page.lower()} names."


def is_no_value(desk: Desk, foil: str) -> str:
    """The reason against a foil."""
    return f"{desk.our_page} does not name “{foil}” among its values, and speaks of it nowhere else."


def _as_printed(desk: Desk, foil: str, name: str) -> str:
    """The foil in small letters, with one capital, or with as many as the page gives its own names."""
    if name.islower():
        return foil.lower()
    if name.isupper() and len(name) > 1:
        return foil.upper()
    later = [word for value in desk.facts.values for word in value.name.split()[1:] if len(word) > 3]
    if any(word.islower() for word in later):
        return foil[0].upper() + foil[1:].lower()
    return foil.replace(" and ", " & ") if "&" in name else foil
