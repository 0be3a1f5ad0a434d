"""Which words of a line may be quoted where its owner is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from question_bank.generator.language.grammar import tokens
from question_bank.generator.language.vocabulary import is_weak
from question_bank.generator.material.facts import Fact, NamedValue
from question_bank.generator.writing.desk import Desk
from question_bank.generator.writing.likeness import form_of, gives_away, own_stems, rival_names
from question_bank.generator.writing.rationale import other_value
from question_bank.model import Option, Proof

LEAST_OWN_STEMS = 2
FEWEST_RIVALS = 2
MOST_RIVALS = 3


@dataclass(frozen=True, slots=True)
class OwnerQuote:
    """The words to quote, or None and the rule that stands against every run of the line."""

    text: str | None
    rule: str


def find_quote(
    desk: Desk, value: NamedValue, *, fact: Fact, runs: Sequence[str], fewest_rivals: int = FEWEST_RIVALS
) -> OwnerQuote:
    """The first of these runs that tells its value without naming it, and leaves enough other names standing."""
    rule = "short"
    for run in runs:
        if not fact.may_quote(run):
            rule = "likely-typo" if fact.typo_places else "quotation-marks"
        elif gives_away(desk, value.name, quote=run):
            rule = "clang"
        elif len(_telling_stems(desk, fact, run)) < LEAST_OWN_STEMS:
            rule = "ambiguous"
        elif len(rival_names(desk, value, quote=run)) < fewest_rivals:
            rule = "no-distractors"
        else:
            return OwnerQuote(run, "")
    return OwnerQuote(None, rule)


def _telling_stems(desk: Desk, fact: Fact, run: str) -> frozenset[str]:
    """The words of a run that mean something and that no other owner's lines share."""
    weighty = " ".join(token.word for token in tokens(run) if not is_weak(token.word))
    return own_stems(desk, fact, quote=run) & desk.stems(weighty)


def name_options(desk: Desk, value: NamedValue, *, quote: str, purpose: tuple[str, ...]) -> tuple[Option, ...]:
    """Names of other values as wrong options, chosen by the seed where there are many."""
    others = {other.name: other for other in desk.facts.values}
    upper = form_of(value.name)[0]
    names = [name for name in desk.order(rival_names(desk, value, quote=quote), *purpose) if form_of(name)[0] == upper]
    return tuple(
        Option(name, False, other_value(desk, others[name], right=value.name), Proof.OTHER_VALUE)
        for name in names[:MOST_RIVALS]
    )
