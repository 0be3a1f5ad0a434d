"""Select the words of a list that the page strings together with commas."""

from collections.abc import Iterator, Sequence

from question_bank.generator.language.grammar import FUNCTION_WORDS, tokens
from question_bank.generator.language.spans import clauses
from question_bank.generator.language.vocabulary import WordClass, are_near
from question_bank.generator.material.facts import Fact, cite
from question_bank.generator.material.lists import WordList, classes_of, kinds_of, lists_in
from question_bank.generator.writing.desk import NUMBER_WORDS, Desk, Slot
from question_bank.generator.writing.distractors import foils
from question_bank.generator.writing.rationale import around, not_printed, used_elsewhere
from question_bank.lexicon import concepts
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

FROM_PAGE, FROM_FOILS = "T16s", "T16"
KEYS = 3
SPREAD = (0, 1, 3)
VARIANTS = 2
FOILED = (WordClass.SERVICES, WordClass.CHARACTERS, WordClass.VIRTUES)
DISTRACTORS, FEWEST_DISTRACTORS = 3, 2
PHRASES = "phrases-of-virtue"
LEAST_CONTENT_WORDS = 4
CONTEXT_BEFORE = 2
MOST_CONTEXT = 8
_BEGIN_AFTER = frozenset({"and", "or", "to", "that", "which", "we", "will"})


def ask(desk: Desk) -> Iterator[Slot]:
    """Three members of each list, as spread over the list as can be."""
    spare: dict[WordClass, list[str]] = {}
    printed = [one for fact in desk.facts.all for one in lists_in(fact)]
    seen: set[tuple[str, ...]] = set()
    for one in printed:
        if one.members in seen:
            continue
        seen.add(one.members)
        same = [other.fact for other in printed if other.members == one.members]
        size = len(one.members)
        for start in range(VARIANTS if size > KEYS else 1):
            chosen = sorted({(start + step) % size for step in (SPREAD if size > KEYS else range(KEYS))})
            keys = [one.members[place] for place in chosen]
            yield Slot(FROM_PAGE, one.text, _attempts(desk, (one, same), keys, spare), lacks="no-distractors")


def _attempts(
    desk: Desk, printed_in: tuple[WordList, Sequence[Fact]], keys: Sequence[str], spare: dict[WordClass, list[str]]
) -> Iterator[Item]:
    """`spare` are the foils of each class that no earlier question has used; what is used here leaves it."""
    asked, same = printed_in
    elsewhere = _other_members(desk, asked, same=same)
    own = frozenset[WordClass]().union(*(classes_of(key) for key in keys))
    printed = sorted(
        desk.order(list(elsewhere), FROM_PAGE, asked.fact.id, *keys), key=lambda word: own.isdisjoint(classes_of(word))
    )
    for template in (FROM_PAGE, FROM_FOILS):
        words = printed if template == FROM_PAGE else _take_foils(desk, keys, spare)
        wrong = _with_a_phrase(keys, words)
        stem = _stem(desk, asked, (*keys, *wrong))
        if len(wrong) < FEWEST_DISTRACTORS or not stem:
            continue
        facts = [fact.id for fact in same] + [elsewhere[word].id for word in wrong if word in elsewhere]
        yield Item(
            id="",
            kind=Kind.MULTIPLE,
            template=template,
            status=DraftStatus.DRAFT,
            stem=stem,
            options=(
                *(Option(key, True, _why(desk, asked)) for key in keys),
                *(_wrong(desk, asked, word, elsewhere.get(word)) for word in wrong),
            ),
            facts=tuple(dict.fromkeys(facts)),
            source=cite(*same),
        )


def _take_foils(desk: Desk, keys: Sequence[str], spare: dict[WordClass, list[str]]) -> list[str]:
    """Foils of the class that most keys belong to, none of them used before; none where the keys are a mixed bag."""
    for name in FOILED:
        if 2 * sum(name in classes_of(key) for key in keys) > len(keys):
            listed = [*foils(desk, name), *(foils(desk, PHRASES) if any(" " in key for key in keys) else ())]
            left = spare.setdefault(name, list(desk.order(listed, FROM_FOILS)))
            own = [tokens(key)[-1].word for key in keys]
            fair = [foil for foil in left if not any(are_near(foil, word) for word in own)]
            taken = _with_a_phrase(keys, fair)
            spare[name] = [foil for foil in left if foil not in taken]
            return taken
    return []


def _other_members(desk: Desk, asked: WordList, *, same: Sequence[Fact]) -> dict[str, Fact]:
    """Members of other lists of the page that mean something else."""
    meant = concepts(asked.text)
    own = desk.stems(asked.fact.text)
    found: dict[str, Fact] = {}
    for fact in desk.facts.all:
        for one in lists_in(fact) if fact not in same else ():
            for word in one.members:
                alike = kinds_of(word) & kinds_of(asked.members[-1])
                if alike and desk.stems(word).isdisjoint(own) and concepts(word).isdisjoint(meant):
                    found.setdefault(word, fact)
    return found


def _with_a_phrase(keys: Sequence[str], words: Sequence[str]) -> list[str]:
    """Wrong members of the form of the right ones: a phrase among them where a right one is a phrase, else none."""
    single = [word for word in words if " " not in word]
    if not any(" " in key for key in keys):
        return single[:DISTRACTORS]
    phrases = [word for word in words if " " in word][:1]
    return [*phrases, *single][:DISTRACTORS] if phrases else []


def _stem(desk: Desk, asked: WordList, options: Sequence[str]) -> str:
    """The clause with dots for the list, or the words before the list; empty where the clause gives too little."""
    for clause in clauses(asked.fact.text, least=LEAST_CONTENT_WORDS):
        before, found, after = clause.partition(asked.text)
        if not found or len(before.split()) < CONTEXT_BEFORE or not asked.fact.may_quote(clause):
            continue
        what = "words or phrases" if any(" " in option for option in options) else "words"
        these = f"of these {what}" if len(asked.members) > KEYS else what
        shown = f"{_opening(before)} … {_closing(after)}".strip()
        where = f" on {desk.of('page')}" if desk.organisation is None or desk.organisation not in shown else ""
        return f"Select the {NUMBER_WORDS[KEYS]} {these} that complete “{shown}”{where}."
    return ""


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
    mark = next((place for place, word in enumerate(words) if word.gap), len(words))
    if words[0].word in FUNCTION_WORDS:
        return after.strip() if mark == len(words) else ""
    end = next((place for place, word in enumerate(words[:mark]) if word.word in FUNCTION_WORDS), mark)
    return after[words[0].start : words[end - 1].end]


def _wrong(desk: Desk, asked: WordList, word: str, fact: Fact | None) -> Option:
    if fact is None:
        return Option(word, False, not_printed(desk, word, instead=around(asked.fact, asked.text)), Proof.NOT_ON_PAGE)
    return Option(word, False, used_elsewhere(desk, fact, word=word), Proof.OTHER_SECTION)


def _why(desk: Desk, asked: WordList) -> str:
    return f"{desk.our_page} says: “{around(asked.fact, asked.text)}”."
