"""An item as the rules see it: taken apart once, with the page beside it."""

import re
from dataclasses import dataclass

from question_bank.checks.evidence.printed import Printed
from question_bank.checks.evidence.quotation import Quotations, take_apart
from question_bank.model import Item, Kind
from question_bank.text import sentences
from question_bank.words import stems

_IMPERATIVE = re.compile(r"\W*(?:select|match|complete|choose|pick|tick|fill)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_SPARE_NOTE = re.compile(
    r"\b(?:is|are|will) not (?:be )?(?:used|needed)\b|\b(?:left over|to spare|is spare)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Case:
    """One item before the rules; `printed` is None where no page was given."""

    item: Item
    printed: Printed | None
    organisation: str | None
    stem: Quotations
    sentences: tuple[str, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The sentences outside quotation marks that ask; a true/false item asks with all of them."""
        if self.item.kind is Kind.TRUE_FALSE:
            return self.sentences
        return tuple(sentence for sentence in self.sentences if asks(sentence)) or self.sentences[-1:]

    @property
    def is_scenario(self) -> bool:
        """Whether the stem puts the reader into a situation before it asks."""
        situation = [sentence for sentence in self.sentences if sentence not in self.questions]
        named = bool(self.item.setting) or "scenario" in self.item.template.casefold()
        return named or any(_YOU.search(sentence) for sentence in situation)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text without the organisation's own words."""
        return stems(text, organisation=self.organisation)


def open_case(item: Item, *, printed: Printed | None, organisation: str | None) -> Case:
    """Take an item apart."""
    stem = take_apart(item.stem)
    return Case(item, printed, organisation, stem, sentences(stem.outside))


def asks(sentence: str) -> bool:
    """Whether a sentence is a question or an imperative."""
    return sentence.rstrip(" )]\"'”’").endswith("?") or bool(_IMPERATIVE.match(sentence))


def is_spare_note(sentence: str) -> bool:
    """Whether a sentence only says that an option is left over."""
    return bool(_SPARE_NOTE.search(sentence))
