"""What applies in a situation: a curated stub beside lines of the page, names of values, or things to do."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from question_bank.generator.language.spans import openings
from question_bank.generator.material.facts import NamedValue, cite
from question_bank.generator.material.scenarios import Stub, list_stubs
from question_bank.generator.material.scenes import has_setting
from question_bank.generator.material.situations import Match, find_matches, is_clear, is_shown_elsewhere
from question_bank.generator.writing.desk import Desk, Slot
from question_bank.generator.writing.distractors import Line, choices, lines_of_others
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import form_of
from question_bank.generator.writing.rationale import belongs_elsewhere, own_line
from question_bank.lexicon import names_clash
from question_bank.model import DraftStatus, Item, Kind, Option, Proof

WHICH, WHAT_TO_DO = "T18", "T18a"
DISTRACTORS = 2
MOST_RIVALS = 3
LEAST_CONTENT_WORDS = 4
MOST_LINES = 2  # of a value to one situation
MOST_MATCHES = 16
MOST_WAYS = 2  # to write one situation in one form
DO_FIRST = 4  # one time in so many the question is what to do


def ask(desk: Desk, *, setting: str | None = None) -> Iterator[Slot]:
    """For each value two situations at most; which ones, and in which form, the seed decides."""
    matches = _share_out(desk, _stubs(desk, setting))
    for value in desk.facts.values:
        for turn, pile in enumerate(_piles(desk, matches.get(value.name, []))):
            if pile:
                yield Slot(WHICH, value.name, _attempts(desk, value, pile, turn), lacks="no-distractors")


def _stubs(desk: Desk, setting: str | None) -> tuple[Stub, ...]:
    """Those of the setting that the author names; else of every setting that the page has."""
    if setting is not None:
        return list_stubs(setting)
    return tuple(stub for stub in list_stubs() if has_setting(desk.facts.page.text, setting=stub.setting))


def _share_out(desk: Desk, stubs: Sequence[Stub]) -> dict[str, list[Match]]:
    """What each value may be asked; a situation that several values speak of serves one of them alone."""
    shared: dict[str, list[Match]] = {}
    for stub in stubs:
        found = desk.order(find_matches(desk.facts, stub), WHICH, stub.id)
        own = [match for match in found if match.fact.owner == found[0].fact.owner]
        if own:
            shared.setdefault(own[0].fact.owner or "", []).extend(own[:MOST_LINES])
    return shared


def _piles(desk: Desk, matches: Sequence[Match]) -> tuple[list[Match], list[Match]]:
    """Two piles that share no situation, and no theme where there are several."""
    themes = desk.order(list(dict.fromkeys(match.stub.theme.name for match in matches)), WHICH)
    stubs = desk.order(list(dict.fromkeys(match.stub.id for match in matches)), WHICH)
    ordered = sorted(desk.order(matches, WHICH), key=lambda match: themes.index(match.stub.theme.name))
    piles: tuple[list[Match], list[Match]] = ([], [])
    for match in ordered:
        rank = themes.index(match.stub.theme.name) if len(themes) > 1 else stubs.index(match.stub.id)
        if len(piles[rank % 2]) < MOST_MATCHES:
            piles[rank % 2].append(match)
    return piles


def _attempts(desk: Desk, value: NamedValue, pile: Sequence[Match], turn: int) -> Iterator[Item]:
    """Every way to ask about one of these situations, in the form that the seed wants and then in the other."""
    does = desk.order(range(DO_FIRST), WHICH, value.name, turn)[0] == 0
    for is_doing in (does, not does):
        for match in pile:
            ways = _doing(desk, match) if is_doing else chain(_line(desk, value, match), _name(desk, value, match))
            yield from islice(ways, MOST_WAYS)


def _line(desk: Desk, value: NamedValue, match: Match) -> Iterator[Item]:
    """Which line of the page applies: one that shows the situation, and lines that do not touch on it."""
    if match.fact not in value.behaviours:
        return
    theme, fact = match.stub.theme, match.fact
    for text in (fact.bare, *openings(fact.text, least=LEAST_CONTENT_WORDS)):
        if theme.is_shown_by(text) and fact.may_quote(text):
            others = lines_of_others(desk, value, keys=[Line(fact, text)])
            clear = [line for line in others if not theme.is_touched_by(line.fact.text)]
            yield from _beside_lines(desk, match, Line(fact, text), clear)


def _beside_lines(desk: Desk, match: Match, key: Line, clear: Sequence[Line]) -> Iterator[Item]:
    purpose = (WHICH, match.stub.id, key.fact.id)
    pool = desk.order(clear, *purpose)
    found = ([(line.text, line) for line in wrong] for wrong in choices(desk, [key], pool=pool, count=DISTRACTORS))
    for lines in by_chance_of_length(desk, key.text, sets=found, purpose=purpose):
        wrong = [
            Option(line.text, False, f"{belongs_elsewhere(desk, line.fact)} {_apart(match)}", Proof.OTHER_VALUE)
            for line in lines
        ]
        item = _item(desk, match, key=key.text, wrong=wrong)
        stem = f"{match.stub.situation} Which behaviour on {desk.of('page')} applies most directly?"
        yield replace(item, stem=stem, facts=(*item.facts, *(line.fact.id for line in lines)))


def _name(desk: Desk, value: NamedValue, match: Match) -> Iterator[Item]:
    """Which value is shown: the one that speaks of the situation, among names of which nobody could argue for one."""
    if is_shown_elsewhere(desk.facts, match):
        return
    rivals = [
        other.name
        for other in desk.facts.values
        if other.name != value.name
        and form_of(other.name)[0] == form_of(value.name)[0]
        and not names_clash(value.name, other.name)
        and is_clear(match.stub.theme, other)
    ]
    if len(rivals) < DISTRACTORS:
        return
    wrong = [
        Option(name, False, f"“{name}” matters here too. {_apart(match)}", Proof.OTHER_VALUE)
        for name in desk.order(rivals, WHICH, match.stub.id)[:MOST_RIVALS]
    ]
    asked = "Which value on this page" if desk.organisation is None else f"Which {desk.organisation} value"
    stem = f"{match.stub.situation} You {match.stub.deed}. {asked} does this show most directly?"
    yield replace(_item(desk, match, key=value.name, wrong=wrong), stem=stem)


def _doing(desk: Desk, match: Match) -> Iterator[Item]:
    """Which deed comes closest to a line of the page, among two plausible mistakes of decent people."""
    where = f"The line stands under “{match.fact.owner}”."
    wrong = [
        Option(text, False, f"{why} {where}", Proof.NOT_ON_PAGE)
        for text, why in zip(match.stub.temptations, match.stub.reasons, strict=True)
    ]
    item = _item(desk, match, key=match.stub.deed, wrong=wrong)
    stem = f"{match.stub.situation} Which of these comes closest to {desk.of('line')} “{match.fact.bare}”?"
    yield replace(item, template=WHAT_TO_DO, stem=stem)


def _item(desk: Desk, match: Match, *, key: str, wrong: Sequence[Option]) -> Item:
    """What the three forms have in common; a person decides on each of them."""
    why = f"{own_line(desk, match.fact)} This situation is about {match.stub.theme.about}."
    return Item(
        id="",
        kind=Kind.SINGLE,
        template=WHICH,
        status=DraftStatus.REVIEW,
        stem="",
        options=(Option(key, True, why), *wrong),
        facts=(match.fact.id,),
        source=cite(match.fact),
        value=match.fact.owner,
        setting=match.stub.setting,
    )


def _apart(match: Match) -> str:
    return f"But this situation is above all about {match.stub.theme.about}."
