"""The form of stem and options: grammar, question or imperative, markup, options that are no answers."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from question_bank.checks.evidence.case import Case, asks, is_spare_note
from question_bank.checks.evidence.gap import gap_context
from question_bank.checks.evidence.printed import labelled, small
from question_bank.checks.evidence.quotation import GAP
from question_bank.model import Kind
from question_bank.text import fold_space
from question_bank.words import words

MOST_STEM_WORDS = 50

_ENDS_IN_ARTICLE = re.compile(r"\b(?:a|an|a/an|a\(n\))[\s?:.…_\"'”’]*$", re.IGNORECASE)
_ARTICLE_BEFORE_GAP = re.compile(r"\b(?:a|an)\s+$", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|eu|one\b|once\b|ubi)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?[a-z][^<>]*>|<!--|&(?:[a-z]+\d*|#\d+|#x[0-9a-f]+);|\*\*[^*]+\*\*|\[[^\[\]]+\]\(\S+\)", re.IGNORECASE
)
_OTHERS = r"(?:above|these|those|them|below|(?:other )?(?:options|answers|choices|values)|others|two|three|four)"
_ALL_OR_NONE = re.compile(
    rf"(?:all|none|any|both|neither|either|every one|each one|everything)(?: of)?(?: the| these)? {_OTHERS}"
    r"(?: (?:listed|given|shown|named|mentioned|above))?(?: (?:is|are|apply|applies|correct|right|true)){0,2}|"
    r"(?:all|none|both|neither) (?:(?:is|are) (?:correct|right|true)|appl(?:y|ies))|no (?:correct|right) answer|"
    r"none|neither|all|both",
    re.IGNORECASE,
)
_TRUE_FALSE = {"true", "false", "yes", "no"}
_LABEL = r"(?:(?:option|answer)s? )?\(?(?:[a-h]|[ivx]{1,4}|\d)\)?"
_COMBINATION = re.compile(
    rf"(?:both |neither )?{_LABEL}(?:(?:,| and| &| or| nor| but not|\+|/)+ ?(?:and )?{_LABEL})+(?: only)?|"
    rf"{_LABEL} only|only {_LABEL}",
    re.IGNORECASE,
)
_ORDINAL = r"(?:the )?(?:first|second|third|fourth|last)"
_BOTH = re.compile(
    rf"both(?: of)?(?: the)? (?:above|these|them|below|options|answers)|"
    rf"(?:both )?{_ORDINAL}(?:(?:,| and| or)+ {_ORDINAL})+(?: (?:options|answers|ones?))?",
    re.IGNORECASE,
)
# Nouns that end like a verb form: “housing and police” names things as “parks and museums” does.
_NOUNS_IN_ING = """
    anything beginning briefing building catering ceiling clothing cooking evening everything feeling funding gardening
    hearing heating housing king learning lighting listening meaning meeting morning nothing nursing parking planning
    prescribing reading ring saving setting sibling something spending spring string swimming thing training wellbeing
    wing working writing
