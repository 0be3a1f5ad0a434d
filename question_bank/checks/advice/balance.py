"""Advice on a bank by its counts: true and false, where keys stand, what robots get right, who can read it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from question_bank.checks.evidence.case import Case
from question_bank.checks.evidence.printed import small
from question_bank.checks.measures.chance import chance_of_more, chi_square
from question_bank.checks.measures.reading_age import reading_age as measure_reading_age
from question_bank.checks.measures.robots import has_one_key, send_robots
from question_bank.model import Kind

ENOUGH_TO_COUNT = 30
FEWEST_TRUE, MOST_TRUE = 0.40, 0.60
ENOUGH_STATEMENTS = 10
LEAST_CHANCE = 0.01
HIGHEST_READING_AGE = 16.0


def true_false_share(cases: Sequence[Case]) -> Iterator[str]:
    """Of 10 statements or more, 40 to 60 % are true (B6); how many a paper draws is the quiz's own setting."""
    statements = [case.item for case in cases if case.item.kind is Kind.TRUE_FALSE]
    true = sum(1 for item in statements if any(small(option.text) == "true" for option in item.keys))
    share = true / len(statements) if statements else 0.5
    if len(statements) >= ENOUGH_STATEMENTS and not FEWEST_TRUE <= share <= MOST_TRUE:
        yield f"{true} of {len(statements)} statements are true"


def position(cases: Sequence[Case]) -> Iterator[str]:
    """Keys stand in each place equally often: chi-square, p > .01, 30 items or more (57 % stood first by hand)."""
    asked = [case.item for case in cases if has_one_key(case.item)]
    if len(asked) < ENOUGH_TO_COUNT:
        return
    total, degrees, counted = 0.0, 0, []
    for size in sorted({len(item.options) for item in asked}):
        places = Counter(
            place
            for item in asked
            if len(item.options) == size
            for place, option in enumerate(item.options)
            if option.correct
        )
        counts = [places[place] for place in range(size)]
        statistic, free = chi_square(counts)
        total, degrees = total + statistic, degrees + free
        counted.append(f"{'/'.join(str(count) for count in counts)} of {size} places")
    if (chance := chance_of_more(total, degrees)) <= LEAST_CHANCE:
        yield f"keys stand at {'; '.join(counted)} (p = {chance:.4f})"


def robots(cases: Sequence[Case]) -> Iterator[str]:
    """No robot beats chance + 1.645 SE, 30 items or more (by hand: first option 57.4, longest 36.7, chance 27.8 %)."""
    if not cases:
        return
    for guesses in send_robots([case.item for case in cases], organisation=cases[0].organisation):
        if guesses.n >= ENOUGH_TO_COUNT and guesses.beats_chance:
            yield (
                f"“{guesses.robot}” gets {guesses.accuracy:.1%} of {guesses.n} items right; "
                f"chance {guesses.chance:.1%}, limit {guesses.limit:.1%}"
            )


def reading_age(cases: Sequence[Case]) -> Iterator[str]:
    """The bank as a whole reads at 16 or under by SMOG, 30 sentences or more (McLaughlin 1969)."""
    age = measure_reading_age([case.item for case in cases])
    if age is not None and age > HIGHEST_READING_AGE:
        yield f"reading age {age:.1f}; {HIGHEST_READING_AGE:.0f} or under can be read by most adults"
