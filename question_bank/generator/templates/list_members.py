"""Select the words of a list that the page strings together with commas."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from question_bank.generator.language.grammar import ADJECTIVES, FUNCTION_WORDS, classes, tokens
from question_bank.generator.language.spans import clauses
from question_bank.generator.material.facts import Fact, cite
from question_bank.generator.material.phrases import list_kind, lists_in
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.distractors import foils
from question_bank.generator.writing.rationale import around, not_printed
from question_bank.lexicon import concepts
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

FROM_PAGE, FROM_FOILS = "T16s", "T16"
KEYS = 3
VARIANTS = 2
DISTRACTORS = 3
CONTEXT_BEFORE = 2
MOST_CONTEXT = 8
_BEGIN_AFTER = frozenset({"and", "or", "to", "that", "which", "we", "will"})


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of single words in a passage, and the words of its clause before and after it."""

    fact: Fact
    members: tuple[str, ...]
    before: str
    after: str
    whole: str


def ask(desk: Desk) -> Iterator[Slot]:
    """Three members of each list, as spread over the list as can be."""
    listings = [listing for fact in desk.facts.all for listing in _listings(fact)]
    seen: set[tuple[str, ...]] = set()
    for listing in listings:
        if listing.members in seen:
            continue
        seen.add(listing.members)
        same = [other.fact for other in listings if other.members == listing.members]
        starts = range(VARIANTS if len(listing.members) > KEYS else 1)
        for start in starts:
            size = len(listing.members)
            chosen = sorted({(start + step) % size for step in ((0, 1, 3) if size > KEYS else range(KEYS))})
            keys = [listing.members[place] for place in chosen]
            yield Slot(FROM_PAGE, ", ".join(listing.members), _attempts(desk, listing, same, keys), "no-distractors")


def _attempts(desk: Desk, listing: Listing, same: Sequence[Fact], keys: Sequence[str]) -> Iterator[Item]:
    if len(keys) < KEYS:
        return
    elsewhere = _other_members(desk, listing)
    printed = desk.order(list(elsewhere), FROM_PAGE, listing.fact.id, *keys)
    kind = "nouns" if classes(keys[0]).isdisjoint(ADJECTIVES) else "adjectives"
    foreign = desk.order(foils(desk, kind), FROM_FOILS, listing.fact.id, *keys)
    for template, words in ((FROM_PAGE, printed), (FROM_FOILS, foreign)):
        if len(words) < DISTRACTORS:
            continue
        wrong = [_wrong(desk, word, elsewhere.get(word)) for word in words[:DISTRACTORS]]
        yield Item(
            id="",
            kind=Kind.MULTIPLE,
            template=template,
            status=DraftStatus.DRAFT,
            stem=_stem(desk, listing),
            options=(*(Option(key, True, _why(desk, listing)) for key in keys), *wrong),
            facts=tuple(
                dict.fromkeys(
                    [fact.id for fact in same] + [elsewhere[w].id for w in words[:DISTRACTORS] if w in elsewhere]
                )
            ),
            source=cite(*same),
        )


def _other_members(desk: Desk, listing: Listing) -> dict[str, Fact]:
    """Members of other lists of the page that mean something else."""
    meant = concepts(" ".join(listing.members))
    own = desk.stems(listing.fact.text)
    found: dict[str, Fact] = {}
    for fact in desk.facts.all:
        for members in lists_in(fact):
            for word in members:
                same_kind = list_kind(word) & list_kind(listing.members[0])
                if same_kind and desk.stems(word).isdisjoint(own) and concepts(word).isdisjoint(meant):
                    found.setdefault(word, fact)
    return found


def _listings(fact: Fact) -> Iterator[Listing]:
    for members in lists_in(fact):
        for clause in clauses(fact.text, least=4):
            start = clause.find(f"{members[0]}, ")
            end = clause.find(members[-1], start) + len(members[-1])
            if start < 0 or end < len(members[-1]) or not fact.may_quote(clause):
                continue
            if len(clause[:start].split()) < CONTEXT_BEFORE:
                continue
            yield Listing(fact, members, _opening(clause[:start]), _closing(clause[end:]), clause[start:end])
            break


def _opening(before: str) -> str:
    """The last words before the list that begin where a clause or a verb does."""
    words = before.split()
    for place in range(len(words) - CONTEXT_BEFORE, 0, -1):
        if words[place - 1].endswith(",") or words[place - 1] in _BEGIN_AFTER:
            return " ".join(words[place:])
    return " ".join(words)


def _closing(after: str) -> str:
    """The noun that the list qualifies, or the words up to the next mark; nothing where a mark follows at once."""
    words = tokens(after)
    if not words or words[0].gap or len(after.split()) > MOST_CONTEXT:
        return ""
    end = next((place for place, word in enumerate(words) if word.gap), len(words))
    if words[0].word not in FUNCTION_WORDS:
        end = next((place for place, word in enumerate(words[:end]) if word.word in FUNCTION_WORDS), end)
    return after[words[0].start : words[end - 1].end]


def _stem(desk: Desk, listing: Listing) -> str:
    page = desk.of("page")[0].upper() + desk.of("page")[1:]
    number = NUMBER_WORDS[KEYS]
    if listing.after:
        shown = f"{listing.before} … {listing.after}"
        return f"{page} says “{shown}”. Select the {number} words that belong where the dots are."
    return f"{page} has a list after the words “{listing.before}”. Select the {number} words that are in it."


def _wrong(desk: Desk, word: str, fact: Fact | None) -> Option:
    if fact is None:
        return Option(word, False, not_printed(desk, word), Proof.NOT_ON_PAGE)
    return Option(word, False, f"{desk.our_page} uses it elsewhere: “{around(fact, word)}”.", Proof.OTHER_SECTION)


def _why(desk: Desk, listing: Listing) -> str:
    return f"{desk.our_page} says: “{around(listing.fact, listing.whole)}”."
