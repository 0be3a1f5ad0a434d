"""What the service promises about attempts, in plain Python: no database, no locks, one thing after the other."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

from quizapp.assessment.quiz_blueprint import Mode
from quizapp.services.attempts.answers import Outcome

RENEWAL_DAYS = 90


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a quiz in force, as far as attempts depend on them."""

    mode: Mode
    length: int
    edition: int = 1
    valid_months: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One item of a paper: the order its options are shown in, and the tokens of a right answer."""

    item_version_id: int
    order: tuple[str, ...]
    key: tuple[str, ...]
    in_order: bool
    """A matching item, where the first token belongs to the first line."""

    def is_right(self, chosen: tuple[str, ...]) -> bool:
        return chosen == self.key if self.in_order else set(chosen) == set(self.key)

    def wrong(self) -> tuple[str, ...]:
        """As many choices as are asked for, and not the right ones."""
        if self.in_order:
            return self.key[::-1]
        return tuple(sorted(self.order, key=lambda token: token in self.key)[: len(self.key)])


@dataclass(frozen=True, slots=True)
class Given:
    """One kept answer."""

    token: str
    chosen: tuple[str, ...]


@dataclass(slots=True)
class Try:
    """One attempt; `given` has the kept answers to each position, the newest last."""

    id: int
    number: int
    token: str
    recipe: Recipe
    paper: tuple[Place, ...]
    given: dict[int, list[Given]] = field(default_factory=dict)
    score: int | None = None

    @property
    def is_open(self) -> bool:
        return self.score is None

    @property
    def pass_score(self) -> int:
        """Eight in ten, in whole items."""
        return next(score for score in range(len(self.paper) + 1) if 10 * score >= 8 * len(self.paper))

    @property
    def has_passed(self) -> bool:
        return self.score is not None and self.score >= self.pass_score

    def next_position(self) -> int | None:
        return next((place for place in range(1, len(self.paper) + 1) if place not in self.given), None)

    def is_shown(self, position: int) -> bool:
        """Whether a position can be looked at."""
        is_free = self.recipe.mode is Mode.TEST or not self.is_open
        return 1 <= position <= len(self.paper) and (is_free or position <= len(self.given) + 1)

    def is_explained(self, position: int) -> bool:
        return not self.is_open or (self.recipe.mode is Mode.LEARN and position in self.given)

    def refuses(self, position: int, token: str, *, revision: int) -> Outcome | None:
        """Why an answer is not kept; `revision` is that of the answer the window showed."""
        kept = self.given.get(position, [])
        if kept and kept[-1].token == token:
            return Outcome.SAVED_BEFORE
        if self.recipe.mode is Mode.LEARN and kept:
            return Outcome.ANSWERED_BEFORE
        if not self.is_open:
            return Outcome.CLOSED
        if self.recipe.mode is Mode.LEARN and position != self.next_position():
            return Outcome.NOT_REACHED
        if self.recipe.mode is Mode.TEST and revision != len(kept):
            return Outcome.CHANGED_MEANWHILE
        return None

    def take(self, position: int, sent: Given) -> None:
        """Keep an answer; the last one of learn as you go hands in."""
        self.given.setdefault(position, []).append(sent)
        if self.recipe.mode is Mode.LEARN and len(self.given) == len(self.paper):
            self.hand_in()

    def hand_in(self) -> None:
        """Count the newest answers; a second time changes nothing."""
        if self.is_open:
            newest = {position: kept[-1].chosen for position, kept in self.given.items()}
            self.score = sum(self.paper[position - 1].is_right(chosen) for position, chosen in newest.items())


@dataclass(slots=True)
class Holding:
    """One person's quiz: the tries so far, and until when the newest pass holds (None for good)."""

    person: int
    quiz: int
    assignment_id: int
    tries: list[Try] = field(default_factory=list)
    valid_until: date | None = None

    @property
    def has_passed(self) -> bool:
        return any(one.has_passed for one in self.tries)

    def find_try(self, token: str) -> Try | None:
        """The try that a press of start leads to without a new one: the one it began, else the one that is open."""
        began = (one for one in self.tries if one.token == token)
        return next(began, None) or next((one for one in self.tries if one.is_open), None)

    def may_begin(self, *, reviewed: int | None, day: date) -> bool:
        """Whether a press of start begins a new try."""
        if self.has_passed and (self.valid_until is None or day < self.valid_until - timedelta(days=RENEWAL_DAYS)):
            return False
        return not self.tries or self.tries[-1].has_passed or reviewed == self.tries[-1].id


def months_later(day: date, months: int | None) -> date | None:
    """The same day of the month so many months on, or the last there is."""
    if months is None:
        return None
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
