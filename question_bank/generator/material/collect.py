"""From a page to its facts: what stands there, sorted by what may be asked of it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from question_bank.generator.material.facts import Fact, HeadedText, NamedValue, PageFacts, Role, slug
from question_bank.generator.material.kin import find_kin
from question_bank.generator.material.shuffle import short_hash
from question_bank.generator.material.typos import blocked_places, breaks_off
from question_bank.model import ConcernKind, Passage, Section, Value, ValuesPage
from question_bank.text import fold_for_match, fold_space, sentences

FEWEST_WORDS = 3
# Values pages have three to seven values with up to fourteen lines each; what goes far beyond is no values page.
MOST_VALUES = 24
MOST_LINES = 20
MOST_SECTIONS = 30
MOST_SENTENCES = 12
MOST_OWNERLESS = 60
_END = 12  # characters, by which a concern's quotation is known
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d")
_ABOUT_THE_PAGE = re.compile(
    r"\b(?:click|below|above|download|website|web page|annual report|read more|find out more|contact us)\b",
    re.IGNORECASE,
)
_TELLS_OF_THE_PAST = re.compile(
    r"\b(?:in the past|last year|years ago|asked|told|said|was|were|did|brought|became|began|went|used to)\b",
    re.IGNORECASE,
)
_WITHOUT_ANTECEDENT = re.compile(r"(?:this|these|it|they|that|those|such)\b", re.IGNORECASE)


def collect_facts(page: ValuesPage, *, organisation: str | None) -> PageFacts:
    """Sort the passages of a page by what may be asked of them."""
    printed = Counter(fold_for_match(item.text) for value in page.values for item in value.behaviours)
    unwanted = {fold_for_match(item.text) for value in page.values for item in value.avoid}
    once = {text for text, times in printed.items() if times == 1} - unwanted
    named = [value for value in page.values if value.name][:MOST_VALUES]
    nameless = [value for value in page.values if not value.name]
    facts = PageFacts(
        page=page,
        values=_merge_names(_named_value(page, value, once) for value in named),
        ownerless=_ownerless(page, nameless, once),
        statements=_statements(page),
        sections=tuple(
            _headed_text(page, section, organisation=organisation) for section in page.sections[:MOST_SECTIONS]
        ),
        has_lost_heading=bool(nameless) or any(c.kind is ConcernKind.LOST_HEADING for c in page.concerns),
        is_cut=_is_too_long(page),
        kin={},
    )
    return replace(facts, kin=find_kin(facts.all))


def _is_too_long(page: ValuesPage) -> bool:
    """The page goes beyond what is taken into account."""
    longest = max((len(value.behaviours) for value in page.values), default=0)
    too_many = len(page.values) > MOST_VALUES or len(page.sections) > MOST_SECTIONS
    return too_many or longest > MOST_LINES or len(page.unattached) > MOST_OWNERLESS


def _named_value(page: ValuesPage, value: Value, once: set[str]) -> NamedValue:
    name = fold_space(value.name or "")
    lead = value.stem.text if value.stem else None
    behaviours = tuple(
        _fact(page, item, role=Role.BEHAVIOUR, owner=name, lead=lead)
        for item in value.behaviours[:MOST_LINES]
        if _is_whole(page, item) and fold_for_match(item.text) in once
    )
    unwanted = tuple(fold_space(item.text) for item in value.avoid[:MOST_LINES] if _is_whole(page, item))
    return NamedValue(name, value.line, behaviours, _definition(page, value, owner=name), unwanted)


def _definition(page: ValuesPage, value: Value, *, owner: str | None) -> Fact | None:
    """The first sentence of what explains a value: the one that defines it."""
    if value.definition is None or _is_fragment(page, value.definition):
        return None
    parts = sentence_passages(page, value.definition)
    return _fact(page, parts[0], role=Role.DEFINITION, owner=owner) if parts else None


def _ownerless(page: ValuesPage, nameless: list[Value], once: set[str]) -> tuple[Fact, ...]:
    """Passages of lists without a heading and of lists tied to no value: nobody may be asked for their owner."""
    facts: list[Fact] = []
    for value in nameless[:MOST_VALUES]:
        sentence = _definition(page, value, owner=None)
        facts += [sentence] if sentence else []
        facts += [
            _fact(page, item, role=Role.BEHAVIOUR, owner=None)
            for item in value.behaviours[:MOST_LINES]
            if _is_whole(page, item) and fold_for_match(item.text) in once
        ]
    loose = [item for item in page.unattached[:MOST_OWNERLESS] if _is_whole(page, item)]
    facts += [_fact(page, item, role=Role.BEHAVIOUR, owner=None) for item in loose]
    return tuple({fact.id: fact for fact in facts}.values())[:MOST_OWNERLESS]


def _statements(page: ValuesPage) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for role, passage in ((Role.VISION, page.vision), (Role.MISSION, page.mission)):
        if passage:
            parts = sentence_passages(page, passage)[:MOST_SENTENCES]
            facts += [
                _fact(page, part, role=role, owner=None) for part in parts if not _TELLS_OF_THE_PAST.search(part.text)
            ]
    return tuple(facts)


def _headed_text(page: ValuesPage, section: Section, *, organisation: str | None) -> HeadedText:
    paragraphs = section.paragraphs[:MOST_SENTENCES]
    all_parts = [part for paragraph in paragraphs for part in sentence_passages(page, paragraph)]
    parts = [part for part in all_parts if _is_about_us(section.heading, part.text, organisation)][:MOST_SENTENCES]
    facts = [_fact(page, part, role=Role.SECTION, owner=section.heading) for part in parts]
    return HeadedText(section.heading, section.line, tuple({fact.id: fact for fact in facts}.values()))


def _is_about_us(heading: str, sentence: str, organisation: str | None) -> bool:
    """A sentence on what the organisation is or wants: no dates and figures, no help with the page."""
    if _FIGURES.search(sentence) or _ABOUT_THE_PAGE.search(sentence):
        return False
    named = organisation is not None and fold_for_match(organisation) in fold_for_match(sentence)
    return named or bool(_OURS.search(sentence) or re.match(r"our\b", heading, re.IGNORECASE))


def sentence_passages(page: ValuesPage, passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a passage that can stand alone, each with the line it begins on."""
    if _is_fragment(page, passage):
        return ()
    found: list[Passage] = []
    offset = passage.start
    for sentence in sentences(passage.text):
        pattern = r"\s+".join(re.escape(word) for word in sentence.split())
        match = re.compile(pattern).search(page.text, offset, passage.end)
        if match is None:
            continue
        offset = match.end()
        part = Passage(sentence, page.line_at(match.start()), match.start(), match.end())
        if _can_stand_alone(sentence) and not breaks_off(page, part):
            found.append(part)
    return tuple(found)