"""
_NOUNS = frozenset(_NOUNS_IN_ING.split())


def grammar(case: Case) -> Iterator[str]:
    """Nothing in the grammar points at the key.

    NBME. Stem in a/an, article before a gap, capital, last mark and opening of the key. 8.3 % of labelled items.
    """
    item = case.item
    if item.kind is not Kind.GAP and _ENDS_IN_ARTICLE.search(item.stem):
        yield "the stem ends in a or an"
    if item.kind is Kind.GAP:
        yield from _article_before_gap(case)
    if item.kind not in {Kind.MATCHING, Kind.TRUE_FALSE} and item.keys and item.distractors:
        for name, form in _FORMS.items():
            right = {one for option in item.keys for one in form(option.text)}
            wrong = {one for option in item.distractors for one in form(option.text)}
            if right.isdisjoint(wrong) and not (form is _leading_form and _are_names(case)):
                yield f"the {name} of “{item.keys[0].text}” differs from every wrong option"


def stem(case: Case) -> Iterator[str]:
    """The stem is short and ends by asking.

    Haladyna 2002. 50 words at most; a question or an imperative. Unfocused: 5.4 % of MOOC items, 6.0 % labelled.
    """
    long = sum(1 for word in fold_space(case.item.stem).split() if any(sign.isalnum() for sign in word))
    if long > MOST_STEM_WORDS:
        yield f"{long} words, not {MOST_STEM_WORDS} or fewer"
    if case.item.kind is Kind.TRUE_FALSE:
        return
    said = [sentence for sentence in case.sentences if asks(sentence) or not is_spare_note(sentence)]
    if not said or not asks(said[-1]):
        yield "the last sentence is neither a question nor an imperative"


def html(case: Case) -> Iterator[str]:
    """No markup stands in a text, unless the page itself prints it.

    Ours. One tag or entity is enough. No rate is published.
    """
    item = case.item
    pairs = [side for pair in item.pairs or () for side in pair]
    shown = [text for option in item.options for text in (option.text, option.rationale)]
    for text in (item.stem, *shown, *pairs):
        for found in _MARKUP.finditer(text):
            mark = found.group()
            is_entity = mark.startswith("&")
            if is_entity and unescape(mark) == mark:
                continue
            if case.printed is None or mark.casefold() not in case.printed.small:
                yield mark


def nota(case: Case) -> Iterator[str]:
    """No option is “all of the above” or “none of the above”.

    Haladyna 2002. One is enough. 1.0 % of MOOC items each, 3.2 and 4.6 % of labelled ones.
    """
    yield from (option.text for option in case.item.options if _ALL_OR_NONE.fullmatch(_plain(option.text)))


def ktype(case: Case) -> Iterator[str]:
    """No option is a combination of others.

    Haladyna 2002. One is enough. 8.3 % of MOOC items (Costello 2018), 7.4 % of labelled ones.
    """
    texts = {small(option.text) for option in case.item.options}
    for option in case.item.options:
        plain = _plain(option.text)
        parts = [part.strip() for part in re.split(r",|&|\+|/|\band\b", small(option.text)) if part.strip()]
        joins = len(parts) > 1 and all(part.removeprefix("both ") in texts for part in parts)
        if joins or _COMBINATION.fullmatch(plain) or _BOTH.fullmatch(plain):
            yield option.text


def tf_options(case: Case) -> Iterator[str]:
    """True, false, yes and no are options of a true/false item alone.

    Costello 2018. One is enough. 10.8 % of MOOC items.
    """
    if case.item.kind is not Kind.TRUE_FALSE:
        yield from (option.text for option in case.item.options if small(option.text) in _TRUE_FALSE)


def _article_before_gap(case: Case) -> Iterator[str]:
    before, gap, _ = gap_context(case).partition(GAP)
    if not gap or not _ARTICLE_BEFORE_GAP.search(before):
        return
    sounds = {_has_vowel_sound(option.text) for option in case.item.options}
    if len(sounds) > 1:
        yield "the article before the gap fits some options only"


def _has_vowel_sound(text: str) -> bool:
    word = small(text)
    if _SILENT_H.match(word):
        return True
    return word[:1] in set("aeiou") and not _CONSONANT_SOUND.match(word)


def _are_names(case: Case) -> bool:
    """Whether every option is a name or heading of the page, which are as they are."""
    printed = case.printed
    return printed is not None and all(labelled(printed, option.text) for option in case.item.options)


def _capital(text: str) -> tuple[str, ...]:
    return ("capital" if text.lstrip("\"'“‘( ")[:1].isupper() else "small",)


def _last_mark(text: str) -> tuple[str, ...]:
    last = text.rstrip()[-1:]
    return (last if last in {".", "!", "?", ";", ":", ","} else "",)


def _leading_form(text: str) -> tuple[str, ...]:
    """How an option opens; a noun in -ing may be taken either way."""
    said = words(text.casefold())
    first = said[0] if said else ""
    if first == "to":
        return ("to",)
    if first in _NOUNS and (len(said) == 1 or said[1] in {"and", "or"}):
        return "ing", "other"
    return ("ing" if first.endswith("ing") else "other",)


def _plain(text: str) -> str:
    return fold_space(text).strip(" .,;:?!\"'“”‘’")


_FORMS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "capital": _capital,
    "last mark": _last_mark,
    "leading form": _leading_form,
}
