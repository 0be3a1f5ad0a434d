"""Under which heading would you find these words: “…”?"""

from collections.abc import Iterator, Sequence

from question_bank.generator.language.spans import clauses, places_of
from question_bank.generator.material.facts import Fact, HeadedText, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.likeness import form_of, gives_away, names_a_value, points_at, says_nearly
from question_bank.generator.writing.rationale import other_heading, own_line
from question_bank.model import DraftStatus, Item, Kind, Option, Proof
from question_bank.text import fold_for_match

TEMPLATE = "T15"
LEAST_CONTENT_WORDS = 4
MOST_WORDS = 18
QUOTES_A_SENTENCE = 2
SENTENCES_A_SECTION = 6
MOST_DISTRACTORS = 3


def ask(desk: Desk) -> Iterator[Slot]:
    """For each sentence of a section its longest clauses that name no heading.

    “Our values”, “Our vision” and the like are no headings to choose from: everything on the page stands under them.
    """
    sections = [section for section in desk.facts.sections if section.facts and desk.stems(section.heading)]
    for section in sections:
        for fact in section.facts[:SENTENCES_A_SECTION]:
            quotes = _quotes(desk, section, fact)
            if not quotes:
                yield Slot(TEMPLATE, fact.bare, (), lacks="clang")
            for quote in quotes:
                yield Slot(TEMPLATE, quote, _attempts(desk, sections, section, (fact, quote)), lacks="no-distractors")


def _quotes(desk: Desk, section: HeadedText, fact: Fact) -> list[str]:
    """Clauses that do not overlap, are printed once on the page and do not give their heading away."""
    page = fold_for_match(desk.facts.page.text).casefold()
    taken: set[int] = set()
    found: list[str] = []
    for quote in clauses(fact.text, least=LEAST_CONTENT_WORDS):
        places = set(places_of(fact.text, quote))
        if len(places) > MOST_WORDS or places & taken or not fact.may_quote(quote):
            continue
        if names_a_value(desk, quote):
            continue
        if gives_away(desk, section.heading, quote=quote) or page.count(fold_for_match(quote).casefold()) != 1:
            continue
        taken |= places
        found.append(quote)
    return found[:QUOTES_A_SENTENCE]


def _attempts(
    desk: Desk, sections: Sequence[HeadedText], section: HeadedText, asked: tuple[Fact, str]
) -> Iterator[Item]:
    fact, quote = asked
    rivals = [
        other
        for other in sections
        if other.heading != section.heading
        and form_of(other.heading) == form_of(section.heading)
        and not points_at(desk, other.heading, quote=quote)
        and desk.stems(other.heading).isdisjoint(desk.stems(section.heading))
        and not any(says_nearly(desk, said.text, other=quote) for said in other.facts)
    ]
    if len(rivals) < 2:
        return
    wrong = desk.order(rivals, TEMPLATE, fact.id, quote)[:MOST_DISTRACTORS]
    yield Item(
        id="",
        kind=Kind.SINGLE,
        template=TEMPLATE,
        status=DraftStatus.DRAFT,
        stem=f"Under which heading on {desk.of('page')} would you find these words: “{quote}”?",
        options=(
            Option(section.heading, True, own_line(desk, fact, quote=quote)),
            *(
                Option(
                    other.heading, False, other_heading(desk, other.heading, right=section.heading), Proof.OTHER_SECTION
                )
                for other in wrong
            ),
        ),
        facts=(fact.id,),
        source=cite(fact),
    )