def _can_stand_alone(sentence: str) -> bool:
    whole = len(sentence.split()) >= FEWEST_WORDS and not sentence.endswith((":", "?"))
    return whole and not _WITHOUT_ANTECEDENT.match(sentence)


def _is_whole(page: ValuesPage, item: Passage) -> bool:
    """A list item that says something by itself: neither cut off nor a word or two."""
    words = item.text.split()
    is_cut = words[-1:] and len(words[-1]) == 1 and words[-1].isalpha() and words[-1] not in {"I", "a"}
    return len(words) >= FEWEST_WORDS and not is_cut and not _is_fragment(page, item) and not breaks_off(page, item)


def _is_fragment(page: ValuesPage, item: Passage) -> bool:
    """Whether a person is asked about an item; on a line of a web page's file many items may stand."""
    asked = (c for c in page.concerns if c.kind is ConcernKind.FRAGMENT and c.line == item.line)
    ends = (item.text[:_END], item.text[-_END:])
    return any(not page.lines or any(end in c.message for end in ends) for c in asked)


def _fact(page: ValuesPage, item: Passage, *, role: Role, owner: str | None, lead: str | None = None) -> Fact:
    text = fold_space(item.text)
    place = {Role.BEHAVIOUR: "value", Role.DEFINITION: "value"}.get(role, role.value)
    parts = [place, slug(owner) if owner else None, role.value if place == "value" else None]
    if place == "value" and not owner:
        parts[1] = "unnamed"
    fact_id = "/".join(part for part in (*parts, short_hash(fold_for_match(text))) if part)
    return Fact(fact_id, text, item.line, role, owner, lead, blocked_places(page, item, text=text))


def _merge_names(values: Iterable[NamedValue]) -> tuple[NamedValue, ...]:
    """One value for a name that is printed twice."""
    merged: dict[str, NamedValue] = {}
    for value in values:
        key = fold_for_match(value.name).casefold()
        first = merged.get(key)
        if first is None:
            merged[key] = value
            continue
        own = tuple(replace(fact, owner=first.name) for fact in value.behaviours)
        definition = first.definition or value.definition
        unwanted = first.unwanted + value.unwanted
        merged[key] = NamedValue(first.name, first.line, first.behaviours + own, definition, unwanted)
    return tuple(merged.values())
