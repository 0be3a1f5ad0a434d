"""Complete a line of the page: one word or short phrase left out, a word bank of the same form."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from question_bank.generator.language.grammar import tokens
from question_bank.generator.language.slots import BLANK
from question_bank.generator.material.facts import Fact, Role, cite
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.gaps import Gap, gaps_for_review, gaps_in, wide_gaps
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.rationale import used_elsewhere
from question_bank.generator.writing.word_bank import BankWord, say_the_same, words_of_page, words_of_vocabulary
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

TEMPLATE = "T8"
DISTRACTORS = (3, 2)  # as many as there are: two words that fit are better than a third that does not
MOST_FROM_PAGE = 8
MOST_FROM_VOCABULARY = 5
MOST_TRIES = 12
WORDS_SHOWN = 3
WIDE_GAPS = 6  # most have no word bank; how many variants a line gets is counted where they are kept
GAPS_IN = {Role.VISION: 2, Role.MISSION: 2, Role.DEFINITION: 2, Role.BEHAVIOUR: 2, Role.SECTION: 2}


def ask(desk: Desk) -> Iterator[Slot]:
    """The best gaps of the vision, of definitions and behaviours, with or without an owner, and of sections.

    What a person is to decide on comes after all the others, so that it never takes their place.
    """
    asked: set[tuple[str, str]] = set()
    for find in (gaps_in, gaps_for_review, wide_gaps):
        for fact in desk.facts.all:
            gaps = [gap for gap in find(desk, fact) if (fact.id, gap.key) not in asked]
            if not gaps and find is wide_gaps and fact.id not in {known for known, _ in asked}:
                yield Slot(TEMPLATE, fact.bare, (), lacks="no-gap")
            for gap in gaps[: WIDE_GAPS if find is wide_gaps else GAPS_IN[fact.role]]:
                asked.update((same, gap.key) for same in (fact.id, *desk.facts.kin.get(fact.id, ())))
                yield Slot(TEMPLATE, gap.shown, _attempts(desk, fact, gap), lacks="no-distractors")


def _attempts(desk: Desk, fact: Fact, gap: Gap) -> Iterator[Item]:
    purpose = (TEMPLATE, fact.id, gap.key)
    pool = desk.order(words_of_page(desk, gap, owner=fact.owner), *purpose)[:MOST_FROM_PAGE]
    if len(pool) < DISTRACTORS[0] or not _hides(gap, pool):
        pool += desk.order(words_of_vocabulary(desk, gap, owner=fact.owner), *purpose)[:MOST_FROM_VOCABULARY]
    found: list[tuple[BankWord, ...]] = []
    for count in DISTRACTORS:
        fair = (wrong for wrong in combinations(pool, count) if not say_the_same(wrong))
        sets = ([(word.text, word) for word in wrong] for wrong in fair if _hides(gap, wrong))
        found += by_chance_of_length(desk, gap.key, sets=sets, purpose=purpose)
    for wrong in found[:MOST_TRIES]:
        yield Item(
            id="",
            kind=Kind.GAP,
            template=TEMPLATE,
            status=DraftStatus.REVIEW if gap.for_review else DraftStatus.DRAFT,
            stem=f"{_lead_in(desk, fact)}: “{gap.shown}”.",
            options=(
                Option(gap.key, True, _why(desk, fact, gap)),
                *(Option(word.text, False, _why_not(desk, gap, word), Proof.NOT_THIS_GAP) for word in wrong),
            ),
            facts=(fact.id,),
            source=cite(fact),
            value=fact.owner if fact.role in (Role.BEHAVIOUR, Role.DEFINITION) else None,
        )


def _hides(gap: Gap, wrong: Sequence[BankWord]) -> bool:
    """In a place that nobody has reviewed, the right word is not the shortest: it would be too often."""
    is_reviewed = gap.fitting is not None or not gap.for_review
    return is_reviewed or any(len(word.text) <= len(gap.key) for word in wrong)


def _lead_in(desk: Desk, fact: Fact) -> str:
    if fact.role in (Role.VISION, Role.MISSION):
        return f"Complete these words from {desk.of(fact.role.value)}"
    if fact.role is Role.SECTION:
        return f"Complete these words from {desk.of('page')}, under the heading “{fact.owner}”"
    if fact.role is Role.DEFINITION and fact.owner:
        return f"Complete {desk.of(f'explanation of “{fact.owner}”')}"
    if fact.owner:
        return f"Complete this behaviour that {desk.who} lists under “{fact.owner}”"
    return f"Complete {'this behaviour' if fact.role is Role.BEHAVIOUR else 'these words'} from {desk.of('page')}"


def _why(desk: Desk, fact: Fact, gap: Gap) -> str:
    return f"{desk.our_page} says: “{gap.line}”."


def _why_not(desk: Desk, gap: Gap, word: BankWord) -> str:
    here = f"The line says “{_around(gap)}”"
    if word.fact is None:
        return f"{here}; {desk.our_page.lower()} does not use “{word.text}” anywhere."
    return f"{here}. {used_elsewhere(desk, word.fact, word=word.text)}"


def _around(gap: Gap) -> str:
    """The key with the words next to it, enough to know what the line is about."""
    before, _, after = gap.shown.partition(BLANK)
    words = tokens(after)
    shown = after[: words[0].end] if words and not words[0].gap else ""
    near = before.rpartition(", ")[2] or before
    return f"{' '.join(near.split()[-WORDS_SHOWN:])} {gap.key}{shown}"
