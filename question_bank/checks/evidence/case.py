"""An item as the rules see it: taken apart once, with the page beside it."""

import re
from dataclasses import dataclass

from question_bank.checks.evidence.printed import Printed
from question_bank.checks.evidence.quotation import Quotations, take_apart
from question_bank.model import Item, Kind
from question_bank.text import sentences
from question_bank.words import stems

# An imperative opens a sentence, or what follows a semicolon, a colon, a dash or an introductory phrase.
_TELLS = r"(?:select|match|complete|choose|pick|tick|fill)\b"
_LEADS = r"(?:(?:now|then|next|and) )?"
_INTRODUCES = r"\W*(?:about|among|as|at|by|for|from|going|here|if|in|of|on|once|to|under|using|when|where|with)\b"
_IMPERATIVE = re.compile(
    rf"(?:\W*|{_INTRODUCES}.*?, |.*?(?:[;:]| [–—-]) ){_LEADS}{_TELLS}",
    re.IGNORECASE,
)
_SCENARIO_TEMPLATE = re.compile(r"t18(?!\d)")
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_SPARE_NOTE = re.compile(
    r"\b(?:is|are|will) not (?:be )?(?:used|needed)\b|\b(?:left over|to spare)\b"
    r"|\b(?:is|are|be|has|have) (?:an? |too )?(?:left|spare|extra|unused|many)\b(?! of)",
    re.IGNORECASE,
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
        """Whether the stem puts somebody into a situation before it asks: by its template, setting or words."""
        template = self.item.template.casefold()
        if self.item.setting or "scenario" in template or _SCENARIO_TEMPLATE.match(template):
            return True
        situation = [sentence for sentence in self.sentences if sentence not in self.questions]
        return any(_YOU.search(sentence) for sentence in situation)

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
