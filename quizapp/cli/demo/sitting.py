"""Somebody of the demo takes the quiz: so many answers right and so many wrong, through the door everybody uses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from question_bank.model import Kind
from quizapp.access.policy import Actor
from quizapp.cli.demo.days import pick
from quizapp.services.attempts import answers, papers, starts
from quizapp.services.attempts.answers import SentAnswer
from quizapp.services.attempts.boosters import booster_links
from quizapp.services.attempts.questions import Question
from quizapp.services.bank.items import ItemRecord


@dataclass(frozen=True, slots=True)
class AnswerBook:
    """The items by what a learner sees of them: the stem, and the choices with the lines they are matched to.

    Who gets something wrong gets it wrong about the hardest value rather than another.
    """

    items: Mapping[tuple[str, frozenset[str]], ItemRecord]
    hardest: str

    def find(self, question: Question) -> ItemRecord:
        """The item that a question shows."""
        return self.items[question.stem, frozenset([*(choice.text for choice in question.choices), *question.lefts])]


def make_answer_book(items: Sequence[ItemRecord], *, hardest: str = "") -> AnswerBook:
    """What an author knows, arranged for looking up."""
    shown = {
        (item.stem, frozenset([*(option.text for option in item.options), *(left for left, _ in item.pairs)])): item
        for item in items
    }
    return AnswerBook(shown, hardest)


def sit(
    actor: Actor, assignment_id: int, *, wrong: int | None, book: AnswerBook, now: datetime, reviewed: int | None = None
) -> int:
    """Take the quiz with so many wrong answers, or leave it half way where `wrong` is None; returns the attempt.

    `reviewed` is the attempt before.
    """
    attempt_id = starts.start_attempt(actor, assignment_id, token=starts.new_token(), now=now, reviewed=reviewed)
    position: int | None = 1
    missed = 0
    while position is not None:
        place = papers.show_place(actor, attempt_id, position=position)
        question = place.question
        if wrong is None and position > question.count // 2:
            break
        odds = _Odds((wrong or 0) - missed, question.count - position + 1)
        right = not odds.misses(book.hardest in book.find(question).value_names, attempt_id, position)
        missed += not right
        now += timedelta(seconds=25 + pick(60, attempt_id, position))
        sent = SentAnswer(choose(question, book, right=right), starts.new_token())
        answers.answer(actor, attempt_id, position=position, sent=sent, now=now)
        position = None if place.is_last else position + 1
    return attempt_id


def answer_booster(token: str, *, book: AnswerBook, now: datetime) -> None:
    """Answer the questions some weeks after a pass, most of them right."""
    place = booster_links.show_booster_question(token, position=1, now=now)
    for position in range(1, place.question.count + 1):
        question = booster_links.show_booster_question(token, position=position, now=now).question
        chosen = choose(question, book, right=pick(5, question.stem, position) > 0)
        now += timedelta(seconds=30)
        booster_links.answer_booster(token, position=position, chosen=chosen, now=now)


def choose(question: Question, book: AnswerBook, *, right: bool) -> tuple[str, ...]:
    """A right answer to a question, or one that is wrong in a way people are wrong."""
    item = book.find(question)
    if question.kind is Kind.MATCHING:
        return _match(question, item, right=right)
    correct = {option.text for option in item.options if option.correct}
    keys = [choice.token for choice in question.choices if choice.text in correct]
    others = [choice.token for choice in question.choices if choice.text not in correct]
    return tuple(keys if right else [*keys[1:], others[0]])


def _match(question: Question, item: ItemRecord, *, right: bool) -> tuple[str, ...]:
    token_of = {choice.text: choice.token for choice in question.choices}
    pairs = dict(item.pairs)
    tokens = tuple(token_of[pairs[left]] for left in question.lefts)
    return tokens if right else (*tokens[1:], tokens[0])


@dataclass(frozen=True, slots=True)
class _Odds:
    """So many wrong answers are still to be given at so many places."""

    wrong: int
    places: int

    def misses(self, is_hard: bool, *seed: object) -> bool:
        """Whether one of them is given here."""
        if self.wrong in (0, self.places):
            return self.wrong > 0
        return pick(2 if is_hard else self.places, *seed, "wrong") < (1 if is_hard else self.wrong)
