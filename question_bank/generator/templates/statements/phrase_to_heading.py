"""Under which heading would you find these words: “…”?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from question_bank.generator.language.grammar import is_noun, tokens
from question_bank.generator.language.headings import home_named_by, homes_of
from question_bank.generator.language.spans import clauses, places_of
from question_bank.generator.material.facts import Fact, HeadedText, cite
from question_bank.generator.material.lists import lists_in
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
# Where a sentence stands matters less than what it says: what goes beyond a few is for a person to choose from.
DRAFTS_A_SECTION = 2
DRAFTS_A_PAGE = 6
MOST_A_SECTION = 6
FEWEST_RIVALS = 2
MOST_DISTRACTORS = 3
_OPENS_STATEMENT = re.compile(r"(?:\b(?:[Ww]e|[Ii]t) (?:will|can|shall|also|aim to|want to)(?: also)? )$")


@dataclass(frozen=True, slots=True)
class HeadedQuote:
    """Words that stand under one heading and could not stand under these others."""

    fact: Fact
    text: str
    heading: str
    rivals: tuple[str, ...]
    is_at_home: bool = False

    @property
    def is_statement(self) -> bool:
        """Whether the words say something by themselves, and are not only what is spoken of."""
        return self.text[:1].isupper() or bool(re.match(r"(?:we|our|it)\b", self.text))


def ask(desk: Desk) -> Iterator[Slot]:
    """For the sentences of each section the clauses that name no heading, in turn through the sections.

    “Our values”, “Our vision” and the like are no headings to choose from: everything on the page stands under them.
    """
    queues = headed_quotes(desk)
    for section, queue in zip(_sections(desk), queues, strict=True):
        if not any(len(quote.rivals) >= FEWEST_RIVALS for quote in queue):
            quotes = (quote for fact in section.facts for quote in _quotes(desk, section, fact))
            yield Slot(TEMPLATE, section.heading, (), lacks="no-distractors" if any(quotes) else "clang")
    fair = [[quote for quote in queue if len(quote.rivals) >= FEWEST_RIVALS] for queue in queues]
    turns = [(turn, queue[turn]) for turn in range(MOST_A_SECTION) for queue in fair if turn < len(queue)]
    offered: Counter[str] = Counter()
    keyed = Counter(quote.heading for _, quote in turns)
    drafts = 0
    for turn, quote in turns:
        is_draft = quote.is_at_home and turn < DRAFTS_A_SECTION and drafts < DRAFTS_A_PAGE
        drafts += is_draft
        status = DraftStatus.DRAFT if is_draft else DraftStatus.REVIEW
        wrong = _least_offered(desk, quote, offered, keyed)
        offered.update(wrong)
        item = _item(desk, quote, wrong, status)
        yield Slot(TEMPLATE, f"{quote.heading}: {quote.text}", (item,), lacks="no-distractors")


def _least_offered(desk: Desk, quote: HeadedQuote, offered: Counter[str], keyed: Counter[str]) -> list[str]:
    """The wrong headings that stood least often beside how often they are right, so that none gives itself away."""
    shuffled = desk.order(quote.rivals, TEMPLATE, quote.fact.id, quote.text)
    return sorted(shuffled, key=lambda name: offered[name] - 2 * keyed[name])[:MOST_DISTRACTORS]


def headed_quotes(desk: Desk) -> list[list[HeadedQuote]]:
    """For each section its clauses that other headings stand against; one of each sentence first, statements first."""
    sections = _sections(desk)
    return [_askable(desk, sections, section) for section in sections]


def _sections(desk: Desk) -> list[HeadedText]:
    return [section for section in desk.facts.sections if section.facts and desk.stems(section.heading)]


def _askable(desk: Desk, sections: Sequence[HeadedText], section: HeadedText) -> list[HeadedQuote]:
    found: list[tuple[tuple[int, bool], HeadedQuote]] = []
    for fact in section.facts[:SENTENCES_A_SECTION]:
        taken: set[int] = set()
        for text in _quotes(desk, section, fact):
            rivals = _rivals(desk, sections, section, text)
            quote = HeadedQuote(fact, text, section.heading, rivals, _is_at_home(section.heading, text))
            places = set(places_of(fact.text, text))
            if quote.rivals and taken.isdisjoint(places):
                found.append(((len(taken), not quote.is_statement), quote))
                taken |= places
    return [entry for _, entry in sorted(found, key=lambda ranked: ranked[0])]


def _is_at_home(heading: str, quote: str) -> bool:
    """Everybody would look for the words under this heading: they speak of its matter and of no other."""
    home = home_named_by(heading)
    return home is not None and homes_of(quote) == {home.name}


def _quotes(desk: Desk, section: HeadedText, fact: Fact) -> list[str]:
    """Clauses that are printed once on the page and do not give their heading away, those with a subject first."""
    page = fold_for_match(desk.facts.page.text).casefold()
    found: list[str] = []
    runs = (*clauses(fact.text, least=LEAST_CONTENT_WORDS), *(_with_its_noun(fact, one.text) for one in lists_in(fact)))
    for clause in runs:
        quote = _with_its_opening(fact, clause)
        fits = len(places_of(fact.text, quote)) <= MOST_WORDS and fact.may_quote(quote)
        if not fits or names_a_value(desk, quote) or gives_away(desk, section.heading, quote=quote):
            continue
        if page.count(fold_for_match(quote).casefold()) == 1 and not quote.split()[0].endswith("ed"):
            found.append(quote)
    lists = {_with_its_noun(fact, one.text) for one in lists_in(fact)}
    return sorted(dict.fromkeys(found), key=lambda quote: (quote in lists, _is_less_of_a_statement(quote)))


def _with_its_opening(fact: Fact, clause: str) -> str:
    """The clause with the “we will” or “by” that stands before it, so that it reads as a statement."""
    before = fact.text[: fact.text.find(clause)]
    opening = _OPENS_STATEMENT.search(before)
    return f"{opening.group()}{clause}" if opening else clause


def _with_its_noun(fact: Fact, run: str) -> str:
    """A list of qualifiers with the noun that they qualify."""
    after = fact.text[fact.text.find(run) + len(run) :]
    noun = next(iter(tokens(after)), None)
    return f"{run}{after[: noun.end]}" if noun and not noun.gap and is_noun(noun.word) else run


def _is_less_of_a_statement(quote: str) -> int:
    """Clauses with a subject come first, then those that say what is done, then those that open with “…ing”."""
    if quote[:1].isupper() or re.match(r"(?:we|our|it)\b", quote):
        return 0
    return 2 if quote.split()[0].endswith("ing") else 1


def _rivals(desk: Desk, sections: Sequence[HeadedText], section: HeadedText, quote: str) -> tuple[str, ...]:
    """The headings of the same form that the words neither name nor fit."""
    return tuple(
        other.heading
        for other in sections
        if other.heading != section.heading
        and form_of(other.heading) == form_of(section.heading)
        and not points_at(desk, other.heading, quote=quote)
        and desk.stems(other.heading).isdisjoint(desk.stems(section.heading))
        and not _is_home_of(other.heading, quote)
        and not any(_could_hold(desk, said, quote) for said in other.facts)
    )


def _is_home_of(heading: str, quote: str) -> bool:
    home = home_named_by(heading)
    return home is not None and home.name in homes_of(quote)


def _item(desk: Desk, quote: HeadedQuote, wrong: Sequence[str], status: DraftStatus) -> Item:
    right = quote.heading
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=status,
        stem=f"Under which heading on {desk.of('page')} would you find these words: “{quote.text}”?",
        options=(
            Option(right, True, own_line(desk, quote.fact, quote=quote.text)),
            *(Option(other, False, other_heading(desk, other, right=right), Proof.OTHER_SECTION) for other in wrong),
        ),
        facts=(quote.fact.id,),
        source=cite(quote.fact),
    )


def _could_hold(desk: Desk, said: Fact, quote: str) -> bool:
    """A sentence is about the same matter as the quotation, so that this could stand under its heading too."""
    shared = telling_stems(desk, said.text) & telling_stems(desk, quote)
    meant = concepts(quote)
    alike = concepts(said.text) & meant
    if alike and (shared or alike == meant or len(alike) > 1):
        return True
    return len(shared) > 1 or says_nearly(desk, said.text, other=quote)
