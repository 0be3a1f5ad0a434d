"""Under which heading would you find these words: “…”?"""

import re
from collections.abc import Iterator, Sequence

from question_bank.generator.language.spans import clauses, places_of
from question_bank.generator.material.facts import Fact, HeadedText, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import (
    form_of,
    gives_away,
    names_a_value,
    points_at,
    says_nearly,
    telling_stems,
)
from question_bank.generator.writing.rationale import other_heading, own_line
from question_bank.lexicon import concepts
from question_bank.model import DraftStatus, Item, Kind, Option, Proof
from question_bank.text import fold_for_match

TEMPLATE = "T15"
LEAST_CONTENT_WORDS = 4
MOST_WORDS = 22
SENTENCES_A_SECTION = 6
# Where a sentence stands matters less than what it says: a few questions on that are enough for a page.
MOST_A_SECTION = 2
MOST_A_PAGE = 6
MOST_DISTRACTORS = 3
_OPENS_STATEMENT = re.compile(r"(?:\b(?:[Ww]e|[Ii]t) (?:will|can|shall|also|aim to|want to)(?: also)? |\b[Bb]y )$")


def ask(desk: Desk) -> Iterator[Slot]:
    """For the sentences of each section the longest clause that names no heading, in turn through the sections.

    “Our values”, “Our vision” and the like are no headings to choose from: everything on the page stands under them.
    """
    sections = [section for section in desk.facts.sections if section.facts and desk.stems(section.heading)]
    queues = [_askable(desk, sections, section) for section in sections]
    for section, queue in zip(sections, queues, strict=True):
        if not queue:
            quotes = (quote for fact in section.facts for quote in _quotes(desk, section, fact))
            yield Slot(TEMPLATE, section.heading, (), lacks="no-distractors" if any(quotes) else "clang")
    turns = [queue[turn] for turn in range(MOST_A_SECTION) for queue in queues if turn < len(queue)]
    for fact, quote, item in turns[:MOST_A_PAGE]:
        yield Slot(TEMPLATE, f"{fact.owner}: {quote}", (item,), lacks="no-distractors")


def _askable(desk: Desk, sections: Sequence[HeadedText], section: HeadedText) -> list[tuple[Fact, str, Item]]:
    """Clauses that enough other headings stand against; first one of each sentence, whole statements before parts."""
    found: list[tuple[tuple[int, bool], tuple[Fact, str, Item]]] = []
    for fact in section.facts[:SENTENCES_A_SECTION]:
        taken: set[int] = set()
        for quote in _quotes(desk, section, fact):
            item = _item(desk, sections, section, (fact, quote))
            places = set(places_of(fact.text, quote))
            if item and taken.isdisjoint(places):
                found.append(((len(taken), not _has_subject(quote)), (fact, quote, item)))
                taken |= places
    return [entry for _, entry in sorted(found, key=lambda ranked: ranked[0])]


def _quotes(desk: Desk, section: HeadedText, fact: Fact) -> list[str]:
    """Clauses that are printed once on the page and do not give their heading away, those with a subject first."""
    page = fold_for_match(desk.facts.page.text).casefold()
    found: list[str] = []
    for clause in clauses(fact.text, least=LEAST_CONTENT_WORDS):
        quote = _with_its_opening(fact, clause)
        fits = len(places_of(fact.text, quote)) <= MOST_WORDS and fact.may_quote(quote)
        if not fits or names_a_value(desk, quote) or gives_away(desk, section.heading, quote=quote):
            continue
        if page.count(fold_for_match(quote).casefold()) == 1 and not quote.split()[0].endswith(("ing", "ed")):
            found.append(quote)
    return sorted(dict.fromkeys(found), key=lambda quote: not _has_subject(quote))


def _with_its_opening(fact: Fact, clause: str) -> str:
    """The clause with the “we will” or “by” that stands before it, so that it reads as a statement."""
    before = fact.text[: fact.text.find(clause)]
    opening = _OPENS_STATEMENT.search(before)
    return f"{opening.group()}{clause}" if opening else clause


def _has_subject(quote: str) -> bool:
    return quote[:1].isupper() or bool(re.match(r"(?:we|our|it)\b", quote))


def _item(desk: Desk, sections: Sequence[HeadedText], section: HeadedText, asked: tuple[Fact, str]) -> Item | None:
    fact, quote = asked
    rivals = [
        other
        for other in sections
        if other.heading != section.heading
        and form_of(other.heading) == form_of(section.heading)
        and not points_at(desk, other.heading, quote=quote)
        and desk.stems(other.heading).isdisjoint(desk.stems(section.heading))
        and not any(_could_hold(desk, said, quote) for said in other.facts)
    ]
    if len(rivals) < 2:
        return None
    wrong = desk.order(rivals, TEMPLATE, fact.id, quote)[:MOST_DISTRACTORS]
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"Under which heading on {desk.of('page')} would you find these words: “{quote}”?",
        options=(
            Option(section.heading, True, own_line(desk, fact, quote=quote)),
            *(
                Option(o.heading, False, other_heading(desk, o.heading, right=section.heading), Proof.OTHER_SECTION)
                for o in wrong
            ),
        ),
        facts=(fact.id,),
        source=cite(fact),
    )


def _could_hold(desk: Desk, said: Fact, quote: str) -> bool:
    """A sentence is about the same matter as the quotation, so that this could stand under its heading too."""
    shared = telling_stems(desk, said.text) & telling_stems(desk, quote)
    meant = concepts(quote)
    alike = concepts(said.text) & meant
    if alike and (shared or alike == meant or len(alike) > 1):
        return True
    return len(shared) > 1 or says_nearly(desk, said.text, other=quote)
