"""Which words of a line may be quoted where its owner is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from question_bank.generator.language.grammar import is_content, is_verb, tokens
from question_bank.generator.language.vocabulary import is_weak
from question_bank.generator.material.facts import Fact, NamedValue
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.lengths import by_chance_of_length
from question_bank.generator.writing.likeness import close_names, form_of, gives_away, own_stems, rival_names
from question_bank.generator.writing.rationale import other_value
from question_bank.model import DraftStatus, Option, Proof

LEAST_OWN_STEMS = 2
FEWEST_RIVALS = 2
FEWEST_WEIGHTY, LEAST_IN_CLIPPING = 2, 5
ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "nobody", "someone", "somebody"})
MOST_RIVALS = 3


@dataclass(frozen=True, slots=True)
class OwnerQuote:
    """The words to quote and the names that may stand against them, or None and the rule that forbids every run.

    A quotation that only close names stand against is for a person to decide on.
    """

    text: str | None
    rule: str = ""
    rivals: tuple[str, ...] = ()
    status: DraftStatus = DraftStatus.DRAFT


def find_quote(desk: Desk, value: NamedValue, *, fact: Fact, runs: Sequence[str]) -> OwnerQuote:
    """The first of these runs that tells its value without naming it, and leaves enough other names standing."""
    rule = "short"
    close: OwnerQuote | None = None
    for run in runs:
        if not fact.may_quote(run):
            rule = "likely-typo" if fact.typo_places else "quotation-marks"
        elif gives_away(desk, value.name, quote=run):
            rule = "clang"
        elif len(_telling_stems(desk, fact, run)) < LEAST_OWN_STEMS or _says_little(fact, run):
            rule = "ambiguous"
        else:
            rivals = _rivals(desk, value, run)
            if rivals.text and rivals.status is DraftStatus.DRAFT:
                return rivals
            close = close or (rivals if rivals.text else None)
            rule = "no-distractors"
    return close or OwnerQuote(None, rule)


def find_claim(desk: Desk, value: NamedValue, *, fact: Fact, runs: Sequence[str]) -> OwnerQuote:
    """Words for a statement that is true or false: they do not name their value, and say enough of their own.

    The other names are those that a question for the owner would let stand; there may be none.
    """
    rule = "short"
    quiet: OwnerQuote | None = None
    for run in runs:
        if not fact.may_quote(run):
            rule = "likely-typo" if fact.typo_places else "quotation-marks"
        elif gives_away(desk, value.name, quote=run):
            rule = "clang"
        elif len(_telling_stems(desk, fact, run)) < LEAST_OWN_STEMS or _says_little(fact, run):
            rule = "ambiguous"
        else:
            rivals = rival_names(desk, value, quote=run)
            if rivals:
                return OwnerQuote(run, rivals=rivals)
            quiet = quiet or OwnerQuote(run)
    return quiet or OwnerQuote(None, rule)


def _says_little(fact: Fact, run: str) -> bool:
    """A clipped quotation without something to recognise it by: “we also need to work”."""
    if run == fact.bare:
        return False
    words = [token.word for token in tokens(run)]
    telling = [word for word in words if is_content(word) and not is_weak(word) and not is_verb(word)]
    weighty = [word for word in telling if word not in ANYBODY]
    return len(weighty) < FEWEST_WEIGHTY and (len(words) < LEAST_IN_CLIPPING or not weighty)


def _rivals(desk: Desk, value: NamedValue, run: str) -> OwnerQuote:
    """The quotation with names of the key's form, those that are clear of it or else those that are close."""
    upper = form_of(value.name)[0]
    for names, status in ((rival_names, DraftStatus.DRAFT), (close_names, DraftStatus.REVIEW)):
        found = tuple(name for name in names(desk, value, quote=run) if form_of(name)[0] == upper)
        if len(found) >= FEWEST_RIVALS:
            return OwnerQuote(run, rivals=found, status=status)
    return OwnerQuote(None, "no-distractors")


def _telling_stems(desk: Desk, fact: Fact, run: str) -> frozenset[str]:
    """The words of a run that mean something and that no other owner's lines share."""
    weighty = " ".join(token.word for token in tokens(run) if not is_weak(token.word))
    return own_stems(desk, fact, quote=run) & desk.stems(weighty)


def name_options(desk: Desk, fact: Fact, *, quote: OwnerQuote, purpose: tuple[str, ...]) -> tuple[Option, ...]:
    """Names of other values as wrong options, chosen by the seed where there are many."""
    others = {other.name: other for other in desk.facts.values}
    rivals = desk.order(quote.rivals, *purpose)
    sets = ([(name, name) for name in some] for some in combinations(rivals, min(MOST_RIVALS, len(rivals))))
    (names, *_) = by_chance_of_length(desk, fact.owner or "", sets=sets, purpose=purpose)
    return tuple(
        Option(name, False, other_value(desk, others[name], fact=fact, quote=quote.text or ""), Proof.OTHER_VALUE)
        for name in names
    )
